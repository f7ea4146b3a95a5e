"""The process of the command: it answers once, so it is set up to start quickly."""

from __future__ import annotations

import gc
import os

from ytelsesrad.kommandolinje.hoved import hoved


def start() -> int:
    """Run the command in a process of its own. Returns the exit code.

    Plugins for pydantic that happen to be installed would be told all that is put in, and looking
    for them takes time: here there are none. What is made in so short a life need not be collected.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    return hoved()
