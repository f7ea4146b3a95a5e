"""One folder of the book, as text, as data and as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad import forklaring
from ytelsesrad.beregning import Kapittelsvar, Langs, Ledd, Rad
from ytelsesrad.lesbart import MINUS, dato, liste, midt_i, tall, vis
from ytelsesrad.regelspraak import Regel, type_verdi
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.visning.tekst.linjer import INNRYKK, avsnitt, brekk, punkt, setning
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad, strek

_VERDI = 20
_SMALEST = 9
_MERKER = {"antatt": "antatt", "anslag": "anslag", "forslag": "foreslått"}


def tittel(regel: Regel) -> str:
    """Return what a rule is called."""
    return regel.tittel or regel.navn


def verdi(regel: Regel, v: type_verdi | None) -> str:
    """Return a value as people read it; øre where the unit is a price."""
    if isinstance(v, Decimal) and regel.enhet.startswith("kr") and v != v.to_integral_value():
        return vis(v, regel.enhet, desimaler=2)
    return vis(v if v is None else regel.valget(v), regel.enhet)


# ── Text ────────────────────────────────────────────────────────────────────────────────────────


def kapittel_tekst(svar: Kapittelsvar, bredde: int, *, setninger: bool = False) -> str:
    """Return the values of a folder, file by file."""
    linjer = [f"{svar.mappe}, {dato(svar.dag)}"]
    if svar.gitte:
        gitt = (f"{midt_i(tittel(r.regel))} {verdi(r.regel, r.verdi)}" for r in svar.gitte)
        linjer += brekk(setning(f"gitt: {liste(gitt)}"), bredde)
    tema = None
    for r in svar.rader:
        if r.gitt or r.verdi is None:
            continue
        if r.regel.kapittel != tema:
            tema = r.regel.kapittel
            linjer += ["", *brekk(tema, bredde)]
        linjer += _rad(r, bredde)
        if setninger:
            sagt = forklaring.forklar(svar.bok, svar.kjoring, r.nokkel).setning
            linjer += brekk(sagt or "", bredde, INNRYKK * 2)
    linjer += _uten_verdi(svar.rader, bredde)
    for m in svar.meldinger:
        linjer += ["", *punkt("–", m.tekst, bredde)]
    return "\n".join(linjer) + "\n"


def _rad(r: Rad, bredde: int) -> list[str]:
    kolonner = (Kolonne(bredde - _VERDI - GAP - len(INNRYKK), hoyre=False), Kolonne(_VERDI))
    merke = liste(_MERKER[m] for m in sorted(r.merker) if m in _MERKER)
    navn = tittel(r.regel) + (f" ({merke})" if merke else "")
    linjer = rad((navn, verdi(r.regel, r.verdi)), kolonner)
    for ledd in r.ledd:
        linjer += rad(
            (f"\u00a0\u00a0{_tegn(ledd)} {midt_i(tittel(ledd.regel))}", _leddverdi(ledd)), kolonner
        )
    return linjer


def _tegn(ledd: Ledd) -> str:
    return "+" if ledd.fortegn > 0 else MINUS


def _leddverdi(ledd: Ledd) -> str:
    return verdi(ledd.regel, ledd.verdi)


def _uten_verdi(rader: Sequence[Rad], bredde: int) -> list[str]:
    """Say what stopped the rest, once for each thing that is missing."""
    stoppet: dict[str, list[str]] = {}
    for r in rader:
        if r.verdi is not None:
            continue
        grunn = liste(tittel(x) for x in r.mangler) or r.feil
        stoppet.setdefault(grunn, []).append(midt_i(tittel(r.regel)))
    svar = ["", "Uten svar"] if stoppet else []
    for grunn, hva in stoppet.items():
        vist = hva if len(hva) <= 3 else [*hva[:2], f"{len(hva) - 2} til"]
        svar += punkt("–", f"{liste(vist)}: mangler {midt_i(grunn)}", bredde)
    return svar


def langs_tekst(svar: Langs, bredde: int) -> str:
    """Return a table along one input. The last column is how much the last value grows per 100."""
    regler = (svar.regel, *svar.kolonner)
    antall = len(regler) + 1
    plass = (bredde - len(INNRYKK) - GAP * (antall - 1)) // antall
    kolonner = [Kolonne(max(_SMALEST, plass)) for _ in range(antall)]
    siste = len(svar.kolonner) - 1
    hode = [*(tittel(r) for r in regler), "Av 100 til"]
    linjer = [dato(svar.dag), "", *rad(hode, kolonner, hode=True), *strek(hode, kolonner)]
    for n, x in enumerate(svar.x):
        celler = [_kort(svar.regel, x * les_enhet(svar.regel.enhet)[1])]
        celler += [_kort(r, v) for r, v in zip(svar.kolonner, svar.verdier[n], strict=True)]
        endring = svar.endring(n, siste)
        celler.append("" if endring is None else tall(endring * 100, 1))
        linjer += rad(celler, kolonner)
    linjer += [
        "",
        *avsnitt(
            f"«Av 100 til»: hvor mye «{hode[-2]}» øker for hver 100 mer, fram til neste linje.",
            bredde,
        ),
    ]
    return "\n".join(linjer) + "\n"


def _kort(regel: Regel, v: type_verdi | None) -> str:
    """Return a value without its unit, when that is kroner."""
    if isinstance(v, Decimal) and regel.enhet.startswith("kr"):
        return tall(v, 0 if v == v.to_integral_value() else 2)
    return verdi(regel, v)


# ── Data ────────────────────────────────────────────────────────────────────────────────────────


def raa(regel: Regel, v: type_verdi | None) -> str | bool | None:
    """Return a value in the unit as typed; numbers and dates as text."""
    if isinstance(v, Decimal):
        egen = v / les_enhet(regel.enhet)[1]
        return format(egen.normalize() if egen else Decimal(0), "f")
    return v.isoformat() if isinstance(v, date) else v


def kapittel_json(svar: Kapittelsvar) -> str:
    """Return the values of a folder as JSON."""
    return _json(
        {
            "kapittel": svar.mappe,
            "dato": svar.dag.isoformat(),
            "regler": [_raddata(svar, r) for r in svar.rader],
            "meldinger": [{"id": m.id, "type": m.type, "tekst": m.tekst} for m in svar.meldinger],
        }
    )


def _raddata(svar: Kapittelsvar, r: Rad) -> dict[str, Any]:
    data: dict[str, Any] = {
        "regel": r.regel.id,
        "tittel": tittel(r.regel),
        "tema": r.regel.kapittel,
        "enhet": r.regel.enhet,
        "periode": r.regel.periode.value,
        "verdi": raa(r.regel, r.verdi),
        "gitt": r.gitt,
        "merker": sorted(r.merker),
        "ledd": [
            {"regel": x.regel.id, "verdi": raa(x.regel, x.verdi), "fortegn": x.fortegn}
            for x in r.ledd
        ],
    }
    if r.verdi is None:
        return data | {"mangler": [x.id for x in r.mangler], "feil": r.feil}
    return data | {"setning": forklaring.forklar(svar.bok, svar.kjoring, r.nokkel).setning}


def langs_json(svar: Langs) -> str:
    """Return a table along one input as JSON, with how much each column grows to the next row."""
    return _json(
        {
            "langs": svar.regel.id,
            "dato": svar.dag.isoformat(),
            "kolonner": [{"regel": r.id, "enhet": r.enhet} for r in svar.kolonner],
            "rader": [
                {
                    "x": format(x, "f"),
                    "verdier": [
                        raa(r, v) for r, v in zip(svar.kolonner, svar.verdier[n], strict=True)
                    ],
                    "endring": [_tall(svar.endring(n, k)) for k in range(len(svar.kolonner))],
                }
                for n, x in enumerate(svar.x)
            ],
        }
    )


def _tall(x: Decimal | None) -> str | None:
    return None if x is None else format(x.normalize() if x else Decimal(0), "f")


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


# ── Rows ────────────────────────────────────────────────────────────────────────────────────────


def kapittel_csv(svar: Kapittelsvar) -> str:
    """Return the values of a folder, one rule a row."""
    hode = ("regel", "tittel", "enhet", "periode", "verdi")
    rader = (
        (r.regel.id, tittel(r.regel), r.regel.enhet, r.regel.periode.value, raa(r.regel, r.verdi))
        for r in svar.rader
    )
    return _csv(hode, rader)


def langs_csv(svar: Langs) -> str:
    """Return a table along one input: the input, the columns, and how much each grows."""
    navn = [r.id for r in svar.kolonner]
    hode = (svar.regel.id, *navn, *(f"{n}: endring" for n in navn))
    rader = (
        (
            format(x, "f"),
            *(raa(r, v) for r, v in zip(svar.kolonner, svar.verdier[n], strict=True)),
            *(_tall(svar.endring(n, k)) for k in range(len(navn))),
        )
        for n, x in enumerate(svar.x)
    )
    return _csv(hode, rader)


def _csv(hode: Sequence[str], rader: Any) -> str:
    ut = io.StringIO()
    skriver = csv.writer(ut, lineterminator="\n")
    skriver.writerow(hode)
    skriver.writerows(rader)
    return ut.getvalue()
