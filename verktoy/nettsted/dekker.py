"""What the advice must cover, and the page, rule or test that shows each thing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from verktoy.nettsted.lagde import GENERATORER, lagde
from verktoy.nettsted.oppslag import ROT, Oppslag, href, oppslag, tittel

from ytelsesrad.visning.oppmerking import El, el

SIDE = "referanse/hva-raadet-skal-dekke.md"
KILDE = Path(__file__).parent / "tekster" / "dekker.toml"
ANDRE = tuple(g for g in GENERATORER if g != "dekker")


def les() -> list[dict[str, Any]]:
    """Return the needs, in order."""
    alle: list[dict[str, Any]] = tomllib.loads(KILDE.read_text(encoding="utf-8"))["behov"]
    return alle


def sider() -> dict[str, str | bytes]:
    """Return the page."""
    o = oppslag()
    rader = [_rad(o, b) for b in les()]
    hode = [el("th", x, scope="col") for x in ("", "Rådet skal dekke", "Vises her", "Prøves her")]
    tabell = el("table", el("thead", el("tr", hode)), el("tbody", rader))
    return {
        SIDE: "# Hva rådet skal dekke\n\n"
        "Det jobbspesialister og jobbsøkere trenger svar på, samlet fra norske beskrivelser av "
        "individuell jobbstøtte (IPS), og hvor det er med. Lenkene og testene kontrolleres når "
        f"siden lages.\n\n{el('div', tabell, klasse='rull regel')}\n"
    }


def _rad(o: Oppslag, b: dict[str, Any]) -> El:
    vises = [_side(s) for s in b.get("sider", ())] + [_regel(o, r) for r in b.get("regler", ())]
    tester = [el("li", el("code", _vist(t))) for t in b.get("tester", ())]
    return el(
        "tr",
        el("th", b["id"], scope="row", id=b["id"].lower()),
        el("td", b["tekst"]),
        el("td", el("ul", vises, klasse="rader") if vises else "–"),
        el("td", el("ul", tester, klasse="rader") if tester else "–"),
    )


def _side(s: str) -> El:
    sti, _, anker = s.partition("#")
    return el("li", el("a", navnet(sti), href=href(SIDE, sti, anker)))


def navnet(sti: str) -> str:
    """Return the heading of a page that is written or made, or the menu's name of another file."""
    fil = ROT / "docs" / sti
    if fil.exists():
        tekst: object = fil.read_text(encoding="utf-8")
    else:
        tekst = next((s[sti] for s in map(lagde, ANDRE) if sti in s), "")
    if treff := re.search(r"(?m)^# (.+)$", str(tekst)):
        return treff[1]
    meny = (ROT / "mkdocs.yml").read_text(encoding="utf-8")
    treff = re.search(rf"- (.+): {re.escape(sti)}\n", meny)
    if treff is None:
        raise ValueError(f"«{sti}» er verken skrevet eller laget.")
    return treff[1]


def _regel(o: Oppslag, r: str) -> El:
    if "." in r:
        regel = o.bok.finn(r)
        return el("li", "Regelen ", el("a", tittel(regel), href=o.lenke(SIDE, regel.id)))
    mappe = next(m for m in o.mapper if m.navn == r)
    return el("li", "Reglene: ", el("a", mappe.tittel, href=href(SIDE, mappe.side)))


def _vist(t: str) -> str:
    fil, _, navn = t.partition("::")
    return fil if navn == "*" else f"{fil}::{navn}"


def finnes(test: str) -> bool:
    """Tell whether a test, or (with ``*``) a file with tests, is there."""
    fil, _, navn = test.partition("::")
    sti = ROT / fil
    if not sti.exists():
        return False
    tekst = sti.read_text(encoding="utf-8")
    return "def test_" in tekst if navn == "*" else f"def {navn}(" in tekst
