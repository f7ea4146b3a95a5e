"""The charts of the full report: what changes from today, and what a little more gives."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import liste, omtale
from ytelsesrad.raad import Raad
from ytelsesrad.visning.figurer import Figur, Linjefigurer, fossefallene, linjefigurer
from ytelsesrad.visning.html.deler.bygg import lukket
from ytelsesrad.visning.html.deler.grenser import satser
from ytelsesrad.visning.html.felt import hoder, tekstcelle
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.stillinger import Stillinger

Del = tuple[str, str, list[object]]
"""A section of the report: its id, its heading, and what is in it."""


def rapportfigurer(resultat: Resultat) -> list[Del]:
    """Return the sections with charts; those along lines only when the answer has limits."""
    fall = _forst_apent(
        [_med_tabell(f, "") for f in fossefallene(resultat)], "Vis de andre planene"
    )
    assert isinstance(resultat, Raad) or not linjefigurer(resultat)
    linjer = _forst_apent(
        [_langs(resultat, nr, f) for nr, f in enumerate(linjefigurer(resultat))],
        "Vis de andre linjene",
    )
    deler: list[Del] = [
        ("endrer", "Det som endrer seg", fall),
        ("mer", "Hvis det blir litt mer eller litt mindre", linjer),
    ]
    return [d for d in deler if d[2]]


def _forst_apent(deler: Sequence[Sequence[object]], tittel: str) -> list[object]:
    """Return the first part open, and the others closed."""
    if len(deler) < 2:
        return [x for d in deler for x in d]
    return [*deler[0], lukket(tittel, deler[1:])]


def figurtabell(figur: Figur, sti: str = "") -> El:
    """Return the figures of a chart as a table. ``sti``: where in the answer the chart is from."""
    t = figur.tabell
    stier = t.stier or tuple(("",) * len(rad) for rad in t.rader)
    rader = [
        el(
            "tr",
            el("th", rad[0], scope="row"),
            [_celle(tekst, fra, sti) for tekst, fra in zip(rad[1:], felt[1:], strict=True)],
        )
        for rad, felt in zip(t.rader, stier, strict=True)
    ]
    tabell = el(
        "table",
        el("caption", f"Tallene: {figur.tittel}"),
        el("thead", el("tr", hoder(t.kolonner))),
        el("tbody", rader),
        klasse="figurtall",
    )
    navn = f"Tall, {figur.tittel}"
    return el("div", tabell, klasse="rull", tabindex="0", role="region", aria_label=navn)


def _celle(tekst: str, fra: str, sti: str) -> El:
    if not fra:
        return tekstcelle(tekst)
    ledd = [x if x in "+-" else f"{sti}/{x}" for x in fra.split(" ")]
    return el("td", tekst, data_fra=" ".join(ledd))


def _med_tabell(figur: Figur, sti: str) -> list[object]:
    return [
        el("h3", figur.tittel),
        el("div", figurdel(figur), klasse="figur"),
        lukket("Vis tallene", figurtabell(figur, sti)),
    ]


def _langs(resultat: Resultat, nr: int, f: Linjefigurer) -> list[object]:
    g = f.grenser
    s = Stillinger(g)
    planer = liste(omtale(p.plan) for p in g.planer) or omtale(g.plan)
    spenn = s.spenn(g.langs[0].fra, g.langs[0].til) + s.mot_planen
    innhold: list[object] = [
        el(
            "p",
            f"{g.langs[0].tittel} {spenn}, når alt for {g.aar} er gjort opp. På linjen: {planer}.",
        ),
        *_med_tabell(f.kurve, f.sti),
    ]
    if f.av_hundre is not None and isinstance(resultat, Raad):
        innhold += [*_med_tabell(f.av_hundre, f.sti)[:-1], satser(resultat, nr)]
    if f.av_hundre_delt is not None:
        delt = _med_tabell(f.av_hundre_delt, f.sti)[1:]
        innhold.append(lukket("Hvem som tar resten av hundrelappen", delt))
    return innhold
