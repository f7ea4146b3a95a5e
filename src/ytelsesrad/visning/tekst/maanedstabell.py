"""Month by month: the money that reaches the account, with dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.beregning.resultat import Maanedslinje, Planresultat, Resultat
from ytelsesrad.lesbart import BOKMAAL, HARDT_MELLOMROM, Sprak, maanedsnavn, tall
from ytelsesrad.visning.tekst.avvik import merknad, storste_avvik
from ytelsesrad.visning.tekst.dybde import ALT
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.linjer import INNRYKK, avsnitt, ytterst
from ytelsesrad.visning.tekst.planer import er_som_naa, omtale
from ytelsesrad.visning.tekst.senere import senere
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad, samlet_bredde, strek

_MAANED = Kolonne(9, hoyre=False)
_MINSTE, _STORSTE_HODE = 7, 12
_MAANEDER = 12
NETTO = "Inn på konto"
DAGENE = "Dagene pengene kommer"
UKJENT = BOKMAAL("tall.ukjent")


@dataclass(frozen=True, slots=True)
class _Spalte:
    """One column: heading, and a cell for each month and for the sum (the last)."""

    hode: str
    celler: tuple[str, ...]
    hoyre: bool = True

    @property
    def kolonne(self) -> Kolonne:
        ord_ = max(len(o) for o in self.hode.split(" "))
        innhold = max(map(len, self.celler), default=0)
        minst = _MINSTE if self.hoyre else 0
        return Kolonne(max(innhold, min(ord_, _STORSTE_HODE), minst), self.hoyre)


def maanedstabell(
    resultat: Resultat, plan: Planresultat, bredde: int, *, kort: bool = False
) -> list[str]:
    """Return the table of one plan: a part for each year, footnotes, and what comes later.

    ``kort``: without the days when there is no room for them beside the rest, and without why
    what came in a year is not what is for it.
    """
    linjer: list[str] = []
    uten_dager = False
    fotnoter = Fotnoter(plan)
    aarene = sorted({m.maaned[:4] for m in plan.maaneder})
    for aar in aarene:
        maaneder = [m for m in plan.maaneder if m.maaned[:4] == aar]
        linjer += [""] if linjer else []
        tittel = f"Måned for måned, {plan.navn}: det som faktisk kommer inn på konto i {aar}"
        grupper = list(_grupper(resultat, plan, maaneder, fotnoter))
        biter = list(_del_opp(grupper, bredde))
        if kort and len(biter) > 1:
            uten_dager = True
            biter = list(
                _del_opp([gruppe[-1:] if _dager(gruppe) else gruppe for gruppe in grupper], bredde)
            )
        ytre = max(samlet_bredde(_kolonner(bit)) for bit in biter)
        linjer += ytterst(tittel, "kr", min(bredde, max(ytre, len(tittel) + 4)))
        for nr, bit in enumerate(biter):
            linjer += ([""] if nr else []) + _tabell(maaneder, aar, bit)
    linjer += avsnitt(merknad(avvik_i(plan)), bredde) if linjer else []
    linjer += avsnitt(ikke_med(plan), bredde)
    linjer += avsnitt(fotnoter.forklart(), bredde)
    linjer += senere(resultat, plan, bredde, kort=kort)
    return [*linjer, f"{INNRYKK}{DAGENE}: {ALT}"] if uten_dager else linjer


def kort_maanedstabell(resultat: Resultat, plan: Planresultat, bredde: int) -> list[str]:
    """Return the months of one year in full; of several, what reaches the account, beside it."""
    aarene = sorted({m.maaned[:4] for m in plan.maaneder})
    fotnoter = Fotnoter(plan)
    if len(aarene) == 1 or any(m.mangler for m in plan.maaneder):
        return maanedstabell(resultat, plan, bredde, kort=True)
    hoder, kolonner = [""], [_MAANED]
    rader = [[maanedsnavn(nr)] for nr in range(1, _MAANEDER + 1)]
    summer = ["Sum"]
    for aar in aarene:
        maaneder = {int(m.maaned[5:7]): m for m in plan.maaneder if m.maaned[:4] == aar}
        for spalte in _kontospalter(resultat, plan, aar, maaneder, fotnoter):
            hoder.append(spalte.hode)
            kolonner.append(spalte.kolonne)
            for nr, r in enumerate(rader, 1):
                r.append(spalte.celler[nr - 1])
            summer.append(spalte.celler[-1])
    tittel = f"Måned for måned, {plan.navn}: det som faktisk kommer inn på konto"
    bredest = min(bredde, max(samlet_bredde(kolonner), len(tittel) + 4))
    linjer = ytterst(tittel, "kr", bredest)
    linjer += rad(hoder, kolonner, hode=True)
    for r in rader:
        linjer += rad(r, kolonner)
    linjer += strek(["", *("-" * len(x) for x in summer[1:])], kolonner) + rad(summer, kolonner)
    linjer += avsnitt(merknad(avvik_i(plan)), bredde)
    linjer += avsnitt(fotnoter.forklart(), bredde)
    linjer += senere(resultat, plan, bredde, kort=True)
    return [*linjer, f"{INNRYKK}Hver utbetaling for seg, med dato: {ALT}"]


def _kontospalter(
    resultat: Resultat,
    plan: Planresultat,
    aar: str,
    maaneder: Mapping[int, Maanedslinje],
    fotnoter: Fotnoter,
) -> Iterator[_Spalte]:
    """Go through the columns of a year: what reaches the account, the difference, the notes."""
    alle = [maaneder.get(nr) for nr in range(1, _MAANEDER + 1)]
    yield _Spalte(f"{aar}, {NETTO.lower()}", _noen([None if m is None else m.netto for m in alle]))
    if plan is not resultat.planer[0]:
        mot = _noen([None if m is None else m.mot_grunnlag for m in alle], fortegn=True)
        yield _Spalte(mot_navn(resultat.planer[0].navn), mot)
    merker = tuple("" if m is None else fotnoter.merker(m) for m in alle)
    if any(merker):
        yield _Spalte("", (*merker, ""), hoyre=False)


def _noen(verdier: Sequence[Decimal | None], *, fortegn: bool = False) -> tuple[str, ...]:
    """Return amounts where there are any, and their sum."""
    summen = sum((v for v in verdier if v is not None), Decimal(0))
    return tuple("" if v is None else tall(v, 0, fortegn=fortegn) for v in (*verdier, summen))


def ikke_med(plan: Planresultat, s: Sprak = BOKMAAL) -> str:
    """Return what the months leave out because something is unknown."""
    navn = list(dict.fromkeys(n for m in plan.maaneder for n in m.mangler))
    if not navn:
        return ""
    return s("maaneder.ikke_med", hva=s.liste(map(s.midt_i, navn)))


def _belop(verdier: Sequence[Decimal | None], *, fortegn: bool = False) -> tuple[str, ...]:
    """Return the amounts and their sum; nothing for what is not known."""
    kjente = [v for v in verdier if v is not None]
    summen = sum(kjente, Decimal(0)) if len(kjente) == len(verdier) else None
    return tuple("" if v is None else tall(v, 0, fortegn=fortegn) for v in (*verdier, summen))


def _grupper(
    resultat: Resultat,
    plan: Planresultat,
    maaneder: Sequence[Maanedslinje],
    fotnoter: Fotnoter,
) -> Iterator[list[_Spalte]]:
    """Yield the columns that must stand together: date and amount, a deduction, the account."""
    ukjente = (UKJENT,) * (len(maaneder) + 1)
    for ytelse, navn in ytelser_i(plan).items():
        verdier = [m.brutto.get(ytelse, Decimal(0)) for m in maaneder]
        if not any(verdier):
            continue
        dager = [", ".join(f"{d.day}." for d in m.datoer.get(ytelse, ())) for m in maaneder]
        belop = _belop(verdier)
        if any(navn in m.mangler for m in maaneder):
            belop = (*(b if v else UKJENT for b, v in zip(belop, verdier, strict=False)), UKJENT)
        yield [_Spalte("", (*dager, ""), hoyre=False), _Spalte(navn, belop)]
    for trekk, navn in trekk_i(plan).items():
        verdier = [-m.trekk.get(trekk, Decimal(0)) for m in maaneder]
        if any(verdier):
            alle = not any(m.mangler for m in maaneder)
            yield [_Spalte(navn, _belop(verdier) if alle else ukjente)]
    if any(m.mangler for m in maaneder):
        yield [_Spalte(NETTO, ukjente)]
        return
    siste = [_Spalte(NETTO, _belop([m.netto for m in maaneder]))]
    if plan is not resultat.planer[0]:
        mot = _belop([m.mot_grunnlag for m in maaneder], fortegn=True)
        siste.append(_Spalte(mot_navn(resultat.planer[0].navn), mot))
    merker = tuple(fotnoter.merker(m) for m in maaneder)
    if any(merker):
        siste.append(_Spalte("", (*merker, ""), hoyre=False))
    yield siste


def mot_navn(forste: str) -> str:
    """Return the heading of the difference; a short name stands on one line."""
    navn = "«som nå»" if er_som_naa(forste) else omtale(forste)
    return f"Mot {navn.replace(' ', HARDT_MELLOMROM) if len(navn) <= _STORSTE_HODE else navn}"


def ytelser_i(plan: Planresultat) -> dict[str, str]:
    """Return the coverage lines with payments and their names, in the order of the years."""
    navn = {linje.ytelse: linje.kort or linje.navn for aar in plan.aar for linje in aar.linjer}
    navn |= {d.ytelse: d.navn for d in plan.dekning if d.ytelse not in navn}
    navn |= {b.ytelse: b.tittel for b in plan.betalinger if b.ytelse not in navn}
    brukt = list(dict.fromkeys(y for m in plan.maaneder for y in m.brutto))
    rekke = {ytelse: nr for nr, ytelse in enumerate(navn)}
    brukt.sort(key=lambda ytelse: rekke.get(ytelse, len(rekke)))
    return {ytelse: navn.get(ytelse, ytelse) for ytelse in brukt}


def trekk_i(plan: Planresultat) -> dict[str, str]:
    """Return the deductions from payments and their titles."""
    navn = {u.trekk: u.tittel for b in plan.betalinger for u in b.trekk}
    return {trekk: navn.get(trekk, trekk) for m in plan.maaneder for trekk in m.trekk}


def _kolonner(bit: Sequence[Sequence[_Spalte]]) -> list[Kolonne]:
    return [_MAANED, *(spalte.kolonne for gruppe in bit for spalte in gruppe)]


def _del_opp(grupper: list[list[_Spalte]], bredde: int) -> Iterator[list[list[_Spalte]]]:
    """Yield as many groups at a time as there is room for; the months are repeated in each."""
    bit: list[list[_Spalte]] = []
    for gruppe in grupper:
        if bit and samlet_bredde(_kolonner([*bit, gruppe])) > bredde:
            yield bit
            bit = []
        bit.append(gruppe)
    yield bit


def _tabell(
    maaneder: Sequence[Maanedslinje], aar: str, bit: Sequence[Sequence[_Spalte]]
) -> list[str]:
    spalter = [spalte for gruppe in bit for spalte in gruppe]
    kolonner = _kolonner(bit)
    linjer = _hode(bit)
    for nr, maaned in enumerate(maaneder):
        navn = maanedsnavn(int(maaned.maaned[5:7]))
        linjer += rad([navn, *(s.celler[nr] for s in spalter)], kolonner)
    summer = [s.celler[-1] for s in spalter]
    lengst = ["-" * (max(map(len, s.celler)) if s.celler[-1] else 0) for s in spalter]
    linjer += strek(["", *lengst], kolonner)
    linjer += rad([f"Hele {aar}" if len(maaneder) == 12 else "Sum", *summer], kolonner)
    return linjer


def _dager(gruppe: Sequence[_Spalte]) -> bool:
    """Tell whether some columns are days and an amount."""
    return len(gruppe) == 2 and not gruppe[0].hoyre


def _hode(bit: Sequence[Sequence[_Spalte]]) -> list[str]:
    """Return the headings; a heading over date and amount may use the width of both."""
    hoder, kolonner = [""], [_MAANED]
    for gruppe in bit:
        spalter = list(gruppe)
        if _dager(spalter):
            bredde = sum(s.kolonne.bredde for s in spalter) + GAP
            hoder.append(spalter[1].hode)
            kolonner.append(Kolonne(bredde))
        else:
            hoder += [s.hode for s in spalter]
            kolonner += [s.kolonne for s in spalter]
    return rad(hoder, kolonner, hode=True)


def avvik_i(plan: Planresultat) -> Decimal:
    """Return how far the rounded months and years are from adding up."""
    rader = [
        ([*m.brutto.values(), *(-t for t in m.trekk.values())], m.netto) for m in plan.maaneder
    ]
    netto = [m.netto for m in plan.maaneder]
    return storste_avvik([*rader, (netto, sum(netto, Decimal(0)))])
