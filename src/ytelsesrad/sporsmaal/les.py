"""Read an answer as people write it: «24 461», «50 %», «ja», «12. april 1999», «mars 2019»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ytelsesrad.lesbart import maanedsnavn
from ytelsesrad.lesing import mente_du
from ytelsesrad.situasjon.grenser import MAKS_TEKST, VET_IKKE
from ytelsesrad.sporsmaal.modell import INGEN, Sporsmaal

_MAANEDER = {maanedsnavn(n + 1): n + 1 for n in range(12)}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NORSK = re.compile(r"(\d{1,2})[./ -]\s*(\d{1,2})[./ -]\s*(\d{4})", re.ASCII)
_MED_NAVN = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-zæøå]+)\.?\s+(\d{4})")
_PYNT = re.compile(
    r"(kroner?|kr\.?|prosent|%|timer?|stilling|,-|\.-"
    r"|(i|per) (uka|uken|uke|måneden|måned|året|år|dagen|dag|time))",
    re.IGNORECASE,
)
_TUSEN = re.compile(r"-?\d{1,3}([. ]\d{3})+")
_VET_IKKE = (VET_IKKE, "vet ikke det", "vet ikkje", "veit ikkje", "husker ikke", "usikker")
_SKILLE = re.compile(r"[,;&\n]|\bog\b", re.IGNORECASE)
"""What stands between several answers."""
_INGEN = (INGEN, "nei", "0", "har ikke", "har ingen")
_JA, _NEI = ("ja", "j", "true"), ("nei", "n", "false")


class Ulest(Exception):
    """An answer that can't be read: what is wrong, and how to write it."""

    def __init__(self, hva: str, rett: str) -> None:
        super().__init__(hva)
        self.hva = hva
        self.rett = rett


def les(sporsmaal: Sporsmaal, svar: str) -> Any:
    """Return the value as it is written in a situation: number, date, text, true or false.

    A list of them where the question takes several. Raises Ulest.
    """
    if sporsmaal.flere:
        deler = [d for d in map(str.strip, _SKILLE.split(svar)) if d]
        return [] if _er_ingen(deler) else [_ett(sporsmaal, d) for d in deler]
    return _ett(sporsmaal, svar)


def _er_ingen(deler: Sequence[str]) -> bool:
    ordene = " ".join(" ".join(deler).casefold().strip(" .!").split())
    return ordene in _INGEN or ordene.startswith(f"{INGEN} ")


def _ett(sporsmaal: Sporsmaal, svar: str) -> Any:
    tekst = " ".join(svar[:MAKS_TEKST].replace("\u00a0", " ").split())
    if not tekst:
        raise Ulest("Svaret er tomt.", _slik(sporsmaal))
    match sporsmaal.slag:
        case "dato":
            return _dato(sporsmaal, tekst)
        case "ja_nei":
            return _ja_nei(sporsmaal, tekst)
        case "valg":
            return _valg(sporsmaal, tekst)
        case "tekst":
            return tekst
        case _:
            return _tall(sporsmaal, tekst)


def er_vet_ikke(svar: str) -> bool:
    """Tell whether an answer says that the person does not know."""
    return " ".join(svar.casefold().strip(" .!").split()) in _VET_IKKE


def _slik(sporsmaal: Sporsmaal) -> str:
    eksempel = f"for eksempel {sporsmaal.eksempel}" if sporsmaal.eksempel else ""
    match sporsmaal.slag:
        case "dato":
            return f"Skriv dag, måned og år{', ' + eksempel if eksempel else ''}."
        case "valg":
            alle = [f"{n} ({v.tekst})" for n, v in enumerate(sporsmaal.valg, 1)]
            return "Skriv " + " eller ".join(alle) + "."
        case "ja_nei":
            return "Skriv ja eller nei."
        case "tekst":
            return f"Skriv det med bokstaver{', ' + eksempel if eksempel else ''}."
        case _:
            return f"Skriv et tall{', ' + eksempel if eksempel else ''}."


def _tall(sporsmaal: Sporsmaal, tekst: str) -> Decimal:
    siffer = _PYNT.sub("", tekst).strip().replace("\u2212", "-")
    hele, komma, brok = siffer.partition(",")
    hele = hele.replace("_", "")
    if _TUSEN.fullmatch(hele):
        hele = hele.replace(".", "").replace(" ", "")
    try:
        tall = Decimal(f"{hele}.{brok}" if komma else hele)
    except InvalidOperation:
        raise Ulest(f"«{tekst}» er ikke et tall.", _slik(sporsmaal)) from None
    if not tall.is_finite():
        raise Ulest(f"«{tekst}» er ikke et tall.", _slik(sporsmaal))
    return tall


def _ja_nei(sporsmaal: Sporsmaal, tekst: str) -> bool:
    if tekst.casefold() in (*_JA, *_NEI):
        return tekst.casefold() in _JA
    raise Ulest(f"«{tekst}» er verken ja eller nei.", _slik(sporsmaal))


def _valg(sporsmaal: Sporsmaal, tekst: str) -> str:
    valg = sporsmaal.valg
    if tekst.isdecimal() and 1 <= int(tekst) <= len(valg):
        return valg[int(tekst) - 1].verdi
    treff = [v for v in valg if tekst.casefold() in (v.verdi.casefold(), v.tekst.casefold())]
    if not treff:
        treff = [v for v in valg if v.tekst.casefold().startswith(tekst.casefold())]
    if len(treff) == 1:
        return treff[0].verdi
    nesten = mente_du(tekst, [v.tekst for v in valg])
    mente = f" Mente du «{nesten}»?" if nesten else ""
    raise Ulest(f"«{tekst}» er ikke en av mulighetene.{mente}", _slik(sporsmaal))


def _dato(sporsmaal: Sporsmaal, tekst: str) -> date:
    deler = _datodeler(tekst.lower())
    if deler is None:
        raise Ulest(f"«{tekst}» er ikke en dato.", _slik(sporsmaal))
    try:
        return date(*deler)
    except ValueError:
        raise Ulest(f"Datoen «{tekst}» finnes ikke.", _slik(sporsmaal)) from None


def _datodeler(tekst: str) -> tuple[int, int, int] | None:
    if treff := _ISO.fullmatch(tekst):
        return int(treff[1]), int(treff[2]), int(treff[3])
    if treff := _NORSK.fullmatch(tekst):
        return int(treff[3]), int(treff[2]), int(treff[1])
    if treff := _MED_NAVN.fullmatch(tekst):
        nummer = _maanednummer(treff[2], list(_MAANEDER))
        return None if nummer is None else (int(treff[3]), nummer, int(treff[1] or 1))
    return None


def _maanednummer(navn: str, alle: Sequence[str]) -> int | None:
    treff = [m for m in alle if m.startswith(navn)] if len(navn) > 2 else []
    return _MAANEDER[treff[0]] if len(treff) == 1 else None
