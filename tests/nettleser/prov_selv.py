"""Siden «Prøv selv» bygges, vises av en tjener på denne maskinen, og brukes én gang."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from verktoy.nettsted import provselv

HER = Path(__file__).parent
TIDER = HER.parents[1] / "build" / "nettleser.json"
"""Hvor lang tid det tok denne gangen, og hvor mye som ble hentet. Testene krever ingen tid, og med
andre tester samtidig er den lengre."""


class _Stille(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Si ingenting."""


@contextmanager
def vist(mappe: Path) -> Iterator[str]:
    """Vis en mappe på denne maskinen; gir adressen."""
    tjener = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Stille, directory=str(mappe)))
    traad = Thread(target=tjener.serve_forever, daemon=True)
    traad.start()
    try:
        yield f"http://127.0.0.1:{tjener.server_port}/"
    finally:
        tjener.shutdown()
        tjener.server_close()
        traad.join()


def bruk(
    mappe: Path, personer: dict[str, str], svarene: dict[str, str], familien: dict[str, Any]
) -> dict[str, Any]:
    """Bygg siden i mappen, bruk den, og gi det som ble funnet.

    Personer: navn → arket som HTML. Svarene: spørsmål → det som skrives. Familien: det samme, men
    det første er hvor mange piltrykk ned i listen, og en liste er flere svar.
    """
    provselv.skriv(mappe)
    med: dict[str, Any] = {
        "chromium": shutil.which("chromium"),
        "fil": (mappe / provselv.STED / "index.html").as_uri(),
        "svarene": svarene,
        "familien": familien,
        "personer": [{"id": navn, "ark": ark} for navn, ark in personer.items()],
    }
    with vist(mappe) as adresse:
        kjort = subprocess.run(
            ["node", "prov_selv.mjs"],
            cwd=HER,
            input=json.dumps(med | {"adresse": f"{adresse}{provselv.STED}/index.html"}),
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
    assert kjort.returncode == 0, kjort.stderr
    svar: dict[str, Any] = json.loads(kjort.stdout)
    _skriv_tider(svar, mappe / provselv.STED)
    return svar | {"adresse": adresse}


def _skriv_tider(svar: dict[str, Any], mappe: Path) -> None:
    hentet = {mappe / "index.html"} | {
        mappe / u.split("/prov-selv/")[1].partition("#")[0]
        for u in svar["hentet"]
        if "/prov-selv/" in u
        and not u.startswith("blob:")
        and not u.split("/prov-selv/")[1].startswith("#")
    }
    filer = [f.read_bytes() for f in hentet if f.is_file() and f.suffix != ".toml"]
    tall = {
        "vist_ms": round(svar["tider"]["vist"]),
        "forste_svar_ms": round(svar["tider"]["forste_svar"]),
        "forste_alt_ms": round(svar["tider"]["forste_alt"]),
        "ny_verdi_ms": round(median(e["svart"] for e in svar["endringer"])),
        "ny_verdi_alt_ms": round(median(e["alt"] for e in svar["endringer"])),
        "nedlasting_byte": sum(map(len, filer)),
        "nedlasting_pakket_byte": sum(min(len(b), len(gzip.compress(b, 6))) for b in filer),
        "chromium": svar["chromium"],
        "kjerner": os.cpu_count(),
        "samtidig": int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1,
    }
    TIDER.parent.mkdir(exist_ok=True)
    TIDER.write_text(json.dumps(tall, indent=1) + "\n", encoding="utf-8")
