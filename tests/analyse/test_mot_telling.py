"""Grensene mot det en finner ved å regne ut hele året på nytt, sted for sted på linjen.

Hver person regnes ut fra bunnen, uten noe av det grensene bruker: rundt hver grense som er funnet,
og på tilfeldige steder mellom dem.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest

from tests.analyse.personer import Forsok, med_aap, med_ufor
from ytelsesrad import Grenser, Regelbok, Situasjon, finn_grenser
from ytelsesrad.beregning import Utregning
from ytelsesrad.beregning.aarene import finn_aar
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt
from ytelsesrad.regelspraak.enheter import les_enhet

STEDER = 7


class Telling:
    """Året gjort opp, regnet ut på nytt for hvert sted."""

    def __init__(self, bok: Regelbok, forsok: Forsok) -> None:
        self.bok, self.navn = bok, f"lonn.{forsok.langs.inndata}"
        self.situasjon = Situasjon.les(forsok.tekst, bok)
        self.gitt = self.situasjon.alle_gitt(bok)["Jobb"]
        self.faktor = les_enhet(bok.samling.regler[self.navn].enhet)[1]

    def __call__(self, sted: Decimal) -> Decimal:
        with regnemodus():
            verdier = tuple(
                replace(o, alltid=sted * self.faktor) if o.regel == self.navn else o
                for o in self.gitt.verdier
            )
            _, fra, til = self.situasjon.tidsrom()
            u = Utregning(self.bok, Gitt(verdier, self.gitt.medlemmer), fra, til)
            svar = finn_aar(u, [])[0].gjort_opp_netto
        assert svar is not None
        return svar


def finn(bok: Regelbok, forsok: Forsok) -> tuple[Grenser, Telling, Decimal]:
    telling = Telling(bok, forsok)
    grenser = finn_grenser(telling.situasjon, bok, [forsok.langs], plan="Jobb", steg=forsok.steg)
    steg = grenser.steg
    if steg.as_tuple().exponent == -8:  # et steg som ikke går opp, skrevet med åtte desimaler
        with regnemodus():
            steg = 1 / (1 / steg).quantize(Decimal("0.01"))
    return grenser, telling, steg


def steder(r: Random, grenser: Grenser, steg: Decimal) -> list[Decimal]:
    """Steder rundt grensene, og hvor som helst."""
    fra, til = grenser.langs[0].fra, grenser.langs[0].til
    svar = []
    with regnemodus():
        for nr in range(STEDER):
            if nr % 2 and grenser.terskler:
                ved = r.choice(grenser.terskler).ved
                antall = (ved / steg).to_integral_value() + r.randrange(-3, 4)
            else:
                antall = Decimal(r.randrange(int(fra / steg), int(til / steg) + 1))
            svar.append(min(max(antall * steg, fra), til))
    return svar


def sammenlign(bok: Regelbok, forsok: Forsok, r: Random) -> int:
    """Prøv steder på linjen, og begge sider av hvert fall. Svaret er hvor mange fall det er."""
    grenser, telling, steg = finn(bok, forsok)
    fall = [t for t in grenser.terskler if t.art != "knekk"]
    for sted in steder(r, grenser, steg):
        if any(abs(t.ved - sted) <= 2 * steg for t in fall):
            continue
        strekning = next(s for s in reversed(grenser.strekninger) if s.fra <= sted)
        avvik = abs(telling(sted) - grenser.belop_ved(sted))
        assert avvik <= strekning.baand + Decimal("0.01"), (sted, avvik, strekning)
    for t in fall:
        assert t.for_ is not None
        assert t.etter is not None
        for side in (t.for_, t.etter):
            with regnemodus():
                sted = (side.stilling / steg).to_integral_value() * steg
            if abs(sted - side.stilling) < Decimal("1E-7"):
                assert telling(sted) == side.belop
        bratt = (abs(t.per_enhet_for) + abs(t.per_enhet_etter)) * steg
        slark = 2 * grenser.baand + 2 * bratt
        assert abs(t.etter.belop - t.for_.belop - t.hopp) <= slark, t
    return len(fall)


@pytest.mark.parametrize("fro", range(40))
def test_uforetrygd(bok: Regelbok, fro: int) -> None:
    r = Random(fro)
    sammenlign(bok, med_ufor(r), r)


@pytest.mark.parametrize("fro", range(14))
def test_aap(bok: Regelbok, fro: int) -> None:
    r = Random(1000 + fro)
    assert sammenlign(bok, med_aap(r), r) >= 1  # taket på meldekortet er alltid på linjen


def test_krone_for_krone_ved_et_fall(bok: Regelbok) -> None:
    alle = (med_ufor(Random(n)) for n in range(50))
    forsok = next(f for f in alle if f.langs.inndata == "maanedslonn")
    grenser, telling, _ = finn(bok, forsok)
    (fall,) = [t for t in grenser.terskler if t.art == "fall"]
    midt = fall.ved.to_integral_value()
    belop = [telling(midt + n) for n in range(-15, 16)]
    steg = [b - a for a, b in pairwise(belop)]
    assert fall.for_ is not None
    assert fall.etter is not None
    assert steg.index(min(steg)) == int(fall.for_.stilling - midt) + 15
    assert min(steg) == fall.etter.belop - fall.for_.belop
    assert all(abs(x) < 60 for x in steg if x != min(steg))


def test_halvtime_for_halvtime_paa_meldekortet(bok: Regelbok) -> None:
    forsok = next(
        f for n in range(50) if (f := med_aap(Random(n))).steg and "opptrapping" not in f.tekst
    )
    grenser, telling, steg = finn(bok, forsok)
    (fall,) = [t for t in grenser.terskler if t.art == "fall"]
    assert fall.for_ is not None
    assert fall.etter is not None
    assert (fall.for_.trinn, fall.etter.trinn) == ("45\u00a0timer", "45,5\u00a0timer")
    assert (fall.for_.stilling, fall.etter.stilling) == (Decimal("22.5"), Decimal("22.75"))
    belop = [telling(n * steg) for n in range(0, 161, 4)]
    for n, b in zip(range(0, 161, 4), belop, strict=True):
        sted = n * steg
        strekning = next(s for s in grenser.strekninger if s.fra <= sted <= s.til)
        antatt = strekning.belop_fra + strekning.per_enhet * (sted - strekning.fra)
        assert abs(b - antatt) <= strekning.baand + Decimal("0.01")


def test_tellingen_kan_finne_feil(bok: Regelbok) -> None:
    forsok = med_ufor(Random(5))
    grenser, telling, _ = finn(bok, forsok)
    sted = grenser.strekninger[1].til
    feil = grenser.strekninger[0].belop_fra + grenser.strekninger[0].per_enhet * sted
    assert abs(telling(sted) - feil) > grenser.baand + 2
