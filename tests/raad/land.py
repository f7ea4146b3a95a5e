"""Rutenland: et oppdiktet land med lønn, en støtte som faller bort, og meldinger av alle slag."""

from __future__ import annotations

from pathlib import Path

from ytelsesrad import Raad, Regelbok, Situasjon, gi_raad

MAPPE = Path(__file__).parent / "rutenland"
FIL = """
tittel    = "Rutine Rutersen"
konstruert = true
anledning = "ny jobb"
regnedato = 2031-01-15
fra       = 2031-01-01
til       = 2031-12-31
[plan."Som nå"]
[plan."80 timer"]
[[plan."80 timer".jobb]]
timer    = 80
per_time = 100
[plan."110 timer"]
[[plan."110 timer".jobb]]
timer    = 110
per_time = 100
"""


def land(**bytt: tuple[str, str]) -> Regelbok:
    """Regelboken, med en tekst byttet i en av filene: ``stotte=("5000", "6000")``."""
    filer = {
        f.relative_to(MAPPE).as_posix(): f.read_text(encoding="utf-8")
        for f in MAPPE.rglob("*.toml")
    }
    for navn, (gammelt, nytt) in bytt.items():
        fil = f"{navn}/{navn}.toml"
        assert gammelt in filer[fil]
        filer[fil] = filer[fil].replace(gammelt, nytt)
    return Regelbok.fra_tekst(filer)


def raad(fil: str = FIL, bok: Regelbok | None = None, **valg: object) -> Raad:
    """Hele svaret på en situasjon i landet."""
    bok = bok or land()
    return gi_raad(Situasjon.les(fil, bok), bok, **valg)  # type: ignore[arg-type]
