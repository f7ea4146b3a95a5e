"""Skriv JSON-skjemaet for svaret i docs/skjema/ på nytt.

Skjemaet for situasjonsfilen følger reglene og lages av «ytelsesrad skjema situasjon».
"""

from __future__ import annotations

import json
from pathlib import Path

from ytelsesrad.visning import skjema

FIL = Path(__file__).resolve().parent.parent / "docs" / "skjema" / "resultat-1.json"


def innhold() -> str:
    """Det som skal stå i filen."""
    return json.dumps(skjema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FIL.parent.mkdir(parents=True, exist_ok=True)
    FIL.write_text(innhold(), encoding="utf-8")
