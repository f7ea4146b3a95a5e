"""From a walk to its answer: pieces, plans, limits and distances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ytelsesrad.analyse.aarsak import finn_aarsaker, ved_start
from ytelsesrad.analyse.modell import (
    Avstand,
    Grenser,
    Inndataledd,
    Planpunkt,
    Terskel,
)
from ytelsesrad.analyse.strekninger import Strekk, ved
from ytelsesrad.analyse.sveip import Stykke, Sveip, Tall, stigning, verdi
from ytelsesrad.analyse.tallene import HUNDRE, LITE, pen
from ytelsesrad.analyse.tap import finn_tap
from ytelsesrad.analyse.trinn import Trinn
from ytelsesrad.beregning import Utregning
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelspraak import Gitt
from ytelsesrad.regelspraak.tallregning import NULL


class Bygger:
    """Makes the answer of a walk."""

    def __init__(self, sv: Sveip, gitte: Mapping[str, Gitt], plan: str, steg: Decimal) -> None:
        self.sv, self.gitte, self.plan = sv, gitte, plan
        self.strekk = Strekk(sv)
        self.opphav, self.ytelser = self.strekk.opphav, self.strekk.ytelser
        self.stykker = self.strekk.stykker()
        self.trinn = Trinn(sv, self.stykker, steg)

    def grenser(self) -> Grenser:
        """Return the whole answer."""
        sv, bok = self.sv, self.sv.u.bok
        strekninger = self.strekk.strekninger(self.stykker)
        forste = next(iter(self.gitte))
        grunnlag = self._linjer(forste)
        punkter = self._punkter(grunnlag)
        terskler = self._terskler(punkter)
        punkter = tuple(_med_margin(p, terskler) for p in punkter)
        svar = Grenser(
            regelsett=bok.navn,
            regelsett_hash=bok.hash,
            plan=self.plan,
            aar=sv.aar,
            langs=tuple(
                Inndataledd(
                    inndata=x.regel.id,
                    tittel=bok.tittel(x.regel) or x.regel.navn,
                    enhet=x.regel.enhet,
                    medlem=None if x.medlem is None else x.medlem + 1,
                    maate=x.maate,
                    fra_dag=x.fra_dag,
                    fra=pen(x.a + x.b * sv.akse.fra),
                    til=pen(x.a + x.b * sv.akse.til),
                )
                for x in sv.akse.ledd
            ),
            steg=pen(self.trinn.steg),
            trinnvis=sv.rutenett is not None,
            navn={y.id: y.kort or y.navn for y in self.ytelser},
            rader={y.id: y.rad or y.navn for y in self.ytelser},
            grupper={y.id: y.gruppe for y in self.ytelser},
            opphav=self.opphav,
            strekninger=strekninger,
            terskler=terskler,
            tap=finn_tap(strekninger, terskler, trinnvis=sv.rutenett is not None),
            planer=punkter,
            grunnlag=None if grunnlag is None else sum(grunnlag.values(), NULL),
            grunnlag_plan=forste,
            baand=max(s.baand for s in strekninger),
            regninger=sv.regninger,
            eksakte=sv.eksakte,
        )
        return svar.model_copy(update={"eksakte": sv.eksakte})

    # ── plans ──────────────────────────────────────────────────────────────────────────────────

    def _punkter(self, grunnlag: Mapping[str, Decimal] | None) -> tuple[Planpunkt, ...]:
        """Return the plans that lie on the line and are otherwise like the one it goes through."""
        svar = []
        for navn, gitt in self.gitte.items():
            sted = self.sv.akse.sted_i(gitt)
            if sted is None or not self._ellers_like(gitt):
                continue
            s = self._stykke_ved(sted)
            if s is not None:
                linjer = self.sv.eksakt(sted)
                punkt = Planpunkt(
                    plan=navn,
                    stilling=pen(sted),
                    belop=sum(linjer.values(), NULL),
                    igjen_av_100=self.strekk.av_100(s, s.sum, ved(sted)),
                    andeler=self.strekk.andeler(s, ved(sted)),
                    en_til=self._en_til(sted),
                    uten_margin=None,
                    snitt_av_100=self._snitt(linjer, grunnlag),
                )
                svar.append(punkt)
        return tuple(svar)

    def _en_til(self, sted: Decimal) -> Decimal | None:
        """Return what one more unit gives, over limits and all."""
        naa, neste = self._stykke_ved(sted), self._stykke_ved(sted + 1)
        if naa is None or neste is None:
            return None
        foran = next((s for s in self.stykker if s.til == sted), naa)
        return pen(neste.ved(sted + 1) - foran.ved(sted))

    def _snitt(
        self, linjer: Mapping[str, Decimal], grunnlag: Mapping[str, Decimal] | None
    ) -> Decimal | None:
        if grunnlag is None:
            return None
        tjent = sum((linjer[y] - grunnlag[y] for y in self.opphav), NULL)
        mer = sum(linjer.values(), NULL) - sum(grunnlag.values(), NULL)
        return pen(HUNDRE * mer / tjent) if tjent > 0 else None

    def _ellers_like(self, gitt: Gitt) -> bool:
        flyttet = {(x.regel.id, x.medlem) for x in self.sv.akse.ledd}
        egne, andre = (
            {
                replace(o, sted=None, kilde="")
                for o in g.verdier
                if (o.regel, o.medlem) not in flyttet
            }
            for g in (self.sv.akse.gitt, gitt)
        )
        return egne == andre and gitt.medlemmer == self.sv.akse.gitt.medlemmer

    def _stykke_ved(self, t: Decimal) -> Stykke | None:
        return next((s for s in self.stykker if s.fra <= t < s.til or s.fra <= t == s.til), None)

    def _linjer(self, navn: str) -> dict[str, Decimal] | None:
        """Return every coverage line of a plan; None when something is unknown."""
        u = Utregning(self.sv.u.bok, self.gitte[navn], self.sv.u.fra, self.sv.u.til)
        u.bruk(self.sv.u)
        try:
            linjer = self.sv.les(u.kjoring)
        except Feilsamling:
            return None
        return {y: x for y, x in linjer.items() if isinstance(x, Decimal)}

    # ── limits ─────────────────────────────────────────────────────────────────────────────────

    def _terskler(self, punkter: Sequence[Planpunkt]) -> tuple[Terskel, ...]:
        svar = []
        start = ved_start(self.sv)
        if start is not None:
            svar.append(self._terskel("t0", self._foer_start(start), start, punkter))
        for nr, (a, b) in enumerate(zip(self.stykker, self.stykker[1:], strict=False), 1):
            svar.append(self._terskel(f"t{nr}", a, b, punkter))
        return tuple(svar)

    def _foer_start(self, start: Stykke) -> Stykke:
        """Return what is so exactly where the line begins, as a piece without length."""
        eksakt: dict[str, Tall] = dict(self.sv.eksakt(start.fra))
        return replace(start, til=start.fra, linjer=eksakt)

    def _terskel(self, id_: str, a: Stykke, b: Stykke, punkter: Sequence[Planpunkt]) -> Terskel:
        t = b.fra
        deler = {y: verdi(b.linjer[y], t) - verdi(a.linjer[y], t) for y in b.linjer}
        hopp = sum(deler.values(), NULL)
        art = "knekk" if abs(hopp) < LITE else "fall" if hopp < 0 else "hopp"
        for_ = etter = None
        foran, bak = self.trinn.rundt(t)
        if art != "knekk":
            foran, bak = self.trinn.let(a, b, foran, bak)
            for_, etter = self.trinn.side(foran), self.trinn.side(bak)
        like_mye = innhentet = None
        if art == "fall" and for_ and etter and etter.belop < for_.belop:
            like_mye = self.trinn.like_mye(b, foran, etter)
            innhentet = self.trinn.innhentet(b, for_)
        return Terskel(
            id=id_,
            art=art,
            ved=pen(t),
            hopp=pen(hopp) if art != "knekk" else NULL,
            hopp_deler={y: pen(x) for y, x in deler.items() if abs(x) >= 1 and art != "knekk"},
            igjen_av_100_for=self.strekk.av_100(a, a.sum, ved(t)),
            igjen_av_100_etter=self.strekk.av_100(b, b.sum, ved(t)),
            per_enhet_for=pen(stigning(a.sum, t)),
            per_enhet_etter=pen(stigning(b.sum, t)),
            aarsaker=finn_aarsaker(self.sv, b, foran, bak),
            for_=for_,
            etter=etter,
            like_mye=like_mye,
            like_mye_trinn=None if like_mye is None else self.trinn.vist(like_mye),
            innhentet=innhentet,
            innhentet_trinn=None if innhentet is None else self.trinn.vist(innhentet),
            avstander=tuple(self._avstand(p, t, foran if art == "fall" else None) for p in punkter),
        )

    def _avstand(self, p: Planpunkt, t: Decimal, foran: Decimal | None) -> Avstand:
        trinn = None
        if foran is not None:
            her, der = self.trinn.trinnverdi(p.stilling), self.trinn.trinnverdi(foran)
            if her is not None and der is not None:
                trinn = self.sv.u.bok.sprak.vis(abs(der[0] - her[0]), der[1])
        kroner = self._brutto_ved(t) - self._brutto_ved(p.stilling)
        return Avstand(
            plan=p.plan,
            stilling=p.stilling,
            avstand=pen(t - p.stilling),
            trinn=trinn,
            kroner=pen(kroner) if self.opphav else None,
        )

    def _brutto_ved(self, t: Decimal) -> Decimal:
        s = self._stykke_ved(t) or self.stykker[-1]
        return sum((verdi(s.linjer[y], t) for y in self.opphav), NULL)


def _med_margin(p: Planpunkt, terskler: Sequence[Terskel]) -> Planpunkt:
    """Return a plan with the fall that its next step would go over."""
    for t in terskler:
        if t.art != "fall" or t.for_ is None or t.etter is None:
            continue
        if t.for_.stilling <= p.stilling <= max(t.ved, t.for_.stilling):
            return p.model_copy(update={"uten_margin": t.id, "igjen_av_100": None})
    return p
