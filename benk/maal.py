"""Measure the library and write docs/for-utviklere/ytelse.md.

Run: make bench    or: python benk/maal.py [--dato 2026-11-24] [--ganger 15] [--til FIL]

Processes are measured from outside (wall time and peak memory of each), the rest inside one warm
process. Medians are shown with the lowest and the highest: a busy machine only makes things slower.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
EKSEMPEL = ROT / "docs" / "eksempler" / "p4.toml"
EKSEMPEL_DAGER = ROT / "docs" / "eksempler" / "p1.toml"
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Maaling:
    """One row: figures of repeated runs in milliseconds (or MB), and the most it should be."""

    navn: str
    tall: tuple[float, ...]
    enhet: str = "ms"
    maal: float | None = None
    merknad: str = ""

    @property
    def median(self) -> float:
        """The middle figure."""
        return statistics.median(self.tall)


# ── Processes, from outside ─────────────────────────────────────────────────────────────────────


def prosess(argumenter: Sequence[str], ganger: int) -> tuple[list[float], list[float]]:
    """Return wall time (ms) and peak memory (MB) of a Python process, run several times."""
    tider, minner = [], []
    miljo = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(ganger + 1):
        start = time.perf_counter()
        barn = subprocess.Popen(
            [sys.executable, *argumenter], cwd=ROT, env=miljo, stdout=subprocess.DEVNULL
        )
        _, status, bruk = os.wait4(barn.pid, 0)
        tider.append((time.perf_counter() - start) * 1000)
        barn.returncode = os.waitstatus_to_exitcode(status)
        if barn.returncode:
            raise SystemExit(f"{' '.join(argumenter)} ga sluttkode {barn.returncode}")
        enhet = 1 if sys.platform == "darwin" else 1024
        minner.append(bruk.ru_maxrss * enhet / MB)
    return tider[1:], minner[1:]  # the first run fills the file cache


def maal_prosesser(ganger: int) -> list[Maaling]:
    """Measure the interpreter, the imports, and the command from cold."""
    tom, _ = prosess(["-c", "pass"], ganger)
    roten, _ = prosess(["-c", "import ytelsesrad"], ganger)
    navnene, _ = prosess(["-c", "from ytelsesrad import Regelbok, Situasjon, beregn"], ganger)
    kommando = ["-m", "ytelsesrad", "regn", str(EKSEMPEL.relative_to(ROT))]
    kald, minne = prosess(kommando, ganger)
    return [
        Maaling("Tom Python", tuple(tom), merknad="til sammenligning"),
        Maaling("`import ytelsesrad`", tuple(roten), maal=200),
        Maaling("`from ytelsesrad import Regelbok, Situasjon, beregn`", tuple(navnene), maal=200),
        Maaling("`ytelsesrad regn docs/eksempler/p4.toml` fra kald start", tuple(kald), maal=400),
        Maaling("Minne i samme kommando, det meste", tuple(minne), "MB", 80),
    ]


# ── Inside one process ──────────────────────────────────────────────────────────────────────────


def gjenta(arbeid: Callable[[], object], ganger: int, runder: int = 1) -> tuple[float, ...]:
    """Return the time (ms) of one piece of work: the mean of ``runder``, several times over."""
    arbeid()
    svar = []
    for _ in range(ganger):
        gc.collect()
        start = time.perf_counter()
        for _ in range(runder):
            arbeid()
        svar.append((time.perf_counter() - start) * 1000 / runder)
    return tuple(svar)


def maal_regelbok(ganger: int) -> Maaling:
    """Measure reading and checking the whole rule book."""
    from ytelsesrad import Regelbok

    bok = Regelbok.standard()
    antall = sum(":" not in r for r in bok.samling.regler)
    tall = gjenta(Regelbok.standard, ganger)
    return Maaling("Lese og kontrollere regelboken", tall, merknad=f"{antall} regler")


def maal_skatt(ganger: int) -> Maaling:
    """Measure final tax of a year in a run of its own, with every value kept."""
    from ytelsesrad import Regelbok
    from ytelsesrad.regelbok import regnemodus
    from ytelsesrad.regelspraak import Gitt, Oppgitt

    bok = Regelbok.standard()
    slutt = min(date(2026, 12, 31), bok.regelsett.til)
    gitt = Gitt(
        (
            Oppgitt("skatt.lonnsinntekt", alltid=Decimal(123_000)),
            Oppgitt("skatt.pensjonsinntekt", alltid=Decimal(0)),
            Oppgitt("skatt.fradrag", alltid=Decimal(8_000)),
            Oppgitt("skatt.i_tiltakssonen", alltid=False),
        )
    )

    def arbeid() -> int:
        kjoring = bok.kjor(gitt, date(slutt.year, 1, 1), slutt)
        kjoring.les("skatt.skatt", slutt)
        return len(kjoring.husket)

    with regnemodus():
        antall = arbeid()
        tall = gjenta(arbeid, ganger, 200)
    return Maaling(
        "Skatt for et år, alle verdier tatt vare på", tall, maal=0.05, merknad=f"{antall} verdier"
    )


def maal_trekktabell() -> Maaling:
    """Measure the whole month table of the year: 41 tables, each hundred up to 100 000 kroner."""
    from ytelsesrad import Regelbok
    from ytelsesrad.regelbok import regnemodus
    from ytelsesrad.regelspraak import Gitt, Oppgitt

    bok = Regelbok.standard()
    dag = date(2026, 12, 31)

    def rute(nummer: int, belop: int) -> object:
        gitt = Gitt(
            (
                Oppgitt("skatt.trekkgrunnlag", alltid=Decimal(belop)),
                Oppgitt("skatt.trekktabell", alltid=Decimal(nummer)),
                Oppgitt("skatt.trekkperioden", alltid="måned"),
                Oppgitt("skatt.trekkes_som", alltid="lønn"),
            )
        )
        return bok.kjor(gitt, dag.replace(month=1), dag).les("skatt.tabelltrekk", dag)

    start = time.perf_counter()
    with regnemodus():
        ruter = [rute(nr, b) for nr in range(8000, 8401, 10) for b in range(100, 100_001, 100)]
    tid = (time.perf_counter() - start) * 1000
    return Maaling(
        "Hele månedstabellen for 2026, tabell 8000–8400, til 100 000 kroner",
        (tid,),
        merknad=f"{len(ruter)} ruter, regnet én gang",
    )


def maal_person(ganger: int) -> Maaling:
    """Measure the example person over two years and two plans, situation to whole answer."""
    from ytelsesrad import Regelbok, Situasjon, beregn

    bok = Regelbok.standard()
    lest = Situasjon.les(EKSEMPEL, bok)
    fra, til = date(2026, 1, 1), date(2027, 12, 31)
    situasjon = lest.model_copy(update={"fra": fra, "til": til, "planer": lest.planer[:2]})
    tall = gjenta(lambda: beregn(situasjon, bok), ganger)
    return Maaling("Eksempelpersonen, 24 måneder og to planer", tall, maal=60)


def maal_grenser(ganger: int) -> list[Maaling]:
    """Measure every limit along one line, for a year by months and one by days and fortnights."""
    from ytelsesrad import Bevegelse, Regelbok, Situasjon, finn_grenser

    svar = []
    for fil, plan, inndata, til, maal, hvem in (
        (EKSEMPEL, "10 timer i uka", "timer_per_uke", 40, 100, "eksempelpersonen"),
        (EKSEMPEL_DAGER, "50 prosent stilling", "stillingsprosent", 100, 1000, "dager og uker"),
    ):
        bok = Regelbok.standard()
        situasjon = Situasjon.les(fil, bok)
        langs = [Bevegelse(inndata, Decimal(0), Decimal(til))]
        g = finn_grenser(situasjon, bok, langs, plan=plan)
        tall = gjenta(partial(finn_grenser, situasjon, bok, langs, plan=plan), ganger)
        merknad = f"{g.regninger} langs linjen, {g.eksakte} helt ut"
        svar.append(Maaling(f"Alle grenser langs en linje, {hvem}", tall, "ms", maal, merknad))
    return svar


def maal_varmt(ganger: int) -> list[Maaling]:
    """Measure everything that happens in a process that is already running."""
    return [
        maal_regelbok(ganger),
        maal_skatt(ganger),
        maal_person(ganger),
        *maal_grenser(ganger),
        maal_trekktabell(),
    ]


# ── The page ────────────────────────────────────────────────────────────────────────────────────


def tall(verdi: float) -> str:
    """Return a figure with three digits that matter."""
    desimaler = 0 if verdi >= 100 else 1 if verdi >= 10 else 2 if verdi >= 1 else 3
    return f"{verdi:.{desimaler}f}".replace(".", ",")


def rad(m: Maaling) -> str:
    """Return a row of the table."""
    maal = dom = "–"
    if m.maal is not None:
        maal = f"høyst {m.maal:g}".replace(".", ",")
        dom = "ja" if m.median <= m.maal else "**nei**"
    spenn = f"{tall(min(m.tall))}–{tall(max(m.tall))}"
    return f"| {m.navn} | {tall(m.median)} {m.enhet} | {spenn} | {maal} | {dom} | {m.merknad} |"


def maskin() -> str:
    """Return what was measured on, in a few words."""
    modell = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for linje in info.read_text(encoding="utf-8").splitlines():
            if linje.startswith("model name"):
                modell = linje.split(":", 1)[1].strip()
                break
    return (
        f"{os.cpu_count()} kjerner ({modell}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def side(maalinger: Sequence[Maaling], dag: date, ganger: int) -> str:
    """Return the page."""
    rader = "\n".join(rad(m) for m in maalinger)
    return f"""\
# Ytelse

Hvor fort biblioteket svarer, målt {dag.isoformat()} på {maskin()}.

Hver måling er gjort {ganger} ganger. Tallet er medianen, og spennet er det laveste og det høyeste.
Andre maskiner gir andre tall. Det som er verdt å følge med på, er forholdet til «Tom Python».

| Hva | Median | Spenn | Mål | Nådd | |
|---|---|---|---|---|---|
{rader}

Målene gjelder en maskin med to kjerner. Mål selv med `make bench`, som skriver denne siden.

«Skatt for et år» er én kjøring fra ingenting: inntekten er gitt, og alle reglene skatten bygger på,
regnes ut og tas vare på, så hver av dem kan forklares etterpå. «Eksempelpersonen» er hele svaret:
utbetalinger, trekk, måneder, år, dekning, meldinger og forutsetninger for begge planene.
"""


def i_dag() -> date:
    """Return today's date where the machine is."""
    return datetime.now(UTC).astimezone().date()


def hoved(argumenter: Sequence[str]) -> None:
    """Measure, and write the page."""
    p = argparse.ArgumentParser(description="Mål farten, og skriv docs/for-utviklere/ytelse.md.")
    p.add_argument("--dato", type=date.fromisoformat, default=i_dag())
    p.add_argument("--ganger", type=int, default=15)
    p.add_argument("--til", type=Path, default=ROT / "docs" / "for-utviklere" / "ytelse.md")
    valg = p.parse_args(argumenter)
    maalinger = maal_prosesser(valg.ganger) + maal_varmt(valg.ganger)
    valg.til.write_text(side(maalinger, valg.dato, valg.ganger), encoding="utf-8")
    for m in maalinger:
        sys.stdout.write(f"{tall(m.median):>8} {m.enhet}  {m.navn}\n")
    sys.stdout.write(f"Skrev {valg.til}.\n")


if __name__ == "__main__":
    hoved(sys.argv[1:])
