"""Mira's whole answer, and the golden files made from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from stripeland_svar import (
    aar_av,
    betalinger,
    dekket,
    etteroppgjor,
    forbeholdet,
    forutsetning,
    maanedslinjer,
    mangel,
    melding,
    plan,
    resultat,
)

from ytelsesrad.beregning.resultat import Aarsoppgjor, Avstemmingslinje, Resultat
from ytelsesrad.visning.tekst import Maaneder, svar


def steg(slag: str, tittel: str, belop: int, hjemmel: str | None = None) -> Avstemmingslinje:
    """A step from the account to what the year gives; one with a paragraph has a reason."""
    return Avstemmingslinje.model_validate(
        {
            "slag": slag,
            "tittel": tittel,
            "belop": Decimal(belop),
            "dato": None,
            "grunn": "Det er trukket for mye." if hjemmel else None,
            "hjemmel": hjemmel,
        }
    )


def mira() -> Resultat:
    """The whole answer: three plans of 2026 with everything that can be said."""
    til = date(2026, 12, 31)
    naa = betalinger(0, 24080, 3362)
    ti = (*betalinger(10250, 21584, 6135), etteroppgjor(29944, date(2027, 11, 2), 10181))
    tjue = (*betalinger(20500, 17119, 7360), etteroppgjor(-1200, date(2027, 11, 2)))
    naa_md = maanedslinjer(naa, None, til)
    felles = (
        dekket("lonn", "beregnet"),
        dekket("stripe", "beregnet"),
        dekket("rute", "beregnet"),
        dekket("PB", "ikke_aktuelt", navn="PB"),
        dekket("prikk", "ikke_aktuelt", navn="Prikketillegg", merknad="ingen barn"),
        dekket("kort", "endres_ikke", navn="Frikort"),
        dekket("pensjon", "ikke_modellert", navn="Stripepensjon", spor="pensjonskassen"),
        dekket("gjeld", "ikke_modellert", navn="Gjeld", spor="rådgiver, 55 55 33 33"),
        dekket("utlegg", "ikke_modellert", navn="Utleggstrekk", spor="rådgiver, 55 55 33 33"),
    )
    grad = melding("grad", "rettighet", "Stripegraden på 100 prosent. Den endres ikke av jobben.")
    frikort = melding("frikort", "endres ikke", "Frikortet følger av alder, ikke av lønn")
    husleie = forutsetning("Husleie", "11\u00a0500 kroner", "opplyst")
    ifu = forutsetning(
        "Tidligere inntekt",
        "490\u00a0000 kroner",
        "antatt",
        staar_i="vedtaket, «Opplysninger vi har brukt»",
    )
    return resultat(
        plan(
            "Som nå",
            betalinger=naa,
            maaneder=naa_md,
            aar=(aar_av({"stripe": "288956", "rute": "-40344"}, utbetalt_netto=Decimal(248616)),),
            dekning=felles,
            meldinger=(grad, frikort),
            forutsetninger=(husleie, ifu),
            forbehold=(forbeholdet(),),
        ),
        plan(
            "10 timer i uka",
            betalinger=ti,
            maaneder=maanedslinjer(ti, naa_md, til),
            aar=(
                aar_av(
                    {"lonn": "123000", "stripe": "288956", "rute": "-80996"},
                    utbetalt_netto=Decimal(308388),
                    oppgjor=(
                        Aarsoppgjor(
                            betaling="rute.oppgjor",
                            tittel="Rutetaksten gjort opp",
                            dato=date(2027, 8, 10),
                            belop=Decimal(-2700),
                            netto=Decimal(-2700),
                            betaler="Stripekontoret",
                        ),
                        Aarsoppgjor(
                            betaling="stripe.etteroppgjor",
                            tittel="Etteroppgjør av stripestønad",
                            dato=date(2027, 11, 2),
                            belop=Decimal(29944),
                            netto=Decimal(19763),
                            betaler="Stripekontoret",
                        ),
                    ),
                    avstemming=(
                        steg("oppgjor_senere", "Rutetaksten gjort opp for 2026, i august", -2700),
                        steg("oppgjor_senere", "Etteroppgjør for 2026, i november", 19763),
                        steg(
                            "forskjell",
                            "Rutetakst det er trukket for mye av",
                            5509,
                            "Ruteloven § 2",
                        ),
                    ),
                ),
            ),
            dekning=felles,
            meldinger=(
                grad,
                frikort,
                melding(
                    "hel",
                    "rettighet",
                    "Hele stripestønaden, så lenge lønnen er høyst 136\u00a0549 kroner i året.",
                    kort="Du beholder hele stripestønaden",
                ),
                melding("tilbake", "tilbake", "Veien tilbake: Slutter du, meld fra samme måned."),
                melding(
                    "meld",
                    "plikt",
                    "Meld 123\u00a0000 kroner til Stripekontoret.",
                    frist="Før du begynner",
                    frist_dato=date(2026, 1, 5),
                    hvem="deg",
                    kanal="stripe.example",
                ),
                melding("kort", "plikt", "Be om nytt rutekort.", hvem="Arbeidsgiver"),
                melding("etter", "advarsel", "Etteroppgjøret kommer høsten 2027."),
                melding("ny", "forslag", "Fra 2027 kan stripestønaden bli hevet."),
            ),
            forutsetninger=(
                husleie,
                ifu,
                forutsetning(
                    "Timer",
                    "10 timer",
                    "antatt",
                    fordi="ikke avtalt ennå",
                    virkning=(Decimal("-16332"), Decimal("11940")),
                ),
            ),
            forbehold=(forbeholdet(),),
        ),
        plan(
            "20 timer i uka",
            betalinger=tjue,
            maaneder=maanedslinjer(tjue, naa_md, til),
            aar=(aar_av({"lonn": "246000", "stripe": "223395", "rute": "-100296"}),),
            dekning=felles,
            meldinger=(
                grad,
                frikort,
                melding(
                    "meld",
                    "plikt",
                    "Meld 246\u00a0000 kroner til Stripekontoret.",
                    frist="Før du begynner",
                    frist_dato=date(2026, 1, 5),
                    hvem="deg",
                    kanal="stripe.example",
                ),
                melding("ned", "advarsel", "Stripestønaden går ned med 5\u00a0464 kroner."),
            ),
            forutsetninger=(husleie, ifu, forutsetning("Timer", "20 timer", "antatt")),
            forbehold=(forbeholdet(),),
            mangler=(
                mangel(
                    "Sluttdato",
                    "Når slutter perioden?",
                    staar_i="vedtaket",
                    skriv="[stripe]\nsluttdato = ÅÅÅÅ-MM-DD",
                    berorer=("stripe",),
                ),
            ),
        ),
    )


def skriv_fasit() -> None:
    """Write the golden files anew: run this file, then read the difference before keeping it."""
    mappe = Path(__file__).parent / "fasit"
    mappe.mkdir(exist_ok=True)
    vist: tuple[tuple[str, int, Maaneder], ...] = (
        ("mira-100.txt", 100, "forste"),
        ("mira-80.txt", 80, "alle"),
        ("mira-60.txt", 40, "ingen"),
    )
    for fil, bredde, maaneder in vist:
        tekst = svar(mira(), bredde, maaneder=maaneder, dybde="alt")
        (mappe / fil).write_text(tekst + "\n", "utf-8")


if __name__ == "__main__":
    skriv_fasit()
