"""Ask the quick questions in the terminal, or take the answers from arguments or a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ytelsesrad.kommandolinje.grunner import grunn
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon.grenser import VET_IKKE
from ytelsesrad.situasjon.ord import kort
from ytelsesrad.sporsmaal import INGEN, Sporsmaal, neste_sporsmaal, sjekk_svar, sporsmaalene
from ytelsesrad.visning.tekst.grovt import sporsmaalet

HOYST = 8
"""Questions on any way."""
_HJELP = "?"


def svarene(bok: Regelbok, valg: argparse.Namespace, dag: date, bredde: int) -> dict[str, str]:
    """Return the answers: those given as arguments or in a file, and the rest by asking.

    Raises Feilsamling when a given answer is wrong, or when the input ends too soon.
    """
    gitt = [*_fra_fil(valg.svarfil), *valg.svar]
    svar = _gitte(bok, gitt, dag) if gitt else {}
    if gitt and not valg.resten:
        _krev_riktige(bok, svar, dag)
        return svar
    return _spor(bok, svar, dag, bredde)


def _fra_fil(fil: str | None) -> list[str]:
    """Return the lines ``navn = svar`` of a file; what stands after # is left out."""
    if fil is None:
        return []
    try:
        tekst = Path(fil).read_text(encoding="utf-8")
    except OSError as feil:
        raise _feil(fil, f"Kan ikke lese filen: {grunn(feil)}.", "Sjekk navnet.") from None
    except UnicodeDecodeError:
        rett = "Lagre filen på nytt med tegnsettet UTF-8."
        raise _feil(fil, "Kan ikke lese filen: den er ikke tekst i UTF-8.", rett) from None
    return [rad for linje in tekst.splitlines() if (rad := linje.partition("#")[0].strip())]


def _gitte(bok: Regelbok, par: Sequence[str], dag: date) -> dict[str, str]:
    svar: dict[str, str] = {}
    navnene = {r.navn: r.id for r in bok.inndata.values() if r.inndata and r.inndata.raskt}
    for ett in par:
        navn, likhet, verdi = ett.partition("=")
        navn = navn.strip()
        fullt = navn if navn in navnene.values() else navnene.get(navn)
        if not likhet or fullt is None:
            nesten = mente_du(navn, navnene)
            mente = f" Mente du «{nesten}»?" if nesten and likhet else ""
            rett = f"{nesten or 'ytelse_i_dag'}={verdi.strip() or '…'}"
            raise _feil("--svar", f"Skjønner ikke «{kort(ett)}».{mente}", rett)
        svar[fullt] = verdi.strip().strip('"')
    return svar


def _krev_riktige(bok: Regelbok, svar: dict[str, str], dag: date) -> None:
    feil = sjekk_svar(bok, svar, dag)
    if feil:
        raise Feilsamling(tuple(_ett(f.sporsmaal, f.hva, f.rett) for f in feil))
    neste = neste_sporsmaal(bok, svar, dag)
    while neste is not None and neste.vet_ikke:
        svar[neste.id] = VET_IKKE
        neste = neste_sporsmaal(bok, svar, dag)
    if neste is not None:
        rett = f"{neste.id.rpartition('.')[2]}={neste.eksempel or '…'}"
        raise _feil("--svar", f"Dette er ikke besvart: {neste.tekst}", rett)


def _spor(bok: Regelbok, svar: dict[str, str], dag: date, bredde: int) -> dict[str, str]:
    """Ask until there is enough. A wrong answer gets a plain message, and is asked again."""
    neste = neste_sporsmaal(bok, svar, dag)
    while neste is not None:
        nummer = [s.id for s in sporsmaalene(bok, svar, dag)].index(neste.id) + 1
        _si(f"\n{sporsmaalet(neste, nummer, HOYST, bredde)}")
        rad = sys.stdin.readline()
        if not rad:
            _si("\n")
            hva = f"Svarene tok slutt ved spørsmålet «{neste.tekst}»"
            raise _feil("svar", hva, "Svar på alle spørsmålene, eller gi svarene med --svar.")
        _ta_imot(bok, svar, neste, rad.strip(), dag)
        neste = neste_sporsmaal(bok, svar, dag)
    _si("\n")
    return svar


def _ta_imot(bok: Regelbok, svar: dict[str, str], neste: Sporsmaal, rad: str, dag: date) -> None:
    if rad == _HJELP:
        _si(f"{neste.hjelp or 'Det er ingen hjelp til dette spørsmålet.'}\n")
        return
    if not rad and neste.vet_ikke:
        rad = INGEN if neste.flere else VET_IKKE
    proves = {**svar, neste.id: rad or " "}
    galt = [f for f in sjekk_svar(bok, proves, dag) if f.sporsmaal == neste.id]
    if galt:
        _si(f"{galt[0]}\n")
    elif rad:
        svar[neste.id] = rad
    else:
        _si("Dette må vi vite for å regne.\n")


def _si(tekst: str) -> None:
    sys.stdout.write(tekst)
    sys.stdout.flush()


def _ett(sted: str, hva: str, rett: str) -> Feil:
    return Feil("S01", Sted(sted), hva, rett)


def _feil(sted: str, hva: str, rett: str) -> Feilsamling:
    return Feilsamling((_ett(sted, hva, rett),))
