"""What is new since an earlier answer, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.lesbart import avrundet, dato, kroner, liste, midt_i, omtale
from ytelsesrad.raad.endret import Endret, EndretBelop, EndretInndata, EndretRegel
from ytelsesrad.visning.tekst.linjer import setning

_NEVNES = 6


def overskrift(e: Endret) -> str:
    """Return the heading."""
    return f"Nytt siden beregningen {dato(e.forrige.regnedato)}"


def nytt_siden(e: Endret) -> list[str]:
    """Return a sentence for each thing that is new, and then what it is worth."""
    belop = [_belop(b) for b in e.belop]
    if e.ikke_fordelt is not None:
        belop.append(ikke_fordelt(e.ikke_fordelt))
    return [*hva_er_nytt(e), *belop]


def hva_er_nytt(e: Endret) -> list[str]:
    """Return a sentence for each thing that is new, or that nothing is."""
    tekster = [*_regler(e), *_tid(e), *map(_inndata, e.inndata), *_planer(e)]
    return tekster or ["Ingenting er lagt inn på en annen måte, og reglene er de samme."]


def ikke_fordelt(hvorfor: str) -> str:
    """Return that the amounts are not split, and why."""
    return f"Vi kan ikke si hva hver endring betyr i kroner. {setning(hvorfor)}"


def _regler(e: Endret) -> Iterator[str]:
    if not e.regler_kjent:
        yield (
            f"Reglene er andre: regelsett {e.forrige.regelsett}, {e.forrige.regelsett_hash}, "
            "den gangen. Svaret sier ikke hvilke regler det brukte."
        )
    nevnt = [_regel(r) for r in e.regler[:_NEVNES]]
    if len(e.regler) > _NEVNES:
        nevnt.append(f"{len(e.regler) - _NEVNES} regler til")
    if nevnt:
        yield f"Regler: {liste(nevnt)}."


def _regel(r: EndretRegel) -> str:
    navn = midt_i(r.tittel)
    if r.hva == "borte":
        return f"{navn} er borte"
    if r.hva == "ny_versjon":
        return f"{navn} har fått nye tall" + (f" fra {dato(r.fra)}" if r.fra else "")
    return f"{navn} er rettet" + (f" fra {dato(r.fra)}" if r.fra else "")


def _tid(e: Endret) -> Iterator[str]:
    t = e.tid
    if t is None:
        return
    if t.fra[0] != t.fra[1] or t.til[0] != t.til[1]:
        yield (
            f"Tiden er en annen: {dato(t.fra[1])} til {dato(t.til[1])}, ikke "
            f"{dato(t.fra[0])} til {dato(t.til[0])}."
        )
    if t.regnedato[0] != t.regnedato[1]:
        gjelder = ""
        if t.i_kraft:
            nevnt = [*map(midt_i, t.i_kraft[:_NEVNES])]
            if len(t.i_kraft) > _NEVNES:
                nevnt.append(f"{len(t.i_kraft) - _NEVNES} til")
            gjelder = f" Siden da har dette fått nye tall: {liste(nevnt)}."
        yield f"Regnet {dato(t.regnedato[1])}.{gjelder}"


def _inndata(i: EndretInndata) -> str:
    hvor = f" Det gjelder {liste(map(omtale, i.planer))}." if i.planer else ""
    if i.foer is None:
        return f"{i.tittel}: {i.naa}. Det var ikke oppgitt før.{hvor}"
    if i.naa is None:
        return f"{i.tittel} er ikke oppgitt lenger. Før: {i.foer}.{hvor}"
    return f"{i.tittel}: {i.naa}. Før: {i.foer}.{hvor}"


def _planer(e: Endret) -> Iterator[str]:
    if e.nye_planer:
        yield f"Ny plan: {liste(map(omtale, e.nye_planer))}."
    if e.borte_planer:
        yield f"Ikke med lenger: {liste(map(omtale, e.borte_planer))}."


def _belop(b: EndretBelop) -> str:
    foran = f"{omtale(b.plan)}, {b.aar}"
    if b.foer is None or b.naa is None or b.endring is None:
        return setning(f"{foran}: det ene svaret har ikke noe beløp")
    if avrundet(b.endring) == 0:
        return setning(f"{foran}: fortsatt {kroner(b.naa)} å leve for")
    mer = "mer" if b.endring > 0 else "mindre"
    deler = [
        f"{kroner(x, fortegn=True)} av {hva}"
        for x, hva in ((b.regler, "reglene"), (b.tid, "tiden"), (b.inndata, "det som er lagt inn"))
        if x is not None and avrundet(x) != 0
    ]
    fra_til = f"fra {kroner(b.foer)} til {kroner(b.naa)}"
    svar = f"{foran}: {kroner(abs(b.endring))} {mer} å leve for i året, {fra_til}"
    if len(deler) == 1:
        hva = deler[0].partition(" av ")[2]
        return setning(f"{svar}, på grunn av {hva}")
    return setning(f"{svar}: {liste(deler)}" if deler else svar)
