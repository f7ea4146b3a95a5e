"""Siden «Prøv selv» bygges, vises av en tjener på denne maskinen, og brukes én gang."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from verktoy.nettsted import provselv

HER = Path(__file__).parent


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


def bruk(mappe: Path, personer: dict[str, str], svarene: dict[str, str]) -> dict[str, Any]:
    """Bygg siden i mappen, bruk den, og gi det som ble funnet.

    Personer: navn → arket som HTML. Svarene: spørsmål → det som skrives.
    """
    provselv.skriv(mappe)
    med: dict[str, Any] = {
        "chromium": shutil.which("chromium"),
        "fil": (mappe / provselv.STED / "index.html").as_uri(),
        "svarene": svarene,
        "personer": [{"id": navn, "ark": ark} for navn, ark in personer.items()],
    }
    with vist(mappe) as adresse:
        kjort = subprocess.run(
            ["node", "prov_selv.mjs"],
            cwd=HER,
            input=json.dumps(med | {"adresse": f"{adresse}{provselv.STED}/index.html"}),
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    assert kjort.returncode == 0, kjort.stderr
    svar: dict[str, Any] = json.loads(kjort.stdout)
    return svar | {"adresse": adresse}
