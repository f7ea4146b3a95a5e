"""How far the rule files are translated, as ``regler sjekk`` says it."""

from __future__ import annotations

import sys
from itertools import groupby

from ytelsesrad.lesbart import HOVEDSPRAK, katalog, sprakene
from ytelsesrad.regelbok import Regelbok, Sprakstand, Tekst, sjekk_oversettelser


def vis_sprakene(bok: Regelbok, valgt: str | None) -> tuple[str, bool]:
    """Return a line for each language, and whether all is well.

    Faults and warnings are written to the error stream. For the language ``valgt``, what is not
    translated is listed chapter by chapter.
    """
    linjer = []
    alt_vel = True
    for kode in sprakene():
        if kode == HOVEDSPRAK:
            continue
        stand = sjekk_oversettelser(bok, kode)
        for feil in stand.feil:
            sys.stderr.write(f"{feil}\n\n")
        alt_vel = alt_vel and not any(f.alvor == "feil" for f in stand.feil)
        if kode == valgt:
            linjer += _kapitlene(stand)
        linjer.append(_linje(stand))
    return "\n".join(linjer), alt_vel


def _linje(stand: Sprakstand) -> str:
    navn = str(katalog(stand.kode)["sprak.navn"]).capitalize()
    oversatt = stand.alle - len(stand.mangler)
    linje = f"{navn}: {oversatt} av {stand.alle} tekster som kan stå på arket, er oversatt."
    advarsler = sum(f.alvor == "advarsel" for f in stand.feil)
    return f"{linje} Foreldet: {advarsler}." if advarsler else linje


def _kapitlene(stand: Sprakstand) -> list[str]:
    linjer = []
    for fil, tekster in groupby(stand.mangler, key=_fil):
        i_filen = list(tekster)
        linjer.append(f"{fil}: {len(i_filen)} ikke oversatt")
        linjer += [f"  linje {t.sted.sted().linje}: {t.tekst}" for t in i_filen]
    return linjer


def _fil(tekst: Tekst) -> str:
    return tekst.sted.fil.fil
