"""The budget curve: what a person has to live on along hours, pay or percent. Plain data in.

The curve is straight pieces. Where one ends lower (or higher) than the next begins, there is a
leap: a filled dot, an open dot and a dotted line between them, never a sloping line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from ytelsesrad.lesbart import avrundet, kroner, liste, tall
from ytelsesrad.visning.figurer.akse import Akse, akse
from ytelsesrad.visning.figurer.figur import Figur, Tabell, Tegn
from ytelsesrad.visning.figurer.monster import BLEKK, MONSTRE, STREK, STUP, SVAK, TEGNRUTE
from ytelsesrad.visning.figurer.vega import VEGA
from ytelsesrad.visning.oppmerking import El, el

_HEL = MONSTRE[0].farge


@dataclass(frozen=True, slots=True)
class Strek:
    """A straight piece: from a place and an amount, to a place and an amount."""

    fra: Decimal
    til: Decimal
    belop_fra: Decimal
    belop_til: Decimal


@dataclass(frozen=True, slots=True)
class Grense:
    """A limit to mark: its place, and what it is called. Close ones share a label with a span."""

    ved: Decimal
    navn: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan on the curve."""

    navn: str
    ved: Decimal
    belop: Decimal


@dataclass(frozen=True, slots=True)
class _Maal:
    bredde: int
    hoyde: int
    venstre: int
    topp: int
    bunn: int
    merker: int
    skrift: int


_BRED = _Maal(7200, 4200, 700, 760, 3640, 5, 150)
_SMAL = _Maal(3280, 3200, 560, 760, 2640, 4, 130)


def budsjettkurve(
    streker: Sequence[Strek],
    grenser: Sequence[Grense] = (),
    planer: Sequence[Plan] = (),
    *,
    langs: str = "timer i uka",
    per: str = "i måneden",
    avstand: Decimal = Decimal(1),
    forstavelse: str = "kurve",
) -> Figur:
    """Return the chart. ``streker`` in order, at least one, each beginning where the last ended.

    ``langs`` is the unit of places, ``per`` what the amounts are for, and limits of one name
    closer than ``avstand`` get one label. Raises ValueError when there is nothing to draw.
    """
    if not streker:
        raise ValueError("Kurven har ingen streker.")
    merker = _samlede(grenser, avstand, langs)
    tittel = f"Hvor mye du har å leve for {per}, etter {langs}"
    setning = _setning(streker, langs, per)
    beskrivelse = _beskrivelse(streker, planer, langs, setning)
    return Figur(
        tittel=tittel,
        beskrivelse=beskrivelse,
        setning=setning,
        bred=_tegning(
            streker, merker, planer, _BRED, langs, (forstavelse, "b", tittel, beskrivelse)
        ),
        smal=_tegning(
            streker, merker, planer, _SMAL, langs, (forstavelse, "s", tittel, beskrivelse)
        ),
        tegn=(
            Tegn(
                "å leve for",
                el("svg", _linje("M0 45H120"), viewBox=TEGNRUTE, aria_hidden="true"),
            ),
        ),
        tabell=_tabell(streker, langs),
        vega=_vega(streker, planer, tittel, beskrivelse, langs),
    )


def hopp(streker: Sequence[Strek]) -> list[tuple[Decimal, Decimal, Decimal]]:
    """Return each leap: the place, the amount just before, and just after."""
    return [
        (b.fra, a.belop_til, b.belop_fra)
        for a, b in pairwise(streker)
        if avrundet(a.belop_til) != avrundet(b.belop_fra)
    ]


def _setning(streker: Sequence[Strek], langs: str, per: str) -> str:
    forst, sist = streker[0].belop_fra, streker[-1].belop_til
    fall = [(x, for_ - etter) for x, for_, etter in hopp(streker) if etter < for_]
    if not fall:
        retning = "mer" if sist > forst else "mindre" if sist < forst else "like mye"
        hva = f"{kroner(abs(sist - forst))} {retning} {per}" if sist != forst else retning
        return f"Fra {_sted(streker[0].fra, langs)} til {_sted(streker[-1].til, langs)}: {hva}."
    x, mye = max(fall, key=lambda f: f[1])
    flere = f" Kurven faller {len(fall)} steder." if len(fall) > 1 else ""
    return f"Ved {_sted(x, langs)} har du plutselig {kroner(mye)} mindre {per}.{flere}"


def _sted(x: Decimal, langs: str) -> str:
    return f"{_kort(x)} {langs}"


def _kort(x: Decimal) -> str:
    return tall(avrundet(x, Decimal("0.01")))


def _beskrivelse(streker: Sequence[Strek], planer: Sequence[Plan], langs: str, setning: str) -> str:
    deler = [setning]
    if planer:
        alle = liste(f"{p.navn}: {kroner(p.belop)}" for p in planer)
        deler.append(f"Planene på kurven er {alle}.")
    if hopp(streker):
        deler.append("Et hopp er tegnet med en fylt og en åpen prikk.")
    deler.append("Tallene står i tabellen.")
    return " ".join(deler)


def _samlede(
    grenser: Sequence[Grense], avstand: Decimal, langs: str
) -> list[tuple[Decimal, Decimal, str]]:
    """Return the labels: first and last place, and the name with a span where there are several."""
    samlet: list[tuple[Decimal, Decimal, str]] = []
    for g in sorted(grenser, key=lambda g: g.ved):
        forrige = next((s for s in reversed(samlet) if s[2] == g.navn), None)
        if forrige is not None and g.ved - forrige[1] < avstand:
            samlet[samlet.index(forrige)] = (forrige[0], g.ved, g.navn)
        else:
            samlet.append((g.ved, g.ved, g.navn))
    steg = Decimal("0.1")
    return [
        (
            fra,
            til,
            f"{navn}, {tall(avrundet(fra, steg))}–{tall(avrundet(til, steg))} {langs}"
            if til > fra
            else f"{navn}, {tall(avrundet(fra, steg))}",
        )
        for fra, til, navn in samlet
    ]


def _tabell(streker: Sequence[Strek], langs: str) -> Tabell:
    rader = []
    for s in streker:
        stigning = None if s.til == s.fra else (s.belop_til - s.belop_fra) / (s.til - s.fra)
        rader.append(
            (
                f"{_kort(s.fra)} til {_kort(s.til)}",
                tall(s.belop_fra, 0),
                tall(s.belop_til, 0),
                "" if stigning is None else tall(stigning, 0, fortegn=True),
            )
        )
    return Tabell((langs.capitalize(), "Først", "Sist", "For én til"), tuple(rader))


# ── Tegningen ───────────────────────────────────────────────────────────────────────────────────


def _linje(d: str) -> El:
    return el("path", d=d, stroke=_HEL, stroke_width=24, fill="none", stroke_linejoin="round")


def _tegning(
    streker: Sequence[Strek],
    merker: Sequence[tuple[Decimal, Decimal, str]],
    planer: Sequence[Plan],
    maal: _Maal,
    langs: str,
    ord_: tuple[str, str, str, str],
) -> El:
    forstavelse, slag, tittel, beskrivelse = ord_
    id_ = f"{forstavelse}{slag}"
    belop = [b for s in streker for b in (s.belop_fra, s.belop_til)] + [p.belop for p in planer]
    y = akse(min(belop), max(belop), maal.bunn, maal.topp, maal.merker)
    x = akse(streker[0].fra, streker[-1].til, maal.venstre + 60, maal.bredde - 200, maal.merker + 1)

    def _punkt(sted: Decimal, belop: Decimal) -> str:
        return f"{x.plass(sted)} {y.plass(belop)}"

    return el(
        "svg",
        el("title", tittel, id=f"{id_}-tittel"),
        el("desc", beskrivelse, id=f"{id_}-tekst"),
        el(
            "g",
            _akser(x, y, maal, langs),
            [_grense(m, nr, x, maal) for nr, m in enumerate(merker)],
            [
                _linje(f"M{_punkt(s.fra, s.belop_fra)}L{_punkt(s.til, s.belop_til)}")
                for s in streker
            ],
            [_hopp(h, x, y, maal) for h in hopp(streker)],
            [_plan(p, x, y, maal) for p in planer],
            aria_hidden="true",
        ),
        role="img",
        aria_labelledby=f"{id_}-tittel {id_}-tekst",
        width=maal.bredde // 10,
        height=maal.hoyde // 10,
        viewBox=f"0 0 {maal.bredde} {maal.hoyde}",
        font_size=maal.skrift,
    )


def _akser(x: Akse, y: Akse, maal: _Maal, langs: str) -> list[El]:
    deler = []
    for verdi in y.merker():
        plass = y.plass(verdi)
        deler.append(
            el("path", d=f"M{maal.venstre} {plass}H{maal.bredde}", stroke=SVAK, stroke_width=8)
        )
        deler.append(_tekst(tall(verdi, 0), maal.venstre - 40, plass + maal.skrift // 3, "end"))
    fra_null = "kr" if not y.lavest else "kr (ikke fra 0)"
    deler.append(_tekst(fra_null, 0, maal.skrift, "start"))
    for verdi in x.merker():
        deler.append(_tekst(tall(verdi), x.plass(verdi), maal.bunn + maal.skrift + 40, "middle"))
    under = maal.bunn + maal.skrift * 2 + 120
    deler.append(_tekst(langs, maal.bredde, under, "end"))
    return deler


def _grense(merke: tuple[Decimal, Decimal, str], nr: int, x: Akse, maal: _Maal) -> El:
    fra, til, navn = merke
    sted = x.plass((fra + til) / 2)
    hoyde = maal.skrift * (2 + nr % 3)
    anker = "end" if sted > maal.bredde // 2 else "start"
    return el(
        "g",
        el(
            "path",
            d=f"M{sted} {hoyde}V{maal.bunn}",
            stroke=STREK,
            stroke_width=10,
            stroke_dasharray="60 40",
        ),
        _tekst(navn, sted + (40 if anker == "start" else -40), hoyde + maal.skrift // 2, anker),
    )


def _hopp(h: tuple[Decimal, Decimal, Decimal], x: Akse, y: Akse, maal: _Maal) -> El:
    sted, for_, etter = h
    px, py, ny = x.plass(sted), y.plass(for_), y.plass(etter)
    anker = "end" if px > maal.bredde // 2 else "start"
    return el(
        "g",
        el(
            "path",
            d=f"M{px} {py}V{ny}",
            stroke=STUP,
            stroke_width=14,
            stroke_dasharray="14 40",
            stroke_linecap="round",
        ),
        el("circle", cx=px, cy=py, r=48, fill=STUP),
        el("circle", cx=px, cy=ny, r=48, fill="#fff", stroke=STUP, stroke_width=18),
        _tekst(
            f"{tall(etter - for_, 0, fortegn=True)} kr",
            px + (90 if anker == "start" else -90),
            (py + ny) // 2,
            anker,
        ),
    )


def _plan(p: Plan, x: Akse, y: Akse, maal: _Maal) -> El:
    px, py = x.plass(p.ved), y.plass(p.belop)
    anker = "end" if px > maal.bredde // 2 else "start"
    return el(
        "g",
        el("circle", cx=px, cy=py, r=70, fill=BLEKK, stroke="#fff", stroke_width=24),
        _tekst(p.navn, px + (100 if anker == "start" else -100), py + maal.skrift + 60, anker),
    )


def _tekst(tekst: str, x: int, y: int, anker: str) -> El:
    return el("text", tekst, x=x, y=y, text_anchor=anker)


# ── Vega-Lite ───────────────────────────────────────────────────────────────────────────────────


def _vega(
    streker: Sequence[Strek], planer: Sequence[Plan], tittel: str, beskrivelse: str, langs: str
) -> dict[str, Any]:
    punkter = [
        {"sted": f"{sted:f}", "kroner": int(avrundet(belop)), "strek": nr}
        for nr, s in enumerate(streker)
        for sted, belop in ((s.fra, s.belop_fra), (s.til, s.belop_til))
    ]
    x = {"field": "sted", "type": "quantitative", "title": langs}
    y: dict[str, Any] = {
        "field": "kroner",
        "type": "quantitative",
        "title": "kroner å leve for",
        "scale": {"zero": False},
    }
    tall_ = [{"calculate": "toNumber(datum.sted)", "as": "sted"}]
    lag: list[dict[str, Any]] = [
        {
            "data": {"values": punkter},
            "transform": tall_,
            "mark": {"type": "line", "color": _HEL},
            "encoding": {"x": x, "y": y, "detail": {"field": "strek", "type": "nominal"}},
        }
    ]
    if planer:
        steder = [
            {"sted": f"{p.ved:f}", "kroner": int(avrundet(p.belop)), "plan": p.navn} for p in planer
        ]
        lag.append(
            {
                "data": {"values": steder},
                "transform": tall_,
                "mark": {"type": "point", "filled": True, "size": 100, "color": BLEKK},
                "encoding": {"x": x, "y": y, "tooltip": {"field": "plan", "type": "nominal"}},
            }
        )
    return {"$schema": VEGA, "title": tittel, "description": beskrivelse, "layer": lag}
