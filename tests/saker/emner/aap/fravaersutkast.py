"""Navs utkast til fravær på det nye meldekortet. Det er ikke i bruk, og ligger i et overlegg."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from tests.saker.emner.aap.felles import KAPITTEL
from tests.saker.regning import For, Regning, Verdi, bok
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar

OVERLEGG = Path(__file__).resolve().parents[4] / "overlegg" / "utkast-fravaer"
GRUNN = {
    "ANNEN": "annet",
    "SYKDOM_ELLER_SKADE": "sykdom eller skade",
    "OPPFOELGING_AV_BARN": "oppfølging av barn",
    "OMSORG_FØRSTE_SKOLEDAG_TILVENNING_ELLER_ANNEN_OPPFØLGING_BARN": "oppfølging av barn",
    "DOEDSFALL": "dødsfall",
    "OMSORG_DØDSFALL_I_FAMILIE_ELLER_VENNEKRETS": "dødsfall",
}
FRA_FOER = {
    "totalt": "aap.fravaer_fra_foer",
    "oppfoelging_av_barn": "aap.oppfolging_fra_foer",
    "doedsfall": "aap.dodsfall_fra_foer",
}


@KAPITTEL.emne("fravær (utkast nytt meldekort)", form=("fravaersdager_i_perioden",))
def fravaersutkast(sak: Sak) -> Svar:
    """Dagene ligger etter hverandre fra den første dagen i perioden."""
    dag = sak.dag
    mandag = dag - timedelta(days=dag.weekday())
    grunner = sak.inn.liste("fravaersdager_i_perioden")
    if ukjente := [g for g in grunner if g not in GRUNN]:
        raise IkkeStottet(f"kjenner ikke fraværsgrunnen «{ukjente[0]}»")
    if len(grunner) > 14:
        raise IkkeStottet("en meldeperiode har bare fjorten dager")
    dagene = [mandag + timedelta(days=n) for n in range(14)]
    gitt: dict[str, Verdi] = {
        "felles.meldeperiode_starter": mandag,
        "aap.fravaersgrunn": For({(d, d): GRUNN[g] for d, g in zip(dagene, grunner, strict=False)}),
    }
    if "tidligere_i_aaret" in sak.inn:
        for navn, antall in sak.inn.tabell("tidligere_i_aaret").items():
            if navn not in FRA_FOER:
                raise IkkeStottet(f"kjenner ikke «{navn}» tidligere i året")
            gitt[FRA_FOER[navn]] = Decimal(antall)
    start, slutt = date(mandag.year, 1, 1), date(mandag.year, 12, 31)
    regning = Regning(gitt, start, slutt, regelbok=bok(OVERLEGG))
    return {
        "dager_med_trekk": regning.tall("aap.dager_med_trekk", mandag),
        "merknad": "regnet etter Navs utkast (overlegg/utkast-fravaer), som ikke er i bruk",
    }
