"""Et oppfunnet land: lønn som kommer måneden etter, en støtte som går ned, og et årsoppgjør."""

from __future__ import annotations

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.beregning import Beregning, regn

LAND = {
    "regelsett.toml": """
[regelsett]
navn = "Lite land"
dato = 2031-01-01
stotter_fra = 2030-01-01
stotter_til = 2033-12-31
""",
    "felles/kalender.toml": """
tema    = "Kalender"
hjemmel = "kalenderloven"
periode = "konstant"

[kalender]
helligdag            = "helligdag"
meldeperiode_starter = "mandag"

[helligdag]
enhet   = "ja/nei"
periode = "dag"
formel  = "nei"

[mandag]
enhet  = "dato"
formel = "2031-01-06"

[gruppe.jobb]
flertall = "jobber"
""",
    "slit/slit.toml": """
tema    = "Slit"
hjemmel = "slitloven"
periode = "måned"

[ytelse.slit]
navn   = "Slitepenger"
kort   = "Slit"
gruppe = "slit"
rett   = "opptjent"

[start]
tittel   = "Jobben begynner"
periode  = "konstant"
for_hver = "jobb"
enhet    = "dato"
inndata  = { sporsmaal = "Når begynner jobben?" }

[timer]
tittel   = "Timer i måneden"
periode  = "konstant"
for_hver = "jobb"
enhet    = "timer/måned"
inndata  = { sporsmaal = "Hvor mange timer?", minst = 0, hoyst = 200, raskt = { nr = 3, naar = "slags = 'stub'", plan = "{} i måneden" } }

[takst]
tittel   = "Takst"
periode  = "konstant"
for_hver = "jobb"
enhet    = "kr/time"
inndata  = { sporsmaal = "Hva er taksten?", minst = 0, hoyst = 900, antatt = { verdi = 100, fordi = "vanlig", lavest = 80, hoyest = 150 } }

[opptjent]
tittel   = "Slitepenger for måneden"
for_hver = "jobb"
enhet    = "kr/måned"
formel   = "hvis første_dag < start så 0 ellers timer * takst"

[i_alt]
tittel = "Slitepenger i alt"
enhet  = "kr/måned"
formel = "sum(opptjent for hver jobb)"

[betaling.slit]
tittel  = "Slitepenger"
betaler = "Smeden"
belop   = "opptjent"
dag     = "dato(år, månedsnummer, 10) + 30 dager"
""",
    "stub/stub.toml": """
tema    = "Stub"
hjemmel = "stubloven"
periode = "måned"

[kilder]
loven = { navn = "Stubloven" }

[ytelse.stub]
navn         = "Stub"
gruppe       = "ytelse"
rett         = "stub"
aktuell_hvis = "stub_fra <= siste_dag"
varer_til    = "stub_til"

[stub_fra]
tittel  = "Stub fra"
periode = "konstant"
enhet   = "dato"
inndata = { sporsmaal = "Når fikk du stub?", raskt = { naar = "slags = 'stub'", antatt = "dato(år - 1, 1, 1)", fordi = "hele året" } }

[stub_til]
tittel  = "Stub til"
periode = "konstant"
enhet   = "dato"
inndata = { sporsmaal = "Når slutter stuben?", antatt = { verdi = 2040-12-31, fordi = "lenge" } }

[full_stub]
tittel     = "Full stub"
enhet      = "kr/måned"
inndata    = { sporsmaal = "Hvor mye stub får du?", staar_i = "stubbrevet", minst = 0, hoyst = 90_000, eksempel = "9_000", raskt = { nr = 2, naar = "slags = 'stub'", antatt = "9000 kr/måned", fordi = "det er vanlig", lavest = 8_000, hoyest = 12_000, hjelp = "Se i stubbrevet." } }
2030-01-01 = { formel = "9000 kr/måned", kilde = "loven" }

[andel]
tittel     = "Del av slitet som trekkes fra"
enhet      = "prosent"
2030-01-01 = { verdi = 50, kilde = "loven" }
2031-09-01 = { verdi = 40, kilde = "loven" }

[stub]
tittel = "Stub for måneden"
enhet  = "kr/måned"
formel = "hvis siste_dag > stub_til så 0 ellers høyeste(0, full_stub - andel * (slit.i_alt))"

[betaling.stub]
tittel  = "Stub"
betaler = "Kontoret"
belop   = "stub"
dag     = "dato(år, månedsnummer, 20)"

[trukket_for_mye]
tittel     = "Stuboppgjør"
periode    = "år"
enhet      = "kr/år"
forklaring = "Oppgjøret for {år} er {trukket_for_mye}."
formel     = "avrund(sum(slit.i_alt for hver måned) / 10, 1 kr)"

[betaling.oppgjor]
tittel  = "Stuboppgjør"
betaler = "Kontoret"
belop   = "trukket_for_mye"
dag     = "dato(år + 1, 6, 1)"
oppgjor = true
ytelse  = "stub"
""",
    "felles/rask.toml": """
tema    = "Den raske veien"
periode = "konstant"

[slags]
tittel  = "Det du får"
enhet   = "valg"
valg    = ["stub", "ingenting"]
inndata = { sporsmaal = "Hva får du?", raskt = { nr = 1 } }
""",
}


def land() -> Regelbok:
    """Regelboken for landet."""
    return Regelbok.fra_tekst(LAND)


def situasjon(
    bok: Regelbok, jobb: str = "", felles: str = "", *, dag: str = "2031-01-15"
) -> Situasjon:
    """Stub hele 2031 i «Som nå», og en plan med en jobb når det er noen."""
    plan = f'\n[plan."Med jobb"]\n[[plan."Med jobb".jobb]]\n{jobb}\n' if jobb else ""
    return Situasjon.les(
        f'regnedato = {dag}\n[stub]\nstub_fra = 2030-01-01\n{felles}\n[plan."Som nå"]\n{plan}', bok
    )


def regnet(jobb: str = "", felles: str = "", *, dag: str = "2031-01-15") -> Beregning:
    """Svaret med alt bak det."""
    bok = land()
    return regn(situasjon(bok, jobb, felles, dag=dag), bok)
