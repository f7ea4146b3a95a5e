"""The first months: money that is earned before it comes, and money that has not gone down yet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from ytelsesrad.beregning import Utbetaling
from ytelsesrad.lesbart import avrundet
from ytelsesrad.raad.overraskelser.ramme import INGEN, KRONE, Ramme, Utkast, maaned_av, stor


def foer_pengene(r: Ramme) -> Iterator[Utkast]:
    """Find what is earned before the first of it comes, and what has gone down by then."""
    for rekke in r.nye.values():
        forst = rekke[0]
        vente = [m for m in r.maaneder if maaned_av(forst.fra_dag) <= m < maaned_av(forst.dato)]
        if not vente:
            continue
        ned = _satt_ned(r, vente)
        mot = sum((r.inn[m] - r.grunnlag.inn[m] for m in vente), INGEN) if r.grunnlag else None
        yield _utkast(r, rekke, vente, ned, mot)


def _satt_ned(r: Ramme, vente: list[str]) -> list[str]:
    """Return the lines that give less than in the first plan while one waits."""
    if r.grunnlag is None:
        return []
    return [
        y
        for y, naa in r.grunnlag.brutto.items()
        if any(r.brutto.get(y, {}).get(m, INGEN) < naa.get(m, INGEN) - KRONE for m in vente)
    ]


def _utkast(
    r: Ramme, rekke: list[Utbetaling], vente: list[str], ned: list[str], mot: Decimal | None
) -> Utkast:
    forst = rekke[0]
    navn = r.navn.get(forst.ytelse, forst.tittel)
    s = r.s
    foerst = s("overraskelse.kommer_forst", hva=navn, dag=s.dato(forst.dato))
    maaneder = s.liste(map(s.maaned, vente))
    mindre = mot is not None and avrundet(mot) < 0 and ned
    utkast = partial(
        Utkast,
        gjor=s("overraskelse.regningene", maaneder=maaneder),
        dato=forst.dato,
        maaned=vente[0],
        ytelse=forst.ytelse,
        betalinger=(forst, *(b for y in ned for b in _forste(r, y))),
        gaar_ned=tuple(ned),
        ned_fra=vente[0],
    )
    if not mindre or mot is None:
        tekst = s("overraskelse.forste_penger", kommer=stor(foerst), maaneder=_for(r, rekke))
        return utkast("opptjent_foer_betalt", "obs", tekst, belop=forst.netto)
    svakest = any(m.lavest and m.maaned in vente for m in r.plan.maaneder)
    tekst = s(
        "overraskelse.ned_med_en_gang",
        hva=stor(s.liste(r.navn[y] for y in ned)),
        kommer=foerst,
        maaneder=maaneder,
        belop=s.kroner(-mot),
        forste=r.naa,
        svakest=s("overraskelse.og_svakest") if svakest and len(vente) == 1 else "",
    )
    return utkast("settes_ned_foer_pengene", "stopp", tekst, belop=mot)


def _forste(r: Ramme, ytelse: str) -> tuple[Utbetaling, ...]:
    """Return the first payment of a line, of this plan or else of the first plan."""
    alle = (*r.vanlige, *(r.grunnlag.vanlige if r.grunnlag else ()))
    return tuple(b for b in alle if b.ytelse == ytelse)[:1]


def _for(r: Ramme, rekke: list[Utbetaling]) -> str:
    """Return the months that the first day's money is for."""
    samme = [b for b in rekke if b.dato == rekke[0].dato]
    return r.s.liste(dict.fromkeys(r.s.maaned(b.fra_dag) for b in samme))


def ser_for_god_ut(r: Ramme) -> Iterator[Utkast]:
    """Find the first months with new money where the old has not gone down yet."""
    if r.grunnlag is None or not r.nye:
        return
    start = min(maaned_av(rekke[0].dato) for rekke in r.nye.values())
    senere: dict[str, list[str]] = {}
    for y, naa in r.grunnlag.brutto.items():
        egne = r.brutto.get(y, {})
        lave = [m for m in r.maaneder if egne.get(m, INGEN) < naa.get(m, INGEN) - KRONE]
        if lave and lave[0] > start and naa.get(start) and _varer(r, naa, lave):
            senere.setdefault(lave[0], []).append(y)
    if not senere:
        return
    fra = min(senere)
    foer = r.maaneder[r.maaneder.index(fra) - 1]
    if 100 * (r.inn[foer] - r.inn[fra]) < 2 * r.vanlig:  # too little to matter
        return
    s = r.s
    mens = [m for m in r.maaneder if start <= m < fra]
    forste, siste = s.maaned(mens[0]), s.maaned(mens[-1])
    hvilke = forste if len(mens) == 1 else s("overraskelse.maaned_til", fra=forste, til=siste)
    tekst = s(
        "overraskelse.for_god",
        maaneder=stor(hvilke),
        foer=s.kroner(r.inn[foer]),
        fra=s.maaned(fra),
        etter=s.kroner(r.inn[fra]),
        grunner=s.liste(_hvordan(r, y, fra) for y in senere[fra]),
    )
    yield Utkast(
        "ser_for_god_ut",
        "obs",
        tekst,
        gjor=s("overraskelse.bruk_ikke_alt", maaneder=hvilke),
        maaned=mens[0],
        belop=r.inn[fra] - r.inn[foer],
        ytelse=senere[fra][0],
        betalinger=tuple(b for y in senere[fra] for b in _forste(r, y)),
        gaar_ned=tuple(senere[fra]),
        ned_fra=fra,
    )


def _varer(r: Ramme, naa: dict[str, Decimal], lave: list[str]) -> bool:
    """Tell whether it stays lower in most of the months that follow."""
    etter = [m for m in r.maaneder if m >= lave[0] and naa.get(m)]
    return 2 * len(lave) >= len(etter)


def _hvordan(r: Ramme, ytelse: str, fra: str) -> str:
    borte = not r.brutto.get(ytelse, {}).get(fra)
    return r.s("skjer.faller_bort" if borte else "skjer.gaar_ned", hva=r.navn[ytelse])
