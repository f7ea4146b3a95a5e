"""Put the rules in the wheel twice: as they are written, and read and checked beforehand.

A hook of hatchling (pyproject.toml). The kept form is made anew from the files at each build.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FerdigRegelbok(BuildHookInterface[Any]):
    """Makes the kept form; in an editable install it lies in the checkout, beside the rules."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file, and have it put in the package."""
        rot = Path(self.root)
        sys.path.insert(0, str(rot / "src"))
        try:
            from ytelsesrad.regelbok import FERDIG, lag_ferdig, les_mappe
        finally:
            sys.path.pop(0)
        fil = rot / "rules" / FERDIG
        fil.write_bytes(lag_ferdig(les_mappe(fil.parent)))
        if version == "standard":
            build_data["force_include"][str(fil)] = f"ytelsesrad/rules/{FERDIG}"
