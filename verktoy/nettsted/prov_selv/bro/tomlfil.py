"""The situation as a file: what is saved can be read by the command line, and opened here again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

_ENKELT = re.compile(r"[A-Za-z0-9_-]+")


Merknad = Callable[[tuple[str, ...], str], str]
"""What to say of a value: of the tables it is under, and its name. Empty is nothing."""


def skriv_fil(data: Mapping[str, Any], hode: str = "", merknad: Merknad = lambda _, __: "") -> str:
    """Return data in the shape of the situation file as TOML.

    ``hode`` stands at the top, and what ``merknad`` says after each value, as comments.
    """
    topp = [f"# {linje}" for linje in hode.splitlines() if data]
    return "\n".join([*topp, *_tabell(data, (), merknad)]).strip("\n") + "\n"


def skriv_verdi(verdi: Any) -> str:
    """Return a value as it is written after the equals sign."""
    match verdi:
        case bool():
            return "true" if verdi else "false"
        case Decimal() | int():
            return format(verdi, "f") if isinstance(verdi, Decimal) else str(verdi)
        case date():
            return verdi.isoformat()
        case Mapping():
            return f"{{ {', '.join(_linje(n, v) for n, v in verdi.items())} }}"
        case list() | tuple():
            return f"[{', '.join(map(skriv_verdi, verdi))}]"
        case _:
            return json.dumps(str(verdi), ensure_ascii=False).replace("\x7f", "\\u007f")


def _linje(navn: Any, verdi: Any) -> str:
    return f"{_nokkel(navn)} = {skriv_verdi(verdi)}"


def _nokkel(navn: Any) -> str:
    tekst = navn.isoformat() if isinstance(navn, date) else str(navn)
    return tekst if _ENKELT.fullmatch(tekst) else json.dumps(tekst, ensure_ascii=False)


def _er_liste(verdi: Any) -> bool:
    return isinstance(verdi, list) and bool(verdi) and all(isinstance(v, Mapping) for v in verdi)


def _med(linje: str, merknad: str) -> str:
    return f"{linje}  # {merknad}" if merknad else linje


def _tabell(data: Mapping[str, Any], sti: tuple[str, ...], merknad: Merknad) -> Iterator[str]:
    """Write a table. Values under the names of inputs stay on one line."""
    dypt = len(sti) < (3 if sti[:1] == ("plan",) else 1)
    under = {n: v for n, v in data.items() if dypt and (isinstance(v, Mapping) or _er_liste(v))}
    yield from (_med(_linje(n, v), merknad(sti, n)) for n, v in data.items() if n not in under)
    for navn, verdi in under.items():
        her = ".".join(map(_nokkel, (*sti, navn)))
        for tabell in verdi if isinstance(verdi, list) else [verdi]:
            yield ""
            yield f"[[{her}]]" if isinstance(verdi, list) else f"[{her}]"
            yield from _tabell(tabell, (*sti, navn), merknad)
