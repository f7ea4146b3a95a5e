"""Words and terms: what each means, what it was called before, and the rule behind it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from verktoy.nettsted.fyll import fyll
from verktoy.nettsted.katalog import sortert
from verktoy.nettsted.oppslag import Oppslag, oppslag, tittel

from ytelsesrad.lesbart import dato, liste
from ytelsesrad.visning.oppmerking import el

SIDE = "ord/index.md"
KILDE = Path(__file__).parent / "tekster" / "ord.toml"


def les() -> list[dict[str, Any]]:
    """Return the words."""
    alle: list[dict[str, Any]] = tomllib.loads(KILDE.read_text(encoding="utf-8"))["ord"]
    return alle


def sider() -> dict[str, str | bytes]:
    """Return the page."""
    o = oppslag()
    ordene = les()
    eldre = _eldre(o, ordene)
    oppslagene = {x["ord"]: _ett(o, x, eldre) for x in ordene}
    for navn, (ny, til) in eldre.items():
        oppslagene[navn] = _vis_til(navn, ny, til)
    deler = [
        "---\nsearch:\n  boost: 4\n---\n",
        "# Ord og begreper\n",
        "Ordene slik de brukes her, med det de het før og det folk ellers sier. Står det noe annet "
        "i et gammelt brev, finner du det med søket.\n",
        "- [Vanlige misforståelser](misforstaaelser.md)\n"
        "- [Dette regner vi ikke på](../regler/ikke-med.md)\n",
        *(oppslagene[n] for n in sorted(oppslagene, key=sortert)),
    ]
    return {SIDE: "\n".join(deler)}


def _eldre(o: Oppslag, ordene: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """Return older words: to the word used now, and until when, if the rules say."""
    ut: dict[str, tuple[str, str]] = {}
    for x in ordene:
        for navn in x.get("for", ()):
            ut[navn] = (x["ord"], "")
        if "regel" in x:
            for h in o.bok.finn(x["regel"]).het_for:
                ut[h.navn] = (x["ord"], dato(h.til) if h.til else "")
    for r in o.bok.samling.regler.values():
        for h in r.het_for:
            ut.setdefault(h.navn, (tittel(r), dato(h.til) if h.til else ""))
    return ut


def _anker(ord_: str) -> str:
    return "".join(t if t.isalnum() else "-" for t in ord_.lower()).strip("-")


def _ett(o: Oppslag, x: dict[str, Any], eldre: dict[str, tuple[str, str]]) -> str:
    het = [f"«{n}»" + (f" til {t}" if t else "") for n, (ny, t) in eldre.items() if ny == x["ord"]]
    rest: list[object] = [f"På engelsk: {x['engelsk']}."]
    if het:
        rest.append(f" Også kalt {liste(het)}.")
    if "regel" in x:
        r = o.bok.finn(x["regel"])
        rest += [" Regelen: ", el("a", tittel(r), href=o.lenke(SIDE, r.id)), "."]
    overskrift = f"## {x['ord']} {{#{_anker(x['ord'])}}}"
    return f"{overskrift}\n\n{fyll(o, x['tekst'])}\n\n{el('p', rest, klasse='id')}\n"


def _vis_til(navn: str, ny: str, til: str) -> str:
    naar = f" Navnet ble brukt til {til}." if til else ""
    lenke = f"[{ny}](#{_anker(ny)})" if any(x["ord"] == ny for x in les()) else f"«{ny}»"
    return f"## {navn} {{#{_anker(navn)}}}\n\nHer heter det {lenke}.{naar}\n"
