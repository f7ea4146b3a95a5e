"""Egenskaper som skal holde for alle, prøvd på mange tilfeldige personer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from tests.conftest import GRUNDIG
from tests.uforetrygd.personer import UT, Person, aaret, maanedene, med, meldt, tilfeldige
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

INNTEKTER = (0, 1, 40_000, 54_619, 54_620, 90_000, 136_549, 136_550, 200_000, 280_000, 400_000)


def antall(mange: int) -> int:
    """Så mange personer i «grundig», og en tredjedel ellers."""
    return mange if GRUNDIG else mange // 3


def inntekter(kjoring, aar: int, r: Random) -> list[Decimal]:
    """Faste og tilfeldige inntekter, og noen tett rundt hver grense personen har."""
    grenser = [aaret(kjoring, navn, aar) for navn in ("bunnfradrag", "inntektstak")]
    rundt = [x for g in grenser for x in (g - 1, g, g + Decimal("0.01"), g + 1)]
    tilfeldig = [Decimal(r.randrange(0, 700_000)) for _ in range(4)]
    return sorted({*map(Decimal, INNTEKTER), *rundt, *tilfeldig})


@pytest.mark.parametrize("aar", [2025, 2026, 2027])
def test_gjort_opp_faller_bare_med_inntekten_og_summen_faller_bare_ved_taket(bok, aar):
    r = Random(aar)
    fall = 0
    with regnemodus():
        for p in tilfeldige(antall(700), fro=aar):
            kjoring = p.kjor(bok, aar)
            uten, tak = (aaret(kjoring, n, aar) for n in ("uredusert_aar", "inntektstak"))
            forrige = (Decimal(0), uten)
            for inntekt in inntekter(kjoring, aar, r):
                fikk = aaret(med(kjoring, inntekt_i_aaret=inntekt), "uforetrygd", aar)
                assert 0 <= fikk <= forrige[1] <= uten, (p, inntekt)
                assert fikk == 0 or inntekt <= tak, (p, inntekt)
                # hver krone gir minst 30 øre igjen fra 2026; avrundingen kan flytte en halv krone
                if forrige[0] <= tak < inntekt:
                    fall += forrige[1] > 0
                else:
                    assert inntekt + fikk >= sum(forrige) - 1, (p, inntekt)
                forrige = (inntekt, fikk)
    assert fall > antall(300), "taket skal være prøvd"


@pytest.mark.parametrize("aar", [2025, 2026])
def test_utbetalt_og_oppgjor_er_det_en_har_rett_til_uansett_hva_som_er_meldt(bok, aar):
    """Med null til fire meldinger i året, og en inntekt som kan være en annen."""
    r = Random(aar + 1)
    with regnemodus():
        for p in tilfeldige(antall(150), fro=aar + 10):
            meldinger = sorted(
                (date(aar, r.randrange(1, 13), r.randrange(1, 28)), r.randrange(0, 500_000, 500))
                for _ in range(r.randrange(5))
            )
            inntekt = Decimal(r.randrange(0, 600_000, 100))
            gitt = p.gitt(**{UT + "meldt_for_maaneden": None, UT + "maate": "egne tall"})
            verdier = [v for v in gitt.verdier if v.regel != UT + "inntekt_i_aaret"]
            verdier += [Oppgitt(UT + "inntekt_i_aaret", alltid=inntekt)]
            if meldinger:
                start = (date(aar - 1, 1, 1), 0)
                verdier.append(meldt(aar, start, *meldinger))
            kjoring = bok.kjor(Gitt(tuple(verdier)), date(aar - 1, 1, 1), date(aar, 12, 31))
            utbetalt, termin = (maanedene(kjoring, n, aar) for n in ("utbetalt", "terminbelop"))
            rett, oppgjor = (aaret(kjoring, n, aar) for n in ("uforetrygd", "etteroppgjor"))
            assert sum(utbetalt) + oppgjor == rett
            hoyest = maanedene(kjoring, "uredusert_naa", aar)
            assert all(0 <= t <= h for t, h in zip(termin, hoyest, strict=True)), (p, meldinger)
            assert all(u >= 0 for u in utbetalt), (p, meldinger)
            # ingen melding får virkning i måneden den kommer
            if meldinger and meldinger[0][0].month > 1:
                foerste = meldinger[0][0].month
                kjoring_uten = p.kjor(bok, aar)
                uten = maanedene(kjoring_uten, "utbetalt", aar)
                assert utbetalt[:foerste] == uten[:foerste], (p, meldinger)


def test_meldt_riktig_fra_januar_gaar_opp_uten_regelendring(bok):
    """I 2025 endret ingen regler seg i løpet av året: da er etteroppgjøret bare avrunding.

    Unntaket er ny G i mai. Er bunnfradraget eller taket i kroner lavere før mai, blir det betalt
    litt mindre da, og resten kommer i juni eller siden.
    """
    with regnemodus():
        for p in tilfeldige(antall(150), fro=3):
            if p.innvilget > date(2025, 1, 1):
                continue
            kjoring = p.kjor(bok, 2025)
            tak = aaret(kjoring, "inntektstak", 2025) / 2
            m = med(kjoring, inntekt_i_aaret=tak, meldt_for_maaneden=tak)
            hoyest = sum(maanedene(m, "uredusert_naa", 2025)[5:])
            rest = aaret(m, "uforetrygd", 2025) - sum(maanedene(m, "terminbelop", 2025)[:5])
            if 0 <= rest <= hoyest:
                assert abs(aaret(m, "etteroppgjor", 2025)) <= 12, p


def test_barnetillegget_er_mellom_null_og_fullt_og_summen_faller_bare_ved_taket(bok):
    r = Random(5)
    redusert = 0
    with regnemodus():
        for p in tilfeldige(antall(400), fro=5, barn=True):
            kjoring = p.kjor(bok)
            tak, fullt = (aaret(kjoring, n) for n in ("inntektstak", "fullt_barnetillegg_i_aaret"))
            forrige = None
            for inntekt in inntekter(kjoring, 2026, r):
                m = med(kjoring, inntekt_i_aaret=inntekt)
                barnetillegg = aaret(m, "barnetillegg")
                assert 0 <= barnetillegg <= fullt + 1, (p, inntekt)
                redusert += barnetillegg < fullt
                alt = inntekt + aaret(m, "uforetrygd") + barnetillegg
                if inntekt > tak:
                    assert barnetillegg == 0
                elif forrige is not None:
                    # to slags barn: barnetillegget kan gå ned like mye som personinntekten øker
                    assert alt >= forrige - 2, (p, inntekt)
                forrige = alt
    assert redusert > antall(400)


def test_barnetillegget_som_betales_og_gjores_opp(bok):
    with regnemodus():
        for p in tilfeldige(antall(120), fro=6, barn=True):
            kjoring = p.kjor(bok)
            m = med(kjoring, inntekt_i_aaret=Decimal(180_000), meldt_for_maaneden=Decimal(150_000))
            utbetalt = maanedene(m, "barnetillegg_utbetalt")
            assert all(u >= 0 for u in utbetalt), p
            oppgjor = aaret(m, "etteroppgjor_barnetillegg")
            assert sum(utbetalt) + oppgjor == aaret(m, "barnetillegg")


def test_hoyere_uforetrygd_av_nye_regler_gir_aldri_hoyere_barnetillegg(bok):
    """De nye reglene i 2026 øker uføretrygden. Barnetillegget går da ned eller står."""
    juni = date(2026, 6, 30)
    with regnemodus():
        for p in tilfeldige(antall(200), fro=8, barn=True):
            m = med(p.kjor(bok), inntekt_i_aaret=Decimal(230_000))
            if aaret(m, "inntektstak", sett_fra=juni) < 230_000:
                continue
            assert aaret(m, "uforetrygd") >= aaret(m, "uforetrygd", sett_fra=juni), p
            assert aaret(m, "barnetillegg") <= aaret(m, "barnetillegg", sett_fra=juni), p


def test_lavere_grad_starter_ikke_de_to_aarene_paa_nytt(bok):
    p = Person(grad=Decimal("0.5"))
    with regnemodus():
        assert aaret(p.kjor(bok), "fribelop_g") == 1
