"""What the plans on the line give, month by month too, and the way to more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.analyse import Gevinst, Grenser
from ytelsesrad.lesbart import avrundet, kroner, liste, maaned, omtrent_kroner, tall
from ytelsesrad.visning.tekst.linjer import avsnitt, punkt
from ytelsesrad.visning.tekst.planer import naa_eller_med, omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger

_AAR = 12
_STORT = 12_000
"""Kroner a year: more than this is rounded to hundreds a month."""


def planene(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    """Return what the plans on the line give."""
    if not g.planer:
        return []
    linjer = ["Planene på linjen"]
    en = s.avstand(Decimal(1)).replace("prosentenheter", "prosentenhet")
    for p in g.planer:
        deler = []
        if g.grunnlag is not None:
            mer = (p.belop - g.grunnlag) / _AAR
            ord_ = "mer" if mer >= 0 else "mindre"
            deler.append(
                f"{omtrent_kroner(mer)} {ord_} i måneden enn {naa_eller_med(g.grunnlag_plan)}"
            )
        if p.snitt_av_100 is not None and p.snitt_av_100 > 0:
            deler.append(f"{tall(avrundet(p.snitt_av_100), 0)} kroner igjen av hver hundrelapp")
        if p.en_til is not None and not s.enhet.startswith("kr"):
            deler.append(f"{en} til gir {_en_til(p.en_til)} i måneden")
        if p.uten_margin is not None:
            deler.append("og det er ingen margin til fallet")
        linjer += punkt("–", f"{omtale(p.plan)}: {', '.join(deler)}.", bredde)
    return linjer


def _en_til(aaret: Decimal) -> str:
    til = 100 if abs(aaret) > _STORT else 10
    if avrundet(aaret / _AAR, til) == 0:
        return "omtrent like mye"
    return f"{omtrent_kroner(aaret / _AAR, til)} {'mer' if aaret > 0 else 'mindre'}"


def gevinstene(g: Grenser, gevinster: Sequence[Gevinst], bredde: int) -> list[str]:
    """Return what the months look like: the leanest, and the first with more money."""
    linjer: list[str] = []
    paa_linjen = {p.plan for p in g.planer} | {g.plan}
    for x in gevinster:
        if x.aar != g.aar or x.plan not in paa_linjen or x.laveste_belop is None:
            continue
        assert x.laveste_maaned is not None
        deler = [f"minst kommer inn i {maaned(x.laveste_maaned)}: {kroner(x.laveste_belop)}"]
        if x.forste_maaned_med_mer is not None:
            deler.append(f"første måned med mer enn før er {maaned(x.forste_maaned_med_mer)}")
        else:
            deler.append(f"ingen måned i {x.aar} har mer enn før")
        if x.maaneder_med_mindre:
            antall = len(x.maaneder_med_mindre)
            deler.append(f"{antall} {'måned' if antall == 1 else 'måneder'} har mindre")
        linjer += punkt("–", f"{omtale(x.plan)}: {liste(deler)}.", bredde)
    return ["Måned for måned, inn på konto", *linjer] if linjer else []


def veien(g: Grenser, s: Stillinger, mer: Sequence[Decimal], bredde: int) -> list[str]:
    """Return where on the line there is so much more a month than in the first plan."""
    if not mer:
        return []
    if g.grunnlag is None:
        return avsnitt(
            f"Vi vet ikke hva {omtale(g.grunnlag_plan)} gir, og kan ikke si veien.", bredde
        )
    linjer = [f"Veien til mer enn {naa_eller_med(g.grunnlag_plan).removeprefix('med ')}"]
    for belop in mer:
        biter = g.veien_til(g.grunnlag + belop * _AAR)
        hva = f"{kroner(belop)} mer i måneden"
        if not biter:
            til = s.noyaktig(g.langs[0].til)
            linjer += punkt("–", f"{hva}: ikke opp til {til}.", bredde)
            continue
        hvor = liste(_bit(g, s, fra, til) for fra, til in biter)
        linjer += punkt("–", f"{hva}: omtrent {hvor}.", bredde)
    return linjer


def _bit(g: Grenser, s: Stillinger, fra: Decimal, til: Decimal) -> str:
    if til >= g.langs[0].til:
        return f"fra {s.fra_og_med(fra)}"
    return f"fra {s.fra_og_med(fra)} til {s.til_og_med(til)}"
