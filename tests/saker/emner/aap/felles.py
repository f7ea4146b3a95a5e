"""Det emnene om AAP har felles: en person, og hvordan inndataene gis til reglene."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tests.saker.emner import Kapittel
from tests.saker.regning import Fra, Gitte, Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato

KAPITTEL = Kapittel("aap", ("aap-",))

GAMMEL = date(1980, 6, 15)
"""En fødselsdag som gjør noen voksen i alle saker."""
GRUNNLAG = "aap.grunnlag_g"
G = "felles.G"


def aap(gitt: Gitte, fra: date, til: date | None = None, barn: int = 0) -> Regning:
    """Et regnestykke for en voksen som har hatt AAP lenge, når ikke annet er gitt."""
    til = til or fra
    standard: Gitte = {
        "felles.fodselsdato": GAMMEL,
        "aap.rett_fra": date(fra.year - 1, 1, 1),
        "aap.rett_til": date(til.year + 2, 12, 31),
    }
    start, slutt = date(fra.year - 1, 1, 1), date(til.year + 1, 12, 31)
    return Regning({**standard, **gitt}, start, slutt, grupper={"barn": barn})


def person(sak: Sak, dag: date) -> dict[str, Verdi]:
    """Alder, G og satser som saken gir selv."""
    gitt: dict[str, Verdi] = {}
    if sak.inn.har("fodselsdato"):
        gitt["felles.fodselsdato"] = sak.inn.dato("fodselsdato")
        sak.inn.har("under_25_aar")  # følger av fødselsdatoen
    elif sak.inn.har("under_25_aar"):
        gitt["aap.under_25"] = sak.inn.ja("under_25_aar")
    elif sak.inn.har("over_25"):
        gitt["aap.under_25"] = not sak.inn.ja("over_25")
    for navn in ("grunnbelop_kr", "g_kr"):
        if sak.inn.har(navn):
            # Fra dagen saken gjelder: gjennomsnittet for årene før er et annet tall.
            gitt[G] = Fra({dag: sak.inn.tall(navn)})
    if sak.inn.har("barnetillegg_per_dag_kr"):
        gitt["aap.barnetillegg_per_barn"] = sak.inn.tall("barnetillegg_per_dag_kr")
    return gitt


def dag_i(sak: Sak, *navn: str) -> date:
    """Den første dagen saken gir, ellers dagen den gjelder."""
    for n in navn:
        if sak.inn.har(n):
            return sak.inn.dato(n)
    return sak.dag


def periode(tekst: str) -> tuple[date, date]:
    """Første og siste dag i en periode, skrevet som 2025-12-01/2025-12-14."""
    fra, _, til = str(tekst).partition("/")
    return som_dato(fra, "periode"), som_dato(til, "periode")


def som_periode(fra: date, til: date) -> str:
    """En periode slik den skrives i sakene."""
    return f"{fra.isoformat()}/{til.isoformat()}"


def aarstall(tabell: Mapping[str, str], navn: str) -> dict[int, Decimal]:
    """En tabell med årstall og tall."""
    if not tabell:
        raise IkkeStottet(f"«{navn}» er tom")
    return {int(aar): Decimal(belop) for aar, belop in tabell.items()}
