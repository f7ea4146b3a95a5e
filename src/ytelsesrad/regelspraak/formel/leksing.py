"""From the text of an expression to tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

MAKS_TEGN = 2000
MAKS_SIFFER = 40
MAKS_NAVN = 120
MAKS_BREDDE = 90


class Slag(Enum):
    """Kind of token."""

    TALL = "tall"
    DATO = "dato"
    TEKST = "tekst"
    ORD = "ord"
    TEGN = "tegn"
    SLUTT = "slutt"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it stands."""

    slag: Slag
    tekst: str
    fra: int
    til: int


class FormelFeil(Exception):
    """A fault at a place in an expression: what is wrong and what to write instead.

    ``erstatt`` is what the marked words should be: then the remedy is the whole formula.
    """

    def __init__(
        self,
        fra: int,
        lengde: int,
        hva: str,
        rett: str = "",
        kode: str = "R05",
        *,
        erstatt: str | None = None,
        advarsel: bool = False,
    ) -> None:
        super().__init__(hva)
        self.fra = fra
        self.lengde = max(1, lengde)
        self.hva = hva
        self.rett = rett
        self.kode = kode
        self.erstatt = erstatt
        self.advarsel = advarsel

    def ferdig(self, tekst: str, nokkel: str) -> str:
        """Return the remedy, ready to paste when the whole formula fits on a line."""
        if self.erstatt is None:
            return self.rett
        ny = tekst[: self.fra] + self.erstatt + tekst[self.fra + self.lengde :]
        if "\n" in ny or len(ny) > MAKS_BREDDE or not tekst:
            return self.rett or f"Skriv «{self.erstatt}»."
        navn = nokkel if nokkel.isascii() and nokkel.replace("_", "").isalnum() else f'"{nokkel}"'
        return f'{navn} = "{ny}"'


_TOKEN = re.compile(
    r"""(?P<rom>\s+)
      | (?P<dato>\d{4}-\d{2}-\d{2}(?![\w-]))
      | (?P<tall>\d[\d_]*(?:\.\d+)?)
      | (?P<tekst>'[^'\n]*')
      | (?P<ord>[^\W\d]\w*(?:\.[^\W\d]\w*)*)
      | (?P<tegn><>|<=|>=|[-+*/(),=<>])
    """,
    re.VERBOSE,
)

_ANDRE_TEGN = {
    "≤": "<=",
    "≥": ">=",
    "≠": "<>",
    "×": "*",
    "·": "*",
    "÷": "/",
    ":": "/",
    "−": "-",
    "–": "-",
    "%": "prosent",
    "&": "og",
    "|": "eller",
    "!": "ikke",
    '"': "'",
    "^": "*",
}
_UTEN_ROM = ("<=", ">=", "<>", "*", "/", "-", "'")


def les_tokens(tekst: str) -> list[Token]:
    """Split an expression in tokens; the last is always SLUTT.

    Raises FormelFeil for signs the language does not have.
    """
    if len(tekst) > MAKS_TEGN:
        raise FormelFeil(
            0,
            1,
            f"Formelen er for lang ({len(tekst)} tegn, {MAKS_TEGN} er grensen).",
            "Del den i flere regler.",
            "R02",
        )
    tokens: list[Token] = []
    her = 0
    while her < len(tekst):
        treff = _TOKEN.match(tekst, her)
        if treff is None:
            raise _ukjent_tegn(tekst, her)
        slag = treff.lastgroup
        ordet = treff.group()
        if slag == "tall" and sum(t.isdigit() for t in ordet) > MAKS_SIFFER:
            raise FormelFeil(
                her,
                len(ordet),
                f"Tallet har for mange siffer ({MAKS_SIFFER} er grensen).",
                "Skriv et tall med færre siffer.",
                "R02",
            )
        if slag == "ord" and len(ordet) > MAKS_NAVN:
            raise FormelFeil(
                her,
                len(ordet),
                f"Navnet er for langt ({MAKS_NAVN} tegn er grensen).",
                "Bruk et kortere navn.",
                "R02",
            )
        if slag is not None and slag != "rom":
            tokens.append(Token(Slag(slag), ordet, her, treff.end()))
        her = treff.end()
    tokens.append(Token(Slag.SLUTT, "", len(tekst), len(tekst)))
    return tokens


def _ukjent_tegn(tekst: str, her: int) -> FormelFeil:
    tegn = tekst[her]
    if tegn == "'":
        return FormelFeil(
            her, 1, "Teksten mangler en ' på slutten.", "Skriv for eksempel 'enslig'."
        )
    if tegn == "." and tekst[her + 1 : her + 2].isdigit():
        return FormelFeil(her, 1, "Tallet mangler et siffer foran punktum.", erstatt="0.")
    if tegn == ".":
        return FormelFeil(
            her, 1, "Punktum kan bare stå inne i et tall eller et navn.", "Skriv for eksempel 0.4."
        )
    i_stedet = _ANDRE_TEGN.get(tegn)
    vist = tegn if tegn.isprintable() else f"U+{ord(tegn):04X}"
    if i_stedet is not None:
        mellom = "" if tekst[her - 1 : her] in ("", " ") or i_stedet in _UTEN_ROM else " "
        rett = f"Skriv «{i_stedet}» i stedet for «{vist}»."
        hva = f"Tegnet «{vist}» finnes ikke i formelspråket. Skriv «{i_stedet}»."
        return FormelFeil(her, 1, hva, rett, erstatt=f"{mellom}{i_stedet}")
    rett = "Regnetegnene er + - * / = <> < <= > >= og parenteser."
    return FormelFeil(her, 1, f"Tegnet «{vist}» finnes ikke i formelspråket.", rett)
