"""Find and read the files of a rule book. The only place the core opens files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from ytelsesrad.lesing import Feil, Feilsamling, Sted, TomlFil, les_toml_bytes

REGELSETT = "regelsett.toml"
FERDIG = "ferdig.jsonl"
"""The kept form of the rules that come with the library, beside them (see ``ferdig``)."""
_LESERNE = ("lesing", "regelspraak", "regelspraak/sjekk")
"""The folders of code that decide what rule files are read as."""
Filer = Mapping[str, bytes]
"""Content of each file by its path in the book, such as ``folder/chapter.toml``."""


def standardmappe() -> Path:
    """Return the folder of the rules that come with the library."""
    pakke = Path(__file__).resolve().parent.parent
    i_pakken = pakke / "rules"
    return i_pakken if i_pakken.is_dir() else pakke.parent.parent / "rules"


def les_mappe(mappe: Path) -> dict[str, bytes]:
    """Read all rule files of a folder: ``regelsett.toml`` and one level of folders."""
    if not mappe.is_dir():
        raise Feilsamling(
            (
                Feil(
                    "R01",
                    Sted(str(mappe)),
                    "Mappen med regler finnes ikke.",
                    "Sjekk stien, eller installer pakken på nytt.",
                ),
            )
        )
    stier = sorted([*mappe.glob("*.toml"), *mappe.glob("*/*.toml")])
    return {sti.relative_to(mappe).as_posix(): sti.read_bytes() for sti in stier}


def les_oversettelser(mappe: Path) -> dict[str, bytes]:
    """Read the translations in a folder of rules: ``folder/en/chapter.toml``."""
    stier = sorted(mappe.glob("*/*/*.toml"))
    return {sti.relative_to(mappe).as_posix(): sti.read_bytes() for sti in stier}


def er_oversettelse(navn: str) -> bool:
    """Tell whether a path in a book is that of a translation."""
    return navn.count("/") == 2


def les_ferdigfil(mappe: Path) -> bytes | None:
    """Return the kept form that lies beside some rules, if there is one."""
    fil = mappe / FERDIG
    return fil.read_bytes() if fil.is_file() else None


def lesekode() -> Filer:
    """Return the code that reads and checks rule files."""
    pakke = Path(__file__).resolve().parent.parent
    stier = [sti for mappe in _LESERNE for sti in (pakke / mappe).glob("*.py")]
    return {sti.relative_to(pakke).as_posix(): sti.read_bytes() for sti in stier}


def les_filer(filer: Filer, feil: list[Feil]) -> dict[str, TomlFil]:
    """Parse files; the first fault of each file that is not TOML is noted."""
    svar = {}
    for navn in sorted(filer):
        try:
            svar[navn] = les_toml_bytes(filer[navn], navn)
        except Feilsamling as samling:
            feil.extend(samling.feil)
    return svar


def hash_av(lag: Iterable[Filer]) -> str:
    """Return a short hash of the content of all files, the same on every machine."""
    return full_hash(*lag)[:8]


def full_hash(*lag: Filer) -> str:
    """Return the whole hash."""
    h = hashlib.sha256()
    for filer in lag:
        for navn in sorted(filer):
            innhold = filer[navn].replace(b"\r\n", b"\n")
            h.update(f"{navn}\0{len(innhold)}\0".encode())
            h.update(innhold)
    return h.hexdigest()
