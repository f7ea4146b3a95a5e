"""Fasit for de tolv personene: tallene og ordene, som tekst der en endring er lett å lese.

Skriv filene på nytt med ``make oppdater`` eller ``python -m tests.eksempler.fasit``, og les dem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from tests.eksempler.personer import NAVN, svaret
from ytelsesrad.beregning import Resultat
from ytelsesrad.beregning.resultat import Aar, Planresultat
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.bokser import (
    BEHOLDER,
    FORSLAG,
    PLIKT,
    RAAD,
    er_advarsel,
    frist_av,
    meldinger_av,
    plikt_av,
    tekst_av,
)

MAPPE = Path(__file__).parent / "fasit"
UKJENT = "ukjent"


def kroner(belop: Decimal | None) -> str:
    """Et beløp med øre bare når det er noen."""
    if belop is None:
        return UKJENT
    return f"{belop:.0f}" if belop == belop.to_integral_value() else f"{belop:.2f}"


def _aaret(resultat: Resultat, plan: Planresultat, aar: Aar) -> Iterator[str]:
    netto = aar.gjort_opp_netto
    per_maaned = kroner(None if netto is None else netto / 12)
    yield f"  {aar.aar}: å leve for {kroner(netto)}, i måneden {per_maaned} ({aar.sikkerhet})"
    for e in resultat.endringer:
        if (e.plan, e.aar) == (plan.navn, aar.aar):
            yield f"    mot første plan: {kroner(e.gjort_opp)}, i måneden {kroner(e.per_maaned)}"
    yield f"    inn på konto i året: {kroner(aar.utbetalt_netto)}"
    for linje in aar.linjer:
        if linje.gjort_opp or linje.utbetalt:
            gjort_opp, utbetalt = kroner(linje.gjort_opp), kroner(linje.utbetalt)
            yield f"    {linje.ytelse}: gjort opp {gjort_opp}, utbetalt {utbetalt}"
    for o in aar.oppgjor:
        etter = "" if o.netto == o.belop else f", {kroner(o.netto)} etter trekk"
        yield f"    senere {o.dato}: {o.betaling} {kroner(o.belop)}{etter}"
    for steg in aar.avstemming:
        yield f"    fra konto til gjort opp: {kroner(steg.belop)} ({steg.tittel})"


def _planen(resultat: Resultat, plan: Planresultat) -> Iterator[str]:
    yield f"Plan «{plan.navn}»"
    for aar in plan.aar:
        yield from _aaret(resultat, plan, aar)
    for m in plan.maaneder:
        trekk = sum(m.trekk.values(), Decimal(0))
        lavest = ", lavest" if m.lavest else ""
        yield (
            f"  {m.maaned}: inn på konto {kroner(m.netto)}, trukket {kroner(trekk)}, "
            f"mot første plan {kroner(m.mot_grunnlag)}{lavest}"
        )
    for x in plan.mangler:
        yield f"  mangler {x.inndata}: {x.sporsmaal}"
    for f in plan.feil:
        yield f"  feil i {f.regel}: {f.tekst}"
    yield ""


def _ordene(resultat: Resultat) -> Iterator[str]:
    yield "Først"
    yield f"  {forste_setning(resultat)}"
    yield from (f"  {setning}" for setning in videre(resultat))
    yield ""
    grupper: list[tuple[str, Callable[[str], bool]]] = [
        ("Dette beholder du", lambda type_: type_ in BEHOLDER),
        ("Dette må du gjøre", lambda type_: type_ in PLIKT),
        ("Dette kan overraske", er_advarsel),
        ("Foreslått", lambda type_: type_ in FORSLAG),
        ("Råd", lambda type_: type_ in RAAD),
    ]
    for tittel, er_med in grupper:
        yield tittel
        for m in meldinger_av(resultat, er_med):
            tekst = plikt_av(resultat, m) if m.forste.type in PLIKT else tekst_av(resultat, m)
            frist = frist_av(resultat, m) if m.forste.type in PLIKT else ""
            yield f"  [{m.forste.id}] {f'{frist}: ' if frist else ''}{tekst}"
        yield ""


def fasiten(navn: str) -> str:
    """Alt som skal stå i filen for en person."""
    resultat = svaret(navn)
    linjer = [f"{navn}.toml · {resultat.meta.tittel} · konstruert eksempel", ""]
    linjer += _ordene(resultat)
    for plan in resultat.planer:
        linjer += _planen(resultat, plan)
    linjer.append("Forbehold")
    linjer += [f"  [{f.id}] {f.hva}" for f in resultat.planer[-1].forbehold]
    return "\n".join(linjer).replace("\u00a0", " ") + "\n"


def skriv() -> None:
    """Skriv fasiten for alle."""
    MAPPE.mkdir(exist_ok=True)
    for navn in NAVN:
        (MAPPE / f"{navn}.txt").write_text(fasiten(navn), encoding="utf-8")


if __name__ == "__main__":
    skriv()
