"""Answers from Stripeland, an invented country, made by hand for the tests of the views."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.beregning.resultat import (
    Aar,
    Aarslinje,
    Dekningslinje,
    Endring,
    Forbehold,
    Forutsetning,
    Maanedslinje,
    Mangel,
    Melding,
    Meta,
    Planresultat,
    Resultat,
    Utbetaling,
    Uttrekk,
)

NAVN = {"lonn": "Lønn", "stripe": "Stripestønad", "rute": "Ruteskatt"}
DAG = {"lonn": 15, "stripe": 20}


def meta(**endret: Any) -> Meta:
    """A header, with some of it changed."""
    felt: dict[str, Any] = {
        "bibliotekversjon": "0.1.0",
        "regelsett": "2026-11-21",
        "regelsett_hash": "a41f9c2e77aa",
        "regnedato": date(2026, 11, 21),
        "kunnskapsdato": None,
        "fra": date(2026, 1, 1),
        "til": date(2026, 12, 31),
        "gyldig_til": date(2026, 12, 31),
        "tittel": "Mira, 45 år",
        "konstruert": True,
        "anledning": "tilbud om jobb",
        "bygger_paa": None,
    }
    return Meta(**(felt | endret))


def melding(id_: str, type_: str, tekst: str, **endret: Any) -> Melding:
    """A note, with only what is given."""
    felt: dict[str, Any] = dict.fromkeys(
        ("kort", "frist", "frist_dato", "hvem", "kanal", "hjemmel")
    ) | {"kilder": (), "perioder": ("2026",)}
    return Melding(id=id_, type=type_, tekst=tekst, **(felt | endret))


def dekket(ytelse: str, status: str, **endret: Any) -> Dekningslinje:
    """A line of the coverage matrix."""
    felt: dict[str, Any] = {"navn": NAVN.get(ytelse, ytelse), "holdes": False, "spor": None}
    felt |= {"merknad": None, **endret}
    return Dekningslinje.model_validate({"ytelse": ytelse, "status": status, **felt})


def forutsetning(tittel: str, verdi: str, kilde: str, **endret: Any) -> Forutsetning:
    """An assumption."""
    felt: dict[str, Any] = {"fordi": None, "staar_i": None, "plan": None, "virkning": None}
    return Forutsetning(
        inndata=f"stripe.{tittel.lower()}", tittel=tittel, verdi=verdi, kilde=kilde, **felt | endret
    )


def mangel(tittel: str, sporsmaal: str, **endret: Any) -> Mangel:
    """Something unknown."""
    felt: dict[str, Any] = {"staar_i": None, "alternativ": None, "berorer": ()}
    return Mangel(
        inndata=f"stripe.{tittel.lower()}", tittel=tittel, sporsmaal=sporsmaal, **felt | endret
    )


def forbeholdet() -> Forbehold:
    """A gap in the rules."""
    return Forbehold(
        id="tak",
        hva="Stripekontorets øvre tak er ikke offentlig.",
        hvorfor="definisjonen er ikke funnet",
        verdt="inntil 2 kroner",
        spor="Stripekontoret",
    )


def betalinger(
    lonn: int, stripe: int, trekk: int, aar: int = 2026, antall: int = 12
) -> tuple[Utbetaling, ...]:
    """Pay on the 15th without deductions and stripestønad on the 20th with them, each month."""
    ut = []
    for maaned in range(1, antall + 1):
        for ytelse, belop, uttrekk in (("lonn", lonn, 0), ("stripe", stripe, trekk)):
            if belop:
                ut.append(_betaling(ytelse, date(aar, maaned, DAG[ytelse]), belop, uttrekk))
    return tuple(ut)


def _betaling(ytelse: str, dag: date, belop: int, uttrekk: int, **endret: Any) -> Utbetaling:
    trukket = (Uttrekk(trekk="rutetrekk", tittel="Rutetrekk", belop=Decimal(uttrekk)),)
    felt: dict[str, Any] = {
        "betaling": f"{ytelse}.{ytelse}",
        "ytelse": ytelse,
        "tittel": NAVN[ytelse],
        "betaler": "Stripekontoret",
        "dato": dag,
        "fra_dag": dag.replace(day=1),
        "til_dag": dag.replace(day=monthrange(dag.year, dag.month)[1]),
        "brutto": Decimal(belop),
        "trekk": trukket if uttrekk else (),
        "netto": Decimal(belop - uttrekk),
        "oppgjor": False,
        "sikkerhet": "beregnet",
        "medlem": None,
        "regel": f"{ytelse}.utbetalt",
        "periode": f"{dag:%Y-%m}",
    }
    return Utbetaling(**(felt | endret))


def etteroppgjor(belop: int, dag: date, uttrekk: int = 0) -> Utbetaling:
    """A settlement of stripestønad paid (or claimed) on a day."""
    return _betaling(
        "stripe",
        dag,
        belop,
        uttrekk,
        betaling="stripe.etteroppgjor",
        tittel="Etteroppgjør av stripestønad",
        oppgjor=True,
    )


def maanedslinjer(
    ut: Sequence[Utbetaling], mot: Sequence[Maanedslinje] | None, til: date
) -> tuple[Maanedslinje, ...]:
    """The payments up to a day, gathered by month; ``mot`` are the first plan's months."""
    linjer = []
    alle = sorted({f"{b.dato:%Y-%m}" for b in ut if b.dato <= til})
    netto = {m: sum((b.netto for b in ut if f"{b.dato:%Y-%m}" == m), Decimal(0)) for m in alle}
    for nr, maaned in enumerate(alle):
        brutto: dict[str, Decimal] = {}
        trekk: dict[str, Decimal] = {}
        datoer: dict[str, tuple[date, ...]] = {}
        for b in (b for b in ut if f"{b.dato:%Y-%m}" == maaned):
            brutto[b.ytelse] = brutto.get(b.ytelse, Decimal(0)) + b.brutto
            datoer[b.ytelse] = (*datoer.get(b.ytelse, ()), b.dato)
            for u in b.trekk:
                trekk[u.trekk] = trekk.get(u.trekk, Decimal(0)) + u.belop
        linjer.append(
            Maanedslinje(
                maaned=maaned,
                brutto=brutto,
                datoer=datoer,
                trekk=trekk,
                netto=netto[maaned],
                mot_grunnlag=None if mot is None else netto[maaned] - mot[nr].netto,
                lavest=netto[maaned] == min(netto.values()) and maaned == min(alle, key=netto.get),  # type: ignore[arg-type]
            )
        )
    return tuple(linjer)


def aar_av(
    linjer: dict[str, str | None], aar: int = 2026, netto: str | None = None, **endret: Any
) -> Aar:
    """A year from what each coverage line is when settled (text, or None for unknown)."""
    kjent = None not in linjer.values()
    summen = sum((Decimal(b) for b in linjer.values() if b is not None), Decimal(0))
    felt: dict[str, Any] = {"utbetalt_netto": None, "oppgjor": (), "sikkerhet": "beregnet"}
    return Aar(
        aar=aar,
        linjer=tuple(
            Aarslinje(
                ytelse=y,
                navn=NAVN.get(y, y),
                gruppe="ytelse",
                rad=NAVN.get(y, y),
                utbetalt=None,
                gjort_opp=None if b is None else Decimal(b),
            )
            for y, b in linjer.items()
        ),
        gjort_opp_netto=Decimal(netto) if netto else summen if kjent else None,
        **(felt | endret),
    )


def plan(navn: str, **endret: Any) -> Planresultat:
    """A plan with only what is given."""
    tomt: dict[str, Any] = dict.fromkeys(
        (
            "betalinger",
            "maaneder",
            "aar",
            "dekning",
            "meldinger",
            "mangler",
            "forutsetninger",
            "forbehold",
            "advarsler",
            "feil",
        ),
        (),
    )
    return Planresultat(navn=navn, **(tomt | endret))


def resultat(*planer: Planresultat, utelater: Sequence[str] = (), **endret: Any) -> Resultat:
    """An answer of the plans, with the changes worked out from their years."""
    endringer = []
    for p in planer[1:]:
        for a in p.aar:
            grunnlag = next((g for g in planer[0].aar if g.aar == a.aar), None)
            kjent = grunnlag and a.gjort_opp_netto is not None
            forskjell = None
            if kjent and grunnlag is not None and grunnlag.gjort_opp_netto is not None:
                forskjell = (a.gjort_opp_netto or Decimal(0)) - grunnlag.gjort_opp_netto
            endringer.append(
                Endring(
                    plan=p.navn,
                    aar=a.aar,
                    gjort_opp=forskjell,
                    per_maaned=None if forskjell is None else forskjell / 12,
                    utbetalt=None,
                    utelater=tuple(utelater),
                )
            )
    return Resultat(
        meta=meta(**endret),
        planer=planer,
        endringer=tuple(endringer),
        kilder=("stripeloven § 12-14", "Stripekontoret: satser fra 1. mai 2026"),
    )


def enkelt(belop: Sequence[str | None], navn: Sequence[str] = (), **endret: Any) -> Resultat:
    """An answer where each plan is only a settled year of so many kroner (None: unknown)."""
    navnene = navn or ("Som nå", "10 timer i uka", "20 timer i uka", "30 timer i uka")
    return resultat(
        *(plan(navn, aar=(aar_av({"lonn": b}),)) for navn, b in zip(navnene, belop, strict=False)),
        **endret,
    )
