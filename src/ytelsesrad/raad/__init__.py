"""The whole answer: what a plan gives, what it rests on, and what to think of."""

from ytelsesrad.raad.gi import gi_raad
from ytelsesrad.raad.modell import Raad, Raadmeta

__all__ = ["Raad", "Raadmeta", "gi_raad"]
