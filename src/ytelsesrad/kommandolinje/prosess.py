"""The process of the command: it answers once, so it is set up to start quickly."""

from __future__ import annotations

import gc
import os
import sys
from io import StringIO
from pathlib import Path
from types import TracebackType

from ytelsesrad.kommandolinje.argumenter import strom_er_utf8
from ytelsesrad.kommandolinje.hoved import hoved
from ytelsesrad.kommandolinje.koder import FEIL, INGEN_SVAR


def start() -> int:
    """Run the command in a process of its own. Returns the exit code.

    Plugins for pydantic that happen to be installed would be told all that is put in, and looking
    for them takes time: here there are none. What is made in so short a life need not be collected.
    What goes wrong in the program itself is said in plain words, without what was put in.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    if sys.stderr is None:
        sys.stderr = StringIO()  # nobody reads it
    strom_er_utf8((sys.stderr,))
    if sys.stdout is None:
        sys.stderr.write(
            "Det er ikke noe sted å skrive svaret.\nRett: skriv til en fil med --til.\n"
        )
        return FEIL
    try:
        return hoved()
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutt. Ingenting er lagret.\n")
        return INGEN_SVAR
    except Exception as feil:
        sted = _hvor(feil.__traceback__)
        sys.stderr.write(
            f"Noe gikk galt i selve programmet ({type(feil).__name__} i {sted}). "
            "Det er ikke noe du har skrevet feil.\n"
            "Rett: meld feilen, med en konstruert fil som gir den samme. "
            "Ikke send opplysninger om en virkelig person.\n"
        )
        return INGEN_SVAR


def _hvor(spor: TracebackType | None) -> str:
    """Return the file and line where it went wrong."""
    while spor is not None and spor.tb_next is not None:
        spor = spor.tb_next
    if spor is None:
        return "ukjent sted"
    fil = Path(spor.tb_frame.f_code.co_filename)
    return f"{fil.parent.name}/{fil.name}, linje {spor.tb_lineno}"
