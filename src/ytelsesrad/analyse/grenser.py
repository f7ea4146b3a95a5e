"""Every limit along a line: where, why, how much, and how far each plan is from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ytelsesrad.analyse.aarsak import finn_aarsaker, ved_start
from ytelsesrad.analyse.akse import Bevegelse, lag_akse, steg_for
from ytelsesrad.analyse.modell import (
    Andel,
    Avstand,
    Grenser,
    Inndataledd,
    Planpunkt,
    Side,
    Strekning,
    Tap,
    Terskel,
)
from ytelsesrad.analyse.sveip import Stykke, Sveip, Tall, baand, stigning, verdi
from ytelsesrad.beregning import Utregning
from ytelsesrad.beregning.aarene import beregnede
from ytelsesrad.beregning.meldinger import sjekk_krav
from ytelsesrad.lesbart import vis
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt
from ytelsesrad.regelspraak.tallregning import NULL
from ytelsesrad.situasjon import Situasjon

_LITE = Decimal(10)
"""Kroner a year: a smaller leap is only a rounding that stops or starts."""
_FLATT = Decimal("0.0001")
"""A change of slope smaller than this part of what is earned is none."""
_HUNDRE = Decimal(100)
_ORE = Decimal("0.01")
_MAKS_LETING = 12
"""Steps on each side of where a fall ought to be, that are looked through for it."""


def finn_grenser(
    situasjon: Situasjon,
    bok: Regelbok,
    langs: Sequence[Bevegelse],
    *,
    plan: str | None = None,
    aar: int | None = None,
    steg: Decimal | None = None,
) -> Grenser:
    """Find every limit of a year's money to live on along a straight line in the input.

    ``plan`` is the plan the line lies through; without it, the last that gives the first input.
    ``aar`` is a year that is shown; without it the first. ``steg`` is the smallest step people
    can choose, in the unit of the first input. Raises Feilsamling when something is wrong or
    unknown, or when the line cannot be followed.
    """
    with regnemodus():
        _, fra, til = situasjon.tidsrom()
        gitte = situasjon.alle_gitt(bok)
        navn = _velg_plan(bok, gitte, langs[0], plan)
        aar = aar if aar is not None else fra.year
        if not fra.year <= aar <= til.year:
            raise _feil(f"{aar} er ikke med i det som vises.", f"Velg {fra.year}–{til.year}.")
        akse = lag_akse(bok, gitte[navn], langs)
        sv = Sveip(Utregning(bok, akse.gitt, fra, til), akse, aar)
        _sjekk_motsigelser(sv)
        sv.gaa()
        steg = steg or sv.rutenett or steg_for(akse.forste.regel)
        return _Bygger(sv, gitte, navn, steg).grenser()


def _velg_plan(
    bok: Regelbok, gitte: Mapping[str, Gitt], forste: Bevegelse, plan: str | None
) -> str:
    if plan is None:
        med = [
            n
            for n, g in gitte.items()
            if any(forste.inndata in (o.regel, o.regel.split(".", 1)[1]) for o in g.verdier)
        ]
        return med[-1] if med else list(gitte)[-1]
    if plan not in gitte:
        nesten = mente_du(plan, gitte)
        rett = "Velg en av: " + ", ".join(f"«{p}»" for p in gitte) + "."
        mente = f" Mente du «{nesten}»?" if nesten else ""
        raise _feil(f"Planen «{plan}» finnes ikke.{mente}", rett)
    return plan


def _feil(hva: str, rett: str) -> Feilsamling:
    return Feilsamling((Feil("G01", Sted("grenser"), hva, rett),))


def _sjekk_motsigelser(sv: Sveip) -> None:
    """Raise what the rules say is wrong in the middle of the line: things that are said twice."""
    midt = (sv.akse.fra + sv.akse.til) / 2
    feil, _ = sjekk_krav(sv.punkt(midt))
    if feil:
        ledd = ", ".join(x.regel.navn for x in sv.akse.ledd)
        raise Feilsamling(tuple(replace(f, sted=Sted(f"langs {ledd}")) for f in feil))


class _Bygger:
    """Makes the answer of a walk."""

    def __init__(self, sv: Sveip, gitte: Mapping[str, Gitt], plan: str, steg: Decimal) -> None:
        self.sv, self.gitte, self.plan, self.steg = sv, gitte, plan, steg
        ytelser = beregnede(sv.u)
        mapper = {x.regel.mappe for x in sv.akse.ledd}
        self.opphav = tuple(y.id for y in ytelser if y.mappe in mapper and y.fortegn > 0)
        self.ytelser = ytelser
        self.stykker = _slaatt_sammen(sv.stykker, self._brutto_bratt())

    def grenser(self) -> Grenser:
        sv, bok = self.sv, self.sv.u.bok
        strekninger = tuple(self._strekning(s) for s in self.stykker)
        forste = next(iter(self.gitte))
        grunnlag = self._linjer(forste)
        punkter = self._punkter(grunnlag)
        terskler = self._terskler(punkter)
        svar = Grenser(
            regelsett=bok.navn,
            regelsett_hash=bok.hash,
            plan=self.plan,
            aar=sv.aar,
            langs=tuple(
                Inndataledd(
                    inndata=x.regel.id,
                    tittel=x.regel.tittel or x.regel.navn,
                    enhet=x.regel.enhet,
                    medlem=None if x.medlem is None else x.medlem + 1,
                    fra=_pen(x.a + x.b * sv.akse.fra),
                    til=_pen(x.a + x.b * sv.akse.til),
                )
                for x in sv.akse.ledd
            ),
            steg=_pen(self.steg),
            trinnvis=sv.rutenett is not None,
            navn={y.id: y.kort or y.navn for y in self.ytelser},
            rader={y.id: y.rad or y.navn for y in self.ytelser},
            opphav=self.opphav,
            strekninger=strekninger,
            terskler=terskler,
            tap=self._tap(strekninger, terskler),
            planer=punkter,
            grunnlag=None if grunnlag is None else sum(grunnlag.values(), NULL),
            grunnlag_plan=forste,
            baand=max(s.baand for s in strekninger),
            regninger=sv.regninger,
            eksakte=sv.eksakte,
        )
        return svar.model_copy(update={"eksakte": sv.eksakte})

    # ── the pieces ─────────────────────────────────────────────────────────────────────────────

    def _brutto_bratt(self) -> Decimal:
        """Return how steeply the line itself earns, at the most; 1 when it earns nothing."""
        bratt = [self._brutto(s) for s in self.sv.stykker]
        return max(map(abs, bratt)) or Decimal(1)

    def _brutto(self, s: Stykke) -> Decimal:
        return sum((stigning(s.linjer[y]) for y in self.opphav), NULL)

    def _av_100(self, s: Stykke, x: Tall) -> Decimal | None:
        brutto = self._brutto(s)
        return _pen(_HUNDRE * stigning(x) / brutto) if brutto > 0 else None

    def _strekning(self, s: Stykke) -> Strekning:
        return Strekning(
            fra=_pen(s.fra),
            til=_pen(s.til),
            belop_fra=_pen(s.ved(s.fra)),
            belop_til=_pen(s.ved(s.til)),
            linjer_fra={y: _pen(verdi(x, s.fra)) for y, x in s.linjer.items()},
            linjer_til={y: _pen(verdi(x, s.til)) for y, x in s.linjer.items()},
            per_enhet=_pen(stigning(s.sum)),
            igjen_av_100=self._av_100(s, s.sum),
            andeler=tuple(
                Andel(
                    ytelse=y.id,
                    navn=y.kort or y.navn,
                    per_enhet=_pen(stigning(s.linjer[y.id])),
                    av_100=self._av_100(s, s.linjer[y.id]),
                )
                for y in self.ytelser
                if stigning(s.linjer[y.id])
            ),
            baand=baand(s.sum).quantize(_ORE),
        )

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
                    stilling=_pen(sted),
                    belop=sum(linjer.values(), NULL),
                    igjen_av_100=self._av_100(s, s.sum),
                    per_enhet=_pen(stigning(s.sum)),
                    snitt_av_100=self._snitt(linjer, grunnlag),
                )
                svar.append(punkt)
        return tuple(svar)

    def _snitt(
        self, linjer: Mapping[str, Decimal], grunnlag: Mapping[str, Decimal] | None
    ) -> Decimal | None:
        if grunnlag is None:
            return None
        tjent = sum((linjer[y] - grunnlag[y] for y in self.opphav), NULL)
        mer = sum(linjer.values(), NULL) - sum(grunnlag.values(), NULL)
        return _pen(_HUNDRE * mer / tjent) if tjent > 0 else None

    def _ellers_like(self, gitt: Gitt) -> bool:
        flyttet = {(x.regel.id, x.medlem) for x in self.sv.akse.ledd}
        egne, andre = (
            {replace(o, sted=None, kilde="") for o in g.verdier if (o.regel, o.medlem) not in flyttet}
            for g in (self.sv.akse.gitt, gitt)
        )
        return egne == andre and gitt.medlemmer == self.sv.akse.gitt.medlemmer

    def _stykke_ved(self, t: Decimal) -> Stykke | None:
        return next((s for s in self.stykker if s.fra <= t < s.til or s.fra <= t == s.til), None)

    def _linjer(self, navn: str) -> dict[str, Decimal] | None:
        """Return every coverage line of a plan; None when something is unknown."""
        u = Utregning(self.sv.u.bok, self.gitte[navn], self.sv.u.fra, self.sv.u.til)
        try:
            return self.sv.les(u.kjoring)  # type: ignore[return-value]
        except Feilsamling:
            return None

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

    def _terskel(
        self, id_: str, a: Stykke, b: Stykke, punkter: Sequence[Planpunkt]
    ) -> Terskel:
        t = b.fra
        deler = {y: verdi(b.linjer[y], t) - verdi(a.linjer[y], t) for y in b.linjer}
        hopp = sum(deler.values(), NULL)
        art = "knekk" if abs(hopp) < _LITE else "fall" if hopp < 0 else "hopp"
        for_ = etter = None
        foran, bak = self._trinn_ved(t)
        if art != "knekk":
            foran, bak = self._let(a, b, foran, bak)
            for_, etter = self._side(foran), self._side(bak)
        like_mye = self._like_mye(b, etter) if art == "fall" and etter else None
        innhentet = self._innhentet(b, for_) if art == "fall" and for_ else None
        return Terskel(
            id=id_,
            art=art,  # type: ignore[arg-type]
            ved=_pen(t),
            hopp=_pen(hopp) if art != "knekk" else NULL,
            hopp_deler={y: _pen(x) for y, x in deler.items() if abs(x) >= 1 and art != "knekk"},
            igjen_av_100_for=self._av_100(a, a.sum),
            igjen_av_100_etter=self._av_100(b, b.sum),
            per_enhet_for=_pen(stigning(a.sum)),
            per_enhet_etter=_pen(stigning(b.sum)),
            aarsaker=finn_aarsaker(self.sv, b, foran, bak),
            for_=for_,
            etter=etter,
            like_mye=like_mye,
            innhentet=innhentet,
            avstander=tuple(self._avstand(p, t) for p in punkter),
        )

    def _avstand(self, p: Planpunkt, t: Decimal) -> Avstand:
        kroner = self._brutto_ved(t) - self._brutto_ved(p.stilling)
        return Avstand(
            plan=p.plan,
            stilling=p.stilling,
            avstand=_pen(t - p.stilling),
            kroner=_pen(kroner) if self.opphav else None,
        )

    def _brutto_ved(self, t: Decimal) -> Decimal:
        s = self._stykke_ved(t) or self.stykker[-1]
        return sum((verdi(s.linjer[y], t) for y in self.opphav), NULL)

    def _trinn_ved(self, t: Decimal) -> tuple[Decimal, Decimal]:
        """Return the last step that is not past a place, and the next one."""
        foran = self._paa_steg(t, ROUND_FLOOR)
        return foran, min(foran + self.steg, self.sv.akse.til)

    def _paa_steg(self, t: Decimal, vei: str) -> Decimal:
        antall = (t / self.steg).quantize(Decimal("1E-12")).to_integral_value(vei)
        return max(min(antall * self.steg, self.sv.akse.til), self.sv.akse.fra)

    def _let(
        self, a: Stykke, b: Stykke, foran: Decimal, bak: Decimal
    ) -> tuple[Decimal, Decimal]:
        """Return the two steps a fall lies between: roundings may move it a little."""

        def er_for(t: Decimal) -> bool:
            belop = sum(self.sv.eksakt(t).values(), NULL)
            return abs(belop - a.ved(t)) < abs(belop - b.ved(t))

        for _ in range(_MAKS_LETING):
            if not er_for(foran) and foran > self.sv.akse.fra:
                foran, bak = max(foran - self.steg, self.sv.akse.fra), foran
            elif er_for(bak) and bak < self.sv.akse.til:
                foran, bak = bak, min(bak + self.steg, self.sv.akse.til)
            else:
                break
        return foran, bak

    def _side(self, t: Decimal) -> Side:
        linjer = self.sv.eksakt(t)
        return Side(
            stilling=_pen(t),
            belop=sum(linjer.values(), NULL),
            linjer={y: x for y, x in linjer.items() if x},
            trinn=self._vis_trinn(t),
        )

    def _vis_trinn(self, t: Decimal) -> str | None:
        """Return what the rules count in steps, as it is at a place."""
        regler = self.sv.u.bok.program.regler
        synlige = [
            e for e in self.sv.trinn if not e[0] and not regler[e[1][0]].regel.skjult
        ]
        if not synlige:
            return None
        bratt = max(synlige, key=lambda e: (self.sv.trinn[e][1], e[1][1]))
        svar = self.sv.punkt(t).les_stille(bratt[1])
        return None if svar is None else vis(svar, regler[bratt[1][0]].regel.enhet)

    # ── past a fall ────────────────────────────────────────────────────────────────────────────

    def _like_mye(self, b: Stykke, etter: Side) -> Decimal | None:
        """Return the lowest step close below a fall that gives as much as just after it."""
        svar = None
        for s in reversed([s for s in self.stykker if s.til <= b.fra]):
            if s.ved(s.til) < etter.belop:
                svar = s.til
                break
            if s.ved(s.fra) < etter.belop:
                svar = s.fra + (etter.belop - s.ved(s.fra)) / stigning(s.sum)
                break
        if svar is None:
            return None  # everywhere below there is more
        svar = self._paa_steg(svar, ROUND_CEILING)
        for _ in range(2):
            if sum(self.sv.eksakt(svar).values(), NULL) >= etter.belop:
                return _pen(svar)
            svar = min(svar + self.steg, self.sv.akse.til)
        return None

    def _innhentet(self, b: Stykke, for_: Side) -> Decimal | None:
        """Return the first step past a fall that gives as much as just before it."""
        for s in self.stykker:
            if s.fra < b.fra or s.ved(s.til) < for_.belop:
                continue
            t = s.fra
            if s.ved(s.fra) < for_.belop:
                t += (for_.belop - s.ved(s.fra)) / stigning(s.sum)
            t = self._paa_steg(t, ROUND_CEILING)
            if sum(self.sv.eksakt(t).values(), NULL) < for_.belop and t < self.sv.akse.til:
                t = min(t + self.steg, self.sv.akse.til)
            return _pen(t)
        return None

    def _tap(
        self, strekninger: Sequence[Strekning], terskler: Sequence[Terskel]
    ) -> tuple[Tap, ...]:
        """Return the ranges where more gives less than some lower place."""
        svar: list[Tap] = []
        topp: tuple[Decimal, Decimal] | None = None  # the best so far, and where
        begynte: tuple[Decimal, Decimal, int] | None = None  # where less began, how much, piece
        for nr, s in enumerate(strekninger):
            for t, belop in ((s.fra, s.belop_fra), (s.til, s.belop_til)):
                if topp is None or belop >= topp[0] - _LITE:
                    if begynte is not None and topp is not None:
                        kryss = s.fra + (topp[0] - s.belop_fra) / s.per_enhet if s.per_enhet else t
                        svar.append(self._ett_tap(begynte, max(kryss, s.fra), terskler))
                        begynte = None
                    if topp is None or belop > topp[0]:
                        topp = belop, t
                elif begynte is None:
                    begynte = topp[1], topp[0] - belop, nr
                else:
                    begynte = begynte[0], max(begynte[1], topp[0] - belop), begynte[2]
        if begynte is not None:
            svar.append(self._ett_tap(begynte, None, terskler))
        return tuple(svar)

    @staticmethod
    def _ett_tap(
        begynte: tuple[Decimal, Decimal, int], til: Decimal | None, terskler: Sequence[Terskel]
    ) -> Tap:
        fra, mindre, nr = begynte
        terskel = terskler[nr - 1] if nr else None
        aarsak = terskel.aarsaker[0].tittel if terskel and terskel.aarsaker else ""
        return Tap(
            fra=fra,
            til=None if til is None else _pen(til),
            mindre=_pen(mindre),
            hvorfor=aarsak,
            terskel=terskel.id if terskel else None,
        )


def _slaatt_sammen(stykker: Sequence[Stykke], bratt: Decimal) -> list[Stykke]:
    """Join pieces where neither the sum nor any line changes: nothing that counts has turned."""
    svar: list[Stykke] = []
    for s in stykker:
        if svar and not _vender(svar[-1], s, bratt):
            svar[-1] = replace(svar[-1], til=s.til)
        elif s.til > s.fra:
            svar.append(s)
    return svar


def _vender(a: Stykke, b: Stykke, bratt: Decimal) -> bool:
    if abs(stigning(a.sum) - stigning(b.sum)) > _FLATT * bratt:
        return True
    return abs(b.ved(b.fra) - a.ved(b.fra)) >= _LITE


def _pen(x: Decimal) -> Decimal:
    """Return a number with at most eight decimals, and none that are only zeros."""
    svar = x.quantize(Decimal("1E-8"))
    hele = svar.to_integral_value()
    return hele if svar == hele else svar.normalize()
