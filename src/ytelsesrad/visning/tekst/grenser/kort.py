"""The limits in the short answer: one line for each, with how far each plan is from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser
from ytelsesrad.lesbart import avrundet, liste, tall
from ytelsesrad.raad import Raad
from ytelsesrad.visning.tekst.dybde import til
from ytelsesrad.visning.tekst.grenser.biter import Bit, korte_biter
from ytelsesrad.visning.tekst.grenser.oversikt import TITTEL, Grenselinje, grenselinjene
from ytelsesrad.visning.tekst.grenser.satser import av_hundre_tittel, faller, tar_resten
from ytelsesrad.visning.tekst.linjer import brekk, setning
from ytelsesrad.visning.tekst.planer import aarene, omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad

_OMRAADE, _IGJEN, _TALL = 32, 14, 12
_NAVN, _AVSTAND = 34, 16
_MINSTE_NAVN = 24
_UNDER = " " * 6


def satser(raad: Raad, bredde: int) -> list[str]:
    """Return what is left of hundre kroner more, in the plan that is spoken of first."""
    linjer = [g for g in raad.grenser if g.opphav]
    if not linjer:
        return []
    plan = raad.planer[min(1, len(raad.planer) - 1)].navn
    g = next((x for x in linjer if any(p.plan == plan for p in x.planer)), linjer[0])
    s, tar = Stillinger(g), tar_resten(g)
    omraade = min(_OMRAADE, bredde - _IGJEN - _TALL - GAP * 3)
    plass = (bredde - omraade - _IGJEN - GAP * 2) // (_TALL + GAP)
    vist, resten = (tar, []) if len(tar) <= plass else (tar[: plass - 1], tar[plass - 1 :])
    kolonner = [Kolonne(omraade, hoyre=False), Kolonne(_IGJEN)]
    kolonner += [Kolonne(_TALL)] * (len(vist) + bool(resten))
    hode = ["", "sitter du igjen med", *(g.navn[y] for y in vist), *(["annet"] if resten else [])]
    ut = [*brekk(f"{av_hundre_tittel(g)}{_gjelder(raad, g, plan)}", bredde)]
    ut += rad(hode, kolonner, hode=True)
    for bit in korte_biter(g, raad.uvesentlig):
        if bit.fall is not None:
            ut += brekk(faller(s, bit.fall), bredde, "  ")
        celler = [_eller_strek(bit.andel(y)) for y in vist]
        if resten:
            celler.append(_eller_strek(sum((bit.andel(y) for y in resten), Decimal(0))))
        ut += rad([s.spenn(bit.fra, bit.til), _igjen(bit), *celler], kolonner)
    return ut + til(len(linjer) - 1)


def _gjelder(raad: Raad, g: Grenser, plan: str) -> str:
    """Return which year of several, and which plan of several lines, it is about."""
    aar = f" i {g.aar}" if len(aarene(raad)) > 1 else ""
    return aar if len(raad.grenser) == 1 else f"{aar} · {omtale(plan)}"


def _igjen(bit: Bit) -> str:
    if bit.igjen is None:
        return ""
    return f"{'omtrent ' if bit.samlet else ''}{tall(avrundet(bit.igjen), 0)} kr"


def _eller_strek(x: Decimal) -> str:
    return "–" if avrundet(x) == 0 else tall(avrundet(x), 0, fortegn=True)


@dataclass(slots=True)
class _Linje:
    """A limit on one or more lines, with the distances of the plans that are on them."""

    navn: str
    linjer: set[int]
    """Numbers of the lines it is on."""
    hvor: dict[str, None]
    avstander: dict[str, str]
    fall: dict[str, list[str]]
    """What a fall is → the plans it is so for."""


def oversikt(raad: Raad, bredde: int) -> list[str]:
    """Return the limits of all plans: falls always, and the kinks that mean something."""
    if not raad.grenser:
        return []
    alle: list[_Linje] = []
    utelatt = 0
    for nr, g in enumerate(raad.grenser):
        merkes = [x for x in grenselinjene(g, Stillinger(g)) if x.er_fall or _merkes(raad, x)]
        naere = _naermest(merkes)
        for x in merkes:
            if x.er_fall or x in naere:
                _legg_til(alle, x, nr)
        utelatt += sum(1 for x in grenselinjene(g, Stillinger(g)) if not (x.er_fall or x in naere))
    ut = _tabell(raad, alle, bredde) if alle else [TITTEL]
    return ut + til(utelatt, noen=bool(alle)) if alle or utelatt else []


def _naermest(linjer: Sequence[Grenselinje]) -> list[Grenselinje]:
    """Return the kinks that are nearest to a plan, on each side of it."""
    knekker = [x for x in linjer if not x.er_fall]
    planer = dict.fromkeys(p for x in linjer for p in x.veien)
    svar = []
    for plan in planer:
        over = [x for x in knekker if x.veien.get(plan, -1) >= 0]
        under = [x for x in knekker if x.veien.get(plan, 1) < 0]
        svar += over[:1] + under[-1:]
    return svar


def _legg_til(alle: list[_Linje], x: Grenselinje, nr: int) -> None:
    """Put a limit with the same one on other lines, when it is there."""
    like = (y for y in alle if y.navn == x.hva and bool(y.fall) is x.er_fall)
    felles = next((y for y in like if nr not in y.linjer), None)
    if felles is None:
        felles = _Linje(x.hva, set(), {}, {}, {})
        alle.append(felles)
    felles.linjer.add(nr)
    felles.hvor[x.hvor] = None
    felles.avstander.update(x.korte)
    if x.er_fall:
        felles.fall.setdefault(x.fallet, []).extend(x.korte)


def _merkes(raad: Raad, x: Grenselinje) -> bool:
    minst = raad.uvesentlig.av_hundre if raad.uvesentlig else Decimal(0)
    return x.av_hundre is None or abs(x.av_hundre) >= minst


def _tabell(raad: Raad, alle: Sequence[_Linje], bredde: int) -> list[str]:
    planer = [p.navn for p in raad.planer if any(p.navn in x.avstander for x in alle)]
    antall = max(1, len(planer))
    avstand = min(_AVSTAND, (bredde - 2 - _MINSTE_NAVN - GAP * antall) // antall)
    navn = min(_NAVN, bredde - 2 - (avstand + GAP) * antall)
    kolonner = [Kolonne(navn, hoyre=False), *[Kolonne(avstand)] * antall]
    hode = rad(["", *planer], kolonner, hode=True)
    hode = [TITTEL, *hode] if len(hode) > 1 or len(TITTEL) > navn + 2 else [_foran(TITTEL, hode[0])]
    ut = hode
    for x in alle:
        navn_ = f"{x.navn}: {next(iter(x.hvor))}" if len(x.hvor) == 1 else x.navn
        ut += rad([navn_, *(x.avstander.get(p, "") for p in planer)], kolonner)
        for tekst, hvem in x.fall.items():
            foran = f"{liste(map(omtale, hvem))}: " if len(x.fall) > 1 and hvem else ""
            ut += brekk(f"{foran}{setning(tekst)}", bredde, _UNDER)
    return ut


def _foran(tittel: str, linje: str) -> str:
    return tittel + linje[len(tittel) :]
