"""Det som gjelder uføretrygden fra ett år til det neste, med en jobb."""

from __future__ import annotations

from tests.ytelser.hjelp import BASIS, planer

TO_AAR = BASIS.replace("2026-12-31", "2027-12-31")
UFORETRYGD = """
[uforetrygd]
innvilget  = {innvilget}
uforegrad  = 100
trygdetid  = 40
grunnlag_g = 4
ifu_g      = 4.5
maate      = "{maate}"
[[jobb]]
start         = 2026-01-05
timer_per_uke = {timer}
timelonn      = 230
[plan."Som nå"]
"""


def svaret(bok, innvilget: str = "2020-03-01", maate: str = "riktig", timer: int = 18):
    tekst = UFORETRYGD.format(innvilget=innvilget, maate=maate, timer=timer)
    return planer(bok, tekst, TO_AAR)["Som nå"]


def test_delte_feriepenger_er_ikke_en_ytelse_fra_nav(bok):
    plan = svaret(bok, innvilget="2026-06-01", timer=8)
    (feriepenger,) = [b for b in plan.betalinger if b.ytelse == "feriepenger"]
    assert feriepenger.dato.year == 2027
    assert "uforetrygd.ytelser_teller_som_inntekt" not in {m.id for m in plan.meldinger}


def test_ikke_meldt_over_nyttaar_er_et_forbehold(bok):
    forbehold = "uforetrygd.ikke_meldt_over_nyttaar"
    assert forbehold in {f.id for f in svaret(bok, maate="ikke meldt").forbehold}
    assert forbehold not in {f.id for f in svaret(bok).forbehold}
    assert forbehold not in {f.id for f in svaret(bok, maate="ikke meldt", timer=4).forbehold}


def test_aaret_etter_at_uforetrygden_er_slutt_sies_ikke_noe_om_den(bok):
    tekst = UFORETRYGD.format(innvilget="2020-03-01", maate="riktig", timer=8)
    plan = planer(bok, tekst.replace("[[jobb]]", "slutter = 2026-09-30\n[[jobb]]"), TO_AAR)[
        "Som nå"
    ]
    perioder = {m.id: m.perioder for m in plan.meldinger}
    assert any(b.ytelse == "feriepenger" and b.dato.year == 2027 for b in plan.betalinger)
    for navn in ("beholder_alt", "veien_tilbake_uten_reduksjon", "inntektstaket"):
        assert perioder[f"uforetrygd.{navn}"] == ("2026",)
    assert "uforetrygd.meld_neste_aar" not in perioder
