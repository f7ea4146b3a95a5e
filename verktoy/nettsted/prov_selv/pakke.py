"""Alt som skal kjøre i nettleseren, i én fil: biblioteket, reglene, pakkene, og broen til siden.

Koden er oversatt på forhånd av den samme Pythonen som skal kjøre den. Filen er pakket med gzip,
og begynner med en linje JSON: ``[[sti, antall byte], …]`` i samme rekkefølge som det som følger.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HER = Path(__file__).parent
ROT = HER.parents[2]
HENTET = ROT / ".venv" / "prov-selv"
_UNODIG = re.compile(
    r"\.pyi$|/RECORD$|/WHEEL$|/licenses/|\.dist-info/(?!METADATA)|py\.typed$|/mypy\.py$"
    r"|^pydantic/v1/|^dateutil/zoneinfo/|^ytelsesrad/kommandolinje/"
)
_SOM_TEKST = ("ytelsesrad/lesing/", "ytelsesrad/regelspraak/")
"""Koden som leser regler, må også være der som den er skrevet: den ferdige regelboken ser etter."""


def pakken() -> bytes:
    """Lag filen. Likt inn gir like byte."""
    with tempfile.TemporaryDirectory() as mappe:
        rot = Path(mappe) / "alt"
        for fil in [*_hentede(), _eget_hjul(Path(mappe))]:
            _pakk_ut(fil, rot)
        for bro in sorted((HER / "bro").glob("*.py")):
            _skriv(rot / "bro" / bro.name, bro.read_bytes())
        _kompiler(rot)
        filer = sorted(f for f in rot.rglob("*") if f.is_file())
        innhold = [f.read_bytes() for f in filer]
        liste = [
            [f.relative_to(rot).as_posix(), len(b)] for f, b in zip(filer, innhold, strict=True)
        ]
    return gzip.compress(json.dumps(liste).encode() + b"\n" + b"".join(innhold), 9, mtime=0)


def _hentede() -> list[Path]:
    hjul = sorted(HENTET.glob("*.whl"))
    if not hjul:
        raise FileNotFoundError("Pakkene til «Prøv selv» er ikke hentet. Rett: make docs")
    return hjul


def _eget_hjul(mappe: Path) -> Path:
    """Bygg hjulet av biblioteket slik det er nå, uten nett."""
    bygg = ["-m", "hatchling", "build", "--target", "wheel", "--directory", str(mappe)]
    subprocess.run([sys.executable, *bygg], cwd=ROT, check=True, capture_output=True)
    return next(mappe.glob("*.whl"))


def _pakk_ut(hjul: Path, rot: Path) -> None:
    with zipfile.ZipFile(hjul) as arkiv:
        for navn in arkiv.namelist():
            if not navn.endswith("/") and not _UNODIG.search(navn):
                byte = arkiv.read(navn)
                bare_hodet = navn.endswith(".dist-info/METADATA")
                _skriv(rot / navn, byte.partition(b"\n\n")[0] if bare_hodet else byte)


def _skriv(fil: Path, byte: bytes) -> None:
    fil.parent.mkdir(parents=True, exist_ok=True)
    fil.write_bytes(byte)


def _kompiler(rot: Path) -> None:
    subprocess.run(
        ["node", str(HER / "kompiler.mjs"), str(rot)],
        input=" ".join(_SOM_TEKST),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
