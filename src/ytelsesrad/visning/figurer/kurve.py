"""The budget curve: what a person has to live on along hours, pay or percent, and of what.

Kinds of source are stacked up from nothing, and what is taken hangs below it; the line is what is
left. Where it leaps there is a filled dot, an open dot and a dotted line, never a sloping one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse import Grenser, Strekning
from ytelsesrad.lesbart import avrundet, kroner, liste, tall
from ytelsesrad.visning.figurer.akse import Akse, akse
from ytelsesrad.visning.figurer.figur import Figur, Tabell, Tegn
from ytelsesrad.visning.figurer.flate import BRED, SMAL, Maal, ark, loddrett, vannrett
from ytelsesrad.visning.figurer.kurvetegning import flate, hopp, oppta, prikk, stablet, strek
from ytelsesrad.visning.figurer.linjekilder import (
    Linjekilde,
    linjekilder,
    prikker,
    sprang,
)
from ytelsesrad.visning.figurer.merker import MAANEDER, merkene, tegn_merker
from ytelsesrad.visning.figurer.monster import BLEKK, TEGNRUTE, med_glorie, strektegn, tegn
from ytelsesrad.visning.figurer.rom import Rom
from ytelsesrad.visning.figurer.vega import TALL, VEGA, fargeskala
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.planer import er_som_naa, naa_eller_med
from ytelsesrad.visning.tekst.stillinger import Stillinger

_STREK = 44


def budsjettkurve(grenser: Grenser, *, forstavelse: str = "kurve") -> Figur:
    """Return the chart, with amounts a month. ``forstavelse`` makes its ids unique on a page."""
    return _Kurve(grenser).figur(forstavelse)


@dataclass(frozen=True, slots=True)
class _Kurve:
    g: Grenser

    @property
    def kilder(self) -> list[Linjekilde]:
        return linjekilder(self.g)

    @property
    def s(self) -> Stillinger:
        return Stillinger(self.g)

    @property
    def uten(self) -> Decimal | None:
        """What the first plan gives a month, when it is not itself a point of the curve."""
        paa = any(p.plan == self.g.grunnlag_plan for p in self.g.planer)
        return None if paa or self.g.grunnlag is None else self.g.grunnlag / MAANEDER

    def figur(self, id_: str) -> Figur:
        tittel = f"Det du har å leve for i måneden, etter {self.s.langs}"
        setning = self.setning()
        beskrivelse = self.beskrivelse(setning)
        return Figur(
            tittel=tittel,
            beskrivelse=beskrivelse,
            setning=setning,
            bred=self.tegning(BRED, f"{id_}b", tittel, beskrivelse),
            smal=self.tegning(SMAL, f"{id_}s", tittel, beskrivelse),
            tegn=self.tegn(f"{id_}t"),
            tabell=self.tabell(),
            vega=self.vega(tittel, beskrivelse),
        )

    # ── words ──────────────────────────────────────────────────────────────────────────────────

    def setning(self) -> str:
        fall = [t for t in sprang(self.g).values() if avrundet(t.hopp / MAANEDER, 100) < 0]
        verst = min(fall, key=lambda t: t.hopp, default=None)
        if verst is None:
            forst, sist = self.g.strekninger[0].belop_fra, self.g.strekninger[-1].belop_til
            mer = (sist - forst) / MAANEDER
            ord_ = "mer" if mer >= 0 else "mindre"
            spenn = self.s.spenn(self.g.langs[0].fra, self.g.langs[0].til)
            return f"{spenn.capitalize()} blir det {kroner(abs(mer))} {ord_} i måneden."
        flere = f" Kurven faller {len(fall)} steder." if len(fall) > 1 else ""
        hvor, hva = self.s.til_og_med(verst.ved), kroner(abs(verst.hopp) / MAANEDER)
        return f"Ved {hvor} er det {hva} mindre i måneden på én gang.{flere}"

    def beskrivelse(self, setning: str) -> str:
        deler = [setning]
        if prikker(self.g):
            alle = liste(
                f"{p.navn}, {self.s.noyaktig(p.ved)}: {kroner(p.belop)}" for p in prikker(self.g)
            )
            deler.append(f"Planene på kurven er {alle}.")
        if self.uten is not None:
            deler.append(f"Det er {kroner(self.uten)} {_uten(self.g)}.")
        if sprang(self.g):
            deler.append("Et hopp er tegnet med en fylt og en åpen prikk.")
        deler.append("Tallene står i tabellen.")
        return " ".join(deler)

    def tegn(self, id_: str) -> tuple[Tegn, ...]:
        svar = [Tegn("å leve for", strektegn())]
        svar += [Tegn(k.navn, tegn(k.monster, f"{id_}{n}")) for n, k in enumerate(self.kilder)]
        if self.uten is not None:
            tynn = el("path", d="M0 45H120", stroke=BLEKK, stroke_width=10)
            svar.append(Tegn(_uten(self.g), el("svg", tynn, viewBox=TEGNRUTE, aria_hidden="true")))
        return tuple(svar)

    # ── the table: both sides of every leap ────────────────────────────────────────────────────

    def tabell(self) -> Tabell:
        kolonner = (self.g.langs[0].tittel, *(k.navn for k in self.kilder), "Å leve for")
        rader: list[tuple[str, ...]] = []
        stier: list[tuple[str, ...]] = []
        faller = sprang(self.g)
        siste = len(self.g.strekninger) - 1
        for nr, s in enumerate(self.g.strekninger):
            if not rader or s.fra in faller:
                etter = " (etter)" if s.fra in faller else ""
                rader.append(self._rad(f"{self.s.til_og_med(s.fra)}{etter}", s, slutt=False))
                stier.append(self._stier(nr, "fra"))
            foer = " (før)" if s.til in faller and nr != siste else ""
            rader.append(self._rad(f"{self.s.til_og_med(s.til)}{foer}", s, slutt=True))
            stier.append(self._stier(nr, "til"))
        return Tabell(kolonner, tuple(rader), tuple(stier))

    def _rad(self, hvor: str, s: Strekning, *, slutt: bool) -> tuple[str, ...]:
        av = [(k.til(s) if slutt else k.fra(s)) for k in self.kilder]
        sum_ = (s.belop_til if slutt else s.belop_fra) / MAANEDER
        return (hvor, *(tall(avrundet(x), 0) for x in (*av, sum_)))

    def _stier(self, nr: int, ende: str) -> tuple[str, ...]:
        sted = f"strekninger/{nr}"
        linjer = [[f"{sted}/linjer_{ende}/{y}:{MAANEDER}" for y in k.ytelser] for k in self.kilder]
        return ("", *(" + ".join(x) for x in linjer), f"{sted}/belop_{ende}:{MAANEDER}")

    # ── the drawing ────────────────────────────────────────────────────────────────────────────

    def tegning(self, maal: Maal, id_: str, tittel: str, beskrivelse: str) -> El:
        g, kilder, rom = self.g, self.kilder, Rom(maal)
        lavest, hoyest = self._ytterst(kilder)
        y = akse(lavest, hoyest, maal.bunn, maal.topp, maal.merker)
        langs = akse(g.langs[0].fra, g.langs[0].til, 0, 1, maal.merker + 1)
        x = Akse(g.langs[0].fra, g.langs[0].til, langs.steg, maal.venstre + 40, maal.bredde - 160)
        flater = [
            el(
                "path",
                d=flate(g.strekninger, opp, ned, x, y),
                fill=k.monster.fyll(id_),
                stroke=k.monster.farge,
                stroke_width=8,
            )
            for k, opp, ned in stablet(kilder)
        ]
        uten: object = None
        if self.uten is not None:
            d = f"M{x.fra} {y.plass(self.uten)}H{x.til}"
            uten = med_glorie(d, 10)
        oppta(g, x, y, rom)
        return ark(
            maal,
            id_,
            tittel,
            beskrivelse,
            [k.monster for k in kilder],
            loddrett(y, maal, "kr"),
            vannrett(x, maal, self.s.akse),
            flater,
            list(tegn_merker(merkene(g), x, maal)),
            uten,
            med_glorie(strek(g.strekninger, x, y), _STREK // 2),
            [hopp(t, x, y, g, rom) for t in sprang(g).values()],
            [prikk(p, x, y, rom) for p in prikker(g)],
        )

    def _ytterst(self, kilder: Sequence[Linjekilde]) -> tuple[Decimal, Decimal]:
        opp, ned = [Decimal(1)], [Decimal(0)]
        for s in self.g.strekninger:
            for belop in ([k.fra(s) for k in kilder], [k.til(s) for k in kilder]):
                opp.append(sum((b for b in belop if b > 0), Decimal(0)))
                ned.append(sum((b for b in belop if b < 0), Decimal(0)))
        return min(ned), max(*opp, self.uten or Decimal(0))

    # ── Vega-Lite ──────────────────────────────────────────────────────────────────────────────

    def vega(self, tittel: str, beskrivelse: str) -> dict[str, Any]:
        av, sum_ = [], []
        for nr, s in enumerate(self.g.strekninger):
            for sted, slutt in ((s.fra, False), (s.til, True)):
                for k in self.kilder:
                    belop = k.til(s) if slutt else k.fra(s)
                    av.append(_punkt(sted, belop, nr, kilde=k.navn))
                sum_.append(_punkt(sted, (s.belop_til if slutt else s.belop_fra) / MAANEDER, nr))
        x = {"field": "sted", "type": "quantitative", "title": self.s.akse}
        y = {"field": "kroner", "type": "quantitative", "title": "kroner i måneden"}
        strekning = {"field": "strekning", "type": "nominal"}
        lag: list[dict[str, Any]] = [
            {
                "data": {"values": av},
                "transform": TALL,
                "mark": {"type": "area"},
                "encoding": {
                    "x": x,
                    "y": {**y, "stack": "zero"},
                    "detail": strekning,
                    "color": fargeskala({k.navn: k.monster.farge for k in self.kilder}),
                },
            },
            {
                "data": {"values": sum_},
                "transform": TALL,
                "mark": {"type": "line", "color": BLEKK, "strokeWidth": 3},
                "encoding": {"x": x, "y": y, "detail": strekning},
            },
        ]
        steder = [{**_punkt(p.ved, p.belop, 0), "plan": p.navn} for p in prikker(self.g)]
        if steder:
            punkt = {"type": "point", "filled": True, "size": 100, "color": BLEKK}
            tips = {"field": "plan", "type": "nominal"}
            kode = {"x": x, "y": y, "tooltip": tips}
            data = {"values": steder}
            lag.append({"data": data, "transform": TALL, "mark": punkt, "encoding": kode})
        return {"$schema": VEGA, "title": tittel, "description": beskrivelse, "layer": lag}


def _punkt(sted: Decimal, belop: Decimal, nr: int, **mer: str) -> dict[str, Any]:
    return {"sted": f"{sted:f}", "kroner": int(avrundet(belop)), "strekning": nr, **mer}


def _uten(g: Grenser) -> str:
    return "i dag" if er_som_naa(g.grunnlag_plan) else naa_eller_med(g.grunnlag_plan)
