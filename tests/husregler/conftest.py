"""Skriver ut unntakene fra husreglene, så ingen av dem blir glemt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.husregler.kode import glem
from tests.husregler.unntak import linjer


@pytest.fixture(scope="package", autouse=True)
def _glem_traerne() -> Iterator[None]:
    yield
    glem()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("Unntak fra husreglene (tests/husregler/unntak.toml)")
    for linje in linjer():
        terminalreporter.line(f"  {linje}")
