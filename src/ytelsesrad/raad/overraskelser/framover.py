"""What lies ahead: a benefit that ends, and rules that change."""

from __future__ import annotations

from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from ytelsesrad.raad.overraskelser.ramme import Ramme, Utkast

_ENDRINGER = 4
"""Titles of changed rules that are named; the rest are counted."""


def slutter(r: Ramme) -> Iterator[Utkast]:
    """Find what the person has that ends in the span or within a year after it."""
    u, meta = r.utregning, r.beregning.resultat.meta
    for y in u.bok.samling.ytelser.values():
        if y.varer_til is None or y.id not in r.brutto:
            continue
        regel = f"{y.mappe}.ytelse:{y.id}:varer_til"
        siste = u.dato(regel, 0)
        if siste is None or not meta.fra <= siste <= meta.til + relativedelta(years=1):
            continue
        antatt = any(slag == "antatt" for slag, _ in u.kjoring.merker(u.nokkel(regel, 0)))
        nokkel = "overraskelse.slutter_antatt" if antatt else "overraskelse.slutter"
        yield Utkast(
            "slutter",
            "stopp" if siste <= meta.til else "obs",
            r.s(nokkel, hva=r.navn[y.id], dag=r.s.dato(siste)),
            gjor=r.s("overraskelse.finn_datoen" if antatt else "overraskelse.spor_i_tide"),
            dato=siste,
            maaned=str(siste)[:7],
            ytelse=y.id,
            regler=(regel,),
        )


def regelendringer(r: Ramme) -> Iterator[Utkast]:
    """Find the days ahead, in the span or at best-before, when rules of this answer change."""
    u, meta = r.utregning, r.beregning.resultat.meta
    brukt = {u.bok.program.regler[nr].regel.id for nr in u.kjoring.brukte_regler()}
    siste = max(meta.til, meta.gyldig_til + relativedelta(days=1))
    for endring in u.bok.endringer():
        if not meta.regnedato < endring.dag <= siste:
            continue
        regler = [i for i in (*endring.virkning, *endring.i_bruk) if i in brukt]
        titler = list(
            dict.fromkeys(
                r.s.midt_i(u.bok.ord(regel.tittel, regel.mappe))
                for regel in (u.bok.samling.regler[i] for i in regler)
                if not regel.skjult and regel.tittel
            )
        )
        if not titler:
            continue
        vist = titler[:_ENDRINGER]
        if len(titler) > _ENDRINGER:
            flere = len(titler) - _ENDRINGER
            vist.append(r.s("overraskelse.andre_regler", antall=flere))
        dag = r.s.dato(endring.dag)
        yield Utkast(
            "regelendring",
            "info",
            r.s("overraskelse.nye_regler", dag=dag, hva=r.s.liste(vist)),
            gjor=r.s("overraskelse.regn_paa_nytt", dag=dag),
            dato=endring.dag,
            maaned=str(endring.dag)[:7],
            regler=tuple(regler),
        )
