"""What the Vega-Lite specifications have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VEGA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Which form of Vega-Lite the specifications have. Nothing is fetched from there."""

TALL = [{"calculate": "toNumber(datum.sted)", "as": "sted"}]
"""Places are exact decimals as text; a drawing needs them as numbers."""


def fargeskala(farger: Mapping[str, str]) -> dict[str, Any]:
    """Return the colours of the kinds of source, fixed."""
    return {
        "field": "kilde",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(farger), "range": list(farger.values())},
    }
