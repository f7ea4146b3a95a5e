"""Fill the marked answers in README.md and docs/ with what the commands really print.

An answer looks like this in the text::

    <!-- svar:start hode; Måned for måned -->
    ```text
    $ ytelsesrad regn docs/eksempler/p4.toml
    …
    ```
    <!-- svar:slutt -->

The command is on the ``$`` line. After ``svar:start`` stand the parts to show: ``hode`` is all
before the first heading that begins with «Dette», anything else is the beginning of a heading. With
no parts, all of the answer is shown. What is left out is marked ``[…]``.

Run: python verktoy/oppdater_readme.py [--sjekk]    (--sjekk: change nothing, exit 1 if out of date)
"""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

from ytelsesrad.kommandolinje import hoved as kommandoen

ROT = Path(__file__).resolve().parent.parent
SVAR = re.compile(
    r"<!-- svar:start(?P<deler>[^\n]*?)-->\n+```text\n\$ (?P<kommando>[^\n]+)\n"
    r"(?P<gammelt>.*?)```\n+<!-- svar:slutt -->",
    re.DOTALL,
)
UTELATT = "[…]"


@cache
def kjor(kommando: str) -> str:
    """Run a ``ytelsesrad`` command in the top folder and return what it prints."""
    navn, *argumenter = shlex.split(kommando)
    if navn != "ytelsesrad":
        raise SystemExit(f"«{kommando}» begynner ikke med ytelsesrad.")
    ut, feil = io.StringIO(), io.StringIO()
    with chdir(ROT), redirect_stdout(ut), redirect_stderr(feil):
        kode = kommandoen(argumenter)
    if kode:
        raise SystemExit(f"«{kommando}» ga sluttkode {kode}:\n{feil.getvalue()}")
    return ut.getvalue()


def utdrag(tekst: str, deler: Sequence[str]) -> str:
    """Return the named parts of an answer, in the order they stand."""
    avsnitt = tekst.strip("\n").split("\n\n")
    if not deler:
        return "\n\n".join(avsnitt)
    hode = next((n for n, a in enumerate(avsnitt) if a.startswith("Dette ")), len(avsnitt))
    funnet: set[str] = set()
    svar: list[str] = []
    for n, a in enumerate(avsnitt):
        treff = {d for d in deler if (d == "hode" and n < hode) or a.startswith(d)}
        funnet |= treff
        if treff:
            svar.append(a)
        elif not svar or svar[-1] != UTELATT:
            svar.append(UTELATT)
    if manglende := set(deler) - funnet:
        raise SystemExit("Svaret har ingen del som heter " + ", ".join(sorted(manglende)) + ".")
    return "\n\n".join(svar)


def oppdatert(tekst: str) -> str:
    """Return a text with every marked answer as it is now."""

    def ny(treff: re.Match[str]) -> str:
        deler = [d.strip() for d in treff["deler"].split(";") if d.strip()]
        vist = utdrag(kjor(treff["kommando"]), deler)
        start = f"<!-- svar:start{treff['deler']}-->"
        return f"{start}\n```text\n$ {treff['kommando']}\n\n{vist}\n```\n<!-- svar:slutt -->"

    return SVAR.sub(ny, tekst)


def sider() -> list[Path]:
    """Return the pages that hold an answer."""
    alle = [ROT / "README.md", *sorted((ROT / "docs").rglob("*.md"))]
    return [s for s in alle if "<!-- svar:start" in s.read_text(encoding="utf-8")]


def hoved(argumenter: Sequence[str]) -> int:
    """Update, or check, all pages."""
    gamle = []
    for side in sider():
        tekst = side.read_text(encoding="utf-8")
        ny = oppdatert(tekst)
        if ny != tekst:
            gamle.append(side.relative_to(ROT).as_posix())
            if "--sjekk" not in argumenter:
                side.write_text(ny, encoding="utf-8")
    if gamle and "--sjekk" in argumenter:
        sys.stderr.write("Svarene er ikke som før i " + ", ".join(gamle) + ".\n")
        sys.stderr.write("Rett: make oppdater, og les hva som ble annerledes.\n")
        return 1
    sys.stdout.write(
        "Skrev " + ", ".join(gamle) + ".\n" if gamle else "Alt er som det skal være.\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(hoved(sys.argv[1:]))
