"""The kept form of a rule book: read and checked once, so that the next one need not do it again.

It is data, one JSON value on each line: first what it was made of, then what is said many times,
chapters, what the check found, and then every text and tree, which are read when they are asked
for. It is used only when the rule files, and the code that reads them, are to the letter those it
was made of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any, TypeVar

from ytelsesrad.lesing import Feil, TomlFil, rett_tekst
from ytelsesrad.regelbok.filer import Filer, full_hash, lesekode
from ytelsesrad.regelbok.jsonform import Leser, Skriver
from ytelsesrad.regelspraak.kapittel import Kapittel
from ytelsesrad.regelspraak.kontrollert import KontrollertBok
from ytelsesrad.regelspraak.samling import Samling

FORM = 4
"""Counts up when the lines come to mean something else."""
_FASTE = 4
T = TypeVar("T")


def laget_av(filer: Filer) -> dict[str, Any]:
    """Return what a kept form of some files must have been made of to be used."""
    return {"form": FORM, "regler": full_hash(filer), "kode": full_hash(lesekode())}


def skriv_ferdig(
    filer: Filer, kapitler: Sequence[Kapittel], bok: KontrollertBok, advarsler: Sequence[Feil]
) -> bytes:
    """Return the kept form of a book without faults."""
    skriver = Skriver(k.fil for k in kapitler)
    kapittellinje = skriver.verdi(list(kapitler))
    maler = [skriver.verdi(mal) for mal in bok.maler.values()]
    traer = [skriver.verdi(t) for t in bok.traer.values()]
    kontroll = {
        "filer": [k.fil.fil for k in kapitler],
        "advarsler": skriver.verdi(list(advarsler)),
        "avhenger": [[id_, sorted(andre)] for id_, andre in bok.avhenger.items()],
        "loper": [[gruppe, sorted(regler)] for gruppe, regler in bok.loper.items()],
        "nevnt": sorted(bok.nevnt),
        "tilstand": sorted(bok.tilstand),
        "krever": [[id_, sorted(map(sorted, krav))] for id_, krav in bok.krever.items()],
        "maler": list(bok.maler),
        "traer": list(bok.traer),
    }
    linjer = [skriver.felles, kapittellinje, kontroll, *maler, *traer]
    innhold = "\n".join(json.dumps(x, ensure_ascii=False, separators=(",", ":")) for x in linjer)
    kropp = innhold.encode()
    hode = {**laget_av(filer), "innhold": hashlib.sha256(kropp).hexdigest()}
    return json.dumps(hode).encode() + b"\n" + kropp


class Ferdig:
    """A kept form that may be used. Made by ``les_ferdig``."""

    def __init__(self, linjer: list[str], filer: Filer) -> None:
        felles, self._kapitler, kontroll = linjer[1:_FASTE]
        self._linjer = linjer
        self._kontroll: dict[str, Any] = json.loads(kontroll)
        toml = [TomlFil(rett_tekst(filer[navn]), navn) for navn in self._kontroll["filer"]]
        self._leser = Leser(toml, felles)

    def kapitler(self) -> list[Kapittel]:
        """Return the chapters as they are read from their files."""
        svar: list[Kapittel] = self._leser.verdi(self._kapitler)
        return svar

    def advarsler(self) -> tuple[Feil, ...]:
        """Return what the check found that is no fault."""
        return tuple(self._leser.verdi(json.dumps(self._kontroll["advarsler"])))

    def kontrollert(self, samling: Samling) -> KontrollertBok:
        """Return the checked book; its texts and trees are read when they are asked for."""
        k, midten = self._kontroll, _FASTE + len(self._kontroll["maler"])
        return KontrollertBok(
            samling,
            traer=_Linjer(k["traer"], self._linjer[midten:], self._leser),
            maler=_Linjer(k["maler"], self._linjer[_FASTE:midten], self._leser),
            avhenger={id_: set(andre) for id_, andre in k["avhenger"]},
            loper={gruppe: set(regler) for gruppe, regler in k["loper"]},
            nevnt=set(k["nevnt"]),
            tilstand=set(k["tilstand"]),
            krever={id_: frozenset(map(frozenset, krav)) for id_, krav in k["krever"]},
        )


def les_ferdig(data: bytes | None, filer: Filer) -> Ferdig | None:
    """Return a kept form if it is whole and made of just these files; otherwise None."""
    hode, _, kropp = (data or b"").partition(b"\n")
    try:
        har = json.loads(hode)
    except ValueError:
        return None
    if har != {**laget_av(filer), "innhold": hashlib.sha256(kropp).hexdigest()}:
        return None
    return Ferdig(["", *kropp.decode().split("\n")], filer)


class _Linjer(MutableMapping[str, T]):
    """Values by name, each read from its line the first time it is asked for."""

    def __init__(self, navn: Sequence[str], linjer: Sequence[str], leser: Leser) -> None:
        self._linjer = dict(zip(navn, linjer, strict=True))
        self._lest: dict[str, T] = {}
        self._leser = leser

    def __getitem__(self, navn: str) -> T:
        if navn not in self._lest:
            self._lest[navn] = self._leser.verdi(self._linjer[navn])
        return self._lest[navn]

    def __setitem__(self, navn: str, verdi: T) -> None:
        self._linjer.setdefault(navn, "")
        self._lest[navn] = verdi

    def __delitem__(self, navn: str) -> None:
        del self._linjer[navn]
        self._lest.pop(navn, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._linjer)

    def __len__(self) -> int:
        return len(self._linjer)
