"""How values are written in explanations: in a line of reckoning, and beside a name in the tree."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.lesbart import HARDT_MELLOMROM, avrundet, midt_i, tall, vis

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import type_verdi

_ORE = Decimal("0.01")
_TID = ("time", "dag")
_RENE = ("tall", "årstall", "")


def er_penger(enhet: str) -> bool:
    """Tell whether a unit is money."""
    return enhet.split("/", maxsplit=1)[0].strip() in ("kr", "kr og øre", "øre")


def _desimaler(verdi: Decimal, enhet: str, *, ore: bool) -> int:
    """Return 2 where øre are shown and there are any."""
    per = enhet.partition("/")[2].strip()
    if not (ore or per in _TID or enhet == "kr og øre"):
        return 0
    avkortet = avrundet(verdi, _ORE)
    return 0 if avkortet == avkortet.to_integral_value() else 2


def figur(verdi: type_verdi | None, enhet: str, *, ore: bool = False) -> str:
    """Return a value in a line of reckoning: money without its unit, other things with theirs."""
    if verdi is None:
        return "ukjent"
    if isinstance(verdi, str):
        return f"«{verdi}»"
    if not isinstance(verdi, Decimal):
        return vis(verdi, enhet)
    if er_penger(enhet):
        return tall(verdi, _desimaler(verdi, enhet, ore=ore))
    if enhet.startswith("ganger"):
        enhet = "tall"
    return vis(verdi, enhet, desimaler=_prosentplasser(verdi, enhet))


def _prosentplasser(verdi: Decimal, enhet: str) -> int | None:
    """Return 2 for a percentage that is not whole («59,90 prosent»)."""
    if enhet != "prosent" or verdi.scaleb(2) == verdi.scaleb(2).to_integral_value():
        return None
    return 2


def vist_tall(verdi: Decimal, enhet: str, *, ore: bool = False) -> Decimal:
    """Return the number a reader sees in ``figur``, to check that the reckoning adds up."""
    if er_penger(enhet):
        steg = _ORE if _desimaler(verdi, enhet, ore=ore) else Decimal(1)
        return avrundet(verdi, steg)
    if enhet == "G" or enhet in _RENE:
        return avrundet(verdi, _ORE.scaleb(-3))
    return avrundet(verdi, _ORE.scaleb(-2) if enhet == "prosent" else _ORE)


def i_setning(verdi: type_verdi, enhet: str) -> str:
    """Return a value as a sentence writes it."""
    if isinstance(verdi, Decimal):
        return vis(verdi, enhet, desimaler=_prosentplasser(verdi, enhet))
    return vis(verdi, enhet)


def kort(verdi: type_verdi | None, enhet: str) -> str:
    """Return a value as a table writes it, with its whole unit: «223 395 kr/år», «59,90 %»."""
    if not isinstance(verdi, Decimal):
        return figur(verdi, enhet)
    if er_penger(enhet):
        skrevet = tall(verdi, _desimaler(verdi, enhet, ore=True))
        return f"{skrevet}{HARDT_MELLOMROM}{'kr' if enhet == 'kr og øre' else enhet}"
    skrevet = figur(verdi, enhet)
    return skrevet.removesuffix("prosent") + "%" if enhet == "prosent" else skrevet


def fullt(verdi: Decimal, enhet: str) -> str:
    """Return a number before it was rounded, with up to five decimals and no unit for money."""
    if enhet == "prosent":
        return f"{tall(verdi.scaleb(2))}{HARDT_MELLOMROM}prosent"
    return tall(verdi)


def forskjell(verdi: Decimal, enhet: str) -> str:
    """Return a difference in words; between percentages it is percentage points."""
    if enhet == "prosent":
        return f"{fullt(verdi, enhet).removesuffix('prosent')}prosentenheter"
    return i_setning(verdi, enhet)


def merkelapp(tittel: str) -> str:
    """Return a title as a label in front of a figure: without what comes after a comma."""
    return midt_i(tittel.split(",", maxsplit=1)[0])


def skrivemaate(formel: str) -> str:
    """Return a formula as it is written, on one line, with × and − for people."""
    flat = " ".join(formel.split())
    svar, i_tekst = [], False
    for nr, tegn in enumerate(flat):
        if tegn == "'":
            i_tekst = not i_tekst
        elif not i_tekst and tegn == "*":
            tegn = "×"
        elif not i_tekst and tegn == "-" and flat[nr + 1 : nr + 2] == " ":
            tegn = "−"
        svar.append(tegn)
    return "".join(svar).replace("( ", "(").replace(" )", ")")
