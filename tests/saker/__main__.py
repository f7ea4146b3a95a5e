"""Kjør saker med kjente svar:  python -m tests.saker [--format tekst|json] [FIL …]

Uten filer kjøres alle i tests/saker. Kode 0: alt stemmer eller er ikke støttet. 1: noe er ulikt.
2: en fil kan ikke leses, eller er av feil form.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from tests.saker.kjoring import Resultat, kjor
from tests.saker.lesing import les_fil

HER = Path(__file__).parent
BRUK = "Bruk: python -m tests.saker [--format tekst|json] [FIL …]"


def egne_filer() -> list[Path]:
    """Filene som følger med."""
    return sorted([*HER.glob("*.yaml"), *HER.glob("*.csv")])


def linje(r: Resultat) -> str:
    """Én linje om en sak."""
    deler = [f"{r.utfall:<12}  {r.sak.id}"]
    match r.utfall:
        case "ikke støttet":
            deler.append(r.grunn)
        case "avvik":
            deler.append("; ".join(f"{a.navn}: ventet {a.ventet}, fikk {a.fikk}" for a in r.avvik))
    if r.merknad:
        deler.append(r.merknad)
    if r.utenom:
        deler.append("ikke sammenlignet: " + "; ".join(f"{n} ({hv})" for n, hv in r.utenom))
    return ": ".join(deler[:2]) + "".join(f" [{d}]" for d in deler[2:])


def oppsummering(resultater: list[Resultat]) -> str:
    """Den siste linjen."""
    antall = Counter(r.utfall for r in resultater)
    return f"{antall['ok']} ok, {antall['avvik']} avvik, {antall['ikke støttet']} ikke støttet"


def som_data(r: Resultat) -> dict[str, object]:
    """En sak som data."""
    return {
        "id": r.sak.id,
        "emne": r.sak.emne,
        "utfall": r.utfall,
        "grunn": r.grunn,
        "merknad": r.merknad,
        "avvik": [{"navn": a.navn, "ventet": a.ventet, "fikk": a.fikk} for a in r.avvik],
        "ikke_sammenlignet": [{"navn": n, "hvorfor": hvorfor} for n, hvorfor in r.utenom],
    }


def hoved(argumenter: list[str]) -> int:
    """Kjør filene, skriv svarene, og gi koden."""
    form, filer = "tekst", []
    resten = iter(argumenter)
    for a in resten:
        if a in ("-h", "--help", "--hjelp"):
            print(__doc__)
            return 0
        if a == "--format" or a.startswith("--format="):
            form = a.partition("=")[2] or next(resten, "")
            if form not in ("tekst", "json"):
                print(f"Formen «{form}» finnes ikke. Rett: --format tekst eller --format json")
                return 2
        elif a.startswith("-"):
            print(f"Kjenner ikke «{a}». {BRUK}", file=sys.stderr)
            return 2
        else:
            filer.append(Path(a))
    resultater, feil = [], []
    for fil in filer or egne_filer():
        lest = les_fil(fil)
        feil += lest.feil
        resultater += [kjor(s) for s in lest.saker]
    if form == "json":
        data = {"saker": [som_data(r) for r in resultater], "feil": feil}
        print(json.dumps(data | {"sum": oppsummering(resultater)}, ensure_ascii=False, indent=1))
    else:
        for r in resultater:
            print(linje(r))
    for f in feil:
        print(f, file=sys.stderr)
    if form == "tekst":
        print(oppsummering(resultater))
    if feil:
        return 2
    return int(any(r.utfall == "avvik" for r in resultater))


if __name__ == "__main__":
    sys.exit(hoved(sys.argv[1:]))
