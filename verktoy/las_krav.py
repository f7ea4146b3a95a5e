"""Write krav.txt anew: the newest versions that pyproject.toml allows, exactly as installed.

Run: python3.11 verktoy/las_krav.py    (needs the network; takes about a minute)

Use the oldest Python the project supports: packages drop old ones, patch versions too, and
what is pinned must install on all of them.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
KRAV = ROT / "krav.txt"
HODE = """\
# Versjonene alt prøves med. Grensene står i pyproject.toml.
# Laget av verktoy/las_krav.py med Python {python}, så alt her kan installeres fra den og oppover.
"""
EKSTRA = "dev"


def las() -> str:
    """Return the text of the file, from a fresh environment."""
    prosjekt = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))
    miljo = {n: v for n, v in os.environ.items() if not n.endswith("_CONSTRAINT")}
    with tempfile.TemporaryDirectory() as mappe:
        venv.create(mappe, with_pip=True)
        pip = [str(Path(mappe) / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        bygg = [*prosjekt["build-system"]["requires"], "editables"]
        installer = [*pip, "install", "--quiet", "--editable", f"{ROT}[{EKSTRA}]", *bygg]
        subprocess.run(installer, check=True, env=miljo)
        frys = [*pip, "freeze", "--exclude-editable"]
        svar = subprocess.run(frys, check=True, env=miljo, capture_output=True, text=True)
    return HODE.format(python=platform.python_version()) + svar.stdout


if __name__ == "__main__":
    KRAV.write_text(las(), encoding="utf-8")
    sys.stdout.write(f"Skrev {KRAV.name}.\n")
