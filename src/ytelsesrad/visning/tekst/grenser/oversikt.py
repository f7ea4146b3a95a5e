"""The list of limits: where, why, how much, and how far each plan is from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.lesbart import HARDT_MELLOMROM, avrundet, kr, kroner, tall
from ytelsesrad.visning.tekst.grenser.aapning import vei_ut
from ytelsesrad.visning.tekst.linjer import brekk, punkt, setning
from ytelsesrad.visning.tekst.planer import omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger

_AAR = 12
_NAER = Decimal("0.03")
"""Limits of one cause closer than this part of the line are one item."""


def oversikt(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    """Return the list of limits."""
    if not g.terskler:
        return []
    linjer = ["Grenser, og hvor langt unna du er"]
    for gruppe in _grupper(g):
        linjer += _grense(g, s, gruppe, bredde)
    return linjer


def _grupper(g: Grenser) -> Iterator[list[Terskel]]:
    """Go through the limits, those of one cause close to each other together."""
    lengde = g.langs[0].til - g.langs[0].fra
    naa: list[Terskel] = []
    for t in g.terskler:
        samme = naa and t.art == naa[-1].art and _regel(t) == _regel(naa[-1])
        if not samme or t.ved - naa[0].ved > _NAER * lengde:
            if naa:
                yield naa
            naa = []
        naa.append(t)
    yield naa


def _regel(t: Terskel) -> tuple[str, ...]:
    return tuple(a.regel for a in t.aarsaker[:1])


def _grense(g: Grenser, s: Stillinger, gruppe: list[Terskel], bredde: int) -> list[str]:
    forste, siste = gruppe[0], gruppe[-1]
    hvor = s.til_og_med(forste.ved)
    if len(gruppe) > 1 and s.til_og_med(siste.ved) != hvor:
        hvor = s.spenn(forste.ved, siste.ved).removeprefix("fra ")
    linjer = punkt("!" if forste.art == "fall" else "–", f"{_navn(forste)}: {hvor}", bredde)
    for tekst in (_hva_skjer(g, s, gruppe), *_avstander(g, s, forste, siste)):
        linjer += brekk(tekst, bredde, " " * 6, " " * 8)
    return linjer


def _navn(t: Terskel) -> str:
    if not t.aarsaker:
        return "Grense"
    a = t.aarsaker[0]
    navn = a.grense or a.tittel
    vises = a.grense_verdi and not a.grense_verdi.startswith(f"0{HARDT_MELLOMROM}")
    return f"{navn} ({a.grense_verdi})" if vises else navn


def _hva_skjer(g: Grenser, s: Stillinger, gruppe: list[Terskel]) -> str:
    t = gruppe[0]
    hjemmel = f" ({t.aarsaker[0].hjemmel})" if t.aarsaker and t.aarsaker[0].hjemmel else ""
    etter = t.aarsaker[0].setning_etter if t.aarsaker and len(gruppe) == 1 else None
    hopp = sum((x.hopp for x in gruppe), Decimal(0))
    if t.art == "knekk" or t.for_ is None or t.etter is None:
        a, b = gruppe[0].igjen_av_100_for, gruppe[-1].igjen_av_100_etter
        if a is None or b is None:
            return f"{setning(etter) if etter else 'Her endrer stigningen seg.'}{hjemmel}"
        fra_til = (
            f"Av hundre kroner mer sitter du igjen med {tall(avrundet(a), 0)} kroner før grensen"
        )
        return f"{fra_til} og {tall(avrundet(b), 0)} kroner etter.{hjemmel}"
    if len(gruppe) > 1 or (t.etter.belop < t.for_.belop) != (hopp < 0):
        hva = "mindre" if hopp < 0 else "mer"
        flere = f" {len(gruppe)} ganger" if len(gruppe) > 1 else ""
        mye = f"til sammen {kroner(abs(hopp))}" if flere else kroner(abs(hopp))
        sier = f" {setning(etter)}" if etter else ""
        return f"Her blir det {hva} på én gang{flere}: {mye} i året.{sier}{hjemmel}"
    mindre = "mindre" if hopp < 0 else "mer"
    steder = [s.valgt(x.stilling, x.trinn) for x in (t.for_, t.etter)]
    svar = (
        f"Med {steder[0]} har du {kroner(t.for_.belop)} å leve for i "
        f"året, med {steder[1]} {kroner(t.etter.belop)}: "
        f"{kroner(abs(t.etter.belop - t.for_.belop))} {mindre}."
    )
    if etter and not _nevnt_forst(g, t):
        svar += f" {setning(etter)}"
    if t.art == "fall":
        svar += f" {' '.join(vei_ut(g, s, t))}"
    return svar + hjemmel


def _nevnt_forst(g: Grenser, t: Terskel) -> bool:
    """Tell whether the opening has said what the rule says of a fall."""
    tap = max(g.tap, key=lambda x: x.mindre, default=None)
    return tap is not None and tap.terskel == t.id and avrundet(tap.mindre / _AAR, 100) > 0


def _avstander(g: Grenser, s: Stillinger, forste: Terskel, siste: Terskel) -> Iterator[str]:
    deler = []
    uten = {p.plan for p in g.planer if p.uten_margin == forste.id}
    for a, b in zip(forste.avstander, siste.avstander, strict=True):
        hvor = a if a.avstand >= 0 else b
        if a.avstand < 0 <= b.avstand:
            deler.append(f"{omtale(a.plan)}: midt i")
            continue
        if a.plan in uten:
            deler.append(f"{omtale(a.plan)}: ingen margin")
            continue
        belop = "" if hvor.kroner is None else f" ({kr(abs(hvor.kroner))} i året)"
        ord_ = "igjen" if hvor.avstand >= 0 else "over"
        trinn = f", {hvor.trinn}" if hvor.trinn and g.trinnvis and hvor.avstand > 0 else ""
        deler.append(f"{omtale(a.plan)}: {s.avstand(abs(hvor.avstand))}{trinn} {ord_}{belop}")
    if deler:
        yield " · ".join(deler)
