"""Kjente svar om arbeidsavklaringspenger."""

from __future__ import annotations

from tests.saker.emner import Kapittel

KAPITTEL = Kapittel("aap", ("aap-",))
