"""Siden om de to dybdene: det som står der, virker."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROT


def test_python_paa_siden_virker(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    side = (ROT / "docs" / "slik-gjor-du" / "to-dybder.md").read_text(encoding="utf-8")
    (kode,) = re.findall(r"```python\n(.*?)```", side, re.DOTALL)
    monkeypatch.chdir(ROT)
    exec(compile(kode, "docs/slik-gjor-du/to-dybder.md", "exec"), {})
    ut = capsys.readouterr().out.replace("\u00a0", " ")
    assert ut.startswith("GROVT ANSLAG etter 8 spørsmål.")
    assert "MED 50 PROSENT STILLING" in ut
