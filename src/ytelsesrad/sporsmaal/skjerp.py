"""What to ask next: the question whose possible answers bring the result furthest apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ytelsesrad.analyse.usikkerhet.forsok import aa_leve_for, med_verdi, mulige
from ytelsesrad.beregning import regn
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Regel, type_verdi
from ytelsesrad.sporsmaal.bygg import ellers_av, lag, vist
from ytelsesrad.sporsmaal.gang import Gang
from ytelsesrad.sporsmaal.modell import Skjerpende, Svar
from ytelsesrad.sporsmaal.situasjonen import situasjon_av

MAKS = 40
"""Inputs that are tried."""


def skjerpende(bok: Regelbok, svar: Svar, dag: date) -> tuple[Skjerpende, ...]:
    """Return the questions not answered that would sharpen the answer, the most first.

    Every input that the plan's answer uses and that is only assumed is moved over what it can be,
    alone, and the settled year of the plan is computed anew. What makes no difference, and what
    has no known range, is left out. Raises as ``situasjon_av``.
    """
    gang = Gang(bok, svar, dag)
    situasjon = situasjon_av(bok, svar, dag)
    beregning = regn(situasjon, bok)
    plan = beregning.resultat.planer[-1]
    gitt = beregning.utregninger[plan.navn].gitt
    naa = plan.aar[0].gjort_opp_netto
    funnet: list[Skjerpende] = []
    with regnemodus():
        for regel in _antatte(bok, [f.inndata for f in plan.forutsetninger if f.kilde == "antatt"]):
            verdier = mulige(regel)
            belop = [naa] if naa is not None else []
            forsokt: list[type_verdi] = []
            for verdi in verdier:
                ett = aa_leve_for(bok, med_verdi(gitt, regel, 0, verdi), *situasjon.tidsrom()[1:])
                if ett is not None:
                    belop.append(ett)
                    forsokt.append(verdi)
            if len(belop) > 1 and max(belop) != min(belop):
                ellers = ellers_av(bok, gang.med_antatte().kjoring, regel, dag)
                funnet.append(_ett(bok, regel, ellers, belop, forsokt, dag))
    return tuple(sorted(funnet, key=lambda s: (-s.bredde, s.sporsmaal.id)))


def _antatte(bok: Regelbok, navn: list[str]) -> Iterator[Regel]:
    for id_ in list(dict.fromkeys(navn))[:MAKS]:
        yield bok.samling.regler[id_]


def _ett(
    bok: Regelbok,
    regel: Regel,
    ellers: str | None,
    belop: list[Decimal],
    verdier: list[type_verdi],
    dag: date,
) -> Skjerpende:
    sporsmaal = lag(regel, ellers)
    return Skjerpende(
        sporsmaal=sporsmaal,
        lavest=min(belop),
        hoyest=max(belop),
        bredde=max(belop) - min(belop),
        verdier=tuple(vist(bok, regel, v, dag) for v in verdier),
    )
