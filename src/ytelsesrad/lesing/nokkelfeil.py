"""Keys and headings that are not TOML."""

from __future__ import annotations

import re

from ytelsesrad.lesing.grenser import KORT_NAVN, UTDRAG
from ytelsesrad.lesing.sak import Forklaring, Sak, gyldig_verdi
from ytelsesrad.lesing.verdifeil import som_tekst

_BOKSTAVER = str.maketrans(
    {"å": "aa", "ø": "o", "æ": "ae", "Å": "Aa", "Ø": "O", "Æ": "Ae", "é": "e", "ü": "u", "ö": "o"}
)
_BAR = re.compile(r"[A-Za-z0-9_-]+")
_LEDD = re.compile(r"""("[^"]*"|'[^']*'|[^."']+)""")
_KOMMENTAR = re.compile(r"//|/\*|;|--|%")
_TALL_OG_KOMMA = re.compile(r"(?:^|[=\s])([+-]?[0-9][0-9_]*),\s*$")
_NAVN_OG_RESTEN = re.compile(r"([A-Za-z0-9_.-]+)\s*(:?)\s*(.*)")
_VANLIG = 'En linje skrives  navn = 100,  navn = "tekst"  eller  navn = 2026-01-31.'


def forklar_nokkel(sak: Sak) -> Forklaring:
    """Explain a key that can't be read, or that has no ``=`` after it."""
    s = sak.stopp
    fra = s.nokkel.fra if s.nokkel else s.fra
    if komma := _desimalkomma(sak):
        return komma
    slutt = sak.linjeslutt(fra)
    del_ = sak.tekst[fra : min(slutt, fra + UTDRAG)]
    if sak.i_klamme:
        del_ = re.split(r"[,}]", del_, maxsplit=1)[0]
    foran, likhet, etter = del_.partition("=")
    ord_ = foran.rstrip()
    if likhet and not ord_:
        hva = "Det mangler et navn foran =."
        return Forklaring(hva, f"navn = {gyldig_verdi(etter.strip())}", fra, fra + 1)
    if likhet and '"' not in ord_ and "'" not in ord_:
        return _ulovlig(fra, ord_, etter.strip())
    return _uten_likhetstegn(sak, fra, del_.split("#", 1)[0].rstrip())


def _desimalkomma(sak: Sak) -> Forklaring | None:
    """Explain ``{ x = 236,54 }``: the comma ended the value, and 54 was read as a key."""
    nokkel = sak.stopp.nokkel
    if not sak.i_klamme or nokkel is None:
        return None
    sifre = sak.tekst[nokkel.fra : nokkel.til]
    start = max(sak.linjestart(nokkel.fra), nokkel.fra - UTDRAG)
    treff = _TALL_OG_KOMMA.search(sak.tekst[start : nokkel.fra])
    if not treff or not sifre.isdigit():
        return None
    fra = start + treff.start(1)
    hva = "Tall i filen skrives med punktum, ikke komma."
    return Forklaring(hva, sak.byttet(fra, nokkel.til, f"{treff[1]}.{sifre}"), fra, nokkel.til)


def _ulovlig(fra: int, ord_: str, verdi: str) -> Forklaring:
    hva = "Navnet foran = kan bare ha bokstavene a–z, tall, _ og -."
    if re.search(r"\s", ord_) and _BAR.fullmatch(re.sub(r"\s", "", ord_)):
        hva = "Navnet foran = kan ikke ha mellomrom."
    verdi = gyldig_verdi(verdi)
    rett = [f"{_lovlig(ord_)} = {verdi}", f"{som_tekst(ord_)} = {verdi}"]
    return Forklaring(
        hva, "  eller  ".join(rett if _lovlig(ord_) else rett[1:]), fra, fra + len(ord_)
    )


def _lovlig(ord_: str) -> str:
    """Return a name with letters that may stand without quotes; empty if nothing is left."""
    ledd = (re.sub(r"\s+", "_", d.strip().translate(_BOKSTAVER)) for d in ord_.split("."))
    rene = [re.sub(r"[^A-Za-z0-9_-]", "", d) for d in ledd]
    return ".".join(rene) if all(d.strip("_-") for d in rene) else ""


def _uten_likhetstegn(sak: Sak, fra: int, linje: str) -> Forklaring:
    til = fra + max(1, len(linje))
    if sak.i_klamme and not linje:
        return Forklaring("Her skulle det stå  navn = verdi.", "", fra, til)
    if treff := _KOMMENTAR.match(linje):
        merknad = linje[treff.end() :].strip()
        return Forklaring("Merknader begynner med #.", f"# {merknad}".rstrip(), fra, til)
    treff = _NAVN_OG_RESTEN.fullmatch(linje)
    if not treff or len(treff[1]) > KORT_NAVN or not all(treff[1].split(".")):
        return Forklaring("Vi skjønner ikke hva som står her.", _VANLIG, fra, til)
    navn, kolon, resten = treff.groups()
    if resten and not kolon and linje[treff.end(1)] not in " \t\"'":
        hva = f"Tegnet «{linje[treff.end(1)]}» kan ikke stå i et navn, og det mangler =."
        return Forklaring(hva, _VANLIG, fra, til)
    verdi = gyldig_verdi(resten)
    if kolon:
        hva = f"Etter «{navn}» skal det stå =, ikke kolon."
    elif resten:
        hva = f"Det mangler = mellom «{navn}» og verdien."
    else:
        hva = f"Det mangler = og en verdi etter «{navn}»."
    return Forklaring(hva, f"{navn} = {verdi}", fra, til)


def forklar_overskrift(sak: Sak, fra: int) -> Forklaring:
    """Explain a ``[heading]`` that can't be read; ``fra`` is where it begins."""
    linje = sak.tekst[fra : min(sak.linjeslutt(fra), fra + UTDRAG)].split("#", 1)[0].rstrip()
    antall = 2 if linje.startswith("[[") else 1
    navn = linje.strip("[] \t")
    til = fra + len(linje)
    if not navn:
        return Forklaring("Det mangler et navn mellom klammene.", "[navn]", fra, til)
    ledd = [d.strip() for d in _LEDD.findall(navn)]
    riktige = [d if _BAR.fullmatch(d) or d[:1] in "\"'" else som_tekst(d) for d in ledd]
    rett = _klammer(".".join(riktige), antall)
    if riktige == ledd:
        lukker = "]" * antall
        return Forklaring(f"Overskriften må slutte med {lukker}.", rett, fra, til)
    if _lovlig(navn) and any(t in "æøåÆØÅ" for t in navn):
        rett = f"{_klammer(_lovlig(navn), antall)}  eller  {rett}"
    hva = (
        "Navn i en overskrift kan bare ha bokstavene a–z, tall, _ og -, eller stå i anførselstegn."
    )
    return Forklaring(hva, rett, fra, til)


def etter_overskrift(sak: Sak) -> Forklaring:
    """Explain something after a heading on its line."""
    s = sak.stopp
    start = sak.linjestart(s.fra)
    hode = sak.tekst[start : s.fra].strip()
    resten = sak.tekst[s.fra : min(sak.linjeslutt(s.fra), s.fra + UTDRAG)].rstrip()
    til = s.fra + len(resten)
    if resten.strip("] ") == "":
        return Forklaring("Overskriften har for mange ].", hode, s.fra, til)
    hva = "Det kan ikke stå noe etter en overskrift på samme linje."
    return Forklaring(hva, f"{hode}\n{resten}", s.fra, til)


def _klammer(navn: str, antall: int) -> str:
    return "[" * antall + navn + "]" * antall
