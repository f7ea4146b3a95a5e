"""The answer as a workbook: the answer first, then months, payments, years and what it rests on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.visning.ekstra import hent
from ytelsesrad.visning.rader import TABELLER, Rader, overskrifter, type_celle
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.dekning import dekningen, forbeholdene
from ytelsesrad.visning.tekst.forutsetninger import forutsetningene
from ytelsesrad.visning.tekst.hode import regnet
from ytelsesrad.visning.tekst.slutt import IKKE_VEDTAK, regelsett

_ARK = {"maaneder": "Måneder", "betalinger": "Betalinger", "aar": "År"}
_BRED, _SMAL = 100, 14


def regneark(resultat: Resultat) -> bytes:
    """Return the workbook. Raises ManglerPakke when xlsxwriter is not installed.

    Amounts are numbers with two decimals, days are days, and what a person typed is never a
    formula. Equal answers give equal workbooks.
    """
    xlsx: Any = hent("xlsxwriter", "Et regneark", "regneark")
    ut = BytesIO()
    bok = xlsx.Workbook(ut, {"in_memory": True, "strings_to_formulas": False})
    dagen = datetime.combine(resultat.meta.regnedato, time(), UTC).replace(tzinfo=None)
    bok.set_properties({"title": "Hva har du å leve for?", "created": dagen})
    formater = {
        "fet": bok.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "tekst": bok.add_format({"text_wrap": True, "valign": "top"}),
        "kroner": bok.add_format({"num_format": "#,##0.00"}),
        "dag": bok.add_format({"num_format": "dd.mm.yyyy"}),
    }
    _tekster(bok, "Svaret", _svaret(resultat), formater)
    for navn, lag in TABELLER.items():
        _tabell(bok, _ARK[navn], lag(resultat), formater)
    _tekster(bok, "Bygger på", _grunnlag(resultat), formater)
    bok.close()
    return ut.getvalue()


def _svaret(resultat: Resultat) -> list[tuple[str, ...]]:
    meta = resultat.meta
    merke = ("Konstruert eksempel",) if meta.konstruert else ("",)
    return [
        (forste_setning(resultat),),
        *((s,) for s in videre(resultat)),
        merke,
        (regnet(meta),),
        (regelsett(meta),),
        (IKKE_VEDTAK,),
    ]


def _grunnlag(resultat: Resultat) -> list[tuple[str, ...]]:
    return [
        ("Forutsetning", "Kilde", "Hvis det er feil"),
        *forutsetningene(resultat),
        ("Ikke med i regnestykket",),
        *((t,) for t in dekningen(resultat)),
        ("Forbehold",),
        *((t,) for t in forbeholdene(resultat)),
        ("Kilder",),
        *((k,) for k in resultat.kilder),
    ]


def _tekster(bok: Any, navn: str, rader: list[tuple[str, ...]], formater: dict[str, Any]) -> None:
    ark = bok.add_worksheet(navn)
    ark.set_column(0, 0, _BRED)
    ark.set_column(1, 2, _SMAL * 2)
    for nr, rad in enumerate(rader):
        for spalte, tekst in enumerate(rad):
            ark.write_string(nr, spalte, tekst, formater["fet" if nr == 0 else "tekst"])


def _tabell(bok: Any, navn: str, rader: Rader, formater: dict[str, Any]) -> None:
    ark = bok.add_worksheet(navn)
    ark.set_column(0, len(rader.kolonner), _SMAL)
    ark.freeze_panes(1, 2)
    for spalte, tittel in enumerate(overskrifter(rader, for_folk=True)):
        ark.write_string(0, spalte, tittel, formater["fet"])
    for nr, rad in enumerate(rader.rader, 1):
        for spalte, celle in enumerate(rad):
            _celle(ark, (nr, spalte), celle, formater)


def _celle(ark: Any, sted: tuple[int, int], celle: type_celle, formater: dict[str, Any]) -> None:
    if celle is None:
        return
    if isinstance(celle, bool):
        ark.write_string(*sted, "ja" if celle else "nei")
    elif isinstance(celle, Decimal):
        ark.write_number(*sted, celle, formater["kroner"])
    elif isinstance(celle, date):
        ark.write_datetime(*sted, celle, formater["dag"])
    else:
        ark.write_string(*sted, celle)
