"""How a fault is laid out on lines: harmless characters, marks under words, wrapped sentences."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from ytelsesrad.lesing.grenser import BREDDE, FORAN, UTDRAG

_INNRYKK = " " * 5
_KILDEINNRYKK = " " * 7
_VINDU = BREDDE - len(_KILDEINNRYKK)
_TAB = "    "
_FASTE_MELLOMROM = "\u00a0\u2009\u202f"
_OVERSKRIFT = re.compile(r"\[.*\]$")
_TILDELING = re.compile(r"""[\w."'-]+\s*=""")


def ren(tekst: str, *, linjeskift: bool = False) -> str:
    """Return a text that does nothing to a terminal: control characters become visible signs.

    Escape codes, characters that turn the reading direction, and lone surrogates are replaced;
    letters of every language stay. Line ends stay only with ``linjeskift``.
    """
    if tekst.isprintable():
        return tekst
    return "".join(t if t.isprintable() or (linjeskift and t == "\n") else _tegn(t) for t in tekst)


def _tegn(tegn: str) -> str:
    if tegn in _FASTE_MELLOMROM:
        return tegn
    if tegn < " ":
        return chr(ord("\u2400") + ord(tegn))
    return "\u2421" if tegn == "\x7f" else "\ufffd"


def kildelinjer(linje: str, kolonne: int | None, lengde: int = 1) -> list[str]:
    """Return the source line and, when the column (from 1) is known, a line of ^ under the words.

    Tabs are shown as four spaces. A long line is cut with … around the place.
    """
    linje = linje.rstrip("\r\n")
    fra = 0 if kolonne is None else min(max(kolonne - 1, 0), len(linje))
    til = min(fra + max(lengde, 1), max(len(linje), fra + 1))
    start, slutt = _utsnitt(linje, fra)
    for_an, etter = "…" * (start > 0), "…" * (slutt < len(linje))
    vist = for_an + _vis(linje[start:slutt]).rstrip() + etter
    if kolonne is None:
        return [_KILDEINNRYKK + vist]
    mellom = len(for_an) + _bredde(_vis(linje[start:fra]))
    merker = _bredde(_vis(linje[fra : min(til, slutt)])) or 1
    return [_KILDEINNRYKK + vist, _KILDEINNRYKK + " " * mellom + "^" * merker]


def _utsnitt(linje: str, fra: int) -> tuple[int, int]:
    """Return the part of a line to show, so that it and its cuts fit in the window."""
    if len(linje) <= _VINDU and _bredde(_vis(linje)) <= _VINDU:
        return 0, len(linje)
    start, plass = fra, FORAN
    while start > 0 and (plass := plass - _plass(linje[start - 1])) >= 0:
        start -= 1
    slutt, plass = start, _VINDU - 2
    while slutt < len(linje) and (plass := plass - _plass(linje[slutt])) >= 0:
        slutt += 1
    return start, slutt


def _plass(tegn: str) -> int:
    """Return what a character counts when a line is cut: at least one."""
    return max(1, _bredde(_vis(tegn)))


def _vis(tekst: str) -> str:
    return ren(tekst.replace("\t", _TAB))


def _bredde(tekst: str) -> int:
    """Return how many columns a text takes: signs on top of letters none, East Asian two."""
    if tekst.isascii():
        return len(tekst)
    return sum(
        0
        if unicodedata.category(t) in ("Mn", "Me")
        else 1 + (unicodedata.east_asian_width(t) in "WF")
        for t in tekst
    )


def avsnitt(tekst: str, merkelapp: str = "") -> list[str]:
    """Return sentences indented by five and wrapped; later lines align after the label.

    Lines that are TOML are kept whole, so that they can be pasted.
    """
    innrykk = _INNRYKK + " " * len(merkelapp)
    linjer: list[str] = []
    for linje in ren(tekst.replace("\t", " "), linjeskift=True).split("\n"):
        if merkelapp and (_TILDELING.match(linje) or _OVERSKRIFT.match(linje)):
            linjer.append(innrykk + linje)
            continue
        korte = re.sub(rf"\S{{{UTDRAG},}}", lambda m: m.group()[: UTDRAG - 1] + "…", linje)
        brutt = textwrap.wrap(
            korte,
            BREDDE,
            initial_indent=innrykk,
            subsequent_indent=innrykk,
            break_long_words=False,
            break_on_hyphens=False,
            replace_whitespace=False,
        )
        linjer += brutt or [""]
    if merkelapp:
        linjer[0] = _INNRYKK + merkelapp + linjer[0][len(innrykk) :]
    return [linje.rstrip() for linje in linjer]
