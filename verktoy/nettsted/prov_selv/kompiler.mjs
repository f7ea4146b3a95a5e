// Oversetter .py i en mappe til .pyc med den Pythonen som skal kjøre dem, så nettleseren slipper.
// Bruk: node kompiler.mjs MAPPE. Det som skal leses som tekst også (*.py som blir), er nevnt på stdin.
import { readFileSync } from "node:fs";
import { loadPyodide } from "./node_modules/pyodide/pyodide.mjs";

const python = await loadPyodide();
python.mountNodeFS("/mappe", process.argv[2]);
python.globals.set("blir", readFileSync(0, "utf-8"));
python.runPython(`
import py_compile
from pathlib import Path

blir = tuple(blir.split())
for fil in sorted(Path("/mappe").rglob("*.py")):
    navn = fil.relative_to("/mappe")
    som_tekst = str(navn).startswith(blir)
    til = None if som_tekst else str(fil.with_suffix(".pyc"))
    py_compile.compile(
        str(fil), til, str("/bibliotek" / navn), doraise=True, optimize=0 if som_tekst else 2,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH, quiet=0,
    )
    if not som_tekst:
        fil.unlink()
`);
