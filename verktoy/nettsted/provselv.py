"""Siden «Prøv selv»: biblioteket i nettleseren. Alt som trengs for å vise den, som filer.

Det som hentes utenfra (Python for nettleseren og pakkene biblioteket bruker), hentes av
``make docs`` med faste versjoner og kontrollsummer, og legges i ``.venv/prov-selv``.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

HER = Path(__file__).parent / "prov_selv"
ROT = HER.parents[2]
HENTET = ROT / ".venv" / "prov-selv"
PYODIDE = HER / "node_modules" / "pyodide"
STED = "prov-selv"
FORST = "p4"
"""Eksemplet som vises når siden åpnes."""

_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_EGNE = ("*.html", "*.css", "*.js", "*.svg")
_UNODIG = re.compile(
    r"\.pyi$|/RECORD$|/WHEEL$|/licenses/|\.dist-info/(?!METADATA)|py\.typed$|/mypy\.py$|^pydantic/v1/"
)
_DAG = (2026, 1, 1, 0, 0, 0)
"""Samme dato på alt i arkivet, så like filer gir like byte."""


def sider() -> dict[str, str | bytes]:
    """Alle filene siden består av, etter sti under nettstedet."""
    innhold: dict[str, bytes] = {
        **{f.name: f.read_bytes() for m in _EGNE for f in sorted(HER.glob(m))},
        **{f"pyodide/{n}": (PYODIDE / n).read_bytes() for n in _PYODIDE},
        "pyodide/pyodide-lock.json": _laas(),
        "bibliotek.zip": _bibliotek(),
        "ark.css": _arkets_stil(),
        **_eksempler(),
    }
    return {f"{STED}/{navn}": byte for navn, byte in innhold.items()}


def _laas() -> bytes:
    """Pyodides liste over pakker, tom: det som trengs, ligger i bibliotek.zip."""
    laas = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return json.dumps({**laas, "packages": {}}).encode()


def _bibliotek() -> bytes:
    """Biblioteket, reglene, pakkene de bruker, og broen til siden, i ett arkiv."""
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arkiv:
        for navn, byte in sorted(_alt()):
            arkiv.writestr(zipfile.ZipInfo(navn, _DAG), byte, zipfile.ZIP_DEFLATED)
    return ut.getvalue()


def _alt() -> Iterator[tuple[str, bytes]]:
    hjul = sorted(HENTET.glob("*.whl"))
    if not hjul:
        raise FileNotFoundError("Pakkene til «Prøv selv» er ikke hentet. Rett: make docs")
    with tempfile.TemporaryDirectory() as mappe:
        for fil in [*hjul, _eget_hjul(Path(mappe))]:
            with zipfile.ZipFile(fil) as arkiv:
                for navn in arkiv.namelist():
                    if not navn.endswith("/") and not _UNODIG.search(navn):
                        yield navn, arkiv.read(navn)
    for bro in sorted((HER / "bro").glob("*.py")):
        yield f"bro/{bro.name}", bro.read_bytes()


def _eget_hjul(mappe: Path) -> Path:
    """Bygg hjulet av biblioteket slik det er nå, uten nett."""
    bygg = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(mappe),
    ]
    subprocess.run(bygg, cwd=ROT, check=True, capture_output=True)
    return next(mappe.glob("*.whl"))


def _arkets_stil() -> bytes:
    mappe = files("ytelsesrad.visning.html")
    return b"\n".join(mappe.joinpath(f"{n}.css").read_bytes() for n in ("felles", "side"))


def _eksempler() -> dict[str, bytes]:
    ut: dict[str, bytes] = {}
    liste = []
    for fil in sorted((ROT / "docs" / "eksempler").glob("p*.toml"), key=lambda f: int(f.stem[1:])):
        data = tomllib.loads(fil.read_text(encoding="utf-8"))
        navn = f"{data['tittel']} (konstruert eksempel)"
        liste.append({"id": fil.stem, "navn": navn, "forst": fil.stem == FORST})
        ut[f"eksempler/{fil.name}"] = fil.read_bytes()
    ut["eksempler.json"] = json.dumps(liste, ensure_ascii=False).encode()
    return ut


def skriv(mappe: Path) -> None:
    """Skriv siden i en mappe."""
    for sti, byte in sider().items():
        fil = mappe / sti
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_bytes(byte if isinstance(byte, bytes) else byte.encode())
        print(f"{len(byte):>10} {sti}")


if __name__ == "__main__":
    skriv(Path(sys.argv[1]))
