"""The rule catalogue: an index, a page for each folder and each chapter, and all rules by title."""

from __future__ import annotations

from verktoy.nettsted import satser
from verktoy.nettsted.kapittel import kapittel
from verktoy.nettsted.oppslag import Mappe, Oppslag, href, oppslag, tittel
from verktoy.nettsted.regelen import md

from ytelsesrad.lesbart import dato
from ytelsesrad.visning.oppmerking import El, el

FORSIDE = "regler/index.md"
ALLE = "regler/alle.md"


def sider() -> dict[str, str | bytes]:
    """Return the pages of the catalogue."""
    o = oppslag()
    ut: dict[str, str | bytes] = {FORSIDE: _forside(o)}
    ut |= satser.sider()
    ut[ALLE] = _alle(o)
    for m in o.mapper:
        if len(m.kapitler) == 1:
            ut[m.side] = kapittel(o, m.kapitler[0], m.side)
            continue
        ut[m.side] = _mappe(o, m)
        for k in m.kapitler:
            side = o.sider[k.fil.fil]
            ut[side] = kapittel(o, k, side)
    return ut


def _forside(o: Oppslag) -> str:
    r = o.bok.regelsett
    antall = sum(len(k.regler) for m in o.mapper for k in m.kapitler)
    mapper = [
        el("li", el("a", m.tittel, href=href(FORSIDE, m.side)), el("small", _om(m)))
        for m in o.mapper
    ]
    return (
        "# Regler\n\n"
        f"{antall} regler fra {dato(r.dato)}. De svarer for {r.fra.year}–{r.til.year}. Hver regel "
        "har loven den bygger på, når den gjelder fra, når den ble tatt i bruk, kilden, og hvor "
        "sikker den er. Sidene er laget av regelfilene, så de er alltid like.\n\n"
        "- [Satser år for år](satser.md)\n"
        "- [Alle regler fra A til Å](alle.md)\n"
        "- [Slik skattlegges hver betaling](betalinger.md)\n"
        "- [Dette regner vi ikke på](ikke-med.md)\n"
        "- [Hva er nytt i reglene](../endringer/index.md)\n\n"
        f"## Etter emne {{#emner}}\n\n{el('ul', mapper, klasse='emner')}\n"
    )


def _om(m: Mappe) -> str:
    regler = sum(len(k.regler) for k in m.kapitler)
    kapitler = f"{len(m.kapitler)} kapitler, " if len(m.kapitler) > 1 else ""
    return f"{kapitler}{regler} {'regel' if regler == 1 else 'regler'}"


def _mappe(o: Oppslag, m: Mappe) -> str:
    kapitler = []
    for k in m.kapitler:
        side = o.sider[k.fil.fil]
        regler = [r for r in k.regler if not r.skjult]
        lenker = [
            (
                el("a", tittel(r), href=href(m.side, side, r.id)),
                " · " if r is not regler[-1] else "",
            )
            for r in regler
        ]
        overskrift = el("a", k.tema, href=href(m.side, side))
        kapitler.append(el("div", el("h2", overskrift), el("p", lenker), klasse="kapittel"))
    return f"# {md(m.tittel)}\n\n{el('div', kapitler, klasse='regel')}\n"


def _alle(o: Oppslag) -> str:
    regler = sorted(
        (r for r in o.bok.samling.regler.values() if ":" not in r.id and not r.skjult),
        key=lambda r: (sortert(tittel(r)), r.id),
    )
    punkter: list[El] = [
        el("li", el("a", tittel(r), href=o.lenke(ALLE, r.id)), el("small", r.id)) for r in regler
    ]
    return (
        "---\nsearch:\n  exclude: true\n---\n\n# Alle regler fra A til Å\n\n"
        "Mellomregninger er ikke med her. De står på siden til kapitlet sitt.\n\n"
        f"{el('ul', punkter, klasse='alle')}\n"
    )


def sortert(navn: str) -> str:
    """Return a key that sorts as Norwegian does: å last."""
    return navn.lower().translate(str.maketrans("æøå", "{|}"))
