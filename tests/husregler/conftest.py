"""Skriver ut unntakene fra husreglene, så ingen av dem blir glemt."""

from __future__ import annotations

import pytest

from tests.husregler.unntak import linjer


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("Unntak fra husreglene (tests/husregler/unntak.toml)")
    for linje in linjer():
        terminalreporter.line(f"  {linje}")
