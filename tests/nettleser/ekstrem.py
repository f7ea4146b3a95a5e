"""Et oppfunnet svar som er så langt som det kan bli: lange navn, mange linjer, mange meldinger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.resultat import (
    Aar,
    Aarslinje,
    Endring,
    Maanedslinje,
    Melding,
    Meta,
    Planresultat,
    Resultat,
)

YTELSER = [f"Oppfunnet stønad nummer {n} med langt navn" for n in range(1, 8)]
SETNING = "Dette er en lang setning som sier noe du bør vite om det som er oppfunnet her"
SKADELIG = "<script>alert(1)</script> & \"navn\" 'i' {x} </style>"


def _plan(nr: int) -> Planresultat:
    navn = "Som nå" if nr == 0 else f"{SKADELIG} {nr} {'veldig lang plan ' * 9}".strip()
    linjer = tuple(
        Aarslinje(
            ytelse=f"y{n}", navn=y, gruppe=f"g{n}", rad=y,
            utbetalt=Decimal(12_000), gjort_opp=Decimal(12_345 * (n + 1) * (nr + 1)),
        )
        for n, y in enumerate(YTELSER)
    )  # fmt: skip
    netto = sum((x.gjort_opp for x in linjer if x.gjort_opp is not None), Decimal(0))
    aar = Aar(
        aar=2026, linjer=linjer, utbetalt_netto=Decimal(84_000), gjort_opp_netto=netto,
        oppgjor=(), sikkerhet="anslag",
    )  # fmt: skip
    maaneder = tuple(
        Maanedslinje(
            maaned=f"2026-{md:02d}",
            brutto={f"y{n}": Decimal(1000 * (n + 1)) for n in range(7)},
            datoer={},
            trekk={},
            netto=Decimal(28_000 - 9_000 * (md == 2)),
            netto_av={
                f"y{n}": Decimal(1000 * (n + 1) - 9_000 * (md == 2 and n == 3)) for n in range(7)
            },
            mot_grunnlag=Decimal(0) if nr else None,
            lavest=md == 2,
        )
        for md in range(1, 13)
    )  # fmt: skip
    meldinger = tuple(
        Melding(
            id=f"m{n}", type=("rettighet", "plikt", "advarsel")[n % 3],
            tekst=f"{n}. {', '.join([SETNING] * (1 + n % 4))}", kort=SETNING if n < 3 else None,
            frist="Når det endrer seg", frist_dato=None, hvem=None, kanal="et sted på nettet",
            hjemmel=None, kilder=(), perioder=("2026",), rang=n,
        )
        for n in range(60)
    )  # fmt: skip
    return Planresultat(
        navn=navn, betalinger=(), maaneder=maaneder, aar=(aar,), dekning=(), meldinger=meldinger,
        mangler=(), forutsetninger=(), forbehold=(), advarsler=(), feil=(),
    )  # fmt: skip


def ekstrem() -> Resultat:
    """Svaret: fem planer."""
    planer = tuple(_plan(n) for n in range(5))
    forste = planer[0].aar[0].gjort_opp_netto or Decimal(0)
    endringer = []
    for p in planer[1:]:
        opp = (p.aar[0].gjort_opp_netto or Decimal(0)) - forste
        endringer.append(
            Endring(
                plan=p.navn,
                aar=2026,
                gjort_opp=opp,
                per_maaned=round(opp / 12, 2),
                utbetalt=Decimal(0),
                utelater=(),
            )
        )
    meta = Meta(
        bibliotekversjon="0", regelsett="2026-01-01", regelsett_hash="0" * 64,
        regnedato=date(2026, 2, 14), kunnskapsdato=None, fra=date(2026, 1, 1),
        til=date(2026, 12, 31), gyldig_til=date(2026, 12, 31), tittel=f"Hemmelig navn {SKADELIG}",
        konstruert=True, anledning=SKADELIG * 3, bygger_paa=None,
    )  # fmt: skip
    kilder = tuple(f"loven om noe oppfunnet § {n}" for n in range(60))
    return Resultat(meta=meta, planer=planer, endringer=tuple(endringer), kilder=kilder)
