"""An explanation as plain data for JSON: money and numbers as strings, days as ISO dates."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.forklaring.modell import Betalingsforklaring, Del, Forklaring
from ytelsesrad.forklaring.plass import Plass
from ytelsesrad.regelbok import regnemodus

_MAKS_DYBDE = 16
_MAKS_NODER = 400
_UTENFOR = ("plass", "funn", "er_personlig", "_deler", "_forbehold", "_forrige")


def som_data(forklaring: Forklaring | Betalingsforklaring) -> dict[str, Any]:
    """Return an explanation as plain data.

    Each value is written in full once; later it is only named, with ``se_over`` true. A part that
    is not opened (the tree is very large) has ``aapnet`` false.
    """
    with regnemodus():
        vist: set[Plass] = set()
        if isinstance(forklaring, Betalingsforklaring):
            svar = _felt(forklaring, ("brutto", "trekk"))
            svar["brutto"] = _node(forklaring.brutto, vist, 0)
            svar["trekk"] = [
                {"tittel": t.tittel, "belop": _node(t.belop, vist, 0)} for t in forklaring.trekk
            ]
            return svar
        return _node(forklaring, vist, 0)


def _node(f: Forklaring, vist: set[Plass], dybde: int) -> dict[str, Any]:
    hvem = {
        "regel": f.regel,
        "periode": f.periode,
        "medlem": f.medlem,
        "sett_fra": _verdi(f.sett_fra),
        "bytter": list(f.bytter),
        "verdi": _verdi(f.verdi),
        "tekst": f.tekst,
    }
    if f.plass in vist:
        return hvem | {"se_over": True}
    if dybde > _MAKS_DYBDE or len(vist) >= _MAKS_NODER:
        return hvem | {"aapnet": False}
    vist.add(f.plass)
    svar = _felt(f, _UTENFOR)
    svar["forrige_versjon"] = _verdi(f.forrige_versjon)
    svar["deler"] = [_del(d, vist, dybde + 1) for d in f.deler]
    if dybde == 0:
        svar["forbehold"] = _verdi(f.forbehold)
    return svar


def _del(d: Del, vist: set[Plass], dybde: int) -> dict[str, Any]:
    return _felt(d, ("forklaring",)) | {"forklaring": _node(d.forklaring, vist, dybde)}


def _felt(ting: Any, uten: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        felt.name: _verdi(getattr(ting, felt.name))
        for felt in fields(ting)
        if felt.name not in uten
    }


def _verdi(x: Any) -> Any:
    if isinstance(x, Decimal):
        return f"{x.normalize():f}"
    if isinstance(x, date):
        return x.isoformat()
    if isinstance(x, tuple):
        return [_verdi(y) for y in x]
    if is_dataclass(x) and not isinstance(x, type):
        return _felt(x)
    return x
