"""A straight line through what is put in: one input, or several that move together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.flytt import Maate, er_like, flyttet, verdiene
from ytelsesrad.analyse.linjetall import Fart, Linje
from ytelsesrad.analyse.tallene import pen
from ytelsesrad.lesbart import tall as vis_tall
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Periode, Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet

_HALV, _HUNDREDEL, _SLARK = Decimal("0.5"), Decimal("0.01"), Decimal("0.01")
_STED = Sted("grenser")


@dataclass(frozen=True, slots=True)
class Bevegelse:
    """An input that moves from one value to another, in the unit people write (50 for 50 prosent).

    ``medlem`` is the number of the job or child, counted from 1; None is the last that has it.
    ``maate`` is what moves: ``verdi`` is one value all the time, ``tillegg`` so much more than the
    plan's own values, ``andel`` so many percent of them; the last two keep their pattern. From
    ``fra_dag`` on; None is all the time.
    """

    inndata: str
    fra: Decimal
    til: Decimal
    medlem: int | None = None
    maate: Maate = "verdi"
    fra_dag: date | None = None

    def __post_init__(self) -> None:
        """Take whole numbers too; all reckoning is with decimals."""
        object.__setattr__(self, "fra", Decimal(self.fra))
        object.__setattr__(self, "til", Decimal(self.til))


@dataclass(frozen=True, slots=True)
class Ledd:
    """One input on the line: what moves it = a + b·t, where t is the first input's place."""

    regel: Regel
    medlem: int | None
    a: Decimal
    b: Decimal
    faktor: Decimal
    """What one of the unit is in base form."""
    maate: Maate
    fra_dag: date | None
    egen: Oppgitt
    """What the plan gives."""

    def ved(self, t: Decimal) -> Oppgitt:
        """Return what is given at a place."""
        return self._flyttet((self.a + self.b * t) * self.faktor)

    def langs(self, fart: Fart) -> Oppgitt:
        """Return what is given along the line: numbers that carry their slope."""
        return self._flyttet(Linje(self.a * self.faktor, self.b * self.faktor, fart))

    def _flyttet(self, x: Decimal | Linje) -> Oppgitt:
        ny: dict[str, Callable[[Any], Any]] = {
            "verdi": lambda _: x,
            "tillegg": lambda v: x + v,
            "andel": lambda v: x * v,
        }
        return flyttet(self.egen, ny[self.maate], self.maate, self.fra_dag)

    def sted(self, o: Oppgitt) -> Decimal | None:
        """Return where on the line something given may lie; None when it can't."""
        verdier = verdiene(o)
        nokkel, verdi = next(reversed(verdier.items()), (None, None))
        egen = verdiene(self.egen).get(nokkel)
        if not isinstance(verdi, Decimal):
            return None
        match self.maate:
            case "tillegg":
                verdi = verdi - egen if isinstance(egen, Decimal) else None
            case "andel":
                verdi = verdi / egen if isinstance(egen, Decimal) and egen else None
        return None if verdi is None else (verdi / self.faktor - self.a) / self.b

    def er_ved(self, o: Oppgitt, t: Decimal) -> bool:
        """Tell whether something given is what the line has at a place."""
        return er_like(self.ved(t), o, abs(self.b * self.faktor) * _SLARK)


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
        return self._med([x.langs(fart) for x in self.ledd])

    def _med(self, nye: Sequence[Oppgitt]) -> Gitt:
        flyttes = {(o.regel, o.medlem) for o in nye}
        andre = [o for o in self.gitt.verdier if (o.regel, o.medlem) not in flyttes]
        return replace(self.gitt, verdier=(*andre, *nye))

    def sted_i(self, gitt: Gitt) -> Decimal | None:
        """Return where on the line something given lies; None when it is not on it."""
        oppgitt = {(o.regel, o.medlem): o for o in gitt.verdier}
        egne = [oppgitt.get((x.regel.id, x.medlem)) for x in self.ledd]
        sted = None if egne[0] is None else self.forste.sted(egne[0])
        if sted is None:
            return None
        paa = all(o is not None and x.er_ved(o, sted) for x, o in zip(self.ledd, egne, strict=True))
        return sted if paa else None


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
        egen = _egen(gitt, regel, medlem, b, feil)
        faktor = _HUNDREDEL if b.maate == "andel" else les_enhet(regel.enhet)[1]
        a = b.fra - bredde * forste.fra
        ledd.append(Ledd(regel, medlem, a, bredde, faktor, b.maate, b.fra_dag, egen))
        _innenfor(ledd[-1], b, feil)
    if feil:
        raise Feilsamling(tuple(feil))
    return Akse(tuple(ledd), forste.fra, forste.til, gitt)


def _egen(gitt: Gitt, regel: Regel, medlem: int | None, b: Bevegelse, feil: list[Feil]) -> Oppgitt:
    """Return what the plan gives for an input; faults when it can't be moved so."""
    alle = (o for o in gitt.verdier if (o.regel, o.medlem) == (regel.id, medlem))
    egen = next(alle, None)
    if b.maate != "verdi" and (egen is None or not verdiene(egen)):
        hva = (
            f"Planen oppgir ikke «{regel.navn}», så det er ikke noe å legge til eller ta en del av."
        )
        feil.append(Feil("G01", _STED, hva, 'Velg maate = "verdi", eller oppgi tallet i planen.'))
    if b.fra_dag is not None and regel.periode is Periode.KONSTANT:
        hva = f"«{regel.navn}» er det samme hele tiden, så det kan ikke øke fra en dag."
        feil.append(Feil("G01", _STED, hva, "Ta bort dagen."))
    if b.fra_dag is not None and b.maate != "verdi" and egen is not None and egen.rekke is not None:
        hva = f"«{regel.navn}» er oppgitt som en rekke, og den kan ikke deles på en dag."
        feil.append(Feil("G01", _STED, hva, "Ta bort dagen, eller oppgi verdier fra datoer."))
    return egen or Oppgitt(regel.id, medlem)


def _innenfor(ledd: Ledd, b: Bevegelse, feil: list[Feil]) -> None:
    regel, inndata = ledd.regel, ledd.regel.inndata
    if inndata is None or feil:
        return
    enhet = les_enhet(regel.enhet)[1]
    steder = [(x - ledd.a) / ledd.b for x in (b.fra, b.til)]
    alle = [v / enhet for t in steder for v in verdiene(ledd.ved(t)).values()]
    lavest, hoyest = min(alle), max(alle)
    minst, hoyst = inndata.minst, inndata.hoyst
    if (minst is not None and lavest < minst) or (hoyst is not None and hoyest > hoyst):
        fra = "" if minst is None else f" fra {_t(minst)}"
        til = "" if hoyst is None else f" til {_t(hoyst)}"
        hva = f"«{regel.navn}» kan være{fra}{til}, men linjen går fra {_t(lavest)}"
        hva += f" til {_t(hoyest)}."
        feil.append(Feil("G01", _STED, hva, "Gjør linjen kortere."))


def _t(x: Decimal) -> str:
    return vis_tall(pen(x), grupper_fra=5)


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


def steg_for(ledd: Ledd) -> Decimal:
    """Return the smallest step people would think in: a krone, half an hour, one percent."""
    regel = ledd.regel
    if ledd.maate == "andel":
        return Decimal(1)
    if regel.inndata is not None and regel.inndata.steg is not None:
        return regel.inndata.steg
    return _HALV if regel.enhet.startswith("time") else Decimal(1)
