"""Common misunderstandings, each with the rules that settle it and figures from the rules."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from verktoy.nettsted.formel import setning
from verktoy.nettsted.fyll import fyll, regler_i, regnet
from verktoy.nettsted.oppslag import Oppslag, href, oppslag, tittel

from ytelsesrad.visning.oppmerking import El, el

SIDE = "ord/misforstaaelser.md"
KILDE = Path(__file__).parent / "tekster" / "misforstaaelser.toml"


def les() -> list[dict[str, Any]]:
    """Return the parts of the page, with their misunderstandings."""
    deler: list[dict[str, Any]] = tomllib.loads(KILDE.read_text(encoding="utf-8"))["del"]
    return deler


def sider() -> dict[str, str | bytes]:
    """Return the page."""
    o = oppslag()
    linjer = [
        "---\nsearch:\n  boost: 2\n---\n",
        "# Vanlige misforståelser\n",
        "Det en ofte hører, og det som er riktig. Hvert svar har reglene det bygger på. Tallene er "
        "regnet ut av reglene da siden ble laget. Mari og Sam er konstruerte.\n",
    ]
    for d in les():
        linjer.append(f"## {d['navn']}\n")
        linjer += [_en(o, m) for m in d["misforstaaelse"]]
    return {SIDE: "\n".join(linjer)}


def _en(o: Oppslag, m: dict[str, Any]) -> str:
    sak = m.get("sak")
    _sjekk(o, m)
    linjer = [f"### «{m['sagt'].rstrip('.')}» {{#{m['id']}}}\n", fyll(o, m["svar"], sak) + "\n"]
    if "eksempel" in m:
        linjer.append(f"**Konstruert eksempel.** {fyll(o, m['eksempel'], sak)}\n")
    sitater = [_melding(o, id_, sak) for id_ in m.get("meldinger", ())]
    lenker: list[object] = []
    for id_ in alle_regler(m):
        regel = o.bok.finn(id_)
        lenker += [" · " if lenker else "", el("a", tittel(regel), href=o.lenke(SIDE, id_))]
    kropp = el(
        "div",
        el("p", "Slik sies det i et svar:") if sitater else None,
        el("ul", sitater) if sitater else None,
        el("p", "Reglene bak: ", lenker, klasse="id"),
        klasse="regel",
    )
    return "\n".join([*linjer, f"{kropp}\n"])


def alle_regler(m: dict[str, Any]) -> list[str]:
    """Return every rule a misunderstanding rests on."""
    i_tekst = regler_i(m["svar"] + m.get("eksempel", ""))
    return list(dict.fromkeys([*m["regler"], *i_tekst]))


def _melding(o: Oppslag, id_: str, sak: str | None) -> El:
    """Return a note as it reads for the person, or else with the names of its figures."""
    melding = o.bok.samling.meldinger[id_]
    side = o.sider[melding.sted.fil.fil]
    sagt = _sagt(id_, sak)
    tekst: object = setning(o, SIDE, melding.mappe, melding.tekst) if sagt is None else sagt
    lenke = el("a", "regelen", href=href(SIDE, side, f"melding-{id_}"))
    return el("li", el("q", tekst), " (", lenke, ")")


def _sagt(id_: str, sak: str | None) -> str | None:
    if sak is None:
        return None
    planer = regnet(sak).resultat.planer
    return next((m.tekst for p in planer for m in p.meldinger if m.id == id_), None)


def _sjekk(o: Oppslag, m: dict[str, Any]) -> None:
    """Raise ValueError when a rule no longer says what a text relies on."""
    for id_, skrevet in m.get("staar", ()):
        regel = o.bok.finn(id_)
        fil = regel.sted.fil
        avsnitt = fil.tekst.split(f"\n[{regel.navn}]\n", 1)[1].split("\n[", 1)[0]
        if skrevet not in avsnitt:
            raise ValueError(f"{m['id']}: «{skrevet}» står ikke lenger i {id_}.")
