"""Read what is said to people, and tried: notes, reservations, demands and examples."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.kapittel import (
    Eksempel,
    IkkeModellert,
    Kapittel,
    Krav,
    Melding,
    Periode,
)
from ytelsesrad.regelspraak.les.hode import Kapittelhode, fullt_navn, les_kilder, les_periode
from ytelsesrad.regelspraak.les.tabell import Tabell
from ytelsesrad.regelspraak.overraskelser import SLAG

MELDINGSTYPER = (
    "plikt",
    "rettighet",
    "advarsel",
    "råd",
    "endres ikke",
    "stanser",
    "tilbake",
    "forslag",
)


def les_melding(t: Tabell, k: Kapittel, hode: Kapittelhode) -> Melding | None:
    """Read a note."""
    t.kjente(
        *"id type periode naar tekst kort frist frist_dato fra_dato hvem kanal mottaker folge "
        "hjemmel kilde for_hver rekkefolge i_stedet_for utdyper sagt_av ytelse viktig".split()
    )
    navn = t.tekst("id", pakrevd='id = "…"')
    type_ = t.tekst("type", pakrevd='type = "plikt"')
    tekst = t.tekst("tekst", pakrevd='tekst = "…"')
    if type_ is not None and type_ not in MELDINGSTYPER:
        nesten = mente_du(type_, MELDINGSTYPER)
        t.meld(
            "R04",
            f"Meldingstypen «{type_}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            f'type = "{nesten}"' if nesten else "Velg en av: " + ", ".join(MELDINGSTYPER) + ".",
            "type",
            verdi=True,
        )
    kilder = les_kilder(t, hode.kilder, pakrevd=True, hva="Meldingen")
    if navn is None or type_ is None or tekst is None:
        return None
    return Melding(
        id=navn,
        mappe=k.mappe,
        type=type_,
        periode=les_periode(t, Periode.AAR) or Periode.AAR,
        tekst=tekst,
        sted=t.nokkel(),
        naar=t.formel("naar"),
        for_hver=t.tekst("for_hver"),
        kort=t.tekst("kort"),
        frist=t.tekst("frist"),
        frist_dato=t.formel("frist_dato"),
        fra_dato=t.formel("fra_dato"),
        hvem=t.tekst("hvem"),
        kanal=t.tekst("kanal"),
        mottaker=t.tekst("mottaker"),
        folge=t.tekst("folge"),
        hjemmel=t.tekst("hjemmel") or k.hjemmel,
        kilder=kilder,
        rekkefolge=t.tall("rekkefolge") or Decimal(0),
        i_stedet_for=_slag(t, "i_stedet_for"),
        utdyper=_slag(t, "utdyper"),
        sagt_av=_slag(t, "sagt_av"),
        ytelse=t.tekst("ytelse"),
        viktig=t.ja_nei("viktig") if "viktig" in t else None,
    )


def _slag(t: Tabell, nokkel: str) -> tuple[str, ...]:
    """Read kinds of surprise, and note those that do not exist."""
    slag = t.tekster(nokkel)
    for ett in slag:
        if ett not in SLAG:
            nesten = mente_du(ett, SLAG)
            mente = f" Mente du «{nesten}»?" if nesten else ""
            hva = f"Overraskelsen «{ett}» finnes ikke.{mente}"
            rett = f'{nokkel} = ["{nesten}"]' if nesten else "Velg av: " + ", ".join(SLAG) + "."
            t.meld("R04", hva, rett, nokkel, verdi=True)
    return tuple(slag)


def les_ikke_modellert(t: Tabell, k: Kapittel) -> IkkeModellert | None:
    """Read a reservation."""
    t.kjente("id", "hva", "hvorfor", "berorer", "naar", "verdt", "spor", "periode")
    navn = t.tekst("id", pakrevd='id = "…"')
    hva = t.tekst("hva", pakrevd='hva = "…"')
    hvorfor = t.tekst("hvorfor", pakrevd='hvorfor = "…"')
    for nokkel in ("hva", "hvorfor", "verdt", "spor"):
        if "{" in (t.tekst(nokkel) or ""):
            feil = "Et forbehold er det samme for alle, så «{…}» kan ikke stå i det."
            t.meld("R04", feil, "Skriv teksten uten «{…}».", nokkel)
    if navn is None or hva is None or hvorfor is None:
        return None
    return IkkeModellert(
        navn,
        k.mappe,
        hva,
        hvorfor,
        tuple(fullt_navn(n, k.mappe) for n in t.tekster("berorer")),
        t.nokkel(),
        les_periode(t, Periode.AAR) or Periode.AAR,
        t.formel("naar"),
        t.tekst("verdt"),
        t.tekst("spor"),
    )


def les_krav(t: Tabell, k: Kapittel) -> Krav | None:
    """Read a demand on what is given."""
    t.kjente("id", "naar", "periode", "for_hver", "felt", "tekst", "rett", "alvor")
    navn = t.tekst("id", pakrevd='id = "…"')
    tekst = t.tekst("tekst", pakrevd='tekst = "…"')
    rett = t.tekst("rett", pakrevd='rett = "…"')
    t.krev("naar", 'naar = "…"')
    naar = t.formel("naar")
    alvor = t.tekst("alvor") or "feil"
    if alvor not in ("feil", "advarsel"):
        hva = "«alvor» er «feil» eller «advarsel»."
        t.meld("R04", hva, 'alvor = "feil"', "alvor", verdi=True)
    if navn is None or tekst is None or rett is None or naar is None:
        return None
    felt = tuple(fullt_navn(f, k.mappe) for f in t.tekster("felt"))
    periode = les_periode(t, Periode.KONSTANT) or Periode.KONSTANT
    return Krav(
        navn, k.mappe, naar, felt, tekst, rett, alvor, periode, t.nokkel(), t.tekst("for_hver")
    )


def les_eksempel(t: Tabell, k: Kapittel, hode: Kapittelhode) -> Eksempel | None:
    """Read an example with its answer."""
    t.kjente("tittel", "kilde", "dato", "sett_fra", "gitt", "svar", "avvik")
    t.krev("dato", "dato = 2026-12-31")
    t.krev("svar", "svar = { … = … }")
    dato = t.dato("dato")
    kilder = les_kilder(t, hode.kilder, pakrevd=True, hva="Eksemplet")
    if dato is None or not isinstance(t.data.get("svar"), dict):
        return None
    gitt = t.under("gitt").data if "gitt" in t else {}
    return Eksempel(
        t.tekst("tittel"),
        k.mappe,
        kilder,
        dato,
        t.dato("sett_fra"),
        gitt,
        dict(t.data["svar"]),
        t.tall("avvik") or Decimal(0),
        t.nokkel(),
    )
