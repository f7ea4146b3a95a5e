"""Limits along a line as text: what gives less first, then rates, limits, the way there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.analyse import Gevinst, Grenser
from ytelsesrad.lesbart import avrundet, dato, kroner, liste, midt_i
from ytelsesrad.visning.tekst.grenser.aapning import aapning
from ytelsesrad.visning.tekst.grenser.oversikt import oversikt
from ytelsesrad.visning.tekst.grenser.planene import gevinstene, planene, veien
from ytelsesrad.visning.tekst.grenser.satser import satser
from ytelsesrad.visning.tekst.linjer import MINSTE_BREDDE, avsnitt, brekk
from ytelsesrad.visning.tekst.planer import omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger

__all__ = ["av_hundre", "grenseliste", "grenser_tekst", "ingen_grense"]

_SOM = {
    "verdi": "med den samme verdien hele tiden",
    "tillegg": "med så mye mer eller mindre enn i planen hele tiden",
    "andel": "med den samme andelen av det som står i planen hele tiden",
}


def grenser_tekst(
    grenser: Grenser,
    bredde: int = 100,
    *,
    mer: Sequence[Decimal] = (),
    gevinster: Sequence[Gevinst] = (),
) -> str:
    """Return the limits as text, without a newline at the end.

    ``mer`` are amounts a month people may wish for; the answer says where on the line they are.
    ``gevinster`` are what the plans give, shown when they are given.
    """
    bredde = max(bredde, MINSTE_BREDDE)
    s = Stillinger(grenser)
    deler = [
        _hode(grenser, s, bredde),
        aapning(grenser, s, bredde),
        satser(grenser, s, bredde),
        oversikt(grenser, s, bredde),
        planene(grenser, s, bredde),
        gevinstene(grenser, gevinster, bredde),
        veien(grenser, s, mer, bredde),
        _forbehold(grenser, bredde),
    ]
    return "\n\n".join("\n".join(linje.rstrip() for linje in del_) for del_ in deler if del_)


def av_hundre(g: Grenser, bredde: int) -> list[str]:
    """Return the table of what is left of more, piece by piece, and what takes the rest."""
    return satser(g, Stillinger(g), bredde)


def grenseliste(g: Grenser, bredde: int) -> list[str]:
    """Return the list of limits, with how far each plan is from them."""
    return oversikt(g, Stillinger(g), bredde)


def ingen_grense(g: Grenser) -> str:
    """Return what is said of a line without limits."""
    s = Stillinger(g)
    return f"Vi finner ingen grense {s.spenn(g.langs[0].fra, g.langs[0].til)}{s.mot_planen}."


def _hode(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    langs = liste(midt_i(x.tittel) for x in g.langs)
    spenn = s.spenn(g.langs[0].fra, g.langs[0].til) + s.mot_planen
    return brekk(
        f"Grenser langs {langs}, {spenn} · {omtale(g.plan)} · {g.aar}, når alt er gjort opp",
        bredde,
    )


def _forbehold(g: Grenser, bredde: int) -> list[str]:
    forste = g.langs[0]
    fra = "" if forste.fra_dag is None else f" fra {dato(forste.fra_dag)}"
    som = _SOM[forste.maate].replace(" hele tiden", fra) if fra else _SOM[forste.maate]
    hva = f"Beløpene er for hele året når alt er gjort opp, {som}."
    if g.trinnvis:
        hva += (
            " Reglene regner i trinn. Med hele trinn kan det du har, ligge inntil "
            f"{kroner(avrundet(g.baand))} i året over eller under tallene. "
            "Beløpene ved et fall er regnet helt ut."
        )
    else:
        hva += f" Avrunding kan flytte dem med inntil {kroner(avrundet(g.baand))} i året."
    return [
        *avsnitt(hva, bredde),
        *brekk(f"Regelsett {g.regelsett} · {g.regelsett_hash}", bredde),
        *brekk("Dette er en beregning, ikke et vedtak. Det er vedtaket som gjelder.", bredde),
    ]
