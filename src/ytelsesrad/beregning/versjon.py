"""The version of the library, as every answer says it."""

from __future__ import annotations

__version__ = "0.1.0"
"""The same as in ``pyproject.toml``. To ask the installed package would take longer than a run."""
