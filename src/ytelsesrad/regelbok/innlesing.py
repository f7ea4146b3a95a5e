"""From files to a checked book: by way of the kept form where it holds, and else from the texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.lesing import Feil, Feilsamling, Sted, TomlFil
from ytelsesrad.regelbok.ferdig import les_ferdig, skriv_ferdig
from ytelsesrad.regelbok.filer import REGELSETT, Filer, les_filer
from ytelsesrad.regelspraak.kapittel import Kapittel
from ytelsesrad.regelspraak.kontrollert import KontrollertBok
from ytelsesrad.regelspraak.samling import begrens, samle

VEDTATT = frozenset(("vedtatt", "anslag"))


@dataclass(frozen=True, slots=True)
class Uvesentlig:
    """What is too little to stand in the short answer. Not law; the whole answer has it all."""

    kroner_i_maaneden: Decimal = Decimal(0)
    """Less than this a month is left out."""
    av_hundre: Decimal = Decimal(0)
    """A kink that changes what is left of hundre kroner by less than this is left out."""


@dataclass(frozen=True, slots=True)
class Regelsett:
    """What the book says of itself: name, date, and the span of days it answers for."""

    navn: str
    dato: date
    fra: date
    til: date
    uvesentlig: Uvesentlig = Uvesentlig()


@dataclass(frozen=True, slots=True)
class Lest:
    """A book without faults."""

    regelsett: Regelsett
    bok: KontrollertBok
    advarsler: tuple[Feil, ...]


def les_bok(
    lag: Sequence[Filer],
    kunnskapsdato: date | None,
    statuser: Collection[str],
    ferdig: bytes | None = None,
) -> Lest:
    """Read and check a book: the first layer of files, with the others on top.

    ``ferdig`` is a kept form of the first layer. What is read is the same with and without it.
    Raises Feilsamling with every fault of every file.
    """
    form = les_ferdig(ferdig, lag[0]) if ferdig is not None else None
    feil: list[Feil] = []
    # Of a layer with a kept form, only what the book says of itself is read anew.
    lest = [
        les_filer(_bare_regelsett(filer) if form is not None and nr == 0 else filer, feil)
        for nr, filer in enumerate(lag)
    ]
    regelsett = _regelsett(lest[0].get(REGELSETT) if lest else None, feil)
    kapitler = [_kapitler(filer, feil) for filer in lest]
    if form is not None:
        kapitler[0] = form.kapitler()
    samling = samle(kapitler, feil)
    begrens(samling, kunnskapsdato=kunnskapsdato, statuser=statuser)
    if form is not None and len(lag) == 1 and kunnskapsdato is None and set(statuser) == VEDTATT:
        return Lest(regelsett, form.kontrollert(samling), form.advarsler())
    from ytelsesrad.regelspraak.sjekk import sjekk_bok

    spenn = (regelsett.fra, regelsett.til)
    bok = sjekk_bok(samling, feil, spenn if spenn[0] > date.min else None)
    ekte = tuple(f for f in feil if f.alvor == "feil")
    if ekte:
        raise Feilsamling(ekte)
    return Lest(regelsett, bok, tuple(f for f in feil if f.alvor == "advarsel"))


def lag_ferdig(filer: Filer) -> bytes:
    """Read and check a book from its files, and return the form to keep of it.

    Raises Feilsamling as ``les_bok``.
    """
    lest = les_bok([filer], None, VEDTATT)
    return skriv_ferdig(filer, lest.bok.samling.kapitler, lest.bok, lest.advarsler)


def _bare_regelsett(filer: Filer) -> Filer:
    return {navn: filer[navn] for navn in (REGELSETT,) if navn in filer}


def _kapitler(filer: Mapping[str, TomlFil], feil: list[Feil]) -> list[Kapittel]:
    i_mapper = [(fil, navn.split("/")[0]) for navn, fil in filer.items() if "/" in navn]
    if not i_mapper:
        return []
    from ytelsesrad.regelspraak.les.kapittel import les_kapittel

    return [les_kapittel(fil, mappe, feil) for fil, mappe in i_mapper]


def _regelsett(fil: TomlFil | None, feil: list[Feil]) -> Regelsett:
    """Return what the first layer says of itself."""
    uten_navn = Regelsett("uten navn", date.min, date.min, date.max)
    if fil is None:
        return uten_navn
    data = fil.data.get("regelsett")
    mangler = [
        n
        for n in ("navn", "dato", "stotter_fra", "stotter_til")
        if not isinstance(data, dict) or n not in data
    ]
    if mangler or not isinstance(data, dict):
        feil.append(
            Feil(
                "R04",
                Sted(REGELSETT),
                "Regelsettet mangler " + ", ".join(mangler) + ".",
                '[regelsett]\nnavn = "…"\ndato = 2026-11-21\n'
                "stotter_fra = 2024-01-01\nstotter_til = 2027-12-31",
            )
        )
        return uten_navn
    return Regelsett(
        data["navn"],
        data["dato"],
        data["stotter_fra"],
        data["stotter_til"],
        _uvesentlig(fil.data.get("uvesentlig", {}), feil),
    )


def _uvesentlig(data: object, feil: list[Feil]) -> Uvesentlig:
    navn = [felt.name for felt in fields(Uvesentlig)]
    gitt: dict[str, Any] = data if isinstance(data, dict) else {"": data}
    tall = {n: Decimal(v) for n, v in gitt.items() if n in navn and type(v) in (int, Decimal)}
    if len(tall) == len(gitt) and all(v >= 0 for v in tall.values()):
        return Uvesentlig(**tall)
    feil.append(
        Feil(
            "R04",
            Sted(REGELSETT),
            "[uvesentlig] kan bare ha " + " og ".join(f"«{n}»" for n in navn) + ", med tall fra 0.",
            "[uvesentlig]\n" + "\n".join(f"{n} = 0" for n in navn),
        )
    )
    return Uvesentlig()
