"""Skriv JSON-skjemaene for svarene i docs/skjema/ på nytt: ett for hver form.

Skjemaet for situasjonsfilen følger reglene og lages av «ytelsesrad skjema situasjon».
"""

from __future__ import annotations

import json
from pathlib import Path

from ytelsesrad.visning.json import FORMER, skjema

MAPPE = Path(__file__).resolve().parent.parent / "docs" / "skjema"


def innhold(form: str) -> str:
    """Det som skal stå i filen for en form."""
    return json.dumps(skjema(form), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    MAPPE.mkdir(parents=True, exist_ok=True)
    for form in FORMER:
        (MAPPE / f"{form}.json").write_text(innhold(form), encoding="utf-8")
