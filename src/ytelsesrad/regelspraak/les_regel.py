"""Read a rule and its versions from a table of a chapter."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import fill

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.enheter import Art, Type, UkjentEnhet, kjente_enheter, les_enhet
from ytelsesrad.regelspraak.kapittel import (
    Antatt,
    Formel,
    Inndata,
    Kilde,
    Periode,
    Regel,
    Tekstvalg,
    TidligereNavn,
    Versjon,
    type_verdi,
)
from ytelsesrad.regelspraak.tabell import Tabell, som_verdi

_DATO = re.compile(r"\d{4}-\d{2}-\d{2}")
NAVN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
STATUSER = ("vedtatt", "foreslått", "anslag")
_REGEL = (
    "tittel enhet valg periode for_hver forklaring het_for formel tabell_etter trinn_av inndata "
    "ved_start settes skjult hjemmel merknad utvider erstatter"
).split()
_VERSJON = (
    "verdi formel tabell trinn i_bruk vedtatt status kilde forklaring hjemmel merknad"
).split()
_INNDATA = ("sporsmaal staar_i minst hoyst steg antatt meldes sted krever spor_om eksempel").split()


Maal = tuple[Type, Decimal]
"""The type of a unit, and what one of it is in base form."""


@dataclass(slots=True)
class Kapittelhode:
    """What the top of a file says to its rules."""

    mappe: str
    tema: str
    hjemmel: str | None
    periode: Periode | None
    kilder: dict[str, Kilde]


def les_periode(t: Tabell, ellers: Periode | None) -> Periode | None:
    """Read the key ``periode``."""
    tekst = t.tekst("periode")
    if tekst is None:
        return ellers
    try:
        return Periode(tekst)
    except ValueError:
        nesten = mente_du(tekst, [p.value for p in Periode])
        t.meld(
            "R04",
            f"Perioden «{tekst}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            "periode = "
            + (
                f'"{nesten}"' if nesten else '"dag", "meldeperiode", "måned", "år" eller "konstant"'
            ),
            "periode",
            verdi=True,
        )
        return ellers


_ALLE_TALL = "Alle tall må ha en kilde med dato."
_NY_KILDE = '\nog under [kilder]:  loven = { navn = "…", url = "…", lest = 2026-11-21 }'


def les_kilder(
    t: Tabell, kilder: dict[str, Kilde], *, pakrevd: bool, hva: str = "Versjonen"
) -> tuple[Kilde, ...]:
    """Read the key ``kilde``: names from the table [kilder] of the file."""
    navn = t.tekster("kilde")
    if not navn and pakrevd and "kilde" not in t and "kilde" not in t.ment:
        eks = next(iter(kilder), "loven")
        t.meld(
            "R04",
            f"{hva} har ingen kilde. {_ALLE_TALL}",
            t.med_nokkel(f'kilde = "{eks}"') + ("" if kilder else _NY_KILDE),
        )
    svar = []
    for ett in navn:
        if ett in kilder:
            svar.append(kilder[ett])
            continue
        nesten = mente_du(ett, kilder)
        t.meld(
            "R04",
            f"Kilden «{ett}» står ikke under [kilder]."
            + (f" Mente du «{nesten}»?" if nesten else ""),
            f'kilde = "{nesten}"'
            if nesten
            else f'Under [kilder]:  {ett} = {{ navn = "…", url = "…", lest = 2026-11-21 }}',
            "kilde",
            verdi=True,
        )
    return tuple(svar)


def les_tekster(t: Tabell, nokkel: str) -> tuple[Tekstvalg, ...]:
    """Read a sentence, or a list of sentences with conditions."""
    verdi = t.data.get(nokkel)
    if verdi is None:
        return ()
    if isinstance(verdi, str):
        return (Tekstvalg(verdi, None, t.nokkel(nokkel)),)
    if isinstance(verdi, list):
        svar = []
        for i in range(len(verdi)):
            under = Tabell(t.fil, (*t.sti, nokkel, i), verdi[i], t.hvor, t.feil)
            under.kjente("naar", "tekst")
            tekst = under.tekst("tekst", pakrevd='{ naar = "…", tekst = "…" }')
            if tekst is not None:
                svar.append(Tekstvalg(tekst, under.formel("naar"), under.nokkel("tekst")))
        return tuple(svar)
    t.meld(
        "R04",
        f"«{nokkel}» skal være en tekst, eller en liste av {{ naar, tekst }}.",
        f'{nokkel} = "…"',
        nokkel,
        verdi=True,
    )
    return ()


def les_regel(t: Tabell, navn: str, hode: Kapittelhode) -> Regel | None:
    """Read one rule. Faults are noted in the table; None when too little is left to use."""
    datoer = [n for n in t.data if _DATO.fullmatch(n)]
    t.kjente(*_REGEL, dynamisk=datoer)
    if not NAVN.fullmatch(navn):
        t.meld(
            "R04",
            f"«{navn}» kan ikke være navn på en regel: bare a–z, tall og understrek kan brukes.",
            _ascii(navn),
        )
        return None
    enhet = t.tekst("enhet", pakrevd='enhet = "kr/år"   eller prosent, dato, ja/nei, dager …')
    type_ = _enhet(t, enhet) if enhet else None
    periode = les_periode(t, hode.periode)
    if periode is None:
        if "periode" not in t.ment and "periode" not in t:
            t.meld("R04", "Regelen mangler periode.", 'periode = "år"   (her eller øverst i filen)')
        periode = Periode.KONSTANT
    versjoner = tuple(v for d in datoer for v in _versjoner(t, d, hode, type_))
    inndata = _inndata(t, type_) if "inndata" in t else None
    formel = t.formel("formel")
    if not versjoner and not datoer and inndata is None and formel is None:
        t.meld(
            "R04",
            "Regelen har verken formel, versjoner eller inndata.",
            'formel = "…"   eller   2026-01-01 = { verdi = …, kilde = "…" }',
        )
    if formel is not None and datoer:
        t.meld(
            "R04",
            "Regelen har både «formel» og daterte versjoner. Da vet vi ikke hva som gjelder.",
            "Flytt formelen inn i en versjon, eller slett den.",
            "formel",
        )
    if (
        hode.hjemmel is None
        and "hjemmel" not in t
        and versjoner
        and any(v.hjemmel is None for v in versjoner)
    ):
        t.meld("R04", "Regelen har ingen hjemmel.", 'hjemmel = "loven § …"')
    if enhet is None or type_ is None:
        return None
    settes = t.tekst("settes")
    if settes is not None and settes != "hvert år":
        hva = "«settes» kan bare være «hvert år»."
        t.meld("R04", hva, 'settes = "hvert år"', "settes", verdi=True)
    valg = t.tekster("valg")
    if enhet == "valg" and not valg and "valg" not in t:
        t.meld("R04", "En regel med enhet «valg» må si hva en kan velge.", 'valg = ["…", "…"]')
    return Regel(
        id=f"{hode.mappe}.{navn}",
        mappe=hode.mappe,
        navn=navn,
        enhet=enhet,
        periode=periode,
        sted=t.nokkel(),
        tittel=t.tekst("tittel"),
        valg=valg,
        for_hver=t.tekst("for_hver"),
        forklaring=les_tekster(t, "forklaring"),
        het_for=_het_for(t),
        hjemmel=t.tekst("hjemmel") or hode.hjemmel,
        merknad=t.tekst("merknad"),
        formel=formel,
        versjoner=tuple(sorted(versjoner, key=lambda v: (v.virkning, v.i_bruk))),
        tabell_etter=t.formel("tabell_etter"),
        trinn_av=t.formel("trinn_av"),
        inndata=inndata,
        ved_start=t.formel("ved_start"),
        settes=settes,
        skjult=t.ja_nei("skjult"),
        kapittel=hode.tema,
    )


def _enhet(t: Tabell, enhet: str) -> Maal | None:
    try:
        return les_enhet(enhet)
    except UkjentEnhet as e:
        nesten = mente_du(str(e), kjente_enheter())
        enhet = enhet if len(enhet) < 70 else f"{enhet[:60]}…"
        t.meld(
            "R04",
            f"Enheten «{enhet}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            f"En enhet er satt sammen av disse:\n{fill(', '.join(kjente_enheter()), 85)}"
            if not nesten
            else f'enhet = "{enhet.replace(str(e), nesten)}"',
            "enhet",
            verdi=True,
        )
        return None


def _ascii(navn: str) -> str:
    """Return a heading with a name that can be used."""
    kjent = navn.replace("ø", "o").replace("æ", "ae").replace("Ø", "O").replace("Æ", "Ae")
    rent = unicodedata.normalize("NFKD", kjent).encode("ascii", "ignore").decode()
    rent = re.sub(r"\W+", "_", rent).strip("_")[:40]
    return f"[{rent if NAVN.fullmatch(rent) else 'et_navn'}]"


def _het_for(t: Tabell) -> tuple[TidligereNavn, ...]:
    verdi = t.data.get("het_for")
    if verdi is None:
        return ()
    svar = []
    for i, ett in enumerate(verdi if isinstance(verdi, list) else [verdi]):
        sti = ("het_for", i) if isinstance(verdi, list) else ("het_for",)
        if isinstance(ett, str):
            svar.append(TidligereNavn(ett))
            continue
        under = Tabell(t.fil, (*t.sti, *sti), ett, t.hvor, t.feil)
        under.kjente("navn", "til")
        navn = under.tekst("navn", pakrevd='{ navn = "…", til = 2026-06-30 }')
        if navn is not None:
            svar.append(TidligereNavn(navn, under.dato("til")))
    return tuple(svar)


def _versjoner(t: Tabell, nokkel: str, hode: Kapittelhode, type_: Maal | None) -> list[Versjon]:
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
                f"Versjonen har ingen kilde. {_ALLE_TALL}",
                f"{nokkel} = {{ verdi = {t.kildetekst(nokkel)}, kilde = "
                f'"{next(iter(hode.kilder), "loven")}" }}' + ("" if hode.kilder else _NY_KILDE),
                nokkel,
                verdi=True,
            )
            return []
        tabeller = [t.under(nokkel, hvor)]
    return [v for under in tabeller if (v := _versjon(under, virkning, hode, type_)) is not None]


def _versjon(t: Tabell, virkning: date, hode: Kapittelhode, type_: Maal | None) -> Versjon | None:
    t.kjente(*_VERSJON)
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
        eks = {Art.TALL: "100", Art.JA_NEI: "true", Art.DATO: "2026-01-31"}.get(art, '"…"')
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
            "trinn = [[100_000, 1.5], [200_000, 3]]",
            "trinn",
            verdi=True,
        )
    return tuple(svar)


def _inndata(t: Tabell, type_: Maal | None) -> Inndata:
    under = t.under("inndata")
    under.kjente(*_INNDATA)
    sporsmaal = under.tekst("sporsmaal", pakrevd='inndata = { sporsmaal = "…?" }') or ""
    antatt = None
    if "antatt" in under:
        a = under.under("antatt")
        a.kjente("verdi", "formel", "fordi", "lavest", "hoyest", "vist")
        fordi = a.tekst("fordi", pakrevd='antatt = { verdi = …, fordi = "…" }') or ""
        if ("verdi" in a) == ("formel" in a):
            a.meld(
                "R04",
                "«antatt» skal ha enten verdi eller formel, og ikke begge.",
                'antatt = { verdi = …, fordi = "…" }',
            )
        antatt = Antatt(
            fordi,
            grunnverdi(a, "verdi", type_) if "verdi" in a else None,
            a.formel("formel"),
            a.tall("lavest"),
            a.tall("hoyest"),
            a.tekst("vist"),
        )
    sted = under.tekst("sted") or "person"
    if sted not in ("person", "husstand"):
        hva = "«sted» er «person» eller «husstand»."
        under.meld("R04", hva, 'sted = "person"', "sted", verdi=True)
    return Inndata(
        sporsmaal=sporsmaal,
        staar_i=under.tekst("staar_i"),
        minst=under.tall("minst"),
        hoyst=under.tall("hoyst"),
        steg=under.tall("steg"),
        antatt=antatt,
        meldes=under.ja_nei("meldes"),
        sted=sted,
        krever=under.tekster("krever"),
        spor_om=under.tekst("spor_om"),
        eksempel=under.tekst("eksempel"),
    )
