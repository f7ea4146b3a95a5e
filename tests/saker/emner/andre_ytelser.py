"""Kjente svar om andre ytelser og om lønn."""

from __future__ import annotations

from tests.saker.emner import Kapittel

KAPITTEL = Kapittel("andre_ytelser")
