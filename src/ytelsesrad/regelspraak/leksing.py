"""From the text of an expression to tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

MAKS_TEGN = 2000
MAKS_SIFFER = 40


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
    """A fault at a place in an expression: what is wrong and what to write instead."""

    def __init__(self, fra: int, lengde: int, hva: str, rett: str = "", kode: str = "R05") -> None:
        super().__init__(hva)
        self.fra = fra
        self.lengde = max(1, lengde)
        self.hva = hva
        self.rett = rett
        self.kode = kode


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
    "%": " prosent",
    "&": "og",
    "|": "eller",
    "!": "ikke",
    '"': "'",
    "^": "*",
}


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
                kode="R02",
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
    if tegn == "," or tegn == ".":
        return FormelFeil(her, 1, "Tall skrives med punktum mellom sifre, for eksempel 0.4.")
    i_stedet = _ANDRE_TEGN.get(tegn)
    vist = tegn if tegn.isprintable() else f"U+{ord(tegn):04X}"
    rett = f"Skriv «{i_stedet.strip()}» i stedet for «{vist}»." if i_stedet else ""
    return FormelFeil(her, 1, f"Tegnet «{vist}» finnes ikke i formelspråket.", rett)
