"""The list of limits: where, why, how much, and how far each plan is from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.analyse.modell import Avstand
from ytelsesrad.lesbart import HARDT_MELLOMROM, avrundet, kr, kroner, omtrent_kroner, tall
from ytelsesrad.visning.tekst.grenser.aapning import vei_ut
from ytelsesrad.visning.tekst.grenser.biter import NAER
from ytelsesrad.visning.tekst.grenser.satser import fallet
from ytelsesrad.visning.tekst.linjer import brekk, punkt, setning
from ytelsesrad.visning.tekst.planer import omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger

TITTEL = "Grenser, og hvor langt unna du er"
_AAR = _MAANEDER = 12
_HUNDRE = 100


@dataclass(frozen=True, slots=True)
class Grenselinje:
    """One item of the list: a limit, or some of one cause close to each other."""

    er_fall: bool
    hva: str
    """What it is called,"""
    hvor: str
    """and where it is."""
    hva_skjer: str
    avstander: dict[str, str]
    """Plan → how far it is from the limit."""
    korte: dict[str, str]
    """The same in few words: in what the limit is given in."""
    veien: dict[str, Decimal]
    """The same as a number, in the unit of the line: below zero when the plan is past it."""
    fallet: str
    """What a fall is, in one or two sentences."""
    av_hundre: Decimal | None
    """How much what is left of hundre kroner changes at a kink; None for a fall or a leap."""

    @property
    def navn(self) -> str:
        """What it is called, and where it is."""
        return f"{self.hva}: {self.hvor}"


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
            hva=_navn(gruppe, hvor),
            hvor=hvor,
            hva_skjer=_hva_skjer(g, s, gruppe),
            avstander=dict(_avstander(g, s, forste, siste)),
            korte=dict(_avstander(g, s, forste, siste, kort=True)),
            veien={a.plan: a.avstand for a in siste.avstander},
            fallet=_fallet(g, s, gruppe),
            av_hundre=_knekken(gruppe),
        )


def _grupper(g: Grenser) -> Iterator[list[Terskel]]:
    lengde = g.langs[0].til - g.langs[0].fra
    naa: list[Terskel] = []
    for t in g.terskler:
        samme = naa and t.art == naa[-1].art and _regel(t) == _regel(naa[-1])
        if not samme or t.ved - naa[-1].ved > NAER * lengde:
            if naa:
                yield naa
            naa = []
        naa.append(t)
    if naa:
        yield naa


def _regel(t: Terskel) -> tuple[str, ...]:
    return tuple(a.regel for a in t.aarsaker[:1])


def _navn(gruppe: Sequence[Terskel], hvor: str) -> str:
    """Return what limits of one cause are called, with the value when it says more than where."""
    if not gruppe[0].aarsaker:
        return "Grense"
    a = gruppe[0].aarsaker[0]
    navn = a.grense or a.tittel
    en = len({t.aarsaker[0].grense_verdi for t in gruppe}) == 1
    vises = (
        en
        and a.grense_verdi not in (None, "", hvor)
        and not (a.grense_verdi or "").startswith(f"0{HARDT_MELLOMROM}")
    )
    return f"{navn} ({a.grense_verdi})" if vises else navn


def _knekken(gruppe: Sequence[Terskel]) -> Decimal | None:
    foer, etter = gruppe[0].igjen_av_100_for, gruppe[-1].igjen_av_100_etter
    if gruppe[0].art != "knekk" or foer is None or etter is None:
        return None
    return etter - foer


def _fallet(g: Grenser, s: Stillinger, gruppe: Sequence[Terskel]) -> str:
    """Return how much less there is past a fall, and the way out."""
    t = gruppe[0]
    if t.art != "fall":
        return ""
    hopp = sum((x.hopp for x in gruppe), Decimal(0))
    if len(gruppe) > 1 or t.for_ is None or t.etter is None or t.etter.belop >= t.for_.belop:
        return f"Her blir det mindre på én gang: {kroner(abs(hopp))} i året."
    maaned = fallet(t, trinnvis=s.trinnvis) / _MAANEDER
    mye = omtrent_kroner(maaned) if avrundet(maaned, _HUNDRE) else kroner(abs(maaned))
    return (
        f"Over grensen: {mye} mindre å leve for i måneden. {' '.join(vei_ut(g, s, t, kort=True))}"
    )


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


def _avstander(
    g: Grenser, s: Stillinger, forste: Terskel, siste: Terskel, *, kort: bool = False
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
        if kort:
            yield a.plan, _kort_avstand(g, s, hvor, i_kroner=forste is siste)
            continue
        belop = "" if hvor.kroner is None else f" ({kr(abs(hvor.kroner))} i året)"
        ord_ = "igjen" if hvor.avstand >= 0 else "over"
        trinn = f", {hvor.trinn}" if hvor.trinn and g.trinnvis and hvor.avstand > 0 else ""
        yield a.plan, f"{s.avstand(abs(hvor.avstand))}{trinn} {ord_}{belop}"


def _kort_avstand(g: Grenser, s: Stillinger, a: Avstand, *, i_kroner: bool) -> str:
    """Return how far it is in one measure: steps where the rules count so, kroner, or the line's.

    ``i_kroner``: the limit is one, so that the way to it is one amount.
    """
    ord_ = "igjen" if a.avstand >= 0 else "over"
    if g.trinnvis and a.trinn and a.avstand > 0:
        return f"{a.trinn} {ord_}"
    if i_kroner and a.kroner is not None and not g.trinnvis:
        return f"{kr(abs(a.kroner))} {ord_}"
    return f"{s.kort_avstand(abs(a.avstand))} {ord_}"
