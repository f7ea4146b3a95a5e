"""A straight line through what is put in: one input, or several that move together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ytelsesrad.analyse.linjetall import Fart, Linje
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet

_HALV = Decimal("0.5")
_STED = Sted("grenser")


@dataclass(frozen=True, slots=True)
class Bevegelse:
    """An input that moves from one value to another, in the unit people write (50 for 50 prosent).

    ``medlem`` is the number of the job or child, counted from 1; None is the last that has it.
    """

    inndata: str
    fra: Decimal
    til: Decimal
    medlem: int | None = None

    def __post_init__(self) -> None:
        """Take whole numbers too; all reckoning is with decimals."""
        object.__setattr__(self, "fra", Decimal(self.fra))
        object.__setattr__(self, "til", Decimal(self.til))


@dataclass(frozen=True, slots=True)
class Ledd:
    """One input on the line: value (as written) = a + b·t, where t is the first input's value."""

    regel: Regel
    medlem: int | None
    a: Decimal
    b: Decimal
    faktor: Decimal
    """What one of the unit is in base form."""

    def ved(self, t: Decimal) -> Decimal:
        """Return the value in base form at a place."""
        return (self.a + self.b * t) * self.faktor

    def linje(self, fart: Fart) -> Linje:
        """Return the value in base form as a number that carries its slope."""
        return Linje(self.a * self.faktor, self.b * self.faktor, fart)


@dataclass(frozen=True, slots=True)
class Akse:
    """The line: its inputs, where it begins and ends, and what plan it lies through."""

    ledd: tuple[Ledd, ...]
    fra: Decimal
    til: Decimal
    gitt: Gitt

    @property
    def forste(self) -> Ledd:
        """The input whose value says where on the line one is."""
        return self.ledd[0]

    def flyttet(self, bok: Regelbok) -> frozenset[int]:
        """Return the numbers of the rules that are moved."""
        return frozenset(bok.program.nummer[x.regel.id] for x in self.ledd)

    def gitt_ved(self, t: Decimal) -> Gitt:
        """Return what is given at a place."""
        return self._med([x.ved(t) for x in self.ledd])

    def gitt_langs(self, fart: Fart) -> Gitt:
        """Return what is given along the line."""
        return self._med([x.linje(fart) for x in self.ledd])

    def _med(self, verdier: Sequence[Decimal | Linje]) -> Gitt:
        nye = {
            (x.regel.id, x.medlem): Oppgitt(x.regel.id, x.medlem, alltid=v)  # type: ignore[arg-type]
            for x, v in zip(self.ledd, verdier, strict=True)
        }
        andre = [o for o in self.gitt.verdier if (o.regel, o.medlem) not in nye]
        return replace(self.gitt, verdier=(*andre, *nye.values()))

    def sted_i(self, gitt: Gitt) -> Decimal | None:
        """Return where on the line something given lies; None when it is not on it."""
        oppgitt = {(o.regel, o.medlem): o for o in gitt.verdier}
        steder = []
        for x in self.ledd:
            o = oppgitt.get((x.regel.id, x.medlem))
            verdi = None if o is None else _en_verdi(o)
            if verdi is None or not x.b:
                return None
            steder.append((verdi / x.faktor - x.a) / x.b)
        like = max(steder) - min(steder) < Decimal("0.01")
        return steder[0] if like else None


def _en_verdi(o: Oppgitt) -> Decimal | None:
    """Return the one number that is given; None for a value that changes with time."""
    if o.rekke or o.meldt or o.perioder or o.ukjent:
        return None
    verdi = o.alltid
    if verdi is None and len(o.fra) == 1:
        verdi = o.fra[0].verdi
    return verdi if isinstance(verdi, Decimal) else None


def lag_akse(bok: Regelbok, gitt: Gitt, bevegelser: Sequence[Bevegelse]) -> Akse:
    """Return the line through what a plan gives. Raises Feilsamling with every fault at once."""
    feil: list[Feil] = []
    ledd: list[Ledd] = []
    forste = bevegelser[0]
    for b in bevegelser:
        regel = _finn(bok, gitt, b.inndata, feil)
        if regel is None:
            continue
        if b.til == b.fra if b is not forste else b.til <= b.fra:
            hva = f"Linjen må gå et stykke: «{b.inndata}» går fra {b.fra} til {b.til}."
            feil.append(Feil("G01", _STED, hva, "La «til» være mer enn «fra»."))
            continue
        medlem = _medlem(gitt, regel, b.medlem, feil)
        bredde = (b.til - b.fra) / ((forste.til - forste.fra) or Decimal(1))
        faktor = les_enhet(regel.enhet)[1]
        ledd.append(Ledd(regel, medlem, b.fra - bredde * forste.fra, bredde, faktor))
        _innenfor(regel, b, feil)
    if feil:
        raise Feilsamling(tuple(feil))
    return Akse(tuple(ledd), forste.fra, forste.til, gitt)


def _innenfor(regel: Regel, b: Bevegelse, feil: list[Feil]) -> None:
    inndata = regel.inndata
    lavest, hoyest = min(b.fra, b.til), max(b.fra, b.til)
    if inndata is None:
        return
    minst, hoyst = inndata.minst, inndata.hoyst
    if (minst is not None and lavest < minst) or (hoyst is not None and hoyest > hoyst):
        fra = "" if minst is None else f" fra {minst:f}"
        til = "" if hoyst is None else f" til {hoyst:f}"
        hva = f"«{regel.navn}» kan være{fra}{til}, men linjen går fra {b.fra:f} til {b.til:f}."
        feil.append(Feil("G01", _STED, hva, "Gjør linjen kortere."))


def _finn(bok: Regelbok, gitt: Gitt, navn: str, feil: list[Feil]) -> Regel | None:
    """Return the input of a name: with or without folder, those the plan gives first."""
    tall = {
        r.id: r
        for r in bok.inndata.values()
        if les_enhet(r.enhet)[0].art is Art.TALL and r.inndata is not None
    }
    treff = [r for r in tall.values() if navn in (r.id, r.navn)]
    gitte = {o.regel for o in gitt.verdier}
    treff.sort(key=lambda r: r.id not in gitte)
    if treff:
        return treff[0]
    forslag = [tall[i].navn for i in dict.fromkeys(o.regel for o in gitt.verdier) if i in tall]
    nesten = mente_du(navn, [r.navn for r in tall.values()])
    hva = f"«{navn}» er ikke et tall som kan oppgis." + (f" Mente du «{nesten}»?" if nesten else "")
    rett = "Planen oppgir disse tallene: " + ", ".join(dict.fromkeys(forslag)) + "."
    feil.append(Feil("G01", _STED, hva, nesten or rett))
    return None


def _medlem(gitt: Gitt, regel: Regel, nummer: int | None, feil: list[Feil]) -> int | None:
    """Return which job or child it is, from 0; None for what there is one of."""
    if regel.for_hver is None:
        return None
    antall = dict(gitt.medlemmer).get(regel.for_hver, 0)
    if nummer is None:
        med = [o.medlem for o in gitt.verdier if o.regel == regel.id and o.medlem is not None]
        nummer = (med[-1] if med else antall - 1) + 1
    if 1 <= nummer <= antall:
        return nummer - 1
    hva = f"Planen har {antall} av «{regel.for_hver}», så nummer {nummer} finnes ikke."
    if not antall:
        hva = f"Planen har ingen «{regel.for_hver}», så «{regel.navn}» kan ikke øke der."
    feil.append(Feil("G01", _STED, hva, "Velg en plan som har det, med --plan."))
    return 0


def steg_for(regel: Regel) -> Decimal:
    """Return the smallest step people would think in: a krone, half an hour, one percent."""
    if regel.inndata is not None and regel.inndata.steg is not None:
        return regel.inndata.steg
    return _HALV if regel.enhet.startswith("time") else Decimal(1)
