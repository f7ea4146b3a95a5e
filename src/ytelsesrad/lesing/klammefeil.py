"""Strings and brackets that do not end as they should, and what stands after a value."""

from __future__ import annotations

import re

from ytelsesrad.lesing.grenser import UTDRAG
from ytelsesrad.lesing.sak import Forklaring, Sak
from ytelsesrad.lesing.streng import skilletegn, strengslutt
from ytelsesrad.lesing.verdifeil import forklar_verdi, som_tekst, tall_eller_dato

_NY_TILDELING = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_.-]+)[ \t]*=""")
_NY_LINJE = re.compile(r"(?:\[|[A-Za-z0-9_.\"'-]+[ \t]*=)")
_LUKKER = {"[": "]", "{": "}"}


def forklar_tegnet_verdi(sak: Sak) -> Forklaring:
    """Explain a bare value that can't be read."""
    fra = sak.stopp.fra if sak.stopp.verdi is None else sak.stopp.verdi
    raa = sak.raa(fra)
    if not raa:
        return _mangler(sak, fra)
    hva, forslag = forklar_verdi(raa)
    til = fra + len(raa)
    rett = sak.rett(fra, til, forslag)
    return Forklaring(hva, rett or 'Skriv for eksempel 100, "tekst" eller 2026-01-31.', fra, til)


def _mangler(sak: Sak, fra: int) -> Forklaring:
    """Explain that a value is missing."""
    if sak.i_klamme and fra >= len(sak.tekst.rstrip()):
        return _aldri_lukket(sak)
    if sak.tekst.startswith(",", fra):
        hva = "Det mangler en verdi foran kommaet."
        return Forklaring(hva, "Skriv verdien, eller slett kommaet.", fra, fra + 1)
    nokkel = sak.stopp.nokkel
    navn = sak.tekst[nokkel.fra : nokkel.til] if nokkel else ""
    if sak.i_klamme or not 0 < len(navn) < UTDRAG:
        return Forklaring("Det mangler en verdi her.", "Skriv verdien etter =.", fra, fra + 1)
    for_an = sak.forrige(fra)
    hva = f"Det mangler en verdi etter «{navn} =»."
    return Forklaring(hva, "Skriv verdien, eller slett linjen.", for_an - 1, for_an)


def etter_verdi(sak: Sak) -> Forklaring:
    """Explain something after a value on its line."""
    s = sak.stopp
    fra = s.fra if s.verdi is None else s.verdi
    slutt = sak.linjeslutt(s.fra)
    resten = sak.tekst[s.fra : min(slutt, s.fra + UTDRAG)].rstrip()
    til = s.fra + len(resten)
    if _NY_TILDELING.match(resten):
        rett = f"{sak.tekst[sak.linjestart(s.fra) : s.fra].strip()[-UTDRAG:]}\n{resten}"
        return Forklaring("Det kan bare stå ett navn med verdi på hver linje.", rett, s.fra, til)
    if sak.tekst[fra] not in "\"'[{":
        raa = sak.raa(fra)
        hva, forslag = forklar_verdi(raa)
        if forslag:
            return Forklaring(hva, sak.rett(fra, til, forslag), fra, fra + len(raa))
    raa = sak.tekst[fra:slutt].rstrip() if slutt - fra < UTDRAG else ""
    sitat = raa[:1] in ('"', "'") and raa[-1] == raa[0]
    if sitat and "\\" not in raa and "#" not in raa:
        rett = sak.byttet(fra, slutt, som_tekst(raa[1:-1]))
        return Forklaring("Teksten har anførselstegn inni seg.", rett, fra, fra + len(raa))
    if resten[0] in "]}":
        return Forklaring(
            f"Det er for mange {resten[0]} her.", f"Slett {resten[0]}.", s.fra, s.fra + 1
        )
    hva = "Det står noe etter verdien."
    return Forklaring(hva, "Slett det, eller sett # foran hvis det er en merknad.", s.fra, til)


def i_klamme(sak: Sak) -> Forklaring:
    """Explain a list or an inline table that neither goes on nor closes."""
    s, tekst = sak.stopp, sak.tekst
    assert s.klamme is not None
    lukker = _LUKKER[tekst[s.klamme]]
    if s.fra >= len(tekst):
        return _aldri_lukket(sak)
    if tekst[s.fra] == "\n":
        return linjeskift(sak)
    if tekst[s.fra] in "]}":
        hva = f"{tekst[s.klamme]} må lukkes med {lukker}, ikke {tekst[s.fra]}."
        return Forklaring(hva, sak.byttet(s.fra, s.fra + 1, lukker), s.fra, s.fra + 1)
    if s.verdi is not None and s.verdi >= sak.linjestart(s.fra) and tekst[s.verdi] not in "\"'[{":
        raa = sak.raa(s.verdi)
        if feil := tall_eller_dato(raa):
            til = s.verdi + len(raa)
            return Forklaring(feil.hva, sak.rett(s.verdi, til, feil.forslag), s.verdi, til)
    foran = sak.forrige(s.fra)
    paa_linje = foran > sak.linjestart(s.fra)
    if not paa_linje and _NY_LINJE.match(tekst, s.fra):
        return _aldri_lukket(sak)
    if paa_linje:
        return Forklaring("Det mangler et komma.", sak.byttet(foran, foran, ","), s.fra, s.fra + 1)
    hva = "Det mangler et komma mellom verdien over og denne."
    return Forklaring(hva, "Sett komma etter verdien på linjen over.", s.fra, s.fra + 1)


def linjeskift(sak: Sak) -> Forklaring:
    """Explain a line end inside ``{…}``."""
    s, tekst = sak.stopp, sak.tekst
    assert s.klamme is not None
    lukket = tekst.find("}", s.fra)
    neste = tekst.find("{", s.fra)
    if lukket < 0 or 0 <= neste < lukket:
        return _aldri_lukket(sak)
    hva = "Alt mellom { og } må stå på én linje."
    rett = "Skriv alt på samme linje, eller lag en egen tabell med [navn]."
    return Forklaring(hva, rett, s.klamme, sak.linjeslutt(s.klamme))


def _aldri_lukket(sak: Sak) -> Forklaring:
    klamme = sak.stopp.klamme
    assert klamme is not None
    tegn = sak.tekst[klamme]
    lukker = _LUKKER[tegn]
    linje = sak.tekst[klamme : sak.linjeslutt(klamme)]
    ferdig = "#" not in linje and len(linje) < UTDRAG and linje.rstrip()[-1] not in "[{,"
    hva = f"{tegn} åpnes her, men lukkes aldri."
    rett = f"Skriv {lukker} der {'listen' if tegn == '[' else 'tabellen'} slutter."
    start = sak.linjestart(klamme)
    hele = sak.tekst[start : klamme + len(linje)]
    aapne = sum(map(hele.count, "[{")) - sum(map(hele.count, "]}"))
    if ferdig and aapne == 1:
        luft = " " if tegn == "{" else ""
        rett = sak.tekst[start : start + 2 * UTDRAG].split("\n")[0].strip() + luft + lukker
    return Forklaring(hva, rett, klamme, klamme + 1)


def uten_slutt(sak: Sak) -> Forklaring:
    """Explain a string that never ends."""
    fra = sak.stopp.fra
    skille = skilletegn(sak.tekst, fra)
    slutt = sak.linjeslutt(fra)
    rett = f"Skriv {skille} der teksten slutter."
    if len(skille) == 3:
        hva = f"Teksten som begynner her med {skille}, slutter aldri."
        return Forklaring(hva, rett, fra, slutt)
    linje = sak.tekst[fra : min(slutt, fra + UTDRAG)].rstrip()
    hva = "Det mangler et anførselstegn på slutten av teksten."
    if sak.i_klamme or sak.stopp.verdi is None or "#" in linje or len(linje) >= UTDRAG:
        return Forklaring(hva, rett, fra, fra + len(linje))
    if linje.endswith('\\"'):
        hva = 'Tegnet \\ foran " gjør at teksten ikke slutter der.'
        return Forklaring(
            hva, sak.byttet(fra, slutt, som_tekst(linje[1:-1])), fra, fra + len(linje)
        )
    return Forklaring(hva, sak.byttet(fra, slutt, linje + skille), fra, fra + len(linje))


def omvendt_skraastrek(sak: Sak) -> Forklaring:
    """Explain a backslash that means nothing."""
    s = sak.stopp
    tegn = sak.tekst[s.fra : s.fra + 2]
    hva = f'{tegn} betyr ikke noe i en tekst med ". Tegnet \\ må skrives \\\\.'.replace("\n", "")
    start = s.verdi
    if start is None or skilletegn(sak.tekst, start) != '"':
        return Forklaring(hva, "Skriv \\\\ i stedet for \\.", s.fra, s.til)
    slutt = strengslutt(sak.tekst, start)
    innhold = sak.tekst[start + 1 : slutt - 1]
    if "'" in innhold or '"' in innhold or len(innhold) > UTDRAG:
        return Forklaring(hva, "Skriv \\\\ i stedet for \\.", s.fra, s.til)
    return Forklaring(hva, sak.byttet(start, slutt, f"'{innhold}'"), s.fra, s.til)
