"""Oversettelser: de samme hullene, det som mangler merkes, og ingen tall endres."""

from __future__ import annotations

from datetime import date

import pytest

from ytelsesrad import Feilsamling, Regelbok, Situasjon, beregn
from ytelsesrad.beregning import Planresultat
from ytelsesrad.regelbok import sjekk_oversettelser

KAPITTEL = """
tema = "Støtte"
hjemmel = "støtteloven"
periode = "år"

[kilder]
loven = { navn = "Støtteloven" }

[ytelse.stotte]
navn = "Stripestøtte"
rett = "stotte"
spor = "Støttekontoret"

[sivilstand]
tittel = "Sivilstand"
enhet = "valg"
valg = ["gift", "alene"]
periode = "konstant"
inndata = { sporsmaal = "Er du gift?", antatt = { verdi = "alene", fordi = "de fleste er det" } }

[stotte]
tittel = "Støtte for året"
enhet = "kr/år"
formel = "hvis sivilstand = 'alene' så 12000 kr/år ellers 6000 kr/år"

[[melding]]
id = "faar"
type = "rettighet"
tekst = "Du får {stotte} i {år}, fordi du er {sivilstand}."
kanal = "Støttekontoret"
kilde = "loven"

[[melding]]
id = "mer"
type = "råd"
tekst = "Spør om {stotte}."
kilde = "loven"
"""
ENGELSK = """
[[tekst]]
nb = "Du får {stotte} i {år}, fordi du er {sivilstand}."
en = "In {år} you get {stotte}, being {sivilstand} ({ år })."
[[tekst]]
nb = "alene"
en = "single"
"""
FELLES = """
[[tekst]]
nb = "Støttekontoret"
en = "the Support Office"
[[tekst]]
nb = "Stripestøtte"
en = "Stripe support"
"""
FELLESREGLER = """
tema = "Felles"
hjemmel = "loven"
periode = "konstant"

[kalender]
helligdag = "helligdag"
meldeperiode_starter = "mandag"

[helligdag]
enhet = "ja/nei"
periode = "dag"
formel = "dagen = påskedag(år)"

[mandag]
enhet = "dato"
skjult = true
inndata = { sporsmaal = "Når startet en meldeperiode?" }
"""
SITUASJON = """
regnedato = 2031-06-01
fra = 2031-01-01
til = 2031-12-31
[plan."Som nå"]
"""


def bok(**filer: str) -> Regelbok:
    sett = (
        '[regelsett]\nnavn = "Stripeland"\ndato = 2031-01-01\n'
        "stotter_fra = 2030-01-01\nstotter_til = 2032-12-31\n"
    )
    egne = {f"{n.replace('__', '/')}.toml": t for n, t in filer.items()}
    return Regelbok.fra_tekst(
        {
            "regelsett.toml": sett,
            "stotte/stotte.toml": KAPITTEL,
            "felles/felles.toml": FELLESREGLER,
            **egne,
        }
    )


def plan(b: Regelbok) -> Planresultat:
    return beregn(Situasjon.les(SITUASJON, b), b).planer[0]


@pytest.fixture(scope="module")
def oversatt() -> Regelbok:
    return bok(stotte__en__stotte=ENGELSK, felles__en__ord=FELLES)


def test_hullene_fylles_slik_spraket_skriver(oversatt: Regelbok) -> None:
    faar, _ = plan(oversatt.paa("en")).meldinger
    assert faar.tekst == "In 2031 you get NOK\u00a012,000, being single (2031)."
    assert faar.kanal == "the Support Office"


def test_bokmaal_er_urort(oversatt: Regelbok) -> None:
    uten = bok()
    assert plan(oversatt) == plan(oversatt.paa("nb")) == plan(uten)
    assert plan(oversatt).meldinger[0].tekst.endswith("fordi du er alene.")


def test_det_som_ikke_er_oversatt_merkes(oversatt: Regelbok) -> None:
    _, mer = plan(oversatt.paa("en")).meldinger
    assert mer.tekst == "⟦Spør om 12\u00a0000\u00a0kroner.⟧"
    (antatt,) = plan(oversatt.paa("en")).forutsetninger
    assert (antatt.tittel, antatt.verdi, antatt.fordi) == (
        "⟦Sivilstand⟧",
        "single",
        "⟦de fleste er det⟧",
    )


def test_tallene_er_de_samme_paa_alle_sprak(oversatt: Regelbok) -> None:
    for kode in ("en", "nn"):
        b = oversatt.paa(kode)
        assert b.verdi_uten_inndata("stotte.stotte", date(2031, 12, 31)) == 12_000
        assert [a.gjort_opp_netto for a in plan(b).aar] == [
            a.gjort_opp_netto for a in plan(oversatt).aar
        ]
        assert b.hash == oversatt.hash


def test_oversettelsene_er_ikke_med_i_kontrollsummen(oversatt: Regelbok) -> None:
    assert bok().hash == oversatt.hash


def test_stillingen_i_et_sprak(oversatt: Regelbok) -> None:
    stand = sjekk_oversettelser(oversatt, "en")
    assert stand.feil == ()
    mangler = [t.tekst for t in stand.mangler]
    assert mangler == ["Sivilstand", "gift", "Er du gift?", "de fleste er det", "Spør om {stotte}."]
    assert stand.alle == len(mangler) + 4
    assert {t.sted.fil.fil for t in stand.mangler} == {"stotte/stotte.toml"}


def test_et_overlegg_har_sine_egne_oversettelser() -> None:
    overlegg = {
        "stotte/mer.toml": KAPITTEL.split("[ytelse.stotte]")[0]
        + '[[melding]]\nid = "ny"\ntype = "råd"\ntekst = "Husk støtten."\nkilde = "loven"\n',
        "stotte/en/mer.toml": '[[tekst]]\nnb = "Husk støtten."\nen = "Remember the support."\n',
    }
    grunn = {"stotte/stotte.toml": KAPITTEL, "felles/felles.toml": FELLESREGLER}
    b = Regelbok.fra_tekst(grunn, overlegg).paa("en")
    tekster = [m.tekst for m in plan(b).meldinger]
    assert "Remember the support." in tekster


def test_feil_i_en_oversettelse_stopper_den_som_ber_om_spraket() -> None:
    b = bok(stotte__en__stotte='[[tekst]]\nnb = "alene"\nen = "{sivilstand}"\n')
    assert plan(b).meldinger
    with pytest.raises(Feilsamling, match="R25"):
        b.paa("en")


def test_et_sprak_som_ikke_finnes(oversatt: Regelbok) -> None:
    with pytest.raises(Feilsamling, match="Velg mellom nb"):
        oversatt.paa("tlh")
