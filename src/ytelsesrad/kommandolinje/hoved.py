"""Read the command, do it, and return the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from ytelsesrad.kommandolinje.argumenter import (
    Argumenter,
    dag,
    navnet,
    strom_er_utf8,
    tallet,
    tidspunkt,
)
from ytelsesrad.kommandolinje.koder import FEIL
from ytelsesrad.kommandolinje.skjemaer import SKJEMAER
from ytelsesrad.lesbart import HOVEDSPRAK, sprakene
from ytelsesrad.lesing import Feilsamling

_OM = """\
Hva har du å leve for, måned for måned, hvis du tar jobben?

  ytelsesrad regn FIL                regn ut alle planene i en situasjonsfil
  ytelsesrad spor                    åtte spørsmål, og et grovt anslag
  ytelsesrad forklar FIL REGEL       vis hvorfor et tall ble som det ble
  ytelsesrad grenser FIL             finn hver grense, og hva du sitter igjen med av mer
  ytelsesrad regel MAPPE.NAVN        slå opp eller regn ut én regel
  ytelsesrad kapittel MAPPE          regn ut alle reglene i et kapittel
  ytelsesrad regler sjekk [MAPPE]    sjekk regelfiler og kjør eksemplene i dem
  ytelsesrad regler lagre            lagre reglene som følger med, ferdig lest, så de leses fort
  ytelsesrad skjema situasjon        JSON Schema for situasjonsfilen (eller raad, resultat, grenser)
"""


_DYBDE = "1: én setning. 2: trinnene. alt: hele treet med kilder"
REGN_FORMATER = ("html", "html-side", "bevis", "csv", "csv-regneark", "regneark", "pdf", "vega")
"""How ``regn`` can show an answer, besides text and JSON."""


class _Versjon(argparse.Action):
    """Show which code and which rules these are, and stop."""

    def __init__(self, option_strings: Sequence[str], dest: str, **felt: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **felt)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from ytelsesrad.beregning.versjon import __version__
        from ytelsesrad.regelbok import Regelbok

        bok = Regelbok.standard()
        sys.stdout.write(f"ytelsesrad {__version__} · regelsett {bok.navn} · {bok.hash}\n")
        parser.exit()


def lag_argumenter() -> Argumenter:
    """Return the parser of the whole command."""
    p = Argumenter(prog="ytelsesrad", description=_OM)
    p.add_argument(
        "--versjon", "--version", action=_Versjon, help="vis versjonen av koden og reglene"
    )
    under = p.add_subparsers(
        dest="kommando",
        metavar="KOMMANDO",
        required=True,
        help="en av kommandoene over. ytelsesrad KOMMANDO --hjelp viser hva den kan",
    )

    def kommando(navn: str, om: str) -> Argumenter:
        return under.add_parser(navn, description=om)

    _regn(
        kommando(
            "regn",
            "Regn ut alle planene i en situasjonsfil, og vis hva en har å leve for.\n\n"
            "  ytelsesrad regn mari.toml\n"
            "  ytelsesrad regn mari.toml --format html-side --til mari.html",
        )
    )

    _spor(
        kommando(
            "spor",
            "Svar på høyst åtte spørsmål, og få et grovt anslag.\n\n"
            "  ytelsesrad spor --lagre min.toml",
        )
    )

    forklar = kommando(
        "forklar",
        "Vis hvorfor et tall ble som det ble: regelen, paragrafen og kilden.\n\n"
        "  ytelsesrad forklar mari.toml REGEL --periode 2026-03",
    )
    forklar.add_argument(
        "fil", metavar="FIL", help="situasjonsfilen (TOML), eller - for innlest tekst"
    )
    forklar.add_argument("regel", metavar="REGEL", help="en regel eller en ytelse")
    forklar.add_argument(
        "--plan", type=navnet, metavar="NAVN", help="navnet på planen (ellers den siste i filen)"
    )
    forklar.add_argument(
        "--periode", type=tidspunkt, metavar="PERIODE", help="2026, 2026-03 eller 2026-03-09"
    )
    forklar.add_argument("--sett-fra", type=dag, metavar="DATO", help="slik det så ut den dagen")
    forklar.add_argument("--medlem", type=int, default=1, help="nummer på jobben eller barnet")
    forklar.add_argument("--dybde", choices=["1", "2", "alt"], default="2", help=_DYBDE)
    _bredde(forklar)
    _format(forklar)
    _bok(forklar)

    _grenser(
        kommando(
            "grenser",
            "Finn hver grense når noe øker, og hva en sitter igjen med av mer.\n\n"
            "  ytelsesrad grenser mari.toml\n"
            "  ytelsesrad grenser mari.toml --langs STØRRELSE --til 400",
        )
    )

    regel = kommando(
        "regel",
        "Slå opp én regel, eller regn den ut med egne tall.\n\n"
        "  ytelsesrad regel MAPPE.NAVN --dato 2026",
    )
    regel.add_argument("regel", metavar="MAPPE.NAVN", help="regelen, slik den heter i regelboken")
    regel.add_argument("--dato", type=tidspunkt, metavar="DATO", help="2026, 2026-03 eller en dag")
    regel.add_argument("--sett-fra", type=dag, metavar="DATO", help="slik det så ut den dagen")
    regel.add_argument("--medlem", type=int, default=1, help="nummer på jobben eller barnet")
    _gitte(regel)
    regel.add_argument("--dybde", choices=["1", "2", "alt"], default="alt", help=_DYBDE)
    _bredde(regel)
    _format(regel)
    _bok(regel)

    kapittel = kommando(
        "kapittel",
        "Regn ut alle reglene i et kapittel, eller lag en tabell langs én av dem.\n\n"
        "  ytelsesrad kapittel MAPPE --dato 2026 --gitt navn=verdi navn=verdi",
    )
    kapittel.add_argument("mappe", metavar="MAPPE", help="mappen i regelboken")
    kapittel.add_argument(
        "--dato", type=tidspunkt, metavar="DATO", help="2026, 2026-03 eller en dag"
    )
    _gitte(kapittel)
    kapittel.add_argument(
        "--alle", action="store_true", help="vis også det som ikke bygger på det som er gitt"
    )
    kapittel.add_argument("--setninger", action="store_true", help="si hvert svar i en setning")
    kapittel.add_argument("--langs", metavar="NAVN", help="en tabell langs én regel")
    for navn, hva in (("fra", "første verdi"), ("til", "siste verdi"), ("steg", "avstand")):
        kapittel.add_argument(f"--{navn}", type=tallet, metavar="TALL", help=f"{hva} i tabellen")
    kapittel.add_argument(
        "--vis", nargs="+", default=[], metavar="NAVN", help="kolonnene i tabellen"
    )
    _bredde(kapittel)
    _format(kapittel, "csv")
    _bok(kapittel)

    regler = kommando(
        "regler",
        "Sjekk regelfiler og kjør eksemplene i dem, eller lagre dem ferdig lest.\n\n"
        "  ytelsesrad regler sjekk\n"
        "  ytelsesrad regler sjekk --overlegg min/mappe",
    )
    regler.add_argument(
        "hva",
        choices=["sjekk", "lagre"],
        metavar="sjekk|lagre",
        help="sjekk: les, kontroller og regn ut eksemplene. "
        "lagre: lagre reglene som følger med, ferdig lest",
    )
    regler.add_argument(
        "mappe",
        nargs="*",
        metavar="MAPPE",
        help="en hel regelbok (ellers den som følger med). Noen få regler oppå den som følger med, "
        "sjekkes med --overlegg",
    )
    regler.add_argument(
        "--sprak", choices=sprakene(), help="vis tekstene som ikke er oversatt til språket"
    )
    _bok(regler, har_dag=False)

    skjema = kommando("skjema", "Skriv JSON Schema for situasjonsfilen eller et svar.")
    skjema.add_argument("hva", choices=["situasjon", *SKJEMAER], help="det skjemaet skal beskrive")
    _bok(skjema, har_dag=False)
    return p


def _regn(p: Argumenter) -> None:
    p.add_argument("fil", metavar="FIL", help="situasjonsfilen (TOML), eller - for innlest tekst")
    p.add_argument(
        "--usikkerhet",
        action="store_true",
        help="ta med det som er antatt når det regnes ut hvor sikre tallene er",
    )
    p.add_argument(
        "--bygger-paa",
        metavar="SVAR",
        help="et tidligere svar (JSON): si hva som er nytt siden da, og hva det betyr i kroner",
    )
    p.add_argument(
        "--uten-grenser",
        action="store_true",
        help="ikke finn grensene rundt hver plan (det er det som tar mest tid)",
    )
    p.add_argument(
        "--gjennomgaatt-med",
        metavar="ROLLE",
        help="på bevisarket: rollen til den du har gått gjennom svaret med, ikke navnet",
    )
    p.add_argument(
        "--utlevert", type=dag, metavar="DATO", help="på bevisarket: dagen jobbsøkeren fikk svaret"
    )
    p.add_argument(
        "--maaneder",
        choices=["forste", "alle"],
        help="vis månedene for den første planen etter «som nå» (det vanlige), eller for alle",
    )
    p.add_argument(
        "--dybde",
        choices=["1", "2", "alt"],
        help="1: svaret og tabellen, 2: det viktigste (det vanlige), alt: hele svaret",
    )
    p.add_argument(
        "--betalinger",
        action="store_true",
        help="vis også hver betaling for seg: meldekort for meldekort og dag for dag",
    )
    _bredde(p)
    p.add_argument(
        "--tabell",
        choices=["maaneder", "betalinger", "aar"],
        help="hva som er med i csv (ellers maaneder)",
    )
    p.add_argument(
        "--vis-plan",
        action="append",
        type=navnet,
        default=[],
        metavar="NAVN",
        help="en plan på den ene siden, ved siden av den første; kan gis to ganger",
    )
    p.add_argument("--med-tittel", action="store_true", help="ta med tittelen på den ene siden")
    p.add_argument(
        "--sprak",
        choices=sprakene(),
        default=HOVEDSPRAK,
        help="språket på den ene siden (html-side og pdf)",
    )
    p.add_argument("--til", metavar="FIL", help="skriv til en fil i stedet for på skjermen")
    _format(p, *REGN_FORMATER)
    _bok(p)


def _spor(p: Argumenter) -> None:
    p.add_argument(
        "--svar",
        nargs="+",
        default=[],
        metavar="navn=svar",
        help="svar uten å bli spurt, for eksempel timer_per_uke=10",
    )
    p.add_argument("--svarfil", metavar="FIL", help="en tekstfil med linjer som navn = svar")
    p.add_argument("--resten", action="store_true", help="spør om det som ikke er gitt")
    p.add_argument("--lagre", metavar="FIL", help="skriv en situasjonsfil å gå videre med")
    p.add_argument("--bytt", action="store_true", help="bytt ut filen hvis den finnes fra før")
    _bredde(p)
    _format(p)
    _bok(p)


def _grenser(p: Argumenter) -> None:
    p.add_argument("fil", metavar="FIL", help="situasjonsfilen (TOML), eller - for innlest tekst")
    p.add_argument(
        "--langs",
        nargs="+",
        default=[],
        metavar="INNDATA",
        help="det som øker, for eksempel timer_per_uke; eller navn=fra:til for hver av flere "
        "(ellers det arbeidet i planen er oppgitt som)",
    )
    p.add_argument("--fra", type=tallet, metavar="TALL", help="der linjen begynner (ellers 0)")
    p.add_argument("--til", type=tallet, metavar="TALL", help="der linjen slutter")
    p.add_argument(
        "--som",
        choices=["verdi", "tillegg", "andel"],
        default="verdi",
        help="verdi hele tiden, tillegg til planens egne tall, eller andel av dem i prosent",
    )
    p.add_argument("--fra-dag", type=dag, metavar="DATO", help="den første dagen det øker")
    p.add_argument(
        "--plan",
        type=navnet,
        metavar="NAVN",
        help="navnet på planen (ellers den siste som har det som øker)",
    )
    p.add_argument(
        "--aar",
        type=int,
        metavar="ÅR",
        help="året som gjøres opp (ellers det som svaret handler mest om)",
    )
    p.add_argument("--medlem", type=int, help="nummer på jobben eller barnet (ellers det siste)")
    p.add_argument("--steg", type=tallet, metavar="TALL", help="minste steg en kan velge")
    p.add_argument(
        "--mer",
        type=tallet,
        nargs="+",
        default=[],
        metavar="KRONER",
        help="hvor på linjen det blir så mye mer i måneden",
    )
    _bredde(p)
    _format(p, "csv")
    _bok(p)


def _gitte(p: Argumenter) -> None:
    p.add_argument(
        "--gitt",
        nargs="+",
        default=[],
        metavar="navn=verdi",
        help="verdier for inndata eller andre regler",
    )


def _bredde(p: Argumenter) -> None:
    p.add_argument("--bredde", type=int, default=100, help="tegn på en linje (60–200)")


def _format(p: Argumenter, *flere: str) -> None:
    p.add_argument(
        "--format", choices=["tekst", "json", *flere], default="tekst", help="hvordan svaret vises"
    )


def _bok(p: Argumenter, *, har_dag: bool = True) -> None:
    p.add_argument(
        "--overlegg",
        action="append",
        default=[],
        metavar="MAPPE",
        help="flere regler oppå de som følger med; kan gis flere ganger",
    )
    p.add_argument("--forslag", action="store_true", help="ta med regler som er foreslått")
    p.add_argument(
        "--kunnskapsdato",
        type=dag,
        metavar="DATO",
        help="regelboken slik den var vedtatt den dagen",
    )
    if har_dag:
        p.add_argument("--regnedato", type=dag, metavar="DATO", help="«i dag» i beregningen")


def hoved(argumenter: Sequence[str] | None = None) -> int:
    """Run the command. Returns the exit code; never shows a traceback for what a person typed."""
    strom_er_utf8((sys.stdin, sys.stdout, sys.stderr))
    leser = lag_argumenter()
    argumenter = sys.argv[1:] if argumenter is None else argumenter
    if not argumenter:
        sys.stderr.write(leser.format_help())
        return FEIL
    from ytelsesrad.kommandolinje.grunner import grunn

    try:
        valg = leser.parse_args(argumenter)
        from ytelsesrad.kommandolinje import kommandoer

        kode = kommandoer.KOMMANDOER[valg.kommando](valg)
        sys.stdout.flush()
    except SystemExit as slutt:
        return slutt.code if isinstance(slutt.code, int) else FEIL
    except Feilsamling as feil:
        sys.stderr.write(f"{feil}\n")
        return FEIL
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as feil:
        sys.stderr.write(
            f"Kan ikke lese eller skrive det som trengs ({grunn(feil)}).\n"
            "Rett: skriv svaret til en fil med --til, i en mappe med plass.\n"
        )
        return FEIL
    return kode
