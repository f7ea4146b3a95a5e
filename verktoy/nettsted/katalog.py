"""The rule catalogue."""

from __future__ import annotations


def sider() -> dict[str, str | bytes]:
    """Return the pages of the catalogue."""
    return {"regler/index.md": "# Regler\n\nAlle reglene, slik de står i `rules/`.\n"}
