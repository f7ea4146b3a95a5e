"""Grensene langs nye slags linjer mot det en finner ved å skrive filen på nytt for hvert sted.

Båndet er et løfte: avrunding flytter aldri et beløp lenger enn det sier, på noe trinn.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from tests.analyse.personer_langs import ALLE, Linjeforsok, timer_og_lonn
from tests.conftest import GRUNDIG
from ytelsesrad import Grenser, Regelbok, Situasjon, finn_grenser
from ytelsesrad.beregning import Utregning
from ytelsesrad.beregning.aarene import finn_aar
from ytelsesrad.regelbok import regnemodus

STEDER = 6


def telling(bok: Regelbok, forsok: Linjeforsok, sted: Decimal) -> Decimal:
    """Året gjort opp, av en fil som er skrevet for stedet."""
    with regnemodus():
        situasjon = Situasjon.les(forsok.skriv(sted), bok)
        _, fra, til = situasjon.tidsrom()
        u = Utregning(bok, situasjon.alle_gitt(bok)["Jobb"], fra, til)
        svar = finn_aar(u, [])[0].gjort_opp_netto
    assert svar is not None
    return svar


def finn(bok: Regelbok, forsok: Linjeforsok) -> Grenser:
    """Grensene, funnet fra planen slik den er midt på linjen."""
    langs = forsok.langs[0]
    midt = {"tillegg": Decimal(0), "andel": Decimal(100)}.get(langs.maate, langs.til / 2)
    situasjon = Situasjon.les(forsok.skriv(midt), bok)
    return finn_grenser(situasjon, bok, forsok.langs, plan="Jobb", steg=forsok.steg)


def steder(r: Random, g: Grenser, steg: Decimal) -> list[Decimal]:
    """Trinn rundt grensene, og hvor som helst."""
    fra, til = g.langs[0].fra, g.langs[0].til
    svar = []
    for nr in range(STEDER):
        antall = Decimal(r.randrange(int(fra / steg), int(til / steg) + 1))
        if nr % 2 and g.terskler:
            antall = (r.choice(g.terskler).ved / steg).to_integral_value() + r.randrange(-3, 4)
        svar.append(min(max(antall * steg, fra), til))
    return svar


def sammenlign(bok: Regelbok, forsok: Linjeforsok, g: Grenser, sted: Decimal) -> None:
    """Båndet holder på et trinn; rett ved et fall kan avrunding flytte selve fallet."""
    if any(t.art != "knekk" and abs(t.ved - sted) <= 2 * forsok.steg for t in g.terskler):
        return
    naer = [s for s in g.strekninger if s.fra - forsok.steg <= sted <= s.til + forsok.steg]
    avvik = abs(telling(bok, forsok, sted) - g.belop_ved(sted))
    assert avvik <= max(s.baand for s in naer) + Decimal("0.01"), (sted, avvik)


@pytest.mark.parametrize("fro", range(60 if GRUNDIG else 30))
def test_langs_alle_slags_linjer(bok: Regelbok, fro: int) -> None:
    r = Random(fro)
    forsok = ALLE[fro % len(ALLE)](r)
    g = finn(bok, forsok)
    for sted in steder(r, g, forsok.steg):
        sammenlign(bok, forsok, g, sted)
    for t in g.terskler:
        for side in (t.for_, t.etter):
            if side is not None and side.stilling % forsok.steg == 0:
                assert telling(bok, forsok, side.stilling) == side.belop


def test_tellingen_ville_sett_en_kurve_som_var_rett(bok: Regelbok) -> None:
    forsok = timer_og_lonn(Random(0))
    g = finn(bok, forsok)
    s = max(g.strekninger, key=lambda s: abs(sum(s.buer.values(), Decimal(0))))
    midt = ((s.fra + s.til) / 2 / forsok.steg).to_integral_value() * forsok.steg
    rett = s.model_copy(update={"buer": {}})
    assert abs(telling(bok, forsok, midt) - s.belop(midt)) <= s.baand
    assert abs(telling(bok, forsok, midt) - rett.belop(midt)) > 1_000
