"""What is wrong with a text that is not TOML, in words for people."""

from __future__ import annotations

import re
from calendar import monthrange

from ytelsesrad.lesing.feil import Feil, Sted
from ytelsesrad.lesing.maaneder import MAANEDER

_STED = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_KOMMA = re.compile(r"=\s*(-?[\d_]+),(\d+)")
_DAGDATO = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_MELLOMROM = re.compile(r"=\s*(\d{1,3}(?:[ \u00a0]\d{3})+(?:\.\d+)?)")
_ISODATO = re.compile(r"\d{4}-\d{2}-\d{2}")
_UTEN_HERMETEGN = re.compile(r"=\s*([^\W\d][^#\"'\[\]{}]*?)\s*(?:#.*)?$")
_BAR_NOKKEL = re.compile(r"^\s*([^=#\"'\[\]]*[^\x00-\x7f][^=#\"'\[\]]*?)\s*=")
_MED_KR = re.compile(r"=\s*([\d_ ]+)\s*(kr|kroner|%|prosent|timer)\b", re.IGNORECASE)


def forklar_tomlfeil(melding: str, tekst: str, fil: str, serie: str) -> Feil:
    """Return the fault that ``tomllib`` met, with its place, in bokmål."""
    linjer = tekst.split("\n")
    treff = _STED.search(melding)
    nr = int(treff.group(1)) if treff and treff.group(1) else len(linjer)
    kolonne = int(treff.group(2)) if treff and treff.group(2) else len(linjer[-1]) or 1
    if nr > len(linjer):
        nr = len(linjer)
    linje = linjer[nr - 1]
    if kolonne == 1 and nr > 1 and not linje.strip():
        nr, linje = nr - 1, linjer[nr - 2]
        kolonne = max(1, len(linje))
    fra, lengde, hva, rett = _gjett(melding, linje, kolonne - 1)
    return Feil(f"{serie}01", Sted(fil, nr, fra + 1, linje, lengde), hva, rett)


def _gjett(melding: str, linje: str, her: int) -> tuple[int, int, str, str]:
    """Return place, length, cause and remedy, from the line and what ``tomllib`` says."""
    nokkel = linje.split("=")[0].strip() if "=" in linje else ""
    if m := _DAGDATO.search(linje):
        dag, maaned, aar = (int(x) for x in m.groups())
        riktig = f"{aar:04d}-{maaned:02d}-{dag:02d}"
        return m.start(), len(m.group()), "Datoen må skrives med år først.", f"{nokkel} = {riktig}"
    if m := _KOMMA.search(linje):
        tall = f"{m.group(1)}.{m.group(2)}"
        fra = m.start(1)
        hva = "Tall i filen skrives med punktum, ikke komma."
        return fra, m.end() - fra, hva, f"{nokkel} = {tall}"
    if m := _MELLOMROM.search(linje):
        tall = re.sub(r"[ \u00a0]", "_", m.group(1))
        fra = m.start(1)
        return fra, len(m.group(1)), "Tall skrives uten mellomrom.", f"{nokkel} = {tall}"
    if umulig := _umulig_dato(linje):
        return umulig
    if m := _MED_KR.search(linje):
        tall = m.group(1).strip().replace(" ", "_")
        hva = f"Enheten «{m.group(2)}» skal ikke stå i filen."
        return m.start(1), m.end() - m.start(1), hva, f"{nokkel} = {tall}"
    return _etter_melding(melding, linje, her, nokkel)


def _etter_melding(melding: str, linje: str, her: int, nokkel: str) -> tuple[int, int, str, str]:
    fra = min(her, max(0, len(linje) - 1))
    if "Cannot overwrite a value" in melding or "duplicate" in melding.lower():
        ordet = nokkel.split(".")[-1].strip(" \"'")
        return (
            len(linje) - len(linje.lstrip()),
            max(1, len(nokkel)),
            f"Nøkkelen «{ordet}» står to ganger. Bare én kan gjelde.",
            "Slett den ene.",
        )
    if "Cannot declare" in melding and "twice" in melding:
        navn = linje.strip().strip("[]")
        return (
            0,
            max(1, len(linje.rstrip())),
            f"Tabellen «{navn}» står to ganger. Da kan de ikke skilles.",
            f"Gi den ene et annet navn, for eksempel {_annet_navn(navn)}, eller slå dem sammen.",
        )
    if m := _BAR_NOKKEL.match(linje):
        ord_ = m.group(1)
        return (
            m.start(1),
            len(ord_),
            f"«{ord_}» kan ikke stå slik som nøkkel: æ, ø, å og mellomrom må ha hermetegn.",
            f'"{ord_}" = …   eller, om det er et kjent navn, skriv å som a, ø som o og æ som a.',
        )
    if m := _UTEN_HERMETEGN.search(linje):
        ordet = m.group(1)
        if ordet in ("True", "False", "ja", "nei", "Ja", "Nei"):
            riktig = "true" if ordet.lower() in ("true", "ja") else "false"
            return (
                m.start(1),
                len(ordet),
                f"Ja og nei skrives true og false, ikke {ordet}.",
                (f"{nokkel} = {riktig}"),
            )
        return m.start(1), len(ordet), "Tekst må stå i hermetegn.", f'{nokkel} = "{ordet}"'
    if "Unterminated string" in melding or "Illegal character '\\n'" in melding:
        return fra, 1, "Det mangler et hermetegn på slutten av teksten.", f'{linje.rstrip()}"'
    if "Expected '=' after a key" in melding:
        return fra, 1, "Det mangler et likhetstegn mellom navnet og verdien.", "navn = verdi"
    if "Unclosed array" in melding or "Unclosed inline table" in melding:
        return fra, 1, "Det mangler en sluttklamme.", "Avslutt listen med ] og tabellen med }."
    if "Invalid value" in melding:
        return (
            fra,
            1,
            "Her mangler det en verdi, eller verdien kan ikke leses.",
            (f'{nokkel or "navn"} = 100   eller   {nokkel or "navn"} = "tekst"'),
        )
    if "Expected newline or end of document after a statement" in melding:
        return (
            fra,
            max(1, len(linje) - fra),
            "Det står noe for mye på linjen.",
            ("Skriv én verdi på hver linje."),
        )
    if "Expected ']'" in melding:
        return fra, 1, "Det mangler en sluttklamme i overskriften.", f"{linje.rstrip()}]"
    return (
        fra,
        1,
        "Filen er ikke gyldig TOML her. Noe mangler, eller står for mye.",
        ('En linje ser slik ut: navn = 100, navn = "tekst" eller navn = 2026-01-31.'),
    )


def _annet_navn(navn: str) -> str:
    return f'[{navn[:-1]} 2"]' if navn.endswith('"') else f"[{navn}_2]"


def _umulig_dato(linje: str) -> tuple[int, int, str, str] | None:
    for m in _ISODATO.finditer(linje):
        aar, maaned, dag = (int(x) for x in m.group().split("-"))
        nokkel = linje.split("=")[0].strip() if "=" in linje else "dato"
        if not 1 <= maaned <= 12:
            hva = f"Måned {maaned} finnes ikke."
            return m.start(), 10, hva, f"{nokkel} = {aar}-01-{min(dag, 31):02d}"
        siste = monthrange(max(aar, 1), maaned)[1]
        if not 1 <= dag <= siste:
            navn = MAANEDER[maaned - 1]
            neste = f"{aar + maaned // 12}-{maaned % 12 + 1:02d}-01"
            hva = f"{dag}. {navn} finnes ikke. {navn.capitalize()} {aar} har {siste} dager."
            rett = f"{nokkel} = {aar}-{maaned:02d}-{siste}  eller  {nokkel} = {neste}"
            return m.start(), 10, hva, rett
    return None
