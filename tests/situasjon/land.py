"""Et oppdiktet land: bare det som kan oppgis, i to mapper og to grupper."""

from __future__ import annotations

from ytelsesrad import Regelbok

FELLES = """
tema    = "Hvem det gjelder"
hjemmel = "ingen"
periode = "konstant"

[kilder]
tinget = { navn = "Tinget", sikkerhet = "lov" }

[gruppe.barn]
flertall = "barn"

[enhet.G]
regel = "G"

[G]
tittel     = "Grunntallet"
enhet      = "kr/år"
periode    = "dag"
2020-05-01 = { verdi = 100_000, kilde = "tinget" }
2026-05-01 = { verdi = 125_000, kilde = "tinget" }

[fodt]
tittel  = "Fødselsdato"
enhet   = "dato"
inndata = { sporsmaal = "Når er du født?", eksempel = "1981-02-14" }

[oy]
tittel  = "Øya du bor på"
enhet   = "tekst"
periode = "måned"
inndata = { sporsmaal = "Hvilken øy bor du på?", eksempel = '"Nordøya"' }

[har_partner]
tittel  = "Bor med partner"
enhet   = "ja/nei"
periode = "måned"
inndata = { sporsmaal = "Bor du med partner?", sted = "husstand" }

[barn_fodt]
tittel   = "Barnets fødselsdato"
for_hver = "barn"
enhet    = "dato"
inndata  = { sporsmaal = "Når er barnet født?", kalles = ["fodselsdag"] }
"""

FYRLYS = """
tema    = "Fyrlys"
hjemmel = "fyrloven § 1"
periode = "konstant"

[grad]
tittel  = "Fyrgrad"
enhet   = "prosent"
periode = "måned"
inndata = { sporsmaal = "Hvor stor er graden?", staar_i = "fyrbrevet", minst = 20, hoyst = 100,\
            steg = 5, krever = ["gitt_fra"], eksempel = "50" }

[gitt_fra]
tittel  = "Fyrlys fra"
enhet   = "dato"
inndata = { sporsmaal = "Fra hvilken dag?", staar_i = "fyrbrevet", krever = ["grad"],\
            eksempel = "2019-03-01" }

[grunnlag]
tittel  = "Grunnlag i G"
enhet   = "G"
inndata = { sporsmaal = "Hva er grunnlaget?", minst = 0, hoyst = 6,\
            eksempel = "{ kroner = 350_000, dato = 2026-05-01 }" }

[bidrag]
tittel  = "Bidrag i G"
enhet   = "G"
periode = "måned"
inndata = { sporsmaal = "Hva er bidraget?", minst = 0 }

[meldt]
tittel  = "Meldt fangst"
enhet   = "kr/år"
periode = "år"
inndata = { sporsmaal = "Hva har du meldt?", minst = 0, meldes = true }

[slag]
tittel  = "Slag fyr"
enhet   = "valg"
valg    = ["rødt", "hvitt"]
inndata = { sporsmaal = "Hva slags fyr?" }

[fyrt]
tittel  = "Timer fyrt"
enhet   = "timer/dag"
periode = "dag"
inndata = { sporsmaal = "Hvor mange timer fyrte du?", minst = 0, hoyst = 24, skjedd = true,\
            eksempel = "{ fra = 2026-01-05, gjentas = [8, 0] }" }

[utbetalt]
tittel  = "Utbetalt"
enhet   = "kr/måned"
periode = "måned"
inndata = { sporsmaal = "Hva fikk du?" }
"""

FANGST = """
tema    = "Fangst"
hjemmel = "fangstloven § 1"
periode = "konstant"

[gruppe.jobb]
flertall   = "jobber"
kjennetegn = "hos"

[hos]
tittel   = "Hvem jobben er hos"
for_hver = "jobb"
enhet    = "tekst"
inndata  = { sporsmaal = "Hvem er jobben hos?" }

[andel]
tittel   = "Andel av full tid"
for_hver = "jobb"
enhet    = "prosent"
periode  = "dag"
inndata  = { sporsmaal = "Hvor stor er andelen?" }

[start]
tittel   = "Jobben begynner"
for_hver = "jobb"
enhet    = "dato"
inndata  = { sporsmaal = "Når begynner jobben?" }

[timer]
tittel   = "Timer i uka"
for_hver = "jobb"
enhet    = "timer/uke"
periode  = "dag"
inndata  = { sporsmaal = "Hvor mange timer i uka?", minst = 0, hoyst = 80, eksempel = "20" }
formel   = "andel * 40 timer/uke"

[timelonn]
tittel   = "Timelønn"
for_hver = "jobb"
enhet    = "kr/time"
periode  = "dag"
inndata  = { sporsmaal = "Hva er timelønnen?", minst = 0, krever = ["timer"], eksempel = "236.54" }
"""


def bok() -> Regelbok:
    return Regelbok.fra_tekst(
        {
            "regelsett.toml": '[regelsett]\nnavn = "Stripeland"\ndato = 2026-01-01\n'
            "stotter_fra = 2024-01-01\nstotter_til = 2027-12-31\n",
            "felles/hvem.toml": FELLES,
            "fyrlys/vedtak.toml": FYRLYS,
            "fangst/jobb.toml": FANGST,
        }
    )
