"""What lies ahead: a benefit that ends, rules that change, and limits that are near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.lesbart import dato, kroner, liste, midt_i, omtrent_kroner
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
        navn = r.navn[y.id]
        sier = "Vi regner med at" if antatt else "Etter det som er oppgitt, varer"
        tekst = (
            f"{sier} {navn} varer til {dato(siste)}. Datoen i vedtaket gjelder."
            if antatt
            else f"{sier} {navn} til {dato(siste)}. Etter det kommer det ikke noe mer."
        )
        yield Utkast(
            "slutter",
            "stopp" if siste <= meta.til else "obs",
            tekst,
            gjor="Finn datoen i vedtaket, og spør i god tid hva som kommer etter.",
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
                midt_i(t)
                for i in regler
                if not u.bok.samling.regler[i].skjult and (t := u.bok.samling.regler[i].tittel)
            )
        )
        if not titler:
            continue
        vist = titler[:_ENDRINGER]
        if len(titler) > _ENDRINGER:
            vist.append(f"{len(titler) - _ENDRINGER} andre regler")
        yield Utkast(
            "regelendring",
            "info",
            f"Fra {dato(endring.dag)} gjelder nye regler eller satser for {liste(vist)}.",
            gjor=f"Regn på nytt når det er {dato(endring.dag)}.",
            dato=endring.dag,
            maaned=str(endring.dag)[:7],
            regler=tuple(regler),
        )


def grensene(r: Ramme, grenser: Sequence[Grenser]) -> Iterator[Utkast]:
    """Find the falls that the plan is near, or past, on a line that goes through it."""
    for g in grenser:
        for terskel in g.terskler:
            avstand = next((a for a in terskel.avstander if a.plan == r.plan.navn), None)
            if terskel.art != "fall" or avstand is None:
                continue
            naer = 0 <= avstand.avstand <= _naer(g)
            if naer or avstand.avstand < 0:
                yield _grense(g, terskel, avstand.avstand, avstand.trinn)


def _naer(g: Grenser) -> Decimal:
    """Return how near is near: a tenth of the line, but at least one step."""
    forst = g.langs[0]
    return max(g.steg, abs(Decimal(forst.til) - Decimal(forst.fra)) / 10)


def _grense(g: Grenser, terskel: Terskel, avstand: Decimal, trinn: str | None) -> Utkast:
    aarsak = terskel.aarsaker[0] if terskel.aarsaker else None
    navn = aarsak.grense or aarsak.tittel if aarsak else g.langs[0].tittel
    verdi = f" ({aarsak.grense_verdi})" if aarsak and aarsak.grense_verdi else ""
    fall = omtrent_kroner(terskel.hopp)
    hvor = trinn or kroner(abs(avstand))
    if avstand:
        sted = f"Du er {hvor} {'over' if avstand < 0 else 'under'} {midt_i(navn)}{verdi}."
    else:
        sted = f"Du har ingen margin til {midt_i(navn)}{verdi}."
    over = "Der ble" if avstand < 0 else "Går du over, blir"
    tekst = f"{sted} {over} det {fall} mindre å leve for i året."
    return Utkast(
        "over_grense" if avstand < 0 else "naer_grense",
        "stopp" if avstand <= 0 else "obs",
        tekst,
        gjor="Tell med ekstra vakter og betalt opplæring før du sier ja.",
        belop=terskel.hopp,
        regler=tuple(a.regel for a in terskel.aarsaker),
    )
