"""Turn what a walk found into what can be said: ways taken, winners, sums, rows, roundings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.forklaring.detaljer import (
    Alternativ,
    Avrunding,
    Gren,
    Lop,
    Samlet,
    Tabellrad,
    Trinn,
    Valg,
)
from ytelsesrad.forklaring.gang import Funn, Loper
from ytelsesrad.forklaring.ord import flertall, spenn
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.forklaring.sumskriv import trinnene
from ytelsesrad.forklaring.verdier import er_penger, figur, forskjell, fullt, kort, skrivemaate
from ytelsesrad.forklaring.vilkaar import finn_grense, i_tall
from ytelsesrad.lesbart import HARDT_MELLOMROM, tall
from ytelsesrad.regelspraak import tre

if TYPE_CHECKING:
    from collections.abc import Callable

    from ytelsesrad.forklaring.enheter import Enheter
    from ytelsesrad.regelspraak.lokale import Lokale
    from ytelsesrad.regelspraak.tolk import Tolk

_RETNING = {
    "avrund": ("nærmeste ", "halve opp"),
    "avrund_ned": ("ned til nærmeste ", ""),
    "avrund_opp": ("opp til nærmeste ", ""),
    "avrund_partall": ("nærmeste ", "halve til partall"),
    "avrund_halv_ned": ("nærmeste ", "halve ned"),
}


def finn_avrunding(tolk: Tolk, node: tre.Node | None, enheter: Enheter) -> Avrunding | None:
    """Return the outermost rounding on the way to the value, when it changed something."""
    funnet = trygt(_ytterste, tolk, node)
    if funnet is None:
        return None
    til, fra, steg = (tolk.verdi(n) for n in (funnet, *funnet.argumenter))
    assert isinstance(fra, Decimal)
    assert isinstance(til, Decimal)
    assert isinstance(steg, Decimal)
    if fra == til:
        return None
    enhet = enheter.av(funnet)
    foran, hvordan = _RETNING[funnet.funksjon]
    retning = f"{foran}{_steg(steg, enhet)}" + (f" ({hvordan})" if hvordan else "")
    fra_tekst, til_tekst = fullt(fra, enhet), figur(til, enhet, ore=True)
    return Avrunding(fra, til, steg, retning, f"{fra_tekst} → {retning} → {til_tekst}")


def _ytterste(tolk: Tolk, node: tre.Node | None) -> tre.Kall | None:
    """Find the rounding that gave the value, past every choice."""
    while node is not None:
        match node:
            case tre.Hvis():
                node = node.saa if tolk.verdi(node.vilkaar) else node.ellers
            case tre.Kall() if node.funksjon in _RETNING:
                return node
            case tre.Kall() if node.funksjon in ("laveste", "høyeste"):
                verdi = tolk.verdi(node)
                node = next((a for a in node.argumenter if tolk.verdi(a) == verdi), None)
            case _:
                return None
    return None


def _steg(steg: Decimal, enhet: str) -> str:
    if er_penger(enhet):
        if steg == 1:
            return "krone"
        return f"{tall(steg)}{HARDT_MELLOMROM}kroner"
    if enhet == "prosent":
        return f"{tall(steg.scaleb(2))}{HARDT_MELLOMROM}prosent"
    return "hele" if steg == 1 else tall(steg)


def finn_grener(
    tolk: Tolk,
    funn: Funn,
    kilde: str,
    enheter: Enheter,
    setning: Callable[[Plass], str | None],
) -> tuple[Gren, ...]:
    """Return the conditions, which way each went, and what the other way would have given."""
    lest = {ref.plass for ref in funn.refs.values()}
    svar = []
    for node, k, sant in funn.grener:
        valgt, annen = (node.saa, node.ellers) if sant else (node.ellers, node.saa)
        annen_verdi = trygt(tolk.verdi, annen, k) if _er_kjent(tolk, annen, k, lest) else None
        enhet = enheter.av(annen)
        svar.append(
            Gren(
                vilkaar=_utsnitt(kilde, node.vilkaar),
                tall=trygt(i_tall, tolk, node.vilkaar, k) or "",
                sant=sant,
                valgt=_utsnitt(kilde, valgt),
                ikke_valgt=_utsnitt(kilde, annen),
                ikke_valgt_verdi=None if annen_verdi is None else kort(annen_verdi, enhet),
                grense=trygt(finn_grense, tolk, node.vilkaar, k, setning),
            )
        )
    return tuple(svar)


def _er_kjent(tolk: Tolk, node: tre.Node, k: Lokale, lest: set[Plass]) -> bool:
    """Tell whether the way taken read all values of a part, so that nothing new is computed."""
    match node:
        case tre.Navn() if node.merke is not None:
            return False
        case tre.Navn() if node.regel is None:
            return True
        case tre.Navn() | tre.Paa():
            if isinstance(node, tre.Paa) and not _er_kjent(tolk, node.dag, k, lest):
                return False
            funnet = trygt(tolk.nokkel, node, k)
            return funnet is not None and Plass.for_verdi(*funnet) in lest
        case tre.SettFra() | tre.Med() | tre.Samling():
            return False
        case _:
            return all(_er_kjent(tolk, del_, k, lest) for del_ in tre.barn(node))


def _utsnitt(kilde: str, node: tre.Node) -> str:
    return skrivemaate(kilde[node.fra : node.til].strip())


def finn_valg(funn: Funn, kilde: str, enheter: Enheter) -> tuple[Valg, ...]:
    """Return each «laveste» and «høyeste»: who won, and how far the others were from it."""
    svar = []
    for node, _, verdier in funn.valg:
        velg = min if node.funksjon == "laveste" else max
        vinner = verdier.index(velg(verdier))
        enhet = enheter.av(node)
        alternativer = []
        for nr, (arg, verdi) in enumerate(zip(node.argumenter, verdier, strict=True)):
            igjen = None
            if nr != vinner and isinstance(verdi, Decimal):
                avstand = abs(verdi - verdier[vinner])
                igjen = forskjell(avstand, enhet) if avstand else "like"
            uttrykk = _utsnitt(kilde, arg)
            alternativer.append(Alternativ(uttrykk, kort(verdi, enhet), nr == vinner, igjen))
        svar.append(Valg(node.funksjon, tuple(alternativer)))
    return tuple(svar)


def finn_samlet(tolk: Tolk, funn: Funn, kilde: str, loper: Loper) -> tuple[Samlet, ...]:
    """Return each sum, count, average …, with equal parts gathered."""
    svar = []
    for node, k in funn.summer:
        lop = loper.les(tolk, node, k) or []
        enhet = tolk.enhet(node.uttrykk)
        antall = sum(len(x.steder) for x in lop)
        svar.append(
            Samlet(
                art=node.art,
                uttrykk=_utsnitt(kilde, node.uttrykk),
                antall=antall,
                ting=flertall(node.ting, antall, k.kjoring.program.bok.samling.grupper),
                lop=tuple(
                    Lop(len(x.steder), figur(x.verdi, enhet, ore=True), spenn(node, x.steder))
                    for x in lop
                ),
            )
        )
    return tuple(svar)


def finn_rader(tolk: Tolk, funn: Funn) -> tuple[Tabellrad, ...]:
    """Return the rows of tables that were chosen."""
    svar = []
    for node, k, rad in funn.oppslag:
        verdi = trygt(tolk.verdi, node.etter, k)
        navn = next((n for n, r in node.rader.items() if r is rad), None)
        if navn is None:
            navn = next((f"{grense}+" for grense, r in node.fra_og_med if r is rad), "ellers")
        etter = node.etter.navn if isinstance(node.etter, tre.Navn) else "verdien"
        skrevet = figur(verdi, tolk.enhet(node.etter)) if verdi is not None else "ukjent"
        svar.append(Tabellrad(f"{etter} = {skrevet}", navn))
    return tuple(svar)


def finn_trinn(tolk: Tolk, funn: Funn) -> tuple[Trinn, ...]:
    """Return the brackets that were reached."""
    svar = []
    for node, k in funn.trinn:
        enhet = tolk.enhet(node.av)
        for fra, sats, av, belop in trygt(trinnene, tolk, node, k) or []:
            svar.append(
                Trinn(
                    kort(fra, enhet),
                    figur(sats, "prosent"),
                    figur(av, enhet, ore=True),
                    figur(belop, enhet, ore=True),
                )
            )
    return tuple(svar)
