"""Read what pays and what is taken: benefits, payments with their labels, and deductions."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.regelspraak.enheter import UkjentEnhet, les_enhet
from ytelsesrad.regelspraak.kapittel import (
    Betaling,
    Kapittel,
    Merke,
    Trekk,
    Ytelse,
    type_verdi,
)
from ytelsesrad.regelspraak.les.hode import fullt_navn
from ytelsesrad.regelspraak.les.tabell import Tabell


def les_ytelse(t: Tabell, navn: str, k: Kapittel) -> Ytelse | None:
    """Read a benefit, or a line that says it is not modelled."""
    t.kjente(
        *"navn gruppe fortegn aktuell_hvis rett spor status holdes_hvis varer_til rekkefolge "
        "merknad hjemmel rad kort timer forskjeller".split()
    )
    status = t.tekst("status")
    if status not in (None, "ikke_modellert", "endres_ikke"):
        t.meld(
            "R04",
            f"Statusen «{status}» finnes ikke.",
            'status = "ikke_modellert"   eller   status = "endres_ikke"   eller slett linjen',
            "status",
            verdi=True,
        )
    if status is None and "rett" not in t:
        t.meld(
            "R04",
            "Ytelsen sier ikke hvilken regel som er retten, og heller ikke at den ikke regnes på.",
            'rett = "…"   eller   status = "ikke_modellert"',
        )
    if status == "ikke_modellert" and "spor" not in t:
        t.meld("R04", "Det som ikke regnes på, må si hvem en kan spørre.", 'spor = "Nav"')
    fortegn = t.tekst("fortegn") or "+"
    if fortegn not in ("+", "-"):
        hva = "«fortegn» er + for penger til deg og - for penger fra deg."
        t.meld("R04", hva, 'fortegn = "+"   eller   fortegn = "-"', "fortegn", verdi=True)
    tittel = t.tekst("navn", pakrevd='navn = "…"')
    if tittel is None:
        return None
    rett, timer = t.tekst("rett"), t.tekst("timer")
    return Ytelse(
        id=navn,
        mappe=k.mappe,
        navn=tittel,
        gruppe=t.tekst("gruppe") or "annet",
        fortegn=-1 if fortegn == "-" else 1,
        sted=t.nokkel(),
        aktuell_hvis=t.formel("aktuell_hvis"),
        rett=fullt_navn(rett, k.mappe) if rett else None,
        spor=t.tekst("spor"),
        status=status,
        holdes_hvis=t.formel("holdes_hvis"),
        varer_til=t.formel("varer_til"),
        rekkefolge=t.tall("rekkefolge") or Decimal(0),
        merknad=t.tekst("merknad"),
        hjemmel=t.tekst("hjemmel") or k.hjemmel,
        rad=t.tekst("rad"),
        kort=t.tekst("kort"),
        timer=fullt_navn(timer, k.mappe) if timer else None,
        forskjeller=tuple(fullt_navn(regel, k.mappe) for regel in t.tekster("forskjeller")),
    )


def les_merke(t: Tabell, navn: str, k: Kapittel) -> Merke:
    """Read a label of payments."""
    t.kjente("enhet", "valg", "pakrevd", "sporsmaal", "ellers")
    valg = t.tekster("valg")
    enhet = t.tekst("enhet") or ("valg" if valg else "")
    try:
        les_enhet(enhet)
    except UkjentEnhet:
        hva = "Et merke må ha en enhet, eller en liste av valg."
        t.meld("R04", hva, 'enhet = "ja/nei"   eller   valg = ["…", "…"]')
        enhet = "tekst"
    ellers = t.verdi("ellers") if "ellers" in t else None
    if valg and ellers is not None and ellers not in valg:
        hva = f"«ellers» må være en av {', '.join(valg)}."
        t.meld("R16", hva, f'ellers = "{valg[0]}"', "ellers", verdi=True)
        ellers = None
    return Merke(
        navn,
        k.mappe,
        t.nokkel(),
        enhet,
        valg,
        t.ja_nei("pakrevd", ellers="ellers" not in t),
        t.tekst("sporsmaal", pakrevd='sporsmaal = "…?"') or "",
        ellers,
    )


def _merkeverdi(t: Tabell, nokkel: str, mappe: str) -> tuple[type_verdi | None, str | None]:
    verdi = t.data.get(nokkel)
    if isinstance(verdi, dict):
        under = t.under(nokkel)
        under.kjente("regel")
        regel = under.tekst("regel", pakrevd='{ regel = "…" }')
        return None, fullt_navn(regel, mappe) if regel else None
    return t.verdi(nokkel), None


_BETALINGSNOKLER = ("tittel betaler belop dag merker oppgjor ytelse rekkefolge kolonner").split()


def les_betaling(t: Tabell, navn: str, k: Kapittel) -> Betaling | None:
    """Read a payment."""
    t.kjente(*_BETALINGSNOKLER)
    tittel = t.tekst("tittel", pakrevd='tittel = "…"')
    belop = t.tekst("belop", pakrevd='belop = "…"')
    t.krev("dag", 'dag = "dato(år, månedsnummer, 20)"')
    t.krev("betaler", 'betaler = "…"')
    dag = t.formel("dag")
    merker: dict[str, type_verdi] = {}
    regler: dict[str, str] = {}
    if "merker" in t:
        under = t.under("merker")
        for merke in under.data:
            verdi, regel = _merkeverdi(under, merke, k.mappe)
            if regel:
                regler[merke] = regel
            elif verdi is not None:
                merker[merke] = verdi
    betaler, betaler_regel = _merkeverdi(t, "betaler", k.mappe)
    if tittel is None or belop is None or dag is None:
        return None
    return Betaling(
        id=navn,
        mappe=k.mappe,
        tittel=tittel,
        belop=fullt_navn(belop, k.mappe),
        dag=dag,
        betaler=betaler,
        betaler_regel=betaler_regel,
        merker=merker,
        merkeregler=regler,
        sted=t.nokkel(),
        oppgjor=t.ja_nei("oppgjor"),
        ytelse=t.tekst("ytelse"),
        rekkefolge=t.tall("rekkefolge") or Decimal(0),
        kolonner=tuple(fullt_navn(navn, k.mappe) for navn in t.tekster("kolonner")),
    )


def les_trekk(t: Tabell, navn: str, k: Kapittel) -> Trekk | None:
    """Read a deduction."""
    t.kjente("tittel", "belop", "etter", "ytelse", "rekkefolge")
    tittel = t.tekst("tittel", pakrevd='tittel = "…"')
    belop = t.tekst("belop", pakrevd='belop = "…"')
    if tittel is None or belop is None:
        return None
    return Trekk(
        navn,
        k.mappe,
        tittel,
        fullt_navn(belop, k.mappe),
        t.nokkel(),
        t.tekster("etter"),
        t.tekst("ytelse"),
        t.tall("rekkefolge") or Decimal(0),
    )
