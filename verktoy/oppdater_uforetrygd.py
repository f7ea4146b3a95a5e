"""Skriv docs/eksempler/uforetrygd.md: hva fem konstruerte personer får i 2025 og 2026.

Personene står i docs/eksempler/uforetrygd/. Alle tall regnes ut her, av reglene som følger med.

Kjør: python verktoy/oppdater_uforetrygd.py [--sjekk]    (--sjekk: endre ingenting, bare si fra)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.lesbart import tall
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Kjoring, Oppgitt

ROT = Path(__file__).resolve().parent.parent
SIDE = ROT / "docs" / "eksempler" / "uforetrygd.md"
PERSONER = ROT / "docs" / "eksempler" / "uforetrygd"
LONN = range(0, 700_001, 50_000)
HODE = """# Uføretrygd ved siden av lønn

Hvor mye uføretrygd fem konstruerte personer får i året, når lønnen er fra 0 til 700 000 kroner.
Alt er før skatt, og lønnen er tjent mens en har uføretrygd. Tabellene er regnet ut av reglene,
og regnes på nytt når reglene endres.

- **2025:** slik året blir gjort opp.
- **2026 utbetalt:** det Nav betaler i løpet av 2026 når lønnen er meldt riktig fra første dag.
  Nav brukte de gamle reglene til og med juni, høyst 70 prosent reduksjon fra juli, og det nye
  bunnfradraget fra oktober.
- **2026 gjort opp:** det en har rett til for hele 2026. Forskjellen kommer i etteroppgjøret
  høsten 2027.

Bunnfradraget het «inntektsgrense» før juli 2026, og reduksjonsprosenten het
«kompensasjonsgrad». Tjener en mer enn inntektstaket, blir det ingen uføretrygd det året, men
retten hviler og kan komme tilbake.
"""
HALE = """
Tabellene gjelder bare uføretrygden. Skatt, bostøtte, barnetillegg og pensjon fra andre kan
endre hva en har å leve for. Regn det ut for den det gjelder med [en
situasjonsfil](../referanse/situasjon.md).
"""


@dataclass(frozen=True)
class Rad:
    """En lønn, og uføretrygden den gir."""

    lonn: int
    i_2025: Decimal
    utbetalt: Decimal
    gjort_opp: Decimal


@dataclass(frozen=True)
class Tabell:
    """En person, med grensene og radene."""

    tittel: str
    om: str
    rader: tuple[Rad, ...]


def _kjor(bok: Regelbok, gitt: Gitt, aar: int, lonn: int) -> Kjoring:
    """En kjøring der inntekten som teller, er gitt, og meldt riktig fra første dag."""
    inntekt = [
        Oppgitt(f"uforetrygd.{regel}", alltid=Decimal(lonn))
        for regel in ("inntekt_i_aaret", "meldt_for_maaneden")
    ]
    alt = Gitt((*gitt.verdier, *inntekt), gitt.medlemmer)
    return bok.kjor(alt, date(aar - 1, 1, 1), date(aar, 12, 31))


def _les(kjoring: Kjoring, regel: str, aar: int) -> Decimal:
    svar = kjoring.les(f"uforetrygd.{regel}", date(aar, 12, 31))
    assert isinstance(svar, Decimal), regel
    return svar


def _rad(bok: Regelbok, gitt: Gitt, lonn: int) -> Rad:
    i_2026 = _kjor(bok, gitt, 2026, lonn)
    return Rad(
        lonn,
        _les(_kjor(bok, gitt, 2025, lonn), "uforetrygd", 2025),
        _les(i_2026, "utbetalt_i_aaret", 2026),
        _les(i_2026, "uforetrygd", 2026),
    )


def _om(bok: Regelbok, gitt: Gitt) -> str:
    """Grensene i de to årene, i en setning."""
    deler = []
    for aar in (2025, 2026):
        k = _kjor(bok, gitt, aar, 0)
        bunn, tak = (tall(_les(k, r, aar), 0) for r in ("bunnfradrag", "inntektstak"))
        prosent = tall(_les(k, "reduksjonsprosent", aar) * 100)
        deler.append(
            f"I {aar} er bunnfradraget {bunn} kroner, reduksjonsprosenten {prosent} prosent"
            f" og inntektstaket {tak} kroner."
        )
    return " ".join(deler)


def tabeller(bok: Regelbok) -> Iterator[Tabell]:
    """Regn ut tabellen for hver person."""
    for fil in sorted(PERSONER.glob("*.toml")):
        situasjon = Situasjon.les(fil, bok)
        (gitt,) = situasjon.alle_gitt(bok).values()
        with regnemodus():
            rader = tuple(_rad(bok, gitt, lonn) for lonn in LONN)
            yield Tabell(situasjon.tittel or fil.stem, _om(bok, gitt), rader)


def innhold() -> str:
    """Hele siden, slik den skal være."""
    deler = [HODE]
    for t in tabeller(Regelbok.standard()):
        linjer = [
            f"## {t.tittel}\n",
            f"{t.om}\n",
            "| Lønn | Uføretrygd 2025 | 2026 utbetalt | 2026 gjort opp | Lønn og uføretrygd 2026 |",
            "|---:|---:|---:|---:|---:|",
        ]
        linjer += [
            "| "
            + " | ".join(
                tall(x, 0)
                for x in (r.lonn, r.i_2025, r.utbetalt, r.gjort_opp, r.lonn + r.gjort_opp)
            )
            + " |"
            for r in t.rader
        ]
        deler.append("\n".join(linjer) + "\n")
    return "\n".join(deler) + HALE


def hoved(argumenter: Sequence[str]) -> int:
    """Skriv siden, eller si fra om den er gammel."""
    ny = innhold()
    lik = SIDE.exists() and SIDE.read_text(encoding="utf-8") == ny
    if "--sjekk" in argumenter:
        if not lik:
            sys.stderr.write("docs/eksempler/uforetrygd.md er gammel. Rett: make oppdater\n")
        return 0 if lik else 1
    if not lik:
        SIDE.write_text(ny, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(hoved(sys.argv[1:]))
