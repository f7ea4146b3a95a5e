"""Write sums, counts, averages and brackets with their figures, equal parts gathered."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from ytelsesrad.forklaring.bit import ATOM, PRODUKT, SUM, Bit
from ytelsesrad.forklaring.figurskriv import Figurskriver
from ytelsesrad.forklaring.ord import flertall, navn_paa
from ytelsesrad.forklaring.verdier import figur, merkelapp, vist_tall
from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesbart import midt_i
from ytelsesrad.regelspraak import tre

if TYPE_CHECKING:
    from ytelsesrad.forklaring.gang import Sumlop
    from ytelsesrad.regelspraak.lokale import Lokale
    from ytelsesrad.regelspraak.tolk import Tolk

_MAKS_LOP = 5
_PERIODEORD = {
    Periodetype.DAG: "dag",
    Periodetype.MELDEPERIODE: "meldeperiode",
    Periodetype.MAANED: "måned",
    Periodetype.AAR: "år",
}


def skriv_samling(skriver: Figurskriver, node: tre.Samling, k: Lokale) -> Bit:
    """Write a sum, count, average, lowest or highest. Raises Ukjent and Regnefeil."""
    lop = skriver.loper.les(skriver.tolk, node, k)
    if lop is None:
        return skriver.figur(node, k)
    alle = sum(len(x.steder) for x in lop)
    hva = flertall(node.ting, alle, k.kjoring.program.bok.samling.grupper)
    if node.art == "antall":
        sanne = sum(len(x.steder) for x in lop if x.verdi)
        return Bit(f"{sanne} av {alle} {hva}" if alle else "0", SUM if alle else ATOM)
    enhet = skriver.tolk.enhet(node.uttrykk)
    bit = skriver.bit(skriver.tolk.verdi(node, k), enhet)
    if node.velg is not None or node.art in ("laveste", "høyeste"):
        return Bit(f"{bit.tekst} ({_hvilke(node)} av {alle} {hva})", ATOM, bit.vist)
    if node.art == "sum":
        lop = [x for x in lop if x.verdi]
    if not lop or (len(lop) == 1 and (len(lop[0].steder) == 1 or node.art == "snitt")):
        return bit if skriver.full else _med_etikett(node, k, bit)
    biter = [_ledd(skriver, node, list(g), enhet) for _, g in groupby(lop, key=_art)]
    if node.art == "snitt":
        return Bit(f"snittet av {' og '.join(biter).replace(' + ', ' og ')}", SUM)
    vist = (len(x.steder) * vist_tall(x.verdi, enhet, ore=skriver.ore) for x in lop)
    return Bit(" + ".join(biter), SUM, sum(vist, Decimal(0)))


def _hvilke(node: tre.Samling) -> str:
    """Return which of many were taken: «høyeste», «snitt av de 3 høyeste»."""
    if node.velg is None:
        return node.art
    return f"{node.art} av de {abs(node.velg)} {'høyeste' if node.velg > 0 else 'laveste'}"


def _ledd(skriver: Figurskriver, node: tre.Samling, lop: list[Sumlop], enhet: str) -> str:
    """Write the parts of one kind: equal ones gathered, or how far they reach when many."""
    forste = lop[0].steder[0]
    foran, ting = "", node.ting
    if ting == "betaling":
        lagt = forste.kjoring.lagt(forste.medlem["betaling"])
        foran = f"{midt_i(lagt.betaling.tittel)}: "
        ting = _PERIODEORD.get(forste.kjoring.program.regler[lagt.belop].type, ting)
    grupper = forste.kjoring.program.bok.samling.grupper
    if len(lop) > _MAKS_LOP:
        verdier = [x.verdi for x in lop]
        antall = sum(len(x.steder) for x in lop)
        fra, til = (figur(x, enhet, ore=skriver.ore) for x in (min(verdier), max(verdier)))
        return f"{foran}{antall} {flertall(ting, antall, grupper)} fra {fra} til {til}"
    biter = []
    for x in lop:
        verdi, antall = figur(x.verdi, enhet, ore=skriver.ore), len(x.steder)
        flere = f"{antall} {flertall(ting, antall, grupper)} à {verdi}"
        biter.append(flere if antall > 1 or (len(lop) == 1 and not foran) else verdi)
    return foran + " + ".join(biter)


def _art(lop: Sumlop) -> str:
    """Return the kind of payment of a run; nothing for other things."""
    x = lop.steder[0]
    return x.kjoring.lagt(x.medlem["betaling"]).kilde if "betaling" in x.medlem else ""


def _med_etikett(node: tre.Samling, k: Lokale, bit: Bit) -> Bit:
    """Put the title of what is summed in front of a figure."""
    navn = node.uttrykk.navn if isinstance(node.uttrykk, tre.Paa) else node.uttrykk
    if not isinstance(navn, tre.Navn) or navn.regel is None:
        return bit
    regel = k.kjoring.program.bok.samling.regler[navn.regel]
    if regel.tittel is None or regel.skjult:
        return bit
    return Bit(f"{merkelapp(navn_paa(regel.tittel, regel.navn))} {bit.tekst}", bit.rang, bit.vist)


def skriv_trinn(skriver: Figurskriver, node: tre.Trinnvis, k: Lokale) -> Bit:
    """Write brackets: «1,70 prosent av 92 200 + 4 prosent av 133 128»."""
    enhet = skriver.tolk.enhet(node.av)
    biter = [
        f"{figur(sats, 'prosent')} av {figur(av, enhet, ore=skriver.ore)}"
        for _, sats, av, _ in trinnene(skriver.tolk, node, k)
    ]
    rang = SUM if len(biter) > 1 else PRODUKT if biter else ATOM
    return Bit(" + ".join(biter) or "0", rang)


def trinnene(
    tolk: Tolk, node: tre.Trinnvis, k: Lokale
) -> list[tuple[Decimal, Decimal, Decimal, Decimal]]:
    """Return the brackets that are reached: from, rate, how much lies in it, what it gives."""
    x = tolk.verdi(node.av, k)
    assert isinstance(x, Decimal)
    svar = []
    for i, (fra, sats) in enumerate(node.trinn):
        if x <= fra:
            break
        til = node.trinn[i + 1][0] if i + 1 < len(node.trinn) else x
        av = min(x, til) - fra
        if sats:
            svar.append((fra, sats, av, av * sats))
    return svar
