"""Kjører hver blokk på en side, i den rekkefølgen de står, i en mappe med eksemplene.

- ``toml`` og ``json`` med ``title="fil"`` blir en fil. ``title="nederst i fil"`` legges til i den.
- ``title="fil, slik det var"`` og ``title="fil, etter"``: det andre står i filen i dag, og byttes
  ut med det første. Når en kommer til det andre, settes det inn igjen.
- ``title="fil, står der"``: teksten står i filen.
- ``sh``: hver linje kjøres. ``ytelsesrad`` gir sluttkode 0, eller den i ``# sluttkode 2``.
- ``python`` kjøres. Alle på en side deler navn.
- ``text`` og ``json`` uten ``title`` er det forrige blokk skrev. «…» står for hva som helst.
- ``text`` som begynner med en kommando («$ ytelsesrad …»), prøves av tests/husregler.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.husregler.kode import ROT
from ytelsesrad.kommandolinje import hoved

GJERDE = re.compile(r"(?m)^( *)```([a-z]*)([^\n]*)\n(.*?)^\1```$", re.DOTALL)
TITTEL = re.compile(r'title="([^"]*)"')
UTELATT = ("…", "[…]")
EKSEMPLER = {"mari.toml": "p4.toml", "sam.toml": "p1.toml"}
KJENTE = frozenset(("toml", "json", "sh", "python", "text"))


@dataclass(frozen=True)
class Blokk:
    """En blokk: språket, tittelen, teksten og linjen den begynner på."""

    sprak: str
    tittel: str
    tekst: str
    linje: int
    foran: str = ""
    """Linjen rett foran."""


def blokker(side: str) -> Iterator[Blokk]:
    """Blokkene i en side."""
    for treff in GJERDE.finditer(side):
        innrykk, sprak, hale, tekst = treff.groups()
        tittel = TITTEL.search(hale)
        ren = re.sub(rf"(?m)^{innrykk}", "", tekst)
        foer = side[: treff.start()]
        foran = foer.rstrip().rpartition("\n")[2]
        yield Blokk(sprak, tittel[1] if tittel else "", ren, foer.count("\n") + 1, foran)


def mappe(der: Path) -> Path:
    """En mappe med eksemplene, overleggene og reglene, slik en leser har dem."""
    for navn in ("docs/eksempler", "overlegg", "rules"):
        shutil.copytree(ROT / navn, der / navn, ignore=shutil.ignore_patterns("*.md"))
    for navn, kilde in EKSEMPLER.items():
        shutil.copy(ROT / "docs" / "eksempler" / kilde, der / navn)
    return der


@dataclass
class Kjorer:
    """Kjører blokker i en mappe, som er den gjeldende."""

    der: Path
    siden: tuple[Blokk, ...] = ()
    navn: dict[str, Any] = field(default_factory=dict)
    skrevet: str = ""
    foer: str = ""

    def alle(self) -> None:
        """Kjør alle blokkene på siden."""
        for b in self.siden:
            self.kjor(b)

    def kjor(self, b: Blokk) -> None:
        """Kjør en blokk. AssertionError når den ikke gjør det siden sier."""
        assert b.sprak in KJENTE, (
            f"Linje {b.linje}: en blokk av slaget «{b.sprak}» blir ikke prøvd."
        )
        if b.sprak in ("toml", "json", "text") and b.tittel:
            self._fil(b)
        elif b.sprak == "text" and b.tekst.startswith("$ ytelsesrad "):
            assert b.foran.startswith("<!-- svar:start"), (
                f"Linje {b.linje}: hvem holder svaret nytt?"
            )
        elif b.sprak in ("text", "json"):
            assert passer(b.tekst, self.skrevet), (
                f"Linje {b.linje}: det som skrives, er\n{self.skrevet}"
            )
        elif b.sprak == "sh":
            self.skrevet = "".join(map(self._kommando, linjer(b.tekst)))
        elif b.sprak == "python":
            with redirect_stdout(io.StringIO()) as ut:
                exec(compile(b.tekst, f"linje {b.linje}", "exec"), self.navn)
            self.skrevet = ut.getvalue()
        else:
            raise AssertionError(f"Linje {b.linje}: en toml-blokk uten title.")

    def _fil(self, b: Blokk) -> None:
        tittel, _, hva = b.tittel.partition(", ")
        nederst = tittel.removeprefix("nederst i ")
        fil = self.der / nederst
        if hva == "slik det var":
            etter = next((x.tekst for x in self.siden if x.tittel == f"{tittel}, etter"), "")
            self._bytt(b, fil, etter, b.tekst)
            self.foer = b.tekst
        elif hva == "står der":
            assert b.tekst in fil.read_text(encoding="utf-8"), f"Linje {b.linje}: står ikke der"
        elif hva == "etter":
            self._bytt(b, fil, self.foer, b.tekst)
        else:
            fil.parent.mkdir(parents=True, exist_ok=True)
            foer = fil.read_text(encoding="utf-8") + "\n" if nederst != tittel else ""
            fil.write_text(foer + b.tekst, encoding="utf-8")

    def _bytt(self, b: Blokk, fil: Path, gammelt: str, nytt: str) -> None:
        tekst = fil.read_text(encoding="utf-8")
        antall = tekst.count(gammelt) if gammelt else 0
        assert antall == 1, f"Linje {b.linje}: står {antall} ganger i {fil.name}"
        fil.write_text(tekst.replace(gammelt, nytt), encoding="utf-8")

    def _kommando(self, linje: str) -> str:
        ventet = re.search(r"# sluttkode (\d)", linje)
        program, *ord_ = shlex.split(linje, comments=True)
        if program == "make":
            maal = re.findall(r"(?m)^([a-z-]+):", (ROT / "Makefile").read_text(encoding="utf-8"))
            assert set(ord_) <= set(maal), f"make {ord_} finnes ikke"
            return ""
        if program in ("cp", "mkdir"):
            subprocess.run([program, *ord_], cwd=self.der, check=True)
            return ""
        assert program == "ytelsesrad", f"«{linje}» blir ikke prøvd."
        ut = io.StringIO()
        with redirect_stdout(ut), redirect_stderr(ut):
            try:
                kode = hoved(ord_)
            except SystemExit as slutt:
                kode = int(slutt.code or 0)
        svar = ut.getvalue()
        assert kode == int(ventet[1] if ventet else 0), f"{linje}\nsluttkode {kode}\n{svar}"
        return svar


def linjer(tekst: str) -> list[str]:
    """Kommandoene i en blokk for skall; en linje som slutter med \\ fortsetter."""
    return [x for x in tekst.replace("\\\n", " ").splitlines() if x.strip() and x.strip()[0] != "#"]


def passer(vist: str, skrevet: str) -> bool:
    """Om det som vises, er det som ble skrevet, når «…» kan være hva som helst."""
    deler: list[list[str]] = [[]]
    for linje in _rene(vist):
        if linje.strip() in UTELATT:
            deler.append([])
        else:
            deler[-1].append(linje)
    ekte = _rene(skrevet)
    if len(deler) == 1:
        return deler[0] == ekte
    her = 0
    for n, d in enumerate(deler):
        forste, siste = n == 0, n == len(deler) - 1
        steder = range(her, len(ekte) - len(d) + 1)
        treff = [i for i in steder if ekte[i : i + len(d)] == d]
        if forste:
            treff = [i for i in treff if i == 0]
        if siste and d:
            treff = [i for i in treff if i + len(d) == len(ekte)]
        if not treff:
            return False
        her = treff[0] + len(d)
    return True


def _rene(tekst: str) -> list[str]:
    alle = [linje.rstrip() for linje in tekst.replace("\u00a0", " ").strip("\n").splitlines()]
    return [linje for linje in alle if linje]
