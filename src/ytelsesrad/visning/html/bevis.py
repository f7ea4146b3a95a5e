"""The evidence sheet: what a quality review asks about, on one page, without the person.

Lines to fill in stand empty on paper. Nothing here says who the answer is for.
"""

from __future__ import annotations

from ytelsesrad.lesbart import dato, maaned
from ytelsesrad.raad import Raad
from ytelsesrad.raad.bevis import Bevis
from ytelsesrad.visning.html.deler.bygg import tabell
from ytelsesrad.visning.html.deler.dekning import STATUS
from ytelsesrad.visning.html.deler.meldinger import PLIKTKOLONNER, pliktrad
from ytelsesrad.visning.html.dokument import dokument
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.slutt import IKKE_VEDTAK

_LINJE = "________________________________"


def bevisark(raad: Raad) -> str:
    """Return the evidence of an answer as a page to print. Equal answers give equal pages."""
    side = el("main", el("h1", "Veiledning om økonomi: det som er gjort"), bevisdel(raad))
    return dokument("Bevis for veiledning om økonomi", side, stil="rapport")


def bevisdel(raad: Raad, *, alene: bool = True) -> list[object]:
    """Return the evidence as a part of a page; ``alene``: with what else stands in the report."""
    b = raad.bevis
    merke = el("p", "Konstruert eksempel.", klasse="note") if raad.meta.konstruert else None
    return [
        merke,
        el("p", "Arket har ingen opplysninger om hvem svaret gjelder.", klasse="note"),
        tabell("Svar på det en kvalitetsmåling spør om", ["Spørsmål", "Svar"], _svarene(b)),
        [
            _rapportering(b),
            tabell(
                "Alt som er vurdert",
                ["Hva", "Status", "Hvem kan svare"],
                [(d.navn, STATUS[d.status], d.spor or "") for d in b.dekning],
            ),
        ]
        if alene
        else None,
        el("p", IKKE_VEDTAK, klasse="ikke"),
    ]


def _svarene(b: Bevis) -> list[tuple[str, str]]:
    antall = b.bekreftet + b.opplyst + b.antatt
    kilder = (
        f"{antall} opplysninger: {b.bekreftet} fra vedtak eller lønnsslipp, {b.opplyst} opplyst, "
        f"{b.antatt} antatt. {b.planer} planer er sammenlignet."
        if b.planer > 1
        else f"{antall} opplysninger: {b.bekreftet} bekreftet, {b.opplyst} opplyst, "
        f"{b.antatt} antatt."
    )
    dekket = ", ".join(f"{n} {STATUS[s].split(',')[0]}" for s, n in b.dekning_antall.items())
    return [
        ("Er den individuell?", kilder),
        ("Er alt vurdert?", f"{len(b.dekning)} linjer: {dekket}."),
        ("Er den gitt før start, eller før en endring?", _naar(b)),
        ("Er det hjelp til å melde fra?", _meldt(b)),
        ("Hvem er kompetent?", f"Gjennomgått med: {b.gjennomgaatt_med or _LINJE}"),
        ("Er den gjentatt?", _gjentatt(b)),
        ("Har jobbsøkeren fått den?", f"Utlevert: {dato(b.utlevert) if b.utlevert else _LINJE}"),
        (
            "Hvilke regler?",
            f"Regelsett {b.regelsett}, {b.regelsett_hash}. Gjelder til {dato(b.gyldig_til)}.",
        ),
    ]


def _naar(b: Bevis) -> str:
    anledning = f"Anledning: {b.anledning}. " if b.anledning else "Anledning: ikke oppgitt. "
    regnet = f"Regnet {dato(b.dato)}."
    if b.virker_fra is None:
        return f"{anledning}{regnet}"
    naar = "før" if b.foer_endringen else "ikke før"
    ulike = f"planene blir ulike på konto, i {maaned(b.virker_fra)}"
    return f"{anledning}{regnet} Det er {naar} {ulike}."


def _meldt(b: Bevis) -> str:
    if not b.rapportering:
        return "Ingen plikter i planene."
    mottakere = ", ".join(dict.fromkeys(r.mottaker for r in b.rapportering if r.mottaker))
    til = f", til {mottakere}" if mottakere else ""
    return f"{len(b.rapportering)} ting å gjøre{til}. De står under, med sted og frist."


def _gjentatt(b: Bevis) -> str:
    if b.bygger_paa is None:
        return "Bygger ikke på en tidligere beregning."
    return f"Bygger på beregningen {dato(b.bygger_paa)}. {b.endringer} ting er nye siden da."


def _rapportering(b: Bevis) -> El | None:
    if not b.rapportering:
        return None
    rader = [
        pliktrad(
            mottaker=r.mottaker,
            hva=r.hva,
            kanal=r.kanal,
            frist=r.frist or (dato(r.frist_dato) if r.frist_dato else ""),
            folge=r.folge,
            hvem=r.hvem,
        )
        for r in b.rapportering
    ]
    return tabell("Det som må meldes og gjøres", PLIKTKOLONNER, rader, klasse="ord plikter")
