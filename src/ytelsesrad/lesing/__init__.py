"""Reading files: TOML with places, faults that help, and «mente du». Imports nothing of ours."""

from ytelsesrad.lesing.datoer import annerledes_skrevet
from ytelsesrad.lesing.feil import Feil, Feilsamling, Sted
from ytelsesrad.lesing.forslag import mente_du
from ytelsesrad.lesing.toml import les_toml, les_toml_bytes, rett_tekst
from ytelsesrad.lesing.tomlfil import TomlFil

__all__ = [
    "Feil",
    "Feilsamling",
    "Sted",
    "TomlFil",
    "annerledes_skrevet",
    "les_toml",
    "les_toml_bytes",
    "mente_du",
    "rett_tekst",
]
