"""Read the versions of a rule: plain values, formulas, tables and brackets."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.enheter import Art
from ytelsesrad.regelspraak.kapittel import Formel, Versjon, type_verdi
from ytelsesrad.regelspraak.les.hode import (
    ALLE_TALL,
    NY_KILDE,
    Kapittelhode,
    Maal,
    les_kilder,
    les_tekster,
)
from ytelsesrad.regelspraak.les.tabell import Tabell, som_verdi

STATUSER = ("vedtatt", "foreslått", "anslag")
VERSJONSNOKLER = (
    "verdi formel tabell trinn i_bruk vedtatt status kilde forklaring hjemmel merknad"
).split()


def les_versjoner(t: Tabell, nokkel: str, hode: Kapittelhode, type_: Maal | None) -> list[Versjon]:
    """Return the versions that hold from the date of a key: one, or those of a list."""
    try:
        virkning = date.fromisoformat(nokkel)
    except ValueError:
        t.meld("R14", f"Datoen {nokkel} finnes ikke.", f"{nokkel[:7]}-01 = …", nokkel)
        return []
    hvor = f"[{t.sti[-1]}], versjon {nokkel}"
    verdi = t.data[nokkel]
    if isinstance(verdi, list):
        tabeller = [
            Tabell(t.fil, (*t.sti, nokkel, i), v, hvor, t.feil) for i, v in enumerate(verdi)
        ]
    else:
        if not isinstance(verdi, dict):
            t.meld(
                "R04",
                f"Versjonen har ingen kilde. {ALLE_TALL}",
                f"{nokkel} = {{ verdi = {t.kildetekst(nokkel)}, kilde = "
                f'"{next(iter(hode.kilder), "loven")}" }}' + ("" if hode.kilder else NY_KILDE),
                nokkel,
                verdi=True,
            )
            return []
        tabeller = [t.under(nokkel, hvor)]
    return [v for under in tabeller if (v := _versjon(under, virkning, hode, type_)) is not None]


def _versjon(t: Tabell, virkning: date, hode: Kapittelhode, type_: Maal | None) -> Versjon | None:
    t.kjente(*VERSJONSNOKLER)
    former = [n for n in ("verdi", "formel", "tabell", "trinn") if n in t]
    if len(former) != 1:
        hva = "ingen verdi" if not former else "både " + " og ".join(former)
        t.meld(
            "R04",
            f"Versjonen har {hva}. Den skal ha nøyaktig én av verdi, formel, tabell og trinn.",
            f"Slett {' eller '.join(former)}." if former else t.med_nokkel("verdi = …", forst=True),
        )
        return None
    status = t.tekst("status") or "vedtatt"
    if status not in STATUSER:
        nesten = mente_du(status, STATUSER)
        t.meld(
            "R04",
            f"Statusen «{status}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            f'status = "{nesten or "foreslått"}"   (eller "vedtatt" eller "anslag")',
            "status",
            verdi=True,
        )
    i_bruk = t.dato("i_bruk") or virkning
    if i_bruk < virkning:
        t.meld(
            "R14",
            f"«i_bruk» ({i_bruk}) er før virkningen ({virkning}).",
            f"Slett i_bruk: da er den {virkning}.",
            "i_bruk",
            verdi=True,
        )
    vedtatt = t.dato("vedtatt")
    return Versjon(
        virkning=virkning,
        i_bruk=i_bruk,
        vedtatt=vedtatt,
        status=status,
        kilder=les_kilder(t, hode.kilder, pakrevd=True),
        sted=t.nokkel(),
        verdi=grunnverdi(t, "verdi", type_) if "verdi" in t else None,
        formel=t.formel("formel"),
        tabell=_tabell(t, type_) if "tabell" in t else None,
        trinn=_trinn(t) if "trinn" in t else None,
        hjemmel=t.tekst("hjemmel"),
        merknad=t.tekst("merknad"),
        forklaring=les_tekster(t, "forklaring"),
    )


def _som_tall(verdi: object) -> str | None:
    """Return the number that a text seems to hold, as it is written in the file."""
    rent = re.sub(r"[\s\u00a0_]|kr|prosent|%", "", verdi) if isinstance(verdi, str) else ""
    rent = rent.replace(",", ".")
    return rent if re.fullmatch(r"-?[1-9]\d*(\.\d+)?", rent) else None


def grunnverdi(t: Tabell, nokkel: str, type_: Maal | None, *sti: str | int) -> type_verdi | None:
    """Read a value in the unit of the rule and return it in base form (70 prosent: 0.70)."""
    verdi = t.verdi(nokkel, *sti)
    if type_ is None:
        return verdi
    art, faktor = type_[0].art, type_[1]
    if art is Art.TALL and isinstance(verdi, Decimal):
        return verdi * faktor
    riktig = {
        Art.TALL: False,
        Art.JA_NEI: isinstance(verdi, bool),
        Art.DATO: isinstance(verdi, date),
        Art.TEKST: isinstance(verdi, str),
    }.get(art, True)
    if verdi is None and t.er_tall(nokkel, *sti):
        return None  # noted: too large
    if verdi is None or not riktig:
        eks = {Art.TALL: _som_tall(verdi) or "100", Art.JA_NEI: "true", Art.DATO: "2026-01-31"}.get(
            art, '"…"'
        )
        hva = {
            Art.TALL: "et tall",
            Art.JA_NEI: "true eller false",
            Art.DATO: "en dato",
        }.get(art, "en tekst")
        t.meld("R11", f"Verdien skal være {hva}.", f"{nokkel} = {eks}", nokkel, *sti, verdi=True)
        return None
    return verdi


def _tabell(t: Tabell, type_: Maal | None) -> tuple[tuple[str, type_verdi | Formel], ...] | None:
    under = t.under("tabell")
    svar: list[tuple[str, type_verdi | Formel]] = []
    for nokkel, celle in under.data.items():
        if isinstance(celle, str) and (type_ is None or type_[0].art is not Art.TEKST):
            svar.append((nokkel, Formel(celle, under.nokkel(nokkel))))
        elif (verdi := grunnverdi(under, nokkel, type_)) is not None:
            svar.append((nokkel, verdi))
    return tuple(svar)


def _trinn(t: Tabell) -> tuple[tuple[Decimal, Decimal], ...]:
    verdi = t.data["trinn"]
    svar: list[tuple[Decimal, Decimal]] = []
    feil_foer = len(t.feil)
    if isinstance(verdi, list):
        for i, par in enumerate(verdi):
            if not isinstance(par, list) or any(
                t.for_stort(x, "trinn", i, j) for j, x in enumerate(par)
            ):
                continue
            tall = [som_verdi(x) for x in par]
            if len(tall) == 2 and isinstance(tall[0], Decimal) and isinstance(tall[1], Decimal):
                svar.append((tall[0], tall[1] / 100))
    grenser = [g for g, _ in svar]
    noe_er_for_stort = len(t.feil) > feil_foer
    riktig = isinstance(verdi, list) and len(svar) == len(verdi) and grenser == sorted(set(grenser))
    if not riktig and not noe_er_for_stort:
        t.meld(
            "R04",
            "«trinn» skal være en liste av [grense, prosent] med stigende grenser.",
            "trinn = [[grense, prosent], [høyere grense, prosent]]",
            "trinn",
            verdi=True,
        )
    return tuple(svar)
