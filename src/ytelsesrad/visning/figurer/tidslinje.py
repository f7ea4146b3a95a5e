"""The timeline: what reaches the account month by month, stacked by kind of source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ytelsesrad.beregning.resultat import Maanedslinje, Planresultat, Resultat
from ytelsesrad.lesbart import Sprak, avrundet, sprak
from ytelsesrad.visning.figurer.akse import Akse, akse
from ytelsesrad.visning.figurer.figur import Figur, Tabell, Tegn
from ytelsesrad.visning.figurer.grupper import Kilde, kilder_i
from ytelsesrad.visning.figurer.monster import BLEKK, MONSTRE, SVAK, med_glorie, strektegn, tegn
from ytelsesrad.visning.figurer.vega import VEGA, fargeskala
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.planer import er_som_naa, omtale

_KORT = 3


@dataclass(frozen=True, slots=True)
class _Maal:
    """The measures of a drawing: tenths of a point on paper, of a pixel on a phone."""

    bredde: int
    hoyde: int
    venstre: int
    topp: int
    bunn: int
    skrift: int
    merker: int
    bokstaver: int


_BRED = _Maal(3720, 1860, 430, 170, 1480, 96, 4, _KORT)
_SMAL = _Maal(3280, 2900, 520, 330, 2420, 130, 4, 1)


@dataclass(frozen=True, slots=True)
class _Serie:
    """What is drawn: the months, the kinds of source, and the first plan beside it."""

    sprak: Sprak
    aar: str
    plan: str
    maaneder: Sequence[Maanedslinje]
    kilder: Sequence[Kilde]
    forste: str | None
    uten: Sequence[Decimal]

    @property
    def ytterst(self) -> tuple[Decimal, Decimal]:
        opp = [
            sum((b for k in self.kilder if (b := k.belop(m)) > 0), Decimal(0))
            for m in self.maaneder
        ]
        ned = [
            sum((b for k in self.kilder if (b := k.belop(m)) < 0), Decimal(0))
            for m in self.maaneder
        ]
        return min((*ned, *self.uten, Decimal(0))), max((*opp, *self.uten, Decimal(1)))


def tidslinje(
    resultat: Resultat, plan: Planresultat, aar: int, forstavelse: str = "tid"
) -> Figur | None:
    """Return the chart of a plan's months in a year, or None when a month is not known.

    ``forstavelse`` makes the ids in the drawings unique on a page.
    """
    maaneder = [m for m in plan.maaneder if m.maaned[:4] == str(aar)]
    if not maaneder or any(m.mangler for m in maaneder):
        return None
    forste = resultat.planer[0]
    uten = [m.netto for m in forste.maaneder if m.maaned[:4] == str(aar) and not m.mangler]
    alene = plan.navn == forste.navn or len(uten) != len(maaneder)
    s = sprak(resultat.meta.sprak)
    serie = _Serie(
        s,
        str(aar),
        plan.navn,
        maaneder,
        kilder_i(resultat, plan, maaneder),
        None if alene else forste.navn,
        () if alene else uten,
    )
    tittel = s("figur.tittel", aar=aar, plan=omtale(plan.navn, s))
    setning = _setning(serie)
    beskrivelse = _beskrivelse(serie, setning)
    return Figur(
        tittel=tittel,
        beskrivelse=beskrivelse,
        setning=setning,
        bred=_tegning(serie, _BRED, f"{forstavelse}b", tittel, beskrivelse),
        smal=_tegning(serie, _SMAL, f"{forstavelse}s", tittel, beskrivelse),
        tegn=_tegn(serie, forstavelse),
        tabell=_tabell(serie),
        vega=_vega(serie, tittel, beskrivelse),
    )


def _navn(maaned: Maanedslinje, s: Sprak) -> str:
    return s.maanedsnavn(int(maaned.maaned[5:7]))


def _uten_navn(forste: str, s: Sprak) -> str:
    return s("plan.som_naa") if er_som_naa(forste, s) else forste


def _setning(s: _Serie) -> str:
    minst, mest = (velg(s.maaneder, key=lambda m: m.netto) for velg in (min, max))
    paa = s.sprak
    if avrundet(minst.netto) == avrundet(mest.netto):
        return paa("figur.likt", belop=paa.kroner(minst.netto))
    return paa(
        "figur.ulikt",
        minst=_navn(minst, paa),
        minst_belop=paa.kroner(minst.netto),
        mest=_navn(mest, paa),
        mest_belop=paa.kroner(mest.netto),
    )


def _beskrivelse(s: _Serie, setning: str) -> str:
    paa = s.sprak
    deler = [paa("figur.soyler", setning=setning)]
    if len(s.kilder) > 1:
        deler.append(paa("figur.delt", kilder=paa.liste(paa.midt_i(k.navn) for k in s.kilder)))
    if s.forste is not None:
        lavt, hoyt = min(s.uten), max(s.uten)
        naa = er_som_naa(s.forste, paa)
        deler.append(
            paa(
                "figur.strek_likt" if avrundet(lavt) == avrundet(hoyt) else "figur.strek_ulikt",
                hva=paa("figur.det_naa") if naa else omtale(s.forste, paa),
                lavt=paa.kroner(lavt),
                hoyt=paa.kroner(hoyt),
            )
        )
    deler.append(paa("figur.tabellen"))
    return " ".join(deler)


def _tegn(s: _Serie, forstavelse: str) -> tuple[Tegn, ...]:
    svar = [Tegn(k.navn, tegn(k.monster, f"{forstavelse}t{nr}")) for nr, k in enumerate(s.kilder)]
    if s.forste is not None:
        svar.append(Tegn(_uten_navn(s.forste, s.sprak), strektegn()))
    return tuple(svar)


def _tabell(s: _Serie) -> Tabell:
    paa = s.sprak
    kolonner = [paa("figur.maaned"), *(k.navn for k in s.kilder), paa("tabell.sum_kort")]
    rader = []
    for nr, m in enumerate(s.maaneder):
        celler = [_navn(m, paa), *(paa.tall(k.belop(m), 0) for k in s.kilder), paa.tall(m.netto, 0)]
        if s.forste is not None:
            celler.append(paa.tall(s.uten[nr], 0))
        rader.append(tuple(celler))
    if s.forste is not None:
        kolonner.append(_uten_navn(s.forste, s.sprak))
    return Tabell(tuple(kolonner), tuple(rader))


# ── Tegningen ───────────────────────────────────────────────────────────────────────────────────


def _tegning(s: _Serie, maal: _Maal, id_: str, tittel: str, beskrivelse: str) -> El:
    lavest, hoyest = s.ytterst
    y = akse(lavest, hoyest, maal.bunn, maal.topp, maal.merker)
    rute = (maal.bredde - maal.venstre) // len(s.maaneder)
    brukt = {k.monster for k in s.kilder}
    return el(
        "svg",
        el("title", tittel, id=f"{id_}-tittel"),
        el("desc", beskrivelse, id=f"{id_}-tekst"),
        el("defs", [m.definisjon(id_) for m in sorted(brukt, key=lambda m: m.navn)]),
        _yakse(y, maal, s.sprak),
        [_maaned(s, nr, y, maal, rute, id_) for nr in range(len(s.maaneder))],
        role="img",
        aria_labelledby=f"{id_}-tittel {id_}-tekst",
        width=maal.bredde // 10,
        height=maal.hoyde // 10,
        viewBox=f"0 0 {maal.bredde} {maal.hoyde}",
        font_size=maal.skrift,
    )


def _yakse(y: Akse, maal: _Maal, s: Sprak) -> El:
    deler = []
    for verdi in y.merker():
        plass = y.plass(verdi)
        deler.append(
            el(
                "path",
                d=f"M{maal.venstre} {plass}H{maal.bredde}",
                stroke=SVAK if verdi else BLEKK,
                stroke_width=8,
            )
        )
        deler.append(_tekst(s.tall(verdi, 0), maal.venstre - 40, plass + maal.skrift // 3, "end"))
    deler.append(_tekst(s("figur.kr"), maal.venstre - 40, maal.skrift, "end"))
    return el("g", deler, aria_hidden="true")


def _maaned(s: _Serie, nr: int, y: Akse, maal: _Maal, rute: int, id_: str) -> El:
    m = s.maaneder[nr]
    bredde = rute * 7 // 10
    x = maal.venstre + rute * nr + (rute - bredde) // 2
    midten = x + bredde // 2
    deler: list[El] = []
    opp = ned = Decimal(0)
    for k in _nederst_forst(s.kilder):
        belop = k.belop(m)
        if not belop:
            continue
        fra = opp if belop > 0 else ned
        kanter = sorted((y.plass(fra), y.plass(fra + belop)))
        deler.append(
            el(
                "rect",
                x=x,
                y=kanter[0],
                width=bredde,
                height=kanter[1] - kanter[0],
                fill=k.monster.fyll(id_),
                stroke=k.monster.farge,
                stroke_width=8,
            )
        )
        opp, ned = (opp + belop, ned) if belop > 0 else (opp, ned + belop)
    if s.forste is not None:
        deler += med_glorie(f"M{x - 30} {y.plass(s.uten[nr])}h{bredde + 60}")
    bunn = maal.bunn + maal.skrift + 40
    deler.append(_tekst(_navn(m, s.sprak)[: maal.bokstaver], midten, bunn, "middle"))
    if m.lavest:
        deler.append(
            el("path", d=f"M{midten} {bunn + 40}v60", stroke=BLEKK, stroke_width=10, fill="none")
        )
        anker = "start" if nr == 0 else "end" if nr == len(s.maaneder) - 1 else "middle"
        sted = {"start": x, "end": x + bredde}.get(anker, midten)
        deler.append(_tekst(s.sprak("figur.lavest"), sted, bunn + 120 + maal.skrift, anker))
    return el("g", deler, aria_hidden="true")


def _nederst_forst(kilder: Sequence[Kilde]) -> Sequence[Kilde]:
    """Return the kinds of source from the bottom up: the first group of the rule book on top."""
    return sorted(kilder, key=lambda k: k.monster is MONSTRE[0])


def _tekst(tekst: str, x: int, y: int, anker: str) -> El:
    return el("text", tekst, x=x, y=y, text_anchor=anker)


# ── Vega-Lite ───────────────────────────────────────────────────────────────────────────────────


def _vega(s: _Serie, tittel: str, beskrivelse: str) -> dict[str, Any]:
    rader = [
        {"maaned": m.maaned, "kilde": k.navn, "kroner": int(avrundet(k.belop(m)))}
        for m in s.maaneder
        for k in s.kilder
    ]
    x = {"field": "maaned", "type": "ordinal", "title": s.aar}
    lag: list[dict[str, Any]] = [
        {
            "data": {"values": rader},
            "mark": {"type": "bar", "stroke": BLEKK, "strokeWidth": 1},
            "encoding": {
                "x": x,
                "y": {
                    "field": "kroner",
                    "type": "quantitative",
                    "stack": "zero",
                    "title": "kroner inn på konto",
                },
                "color": fargeskala({k.navn: k.monster.farge for k in s.kilder}),
            },
        }
    ]
    if s.forste is not None:
        uten = [
            {"maaned": m.maaned, "kroner": int(avrundet(belop)), "plan": s.forste}
            for m, belop in zip(s.maaneder, s.uten, strict=True)
        ]
        lag.append(
            {
                "data": {"values": uten},
                "mark": {"type": "tick", "color": BLEKK, "thickness": 3},
                "encoding": {"x": x, "y": {"field": "kroner", "type": "quantitative"}},
            }
        )
    return {"$schema": VEGA, "title": tittel, "description": beskrivelse, "layer": lag}
