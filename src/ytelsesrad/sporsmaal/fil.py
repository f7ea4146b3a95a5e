"""Write the answers as a situation file to go on from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ytelsesrad.lesbart import HARDT_MELLOMROM, dato
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon.grenser import PLAN
from ytelsesrad.situasjon.ord import skriv
from ytelsesrad.sporsmaal.modell import Svar
from ytelsesrad.sporsmaal.situasjonen import antakelser, data_av


def situasjonsfil(bok: Regelbok, svar: Svar, dag: date) -> str:
    """Return the situation file (TOML) that the answers make. Raises as ``situasjon_av``."""
    data = data_av(bok, svar, dag)
    fordi = {a.inndata.rpartition(".")[2]: a.fordi for a in antakelser(bok, svar, dag)}
    linjer = [
        f"# Laget av svarene på de raske spørsmålene, {dato(dag).replace(HARDT_MELLOMROM, ' ')}.",
        "# Svaret av denne filen er et grovt anslag til det som er antatt, er byttet ut.",
        "",
        f"regnedato = {dag.isoformat()}",
    ]
    for navn, innhold in data.items():
        if isinstance(innhold, list):
            for felt in innhold:
                linjer += _tabell(f"[[{navn}]]", felt, fordi)
        elif navn not in ("regnedato", PLAN):
            linjer += _tabell(f"[{navn}]", innhold, fordi)
    for plan, innhold in data[PLAN].items():
        linjer += ["", f"[{PLAN}.{skriv(plan)}]"]
        for gruppe, medlemmer in innhold.items():
            for felt in medlemmer:
                linjer += _tabell(f"[[{PLAN}.{skriv(plan)}.{gruppe}]]", felt, fordi)[1:]
    return "\n".join(linjer) + "\n"


def _tabell(overskrift: str, felt: Mapping[str, Any], fordi: Mapping[str, str]) -> list[str]:
    return ["", overskrift, *_felt(felt, fordi)]


def _felt(felt: Mapping[str, Any], fordi: Mapping[str, str]) -> Iterator[str]:
    bredde = max(map(len, felt), default=0)
    for navn, verdi in felt.items():
        hvorfor = f"   # {fordi[navn]}" if isinstance(verdi, Mapping) and fordi.get(navn) else ""
        yield f"{navn.ljust(bredde)} = {_skrevet(verdi)}{hvorfor}"


def _skrevet(verdi: Any) -> str:
    if isinstance(verdi, Mapping):
        return "{ " + ", ".join(f"{k} = {_skrevet(v)}" for k, v in verdi.items()) + " }"
    return skriv(verdi) or '"vet ikke"'
