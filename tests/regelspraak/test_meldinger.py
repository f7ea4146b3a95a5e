"""Meldinger og linjer i dekningen: det som sier hvem, når, hva som skjer ellers, og hvor lenge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ytelsesrad import Raad, Regelbok, Situasjon, gi_raad
from ytelsesrad.beregning.resultat import Melding
from ytelsesrad.lesing import Feilsamling

FYR = """
tema    = "Fyrlykten"
hjemmel = "fyrloven § 4"
periode = "måned"

[kilder]
tinget = { navn = "Tinget", lest = 2031-01-02 }

[gruppe.vakt]
flertall = "vakter"

[ytelse.vaktlonn]
navn      = "Vaktlønn"
gruppe    = "arbeid"
rett      = "tjent_i_aaret"
timer     = "timer_i_aaret"
varer_til = "siste_vakt"

[siste_vakt]
tittel  = "Siste dag med vakt"
periode = "konstant"
enhet   = "dato"
inndata = { sporsmaal = "Når er siste vakt?", antatt = { verdi = 2031-09-30, fordi = "vanlig" } }

[vakttimer]
tittel   = "Timer på vakt"
for_hver = "vakt"
enhet    = "timer/måned"
inndata  = { sporsmaal = "Hvor mange timer?", minst = 0 }

[tjent_i_aaret]
tittel  = "Tjent i året"
periode = "år"
enhet   = "kr/år"
formel  = "timer_i_aaret * 10 kr/time"

[timer_i_aaret]
tittel  = "Timer i året"
periode = "år"
enhet   = "timer/år"
formel  = "sum(sum(vakttimer for hver måned) for hver vakt)"

[tjent]
tittel = "Tjent"
enhet  = "kr/måned"
formel = "sum(vakttimer for hver vakt) * 10 kr/time"

[betaling.vaktlonn]
tittel  = "Vaktlønn"
betaler = "Fyrvesenet"
belop   = "tjent"
dag     = "siste_dag"

[[melding]]
id       = "meld_fra"
type     = "plikt"
naar     = "tjent_i_aaret > 0"
tekst    = "Meld fra om vaktene."
mottaker = "Fyrvesenet"
folge    = "Ellers må {tjent_i_aaret} betales tilbake."
kilde    = "tinget"

[[melding]]
id       = "lykten_slukker"
type     = "stanser"
naar     = "tjent_i_aaret > 0"
tekst    = "Lykten din slukker."
fra_dato = "siste_vakt + 1 dag"
kilde    = "tinget"
"""
FIL = """
regnedato = 2031-01-15
fra       = 2031-01-01
til       = 2031-12-31
[plan."Som nå"]
[plan."Vakt"]
[[plan."Vakt".vakt]]
vakttimer = 10
"""
REGELSETT = """
[regelsett]
navn        = "2031-01"
dato        = 2031-01-01
stotter_fra = 2030-01-01
stotter_til = 2033-12-31
"""


@pytest.fixture(scope="module")
def svar() -> Raad:
    bok = Regelbok.fra_tekst({"regelsett.toml": REGELSETT, "fyr/fyr.toml": FYR})
    return gi_raad(Situasjon.les(FIL, bok), bok)


def melding(svar: Raad, plan: int, navn: str) -> Melding:
    (funnet,) = (m for m in svar.planer[plan].meldinger if m.id.endswith(navn))
    return funnet


def test_en_plikt_sier_hvem_som_skal_ha_beskjed_og_hva_som_skjer_ellers(svar: Raad) -> None:
    m = melding(svar, 1, "meld_fra")
    assert m.mottaker == "Fyrvesenet"
    # 12 måneder à 10 timer à 10 kroner
    assert (m.folge or "").replace("\u00a0", " ") == "Ellers må 1 200 kroner betales tilbake."


def test_det_som_stanser_sier_fra_hvilken_dag(svar: Raad) -> None:
    m = melding(svar, 1, "lykten_slukker")
    assert (m.type, m.fra_dato) == ("stanser", date(2031, 10, 1))


def test_meldinger_uten_vilkaar_oppfylt_er_ikke_med(svar: Raad) -> None:
    assert svar.planer[0].meldinger == ()


def test_timene_paa_linjen_er_timene_i_aaret(svar: Raad) -> None:
    uten, med = svar.planer
    assert [a.timer for a in uten.aar] == [Decimal(0)]
    assert [a.timer for a in med.aar] == [Decimal(120)]
    assert [x.for_arbeid for x in med.aar[0].linjer] == [True]


def test_linjen_sier_hvor_lenge_en_har_det(svar: Raad) -> None:
    (slutt,) = (o for o in svar.overraskelser if o.slag == "slutter")
    assert (slutt.plan, slutt.ytelse, slutt.dato) == ("Vakt", "vaktlonn", date(2031, 9, 30))


def test_typen_avgjor_hva_som_staar_i_det_korte_svaret_og_regelfilen_kan_si_noe_annet() -> None:
    note = '\n[[melding]]\nid = "{}"\ntype = "{}"\ntekst = "{}."\nkilde = "tinget"\n'
    fil = FYR + "".join(
        [
            note.format("gratis_te", "rettighet", "Gratis te"),
            note.format("uniform", "rettighet", "Uniformen") + "viktig = true\n",
            note.format("sov", "råd", "Sov godt"),
            note.format("storm", "advarsel", "Det kan blåse"),
            note.format("maaker", "advarsel", "Måkene bråker") + "viktig = false\n",
        ]
    )
    bok = Regelbok.fra_tekst({"regelsett.toml": REGELSETT, "fyr/fyr.toml": fil})
    svar = gi_raad(Situasjon.les(FIL, bok), bok)
    viktig = {m.id.partition(".")[2]: m.viktig for m in svar.planer[1].meldinger}
    assert viktig == {
        "meld_fra": True,
        "lykten_slukker": True,
        "gratis_te": False,
        "uniform": True,
        "sov": False,
        "storm": True,
        "maaker": False,
    }
    # det samme i planen en har i dag, er ingen nyhet
    assert not any(m.viktig for m in svar.planer[0].meldinger)


def test_det_uvesentlige_staar_i_regelsettet() -> None:
    filer = {"fyr/fyr.toml": FYR}
    med = f"{REGELSETT}\n[uvesentlig]\nkroner_i_maaneden = 2.5\n"
    u = Regelbok.fra_tekst({"regelsett.toml": med, **filer}).regelsett.uvesentlig
    assert (u.kroner_i_maaneden, u.av_hundre) == (Decimal("2.5"), Decimal(0))
    for galt in ("kroner = 100", "av_hundre = -1", 'av_hundre = "5"', "av_hundre = true"):
        med = f"{REGELSETT}\n[uvesentlig]\n{galt}\n"
        with pytest.raises(Feilsamling, match="«kroner_i_maaneden» og «av_hundre»"):
            Regelbok.fra_tekst({"regelsett.toml": med, **filer})
