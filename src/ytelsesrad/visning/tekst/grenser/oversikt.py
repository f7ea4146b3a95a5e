"""The list of limits: where, why, how much, and how far each plan is from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.lesbart import avrundet, kr, kroner, tall
from ytelsesrad.visning.tekst.grenser.aapning import vei_ut
from ytelsesrad.visning.tekst.linjer import brekk, punkt, setning
from ytelsesrad.visning.tekst.planer import omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger

TITTEL = "Grenser, og hvor langt unna du er"
_AAR = 12
_NAER = Decimal("0.03")
"""Limits of one cause closer than this part of the line are one item."""


@dataclass(frozen=True, slots=True)
class Grenselinje:
    """One item of the list: a limit, or some of one cause close to each other."""

    er_fall: bool
    navn: str
    hva_skjer: str
    avstander: dict[str, str]
    """Plan → how far it is from the limit."""


def oversikt(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    """Return the list of limits."""
    if not g.terskler:
        return []
    linjer = [TITTEL]
    for x in grenselinjene(g, s):
        linjer += punkt("!" if x.er_fall else "–", x.navn, bredde)
        plassert = " · ".join(f"{omtale(plan)}: {hvor}" for plan, hvor in x.avstander.items())
        for tekst in (x.hva_skjer, plassert):
            linjer += brekk(tekst, bredde, " " * 6, " " * 8) if tekst else []
    return linjer


def grenselinjene(g: Grenser, s: Stillinger) -> Iterator[Grenselinje]:
    """Go through the limits, those of one cause close to each other together."""
    for gruppe in _grupper(g):
        forste, siste = gruppe[0], gruppe[-1]
        hvor = s.til_og_med(forste.ved)
        if len(gruppe) > 1 and s.til_og_med(siste.ved) != hvor:
            hvor = s.spenn(forste.ved, siste.ved).removeprefix("fra ")
        yield Grenselinje(
            er_fall=forste.art == "fall",
            navn=f"{_navn(forste)}: {hvor}",
            hva_skjer=_hva_skjer(g, s, gruppe),
            avstander=dict(_avstander(g, s, forste, siste)),
        )


def _grupper(g: Grenser) -> Iterator[list[Terskel]]:
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


def _navn(t: Terskel) -> str:
    if not t.aarsaker:
        return "Grense"
    a = t.aarsaker[0]
    navn = a.grense or a.tittel
    return f"{navn} {a.grense_verdi}" if a.grense_verdi else navn


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
        ganger = f"{len(gruppe)} ganger, til sammen " if len(gruppe) > 1 else ""
        sier = f" {setning(etter)}" if etter else ""
        return f"Her blir det {ganger}{kroner(abs(hopp))} {hva} i året på én gang.{sier}{hjemmel}"
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


def _avstander(
    g: Grenser, s: Stillinger, forste: Terskel, siste: Terskel
) -> Iterator[tuple[str, str]]:
    uten = {p.plan for p in g.planer if p.uten_margin == forste.id}
    for a, b in zip(forste.avstander, siste.avstander, strict=True):
        hvor = a if a.avstand >= 0 else b
        if a.avstand < 0 <= b.avstand:
            yield a.plan, "midt i"
            continue
        if a.plan in uten:
            yield a.plan, "ingen margin"
            continue
        belop = "" if hvor.kroner is None else f" ({kr(abs(hvor.kroner))} i året)"
        ord_ = "igjen" if hvor.avstand >= 0 else "over"
        trinn = f", {hvor.trinn}" if hvor.trinn and g.trinnvis and hvor.avstand > 0 else ""
        yield a.plan, f"{s.avstand(abs(hvor.avstand))}{trinn} {ord_}{belop}"
