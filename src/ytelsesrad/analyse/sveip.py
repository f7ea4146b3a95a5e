"""Walk along a line: one evaluation for each piece, all the way to the end.

Nothing is sampled: each evaluation says itself how far it holds.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.akse import Akse
from ytelsesrad.analyse.delkjoring import Delkjoring, Linjekjoring
from ytelsesrad.analyse.kurvetall import kurve
from ytelsesrad.analyse.linjetall import UENDELIG, Eier, Fart, Langs
from ytelsesrad.beregning import Utregning
from ytelsesrad.beregning.aarene import aktuell, beregnede
from ytelsesrad.lesing import Feil, Feilsamling, Sted
from ytelsesrad.regelspraak import Kjoring, Regnefeil, Ukjent
from ytelsesrad.regelspraak.tallregning import NULL

_MAKS_STYKKER = 5_000
Tall = Langs | Decimal


@dataclass(frozen=True, slots=True)
class Stykke:
    """A piece: from a place up to the next, and every coverage line on it."""

    fra: Decimal
    til: Decimal
    linjer: dict[str, Tall]
    """Signed as in «å leve for»."""
    eiere: tuple[Eier, ...]
    """Whose comparisons turned at ``fra``; nothing for the first."""
    for_: dict[Eier, Any] = field(repr=False)
    """What was forgotten at ``fra``, as it was before."""
    etter: dict[Eier, Any] = field(repr=False)
    """The same, as it became."""
    avvik: Decimal = NULL
    """How far the sum may be from the walk, where pieces that are nearly the same are joined."""

    @property
    def sum(self) -> Tall:
        """Money to live on."""
        svar: Tall = NULL
        for x in self.linjer.values():
            svar = svar + x  # type: ignore[operator]
        return svar

    def ved(self, t: Decimal) -> Decimal:
        """Return money to live on at a place, without roundings."""
        return verdi(self.sum, t)


def verdi(x: Tall, t: Decimal) -> Decimal:
    """Return a number at a place."""
    return x.ved(t) if isinstance(x, Langs) else x


def stigning(x: Tall, t: Decimal) -> Decimal:
    """Return how much a number grows for each unit of the line, at a place."""
    return x.stigning(t) if isinstance(x, Langs) else NULL


def steder(x: Tall, belop: Decimal, fra: Decimal, til: Decimal) -> list[Decimal]:
    """Return every place in a span where a number has a value, in order."""
    return x.steder(belop, fra, til) if isinstance(x, Langs) else []


def baand(x: Tall) -> Decimal:
    """Return how much roundings can move a number, up or down."""
    return max(map(abs, x.ytterst())) if isinstance(x, Langs) else NULL


@dataclass(slots=True)
class Sveip:
    """The walk through one plan and year."""

    u: Utregning
    akse: Akse
    aar: int
    stykker: list[Stykke] = field(default_factory=list)
    regninger: int = 0
    """Evaluations along the line."""
    eksakte: int = 0
    """Exact evaluations at one place."""
    trinn: dict[Eier, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """Owner → step and slope of what it counts in steps that are not money."""
    kjoring: Linjekjoring = field(init=False)
    """The run along the line, as it is at the end."""
    ved_start: tuple[Eier, ...] = ()
    """Whose comparisons turn exactly where the line begins."""
    rutenett: Decimal | None = None
    """The step of the line at which what the rules count in steps, is whole."""
    _punkter: dict[Decimal, Utregning] = field(default_factory=dict)
    _lest: dict[Decimal, dict[str, Decimal]] = field(default_factory=dict)

    def gaa(self) -> None:
        """Find every piece. Raises Feilsamling when something is unknown or cannot be followed."""
        self._gaa()
        telles = self.kjoring.fart.telles
        trinn = self.trinn = {e: x for e, x in self.trinn.items() if e[1][0] in telles}
        if trinn:
            self.rutenett = min(steg / bratt for steg, bratt in trinn.values())
            self.stykker = []
            self._gaa()
            self.trinn = trinn

    def _gaa(self) -> None:
        akse = self.akse
        fart = self._fart()
        flyttet = akse.flyttet(self.u.bok)
        e = self.kjoring = self._ny(fart, flyttet)
        for_: dict[Eier, Any] = {}
        eiere: tuple[Eier, ...] = ()
        while True:
            fart.naer = UENDELIG
            linjer = self.les(e)
            self.regninger += 1
            til = min(fart.naer, akse.til)
            etter = {(nr, k): e.alle[nr].husket[k] for nr, k in for_ if k in e.alle[nr].husket}
            self.stykker.append(Stykke(fart.t, til, linjer, eiere, for_, etter))
            self._noter_trinn(fart)
            if til >= akse.til:
                return
            if len(self.stykker) == 1:
                self.ved_start = tuple(fart.paa)
            if len(self.stykker) > _MAKS_STYKKER:
                raise _stopp("Det er for mange grenser på linjen.", "Gjør linjen kortere.")
            eiere = tuple(
                eier for eier, sted in fart.vendinger.items() if abs(sted - til) < Decimal("1E-18")
            )
            fart.t, for_ = til, {}
            if e.flyttbar_plan:
                e = self.kjoring = self._ny(fart, flyttet)
                fart.vendinger.clear()
            else:
                e.stryk(til, for_)

    def fra_start(self) -> dict[Any, Any]:
        """Return every value along the line as it is just after the place where it begins."""
        fart = self._fart()
        e = self._ny(fart, self.akse.flyttet(self.u.bok))
        self.les(e)
        self.regninger += 1
        return e.husket

    def _fart(self) -> Fart:
        return Fart(
            self.akse.fra,
            self.akse.til,
            er_penger=self._er_penger,
            rutenett=self.rutenett,
            krum=kurve,
        )

    def _ny(self, fart: Fart, flyttet: frozenset[int]) -> Linjekjoring:
        return Linjekjoring(self.u.kjoring, self.akse.gitt_langs(fart), flyttet, fart)

    def _er_penger(self, eier: Eier) -> bool:
        """Tell whether the value of an owner is money."""
        nr, *_ = eier[1]
        return self.u.bok.program.regler[nr].regel.enhet.startswith("kr")

    def _noter_trinn(self, fart: Fart) -> None:
        for eier, (steg, bratt) in fart.trinn.items():
            gammel = self.trinn.get(eier)
            if gammel is None or bratt > gammel[1]:
                self.trinn[eier] = (steg, bratt)
        fart.trinn.clear()

    def punkt(self, t: Decimal) -> Utregning:
        """Return an exact run at a place."""
        u = self._punkter.get(t)
        if u is None:
            akse = self.akse
            u = copy(self.u)
            u.gitt = akse.gitt_ved(t)
            u.kjoring = Delkjoring(self.u.kjoring, u.gitt, akse.flyttet(u.bok))
            self._punkter[t] = u
        return u

    def eksakt(self, t: Decimal) -> dict[str, Decimal]:
        """Return every coverage line at a place, exactly and with all roundings."""
        if t not in self._lest:
            self.eksakte += 1
            self._lest[t] = self.les(self.punkt(t).kjoring)  # type: ignore[assignment]
        return self._lest[t]

    def les(self, e: Kjoring) -> dict[str, Tall]:
        """Return what each coverage line finally gives in the year, with its sign."""
        u = copy(self.u)
        u.kjoring = e
        try:
            return {y.id: self._rett(u, y) for y in beregnede(u)}
        except Ukjent as ukjent:
            regler = u.bok.program.regler
            navn = {regler[nr].regel.tittel or regler[nr].regel.navn for nr, _ in ukjent.inndata}
            hva = f"Grensene kan ikke finnes uten dette: {', '.join(sorted(navn))}."
            raise _stopp(hva, "Oppgi det i situasjonsfilen.") from None
        except Regnefeil as feil:
            hvor = f" (i {feil.regel})" if feil.regel else ""
            hva = f"Linjen kan ikke følges{hvor}: {feil.hva}"
            raise _stopp(hva, "Velg en annen linje, eller la færre tall følge den.") from None

    def _rett(self, u: Utregning, y: Any) -> Tall:
        if not aktuell(u, y, self.aar):
            return NULL
        regel = u.bok.samling.regler[y.rett]
        svar: Tall = NULL
        for p in u.aarets_perioder(regel, self.aar):
            for m in u.medlemmer(regel.for_hver):
                u.kjoring.nytt_sporsmaal()
                svar += u.kjoring.v(*u.nokkel(regel.id, p, m))  # type: ignore[operator,assignment]
        return svar * Decimal(y.fortegn)  # type: ignore[operator]


def _stopp(hva: str, rett: str) -> Feilsamling:
    return Feilsamling((Feil("G02", Sted("grenser"), hva, rett),))
