"""Read a rule and its versions from a table of a chapter."""

from __future__ import annotations

import re
import unicodedata
from textwrap import fill

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.enheter import UkjentEnhet, kjente_enheter, les_enhet
from ytelsesrad.regelspraak.kapittel import (
    Antatt,
    Inndata,
    Langs,
    Periode,
    Regel,
    TidligereNavn,
)
from ytelsesrad.regelspraak.les.hode import Kapittelhode, Maal, les_periode, les_tekster
from ytelsesrad.regelspraak.les.raskt import les_raskt
from ytelsesrad.regelspraak.les.tabell import Tabell
from ytelsesrad.regelspraak.les.valg import les_valg, les_vist
from ytelsesrad.regelspraak.les.versjon import grunnverdi, les_versjoner

_DATO = re.compile(r"\d{4}-\d{2}-\d{2}")
NAVN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
REGELNOKLER = (
    "tittel enhet valg vist periode for_hver forklaring het_for formel tabell_etter trinn_av "
    "inndata ved_start settes skjult hjemmel merknad utvider erstatter"
).split()
INNDATANOKLER = (
    "sporsmaal staar_i minst hoyst steg antatt meldes skjedd sted krever spor_om eksempel kalles "
    "raskt langs"
).split()


def _uten_dato(t: Tabell) -> list[str]:
    """Note versions whose date is missing or turned around; return the keys it is about."""
    nokler = []
    for nokkel, verdi in t.data.items():
        if nokkel in ("verdi", "tabell", "trinn"):
            hva = f"«{nokkel}» må stå i en versjon, med dagen den gjelder fra og en kilde."
            t.meld("R03", hva, f'2026-01-01 = {{ {nokkel} = …, kilde = "…" }}', nokkel)
        elif nokkel.isdecimal() and len(nokkel) < 3 and isinstance(verdi, dict):
            hva = "Datoen til en versjon skrives med året først."
            t.meld("R03", hva, "2026-01-31 = { … }", nokkel)
        else:
            continue
        nokler.append(nokkel)
    return nokler


def les_regel(t: Tabell, navn: str, hode: Kapittelhode) -> Regel | None:
    """Read one rule. Faults are noted in the table; None when too little is left to use."""
    datoer = [n for n in t.data if _DATO.fullmatch(n)]
    uten_dato = _uten_dato(t)
    t.kjente(*REGELNOKLER, dynamisk=[*datoer, *uten_dato])
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
    versjoner = tuple(v for d in datoer for v in les_versjoner(t, d, hode, type_))
    for_hver = t.tekst("for_hver")
    inndata = _inndata(t, type_, for_hver) if "inndata" in t else None
    formel = t.formel("formel")
    if not versjoner and not datoer and not uten_dato and inndata is None and formel is None:
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
    valg = les_valg(t, enhet)
    return Regel(
        id=f"{hode.mappe}.{navn}",
        mappe=hode.mappe,
        navn=navn,
        enhet=enhet,
        periode=periode,
        sted=t.nokkel(),
        tittel=t.tekst("tittel"),
        valg=valg,
        for_hver=for_hver,
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
        vist=les_vist(t, valg),
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


def _inndata(t: Tabell, type_: Maal | None, for_hver: str | None) -> Inndata:
    under = t.under("inndata")
    under.kjente(*INNDATANOKLER)
    sporsmaal = under.tekst("sporsmaal", pakrevd='inndata = { sporsmaal = "…?" }') or ""
    antatt = None
    if "antatt" in under:
        a = under.under("antatt")
        a.kjente("verdi", "formel", "fordi", "lavest", "hoyest", "vist", "viktig")
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
            viktig=a.ja_nei("viktig"),
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
        skjedd=under.ja_nei("skjedd"),
        sted=sted,
        krever=under.tekster("krever"),
        spor_om=under.tekst("spor_om"),
        eksempel=under.tekst("eksempel"),
        langs=_langs(under) if "langs" in under else None,
        kalles=under.tekster("kalles"),
        raskt=les_raskt(under, for_hver) if "raskt" in under else None,
    )


def _langs(t: Tabell) -> Langs | None:
    under = t.under("langs")
    under.kjente("til", "med")
    if not under.krev("til", "langs = { til = 40 }"):
        return None
    til = under.tall("til")
    return None if til is None else Langs(til, under.tekster("med"))
