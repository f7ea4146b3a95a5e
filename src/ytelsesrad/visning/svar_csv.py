"""The tables of an answer as CSV: for programs, or for a spreadsheet set to Norwegian.

For programs: comma between fields, point in decimals, names of fields as headings. For a
Norwegian spreadsheet: semicolon, decimal comma, headings in words, and the mark that tells it the
text is UTF-8. Days are year-month-day in both. What is not known is an empty field.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.visning.rader import TABELLER, overskrifter, type_celle

_FORMELTEGN = ("=", "+", "-", "@", "\t", "\r")
_UTF8 = "\ufeff"


def svar_csv(resultat: Resultat, tabell: str = "maaneder", *, regneark: bool = False) -> str:
    """Return a table of the answer: ``maaneder``, ``betalinger`` or ``aar``.

    ``regneark`` writes it for a spreadsheet set to Norwegian. Raises KeyError for another table.
    """
    rader = TABELLER[tabell](resultat)
    ut = StringIO()
    skriver = csv.writer(ut, delimiter=";" if regneark else ",", lineterminator="\r\n")
    skriver.writerow(map(ufarlig, overskrifter(rader, for_folk=regneark)))
    for rad in rader.rader:
        skriver.writerow([_felt(celle, regneark) for celle in rad])
    return (_UTF8 if regneark else "") + ut.getvalue()


def _felt(celle: type_celle, regneark: bool) -> str:
    if celle is None:
        return ""
    if isinstance(celle, bool):
        return "ja" if celle else "nei"
    if isinstance(celle, Decimal):
        tall = format(celle, "f")
        return tall.replace(".", ",") if regneark else tall
    if isinstance(celle, date):
        return celle.isoformat()
    return ufarlig(celle)


def ufarlig(tekst: str) -> str:
    """Return a text that a spreadsheet does not take for a formula."""
    rent = " ".join(tekst.split("\0"))
    return f"'{rent}" if rent.startswith(_FORMELTEGN) else rent
