"""The figures that are set, year by year, on one page."""

from __future__ import annotations

from datetime import date

from verktoy.nettsted.oppslag import Oppslag, oppslag, tittel
from verktoy.nettsted.versjoner import gjelder, verdi

from ytelsesrad.lesbart import dato, dato_kort
from ytelsesrad.regelspraak import Formel, Regel, Versjon
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.visning.oppmerking import El, el

SIDE = "regler/satser.md"


def sider() -> dict[str, str | bytes]:
    """Return the page of rates."""
    o = oppslag()
    aar = list(aarene(o))
    deler = [
        "# Satser år for år\n",
        "Tallene som er satt, ikke regnet ut. Reglene er fra "
        f"{dato(o.bok.regelsett.dato)}. "
        "Et tall som ikke er satt på nytt ennå, står med «anslag».\n",
    ]
    for m in o.mapper:
        satser = [r for k in m.kapitler for r in k.regler if er_sats(r)]
        if satser:
            deler += [f"## {m.tittel} {{#{m.navn}}}\n", str(_tabell(o, satser, aar)) + "\n"]
    return {SIDE: "\n".join(deler)}


def _tabell(o: Oppslag, satser: list[Regel], aar: list[int]) -> El:
    rader = []
    for r in satser:
        navn = el("a", tittel(r), href=o.lenke(SIDE, r.id))
        nokler = list(dict.fromkeys(n for v in r.versjoner for n, _ in v.tabell or ()))
        if nokler:
            rader.append(el("tr", el("th", navn, scope="row", colspan=len(aar) + 1)))
        radene: list[str | None] = [*nokler] or [None]
        for n in radene:
            hode = el("th", navn if n is None else n, scope="row", klasse=n and "under")
            rader.append(el("tr", hode, [el("td", _celle(r, a, n), klasse="tall") for a in aar]))
    return el(
        "div",
        el(
            "table",
            el("thead", el("tr", [el("th", x, scope="col") for x in ("Sats", *map(str, aar))])),
            el("tbody", rader),
            klasse="satser",
        ),
        klasse="rull",
    )


def _celle(r: Regel, aar: int, rad: str | None) -> list[object]:
    ut: list[object] = []
    for naar, v in i_aaret(r, aar):
        merke = " (anslag)" if er_gammel(r, v, aar) else ""
        ut += [el("span", naar, celle(r, v, rad), merke, klasse="linje")]
    return ut or ["–"]


def er_sats(regel: Regel) -> bool:
    """Tell whether a rule is a figure that is set, not worked out."""
    return (
        bool(regel.versjoner)
        and les_enhet(regel.enhet)[0].art.name == "TALL"
        and all(
            v.verdi is not None
            or (v.tabell is not None and not any(isinstance(x, Formel) for _, x in v.tabell))
            for v in regel.versjoner
        )
    )


def i_aaret(regel: Regel, aar: int) -> list[tuple[str, Versjon]]:
    """Return what held in a year: one version, or several with the day each begins."""
    forste, siste = date(aar, 1, 1), date(aar, 12, 31)
    inne = [v for v in regel.versjoner if forste < v.virkning <= siste]
    start = gjelder(regel, forste)
    ut = [("", start)] if start else []
    return ut + [(f"fra {dato_kort(v.virkning).rsplit(chr(160), 1)[0]}: ", v) for v in inne]


def celle(regel: Regel, v: Versjon, rad: str | None) -> str:
    """Return one figure of a version for a table over years."""
    if rad is None:
        return _kr(verdi(regel, v.verdi)) if v.verdi is not None else "–"
    treff = dict(v.tabell or ()).get(rad)
    return "–" if treff is None or isinstance(treff, Formel) else _kr(verdi(regel, treff))


def er_gammel(regel: Regel, v: Versjon, aar: int) -> bool:
    """Tell whether a figure that is set every year has not been set for a year yet."""
    siste = regel.versjoner[-1]
    return v.status == "anslag" or (
        regel.settes is not None and v is siste and date(aar, 1, 1) >= _et_aar_etter(v.virkning)
    )


def _et_aar_etter(dag: date) -> date:
    return date(dag.year + 1, dag.month, min(dag.day, 28))


def aarene(o: Oppslag) -> range:
    """Return the years the book answers for."""
    r = o.bok.regelsett
    return range(r.fra.year, r.til.year + 1)


def _kr(tekst: str) -> str:
    return tekst.replace("kroner", "kr")
