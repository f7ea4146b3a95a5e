"""Make an answer in the form asked for, and write it to the screen or to a file."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ytelsesrad.kommandolinje.grunner import grunn
from ytelsesrad.lesing import Feil, Feilsamling, Sted
from ytelsesrad.raad import Raad

if TYPE_CHECKING:
    from ytelsesrad.beregning.resultat import Resultat


def lag(resultat: Raad, valg: argparse.Namespace, bredde: int) -> str | bytes:
    """Return the answer in the form asked for. Raises Feilsamling in bokmål."""
    from ytelsesrad.visning.ekstra import ManglerPakke

    try:
        return _lag(resultat, valg, bredde)
    except ManglerPakke as mangel:
        raise _feil("--format", mangel.hva, mangel.rett) from mangel
    except ValueError as feil:
        if not valg.vis_plan:
            raise
        raise _feil("--vis-plan", str(feil), '--vis-plan "navnet på en plan"') from feil


def _lag(resultat: Raad, valg: argparse.Namespace, bredde: int) -> str | bytes:
    plan = {"planer": valg.vis_plan, "med_tittel": valg.med_tittel}
    match valg.format:
        case "json":
            from ytelsesrad.visning.json import som_json

            return som_json(resultat)
        case "html":
            from ytelsesrad.visning.html import rapport

            return rapport(resultat)
        case "html-side":
            from ytelsesrad.visning.html import side

            return side(resultat, **plan)
        case "bevis":
            from ytelsesrad.visning.html import bevisark

            return bevisark(resultat)
        case "csv" | "csv-regneark":
            from ytelsesrad.visning.svar_csv import svar_csv

            return svar_csv(resultat, valg.tabell or "maaneder", regneark=valg.format != "csv")
        case "regneark":
            from ytelsesrad.visning.regneark import regneark

            return regneark(resultat)
        case "pdf":
            from ytelsesrad.visning.pdf import pdf

            return pdf(resultat, **plan)
        case "vega":
            from ytelsesrad.visning.figurer import som_vega

            return som_vega(resultat)
        case _:
            from ytelsesrad.visning.tekst import svar

            return svar(resultat, bredde, **_tekstvalg(valg))


def _tekstvalg(valg: argparse.Namespace) -> dict[str, Any]:
    """Return what is asked for; the rest is as the text itself has it."""
    alle = {n: getattr(valg, n) for n in ("maaneder", "betalinger", "dybde")}
    return {n: verdi for n, verdi in alle.items() if verdi is not None}


def lever(svar: str | bytes, til: str | None, form: str) -> None:
    """Write the answer. A file is whole or not there. Raises Feilsamling in bokmål."""
    if til is not None:
        _til_fil(svar.encode("utf-8") if isinstance(svar, str) else svar, Path(til))
    elif isinstance(svar, str):
        sys.stdout.write(svar if svar.endswith("\n") else f"{svar}\n")
    elif sys.stdout.isatty():
        raise _feil("--format", f"«{form}» kan ikke vises på skjermen.", "--til svar.fil")
    else:
        sys.stdout.buffer.write(svar)


def les_svar(fil: str) -> Resultat:
    """Read an earlier answer from its JSON. Raises Feilsamling in bokmål."""
    from ytelsesrad.raad import fra_json

    nytt = "Lag det slik: ytelsesrad regn FIL --format json --til forrige.json"
    try:
        return fra_json(Path(fil).read_text(encoding="utf-8"))
    except OSError as feil:
        raise _feil("--bygger-paa", f"Kan ikke lese «{fil}»: {grunn(feil)}.", nytt) from feil
    except UnicodeDecodeError as feil:
        raise _feil("--bygger-paa", f"«{fil}» er ikke en tekstfil i UTF-8.", nytt) from feil
    except ValueError as feil:
        raise _feil(f"--bygger-paa {fil}", str(feil), nytt) from feil


def krev_ledig(til: str, *, bytt: bool) -> None:
    """Stop before anything is done when a file would be lost, or has no folder to be in.

    Raises Feilsamling in bokmål.
    """
    if not Path(til).absolute().parent.is_dir():
        raise _feil("--lagre", f"Mappen til «{til}» finnes ikke.", "Velg en mappe som finnes.")
    if Path(til).exists() and not bytt:
        raise _feil(
            "--lagre",
            f"Filen «{til}» finnes fra før, og den blir ikke byttet ut uten at du sier det.",
            f"--lagre {til} --bytt   eller velg et annet navn",
        )


def lagre(tekst: str, til: str, *, bytt: bool) -> None:
    """Write a text to a new file (``bytt``: or in place of the old). Whole or not at all."""
    krev_ledig(til, bytt=bytt)
    _til_fil(tekst.encode("utf-8"), Path(til))


def _til_fil(innhold: bytes, fil: Path) -> None:
    """Write to a file beside it first, and then put it in its place."""
    halv = fil.with_name(f".{fil.name}.{os.getpid()}")
    try:
        with halv.open("wb") as strom:
            strom.write(innhold)
            strom.flush()
            os.fsync(strom.fileno())
        halv.replace(fil)
    except OSError as feil:
        raise _feil(
            "--til",
            f"Kan ikke skrive til «{fil}»: {grunn(feil)}.",
            "velg en mappe som finnes, og som du kan skrive i",
        ) from feil
    finally:
        with suppress(OSError):
            halv.unlink(missing_ok=True)


def _feil(sted: str, hva: str, rett: str) -> Feilsamling:
    return Feilsamling((Feil("S01", Sted(sted), hva, rett),))
