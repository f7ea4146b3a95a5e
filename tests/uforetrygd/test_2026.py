"""2026: reglene som ble endret tre ganger, sett fra ulike dager, og kalenderen etter dem."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests.uforetrygd.personer import UT, Person, aaret, maanedene, med, tilfeldige
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import FraDato, Gitt, Oppgitt

JUNI = date(2026, 6, 30)
G = 136_549


def krone(x: Fraction) -> int:
    return int(x + Fraction(1, 2))


def minste_g(p: Person) -> Fraction:
    if p.ung:
        return Fraction("2.709" if p.partner else "2.959")
    return Fraction("2.329" if p.partner else "2.529")


def uavhengig(p: Person, inntekt: int, *, gammelt: bool) -> int:
    """Uføretrygd for 2026 med brøker: etter reglene i bruk i juni, eller slik det til slutt ble."""
    sats = max(Fraction("0.66") * min(Fraction(6), Fraction(str(p.grunnlag_g))), minste_g(p))
    sats = sats * p.trygdetid / 40
    fra = p.innvilget.month if p.innvilget.year == 2026 else 1
    grad = Fraction(str(p.grad))
    maaneder = [krone(sats * (130_160 if m < 5 else G) * grad / 12) for m in range(fra, 13)]
    lav_ifu = Fraction("3.3") if gammelt and p.partner else Fraction("3.5")
    ifu = max(Fraction(str(p.ifu_g)), Fraction("4.5") if p.ung else lav_ifu)
    prosent = Fraction(krone(sats / ifu * 10_000), 10_000)
    fribelop = Fraction("0.4")
    if not gammelt:
        prosent = min(prosent, Fraction("0.7"))
        to_aar = p.innvilget.replace(year=p.innvilget.year + 2)
        hoyt = sum(date(2026, m, 1) >= to_aar for m in range(1, 13))
        fribelop += Fraction("0.6") * hoyt / 12
    if inntekt > Fraction("0.8") * ifu * G:
        return 0
    over = max(Fraction(0), inntekt - (Fraction(str(p.ieu_g)) + fribelop) * G)
    return krone(max(Fraction(0), sum(maaneder) - prosent * over))


@pytest.mark.parametrize("inntekt", [0, 100_000, 210_000, 370_000])
def test_sett_fra_juni_og_slik_det_ble_mot_uavhengig_regning(bok, inntekt):
    with regnemodus():
        for p in tilfeldige(250, fro=inntekt):
            m = med(p.kjor(bok), inntekt_i_aaret=Decimal(inntekt))
            assert aaret(m, "uforetrygd", sett_fra=JUNI) == uavhengig(p, inntekt, gammelt=True), p
            assert aaret(m, "uforetrygd") == uavhengig(p, inntekt, gammelt=False), p


def test_praksis_i_juni_og_regelboken_i_juni_er_to_ting(bok, rot: Path):
    """Sett fra 30. juni er fribeløpet 0,4 G. Regelboken i juni visste at det skulle bli 1 G."""
    i_juni = Regelbok.standard(kunnskapsdato=JUNI)
    par = Person(partner=True, ifu_g=Decimal("3.3"))
    gammel_pensjon = {UT + "konvertert": True}
    with regnemodus():
        naa, da = par.kjor(bok), par.kjor(i_juni)
        assert aaret(naa, "fribelop_g", sett_fra=JUNI) == Decimal("0.4")
        assert aaret(naa, "brukt_ifu_g", sett_fra=JUNI) == Decimal("3.3")
        assert aaret(naa, "reduksjonsprosent", sett_fra=JUNI) == Decimal("0.7058")
        assert aaret(da, "fribelop_g") == 1
        assert aaret(da, "reduksjonsprosent") == Decimal("0.6654")
        # at kuttet i minstesatsen skulle gjøres om, ble kunngjort 2. juli
        naa, da = par.kjor(bok, **gammel_pensjon), par.kjor(i_juni, **gammel_pensjon)
        august = date(2026, 8, 1)
        assert da.les(UT + "minstesats_g", august) == Decimal("2.329")
        assert naa.les(UT + "minstesats_g", august) == Decimal("2.379")


# ── De to årene ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("aar", "maaneder", "fribelop_g"), [(2026, 0, "0.4"), (2027, 9, "0.85"), (2028, 12, "1")]
)
def test_kim_med_uforetrygd_fra_april_2025(bok, aar, maaneder, fribelop_g):
    kim = Person(innvilget=date(2025, 4, 1))
    with regnemodus():
        kjoring = kim.kjor(bok, aar)
        assert aaret(kjoring, "maaneder_med_hoyt_fribelop", aar) == maaneder
        assert aaret(kjoring, "fribelop_g", aar) == Decimal(fribelop_g)
        # brevet: inntekt etter uførhet + 0,4 G · 3/12 + 1 G · 9/12, med G fra mai (her anslag)
        g = aaret(kjoring, "fribelop", aar) / Decimal(fribelop_g)
        assert g == G


def test_to_aar_teller_fra_og_med_maaneden_ogsaa_naar_vedtaket_har_en_annen_dag(bok):
    with regnemodus():
        kjoring = Person(innvilget=date(2024, 4, 15)).kjor(bok)
        assert aaret(kjoring, "maaneder_med_hoyt_fribelop") == 9


def grader(p: Person, *skift: tuple[date, str]) -> Gitt:
    """De samme opplysningene, men med en uføregrad som endrer seg."""
    fra = tuple(FraDato(dag, Decimal(grad)) for dag, grad in skift)
    rest = tuple(v for v in p.gitt().verdier if v.regel not in {UT + "uforegrad", UT + "ieu_g"})
    return Gitt((*rest, Oppgitt(UT + "uforegrad", fra=fra)))


@pytest.mark.parametrize(
    ("navn", "innvilget", "skift", "i_2026", "i_2027"),
    [
        ("1 G hele 2026", (2023, 12), [], "1", "1"),
        ("1 G til graden øker i juli, så 0,4 G", (2019, 3), [(2026, 7, "1")], "0.7", "0.4"),
        ("0,4 G til to år er gått i mars, så 1 G", (2024, 3), [], "0.9", "1"),
        ("0,4 → 1 → 0,4", (2024, 4), [(2026, 10, "1")], "0.7", "0.4"),
        ("lavere grad starter ingenting på nytt", (2019, 3), [(2026, 7, "0.4")], "1", "1"),
        ("høyere grad i 2025 er det som teller", (2019, 3), [(2025, 6, "1")], "0.4", "0.75"),
    ],
)
def test_brevets_fire_tilfeller_og_to_til(bok, navn, innvilget, skift, i_2026, i_2027):
    start = date(innvilget[0], innvilget[1], 1)
    p = Person(innvilget=start, ifu_g=Decimal(4))
    gitt = grader(p, (start, "0.5"), *((date(a, m, 1), g) for a, m, g in skift))
    with regnemodus():
        for aar, ventet in ((2026, i_2026), (2027, i_2027)):
            kjoring = bok.kjor(gitt, date(2025, 1, 1), date(aar, 12, 31))
            assert aaret(kjoring, "fribelop_g", aar) == Decimal(ventet), navn


def test_vektet_fribelop_er_det_brevet_skriver(bok):
    """Navs brev setter 0,7 G ved siden av 95 584 kroner."""
    gitt = grader(
        Person(innvilget=date(2019, 3, 1)), (date(2019, 3, 1), "0.5"), (date(2026, 7, 1), "1")
    )
    with regnemodus():
        kjoring = bok.kjor(gitt, date(2025, 1, 1), date(2026, 12, 31))
        assert int(aaret(kjoring, "fribelop")) == 95_584


def test_inntekten_etter_uforhet_vektes_med_maanedene(bok):
    """Halvt år med 50 prosent og halvt år med 100: halv inntekt etter uførhet for året."""
    start = date(2019, 3, 1)
    gitt = grader(
        Person(innvilget=start, ifu_g=Decimal(4)), (start, "0.5"), (date(2026, 7, 1), "1")
    )
    with regnemodus():
        kjoring = bok.kjor(gitt, date(2025, 1, 1), date(2026, 12, 31))
        assert aaret(kjoring, "inntekt_etter_uforhet") == Decimal(2) / 2 * G
        assert aaret(kjoring, "bunnfradrag") == (1 + Decimal("0.7")) * G


# ── Utbetalt i 2026 ─────────────────────────────────────────────────────────────────────────────


def test_2026_maaned_for_maaned_med_tre_regelendringer(bok):
    """Enslig på minstesats som tjener 200 000 og har meldt det fra første dag."""
    p = Person()
    with regnemodus():
        kjoring = med(
            p.kjor(bok), inntekt_i_aaret=Decimal(200_000), meldt_for_maaneden=Decimal(200_000)
        )
        fikk = [int(x) for x in maanedene(kjoring, "utbetalt")]
    # januar–april: 27 431 uten jobb; 72,26 prosent av det som er over 0,4 G (52 064 før mai)
    aar_gammel = 12 * 27_431
    januar = krone(Fraction(aar_gammel) / 12 - Fraction("0.7226") * (200_000 - 52_064) / 12)
    assert fikk[:5] == [januar] * 5
    # oktober: 1 G, og det som mangler, kommer så langt det er plass til det
    assert fikk[9:] == [28_778] * 3
    gjort_opp = krone(339_948 - Fraction("0.7") * (200_000 - G))
    with regnemodus():
        assert aaret(kjoring, "uforetrygd") == gjort_opp
        assert aaret(kjoring, "etteroppgjor") == gjort_opp - sum(fikk)
    # fra juli: 70 prosent, og etterbetalingen for januar–juni fordelt på resten av året
    assert fikk[6] == fikk[7] == fikk[8] > fikk[5] - 2 * (fikk[5] - fikk[6])
    assert januar < fikk[6] < 28_778
