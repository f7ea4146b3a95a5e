"""Siden «Prøv selv»: biblioteket i nettleseren. Alt som trengs for å vise den, som filer.

Det som hentes utenfra (Python for nettleseren og pakkene biblioteket bruker), hentes av
``make docs`` med faste versjoner og kontrollsummer, og legges i ``.venv/prov-selv``.
"""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from verktoy.nettsted.prov_selv.bro.okt import Okt
from verktoy.nettsted.prov_selv.pakke import pakken

from ytelsesrad import Regelbok

HER = Path(__file__).parent / "prov_selv"
ROT = HER.parents[2]
PYODIDE = HER / "node_modules" / "pyodide"
STED = "prov-selv"

_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_EGNE = ("*.html", "*.css", "*.js", "*.svg")


def sider() -> dict[str, str | bytes]:
    """Alle filene siden består av, etter sti under nettstedet."""
    innhold: dict[str, bytes] = {
        **{f.name: f.read_bytes() for m in _EGNE for f in sorted(HER.glob(m))},
        **{f"pyodide/{n}": (PYODIDE / n).read_bytes() for n in _PYODIDE},
        "pyodide/pyodide-lock.json": _laas(),
        "bibliotek.pakke": pakken(),
        "ark.css": _arkets_stil(),
        **eksempler(),
    }
    return {f"{STED}/{navn}": byte for navn, byte in innhold.items()}


def _laas() -> bytes:
    """Pyodides liste over pakker, tom: det som trengs, ligger i bibliotek.pakke."""
    laas = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({**laas, "packages": {}}).encode()


def _arkets_stil() -> bytes:
    mappe = files("ytelsesrad.visning.html")
    return b"\n".join(mappe.joinpath(f"{n}.css").read_bytes() for n in ("felles", "side"))


def eksempler() -> dict[str, bytes]:
    """Eksemplene, og det siden viser av hvert mens den gjør seg klar."""
    bok = Regelbok.standard()
    ut = {"eksempler/tom.json": _forst(bok, bok.regelsett.til, gjor="tom")}
    liste = []
    for fil in sorted((ROT / "docs" / "eksempler").glob("p*.toml"), key=lambda f: int(f.stem[1:])):
        tekst = fil.read_text(encoding="utf-8")
        data = tomllib.loads(tekst)
        navn = f"{data['tittel']} (konstruert eksempel)"
        liste.append({"id": fil.stem, "navn": navn})
        ut[f"eksempler/{fil.name}"] = fil.read_bytes()
        ut[f"eksempler/{fil.stem}.json"] = _forst(
            bok, data["regnedato"], gjor="aapne", tekst=tekst, navn=fil.name, eksempel=True
        )
    ut["eksempler.json"] = json.dumps(liste, ensure_ascii=False).encode()
    return ut


def _forst(bok: Regelbok, dag: date, **begynn: Any) -> bytes:
    """Skjemaet og svaret slik siden selv regner dem ut når den er i gang."""
    okt = Okt(bok)
    skjema = okt.gjor(json.dumps({**begynn, "i_dag": dag.isoformat()}))
    return f'{{"skjema": {skjema}, "svar": {okt.gjor(json.dumps({"gjor": "svar"}))}}}'.encode()


def skriv(mappe: Path) -> None:
    """Skriv siden i en mappe."""
    for sti, byte in sider().items():
        fil = mappe / sti
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_bytes(byte if isinstance(byte, bytes) else byte.encode())
        print(f"{len(byte):>10} {sti}")


if __name__ == "__main__":
    skriv(Path(sys.argv[1]))
