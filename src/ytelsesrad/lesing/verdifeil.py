"""Values that are nearly TOML: what is wrong with one, and what to write instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from ytelsesrad.lesing.datoer import annerledes_skrevet, finnes, umulig
from ytelsesrad.lesing.grenser import UTDRAG

_LUFT = " \u00a0\u2009\u202f"
_HERMETEGN = "«»“”„‟‘’‚‛´`"
_ISODATO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HELTALL = re.compile(r"[+-]?(?:0|[1-9](?:_?[0-9])*)")
_TALL = re.compile(rf"{_HELTALL.pattern}(?:\.[0-9](?:_?[0-9])*)?")
_KOMMA = re.compile(rf"([+-]?[0-9][0-9_.{_LUFT}]*),([0-9]+)")
_MELLOMROM = re.compile(rf"([+-]?[0-9]{{1,3}}(?:[{_LUFT}]+[0-9]{{3}})+)(\.[0-9]+)?")
_TUSENSKILLE = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+")
_UTEN_SIFFER = re.compile(r"([+-]?)\.([0-9]+)|([+-]?[0-9]+)\.")
_NULLER = re.compile(r"([+-]?)0+([1-9][0-9_]*(?:\.[0-9]+)?)")
_MINUS = re.compile(rf"[\u2212\u2013\u2014][{_LUFT}]?([0-9].*)|-[{_LUFT}]+([0-9].*)")
_ENHET = re.compile(
    rf"(kr\.?[{_LUFT}]*|NOK[{_LUFT}]*)?([+-]?[0-9](?:[0-9_.,{_LUFT}]*[0-9])?)[{_LUFT}]*"
    r"(,-|%|[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå/. ]*)?"
)
_JA_NEI = {"ja": "true", "nei": "false", "true": "true", "false": "false"}
_UKJENT = "Verdien er ikke et tall, en dato eller en tekst i anførselstegn."


class Verdifeil(NamedTuple):
    """What is wrong, and the values that may be written instead (none if it can't be guessed)."""

    hva: str
    forslag: tuple[str, ...] = ()


def forklar_verdi(raa: str) -> Verdifeil:
    """Return what is wrong with the text of a value that is not TOML."""
    if not raa:
        return Verdifeil("Det mangler en verdi her.")
    if len(raa) > UTDRAG:
        return Verdifeil(_UKJENT)
    return tall_eller_dato(raa) or _ord(raa)


def tall_eller_dato(raa: str) -> Verdifeil | None:
    """Return what is wrong if the text is meant as a number or a date, else None."""
    if len(raa) > UTDRAG:
        return None
    if treff := _ISODATO.match(raa):
        if not finnes(treff.group()):
            return Verdifeil(*umulig(treff.group()))
        return None
    if funnet := annerledes_skrevet(raa):
        return Verdifeil(*funnet)
    return _tall(raa)


def som_tekst(innhold: str) -> str:
    """Return a text as a TOML string, with the quotes that need the fewest changes."""
    if '"' not in innhold and "\\" not in innhold:
        return f'"{innhold}"'
    if "'" not in innhold:
        return f"'{innhold}'"
    return '"' + innhold.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tall(raa: str) -> Verdifeil | None:
    if treff := _MINUS.fullmatch(raa):
        uten = treff[1] or treff[2]
        riktig = uten if _TALL.fullmatch(uten) else _forste(_tall(uten))
        hva = "Minus skrives med bindestrek rett foran tallet."
        return Verdifeil(hva, (f"-{riktig}",)) if riktig else None
    if funnet := _skilletegn(raa):
        return funnet
    if treff := _UTEN_SIFFER.fullmatch(raa):
        riktig = f"{treff[1]}0.{treff[2]}" if treff[2] else f"{treff[3]}.0"
        return Verdifeil("Det må stå et siffer på hver side av punktumet.", (riktig,))
    if treff := _NULLER.fullmatch(raa):
        return Verdifeil("Tall kan ikke begynne med 0.", (treff[1] + treff[2],))
    treff = _ENHET.fullmatch(raa)
    if treff and (treff[1] or treff[3]):
        riktig = treff[2] if _TALL.fullmatch(treff[2]) else _forste(_tall(treff[2]))
        hva = "Her skal bare tallet stå, uten enhet."
        return Verdifeil(hva, (riktig,)) if riktig else None
    return None


def _skilletegn(raa: str) -> Verdifeil | None:
    """Explain commas, spaces and points between digits."""
    if treff := _TUSENSKILLE.fullmatch(raa):
        navn = "komma" if treff[1] == "," else "punktum"
        riktig = raa.replace(treff[1], "_")
        return Verdifeil(f"Tall skrives uten {navn} mellom tusenene.", (riktig,))
    if treff := _KOMMA.fullmatch(raa):
        hele = re.sub(rf"[.{_LUFT}]", "", treff[1])
        hva = "Tall i filen skrives med punktum, ikke komma."
        if hele != treff[1]:
            hva = "Tall i filen skrives med punktum, ikke komma, og uten tegn mellom tusenene."
        riktig = f"{hele}.{treff[2]}"
        return Verdifeil(hva, (riktig,) if _TALL.fullmatch(riktig) else ())
    if treff := _MELLOMROM.fullmatch(raa):
        riktig = re.sub(rf"[{_LUFT}]+", "_", treff[1]) + (treff[2] or "")
        return Verdifeil("Tall skrives uten mellomrom.", (riktig,) if riktig[0] != "0" else ())
    return None


def _forste(feil: Verdifeil | None) -> str | None:
    return feil.forslag[0] if feil and feil.forslag else None


def _ord(raa: str) -> Verdifeil:
    if raa.lower() in _JA_NEI:
        return Verdifeil("Ja og nei skrives true og false.", (_JA_NEI[raa.lower()],))
    uten = raa.strip(_HERMETEGN + '"')
    if raa[0] in _HERMETEGN and uten:
        hva = 'Anførselstegnene rundt en tekst må være rette: ".'
        return Verdifeil(hva, (som_tekst(uten),))
    if not raa[0].isalpha():
        return Verdifeil(_UKJENT)
    if raa.endswith('"') and raa.count('"') == 1:
        return Verdifeil("Det mangler et anførselstegn foran teksten.", (som_tekst(raa[:-1]),))
    return Verdifeil("Tekst må stå i anførselstegn.", (som_tekst(raa),))
