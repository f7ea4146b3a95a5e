"""argparse, speaking bokmål."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NoReturn
from unicodedata import normalize

from ytelsesrad.kommandolinje.koder import FEIL
from ytelsesrad.lesing import mente_du

_OVERSATT = (
    (r"the following arguments are required: (.*)", r"Dette mangler: \1."),
    (r"unrecognized arguments: (.*)", r"Skjønner ikke «\1»."),
    (r"argument ([^:]*): expected one argument", r"\1: Her må det stå en verdi."),
    (r"argument ([^:]*): expected at least one argument", r"\1: Her må det stå minst én verdi."),
    (r"argument ([^:]*): ignored explicit argument '(.*)'", r"\1 skal ikke ha noen verdi."),
    (r"argument ([^:]*): invalid int value: '(.*)'", r"\1: «\2» er ikke et helt tall."),
    (
        r"argument ([^:]*): invalid choice: '([^']*)' \(choose from (.*)\)",
        r"«\2» finnes ikke. Velg mellom \3.",
    ),
    (r"argument ([^:]*): (.*)", r"\1: \2"),
)


class _Oppsett(argparse.RawDescriptionHelpFormatter):
    def add_usage(  # type: ignore[no-untyped-def]
        self, usage, actions, groups, prefix=None
    ) -> None:
        """Write «bruk:» where argparse writes «usage:»."""
        super().add_usage(usage, actions, groups, "Bruk: " if prefix is None else prefix)


class Argumenter(argparse.ArgumentParser):
    """A parser whose help and faults are in bokmål."""

    def __init__(self, **valg: object) -> None:
        valg.setdefault("formatter_class", _Oppsett)
        super().__init__(add_help=False, allow_abbrev=False, **valg)  # type: ignore[arg-type]
        self._positionals.title = "Argumenter"
        self._optionals.title = "Valg"
        self.add_argument("--hjelp", "-h", "--help", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help, and stop."""
        tekst = message
        for monster, norsk in _OVERSATT:
            ny = re.sub(f"^{monster}$", norsk, tekst)
            if ny != tekst:
                tekst = ny
                break
        treff = re.match(r"^argument [^:]*: invalid choice: '([^']*)'", message)
        galt = re.match(r"^unrecognized arguments: (-\S*)", message)
        if treff:
            valg = re.findall(r"'([^']*)'", message.split("choose from", 1)[-1])
            nesten = mente_du(treff.group(1), valg)
        else:
            nesten = mente_du(galt.group(1), self._alle_valg()) if galt else None
        if nesten:
            tekst += f" Mente du «{nesten}»?"
        sys.stderr.write(f"{tekst}\nRett: {self.prog} --hjelp viser hva du kan skrive.\n")
        raise SystemExit(FEIL)

    def _alle_valg(self) -> list[str]:
        """Return the options of all subcommands."""
        under = [h.choices for h in self._actions if isinstance(h, argparse._SubParsersAction)]
        parsere = [self, *(p for valg in under for p in valg.values())]
        return [navn for p in parsere for navn in p._option_string_actions]


def navnet(tekst: str) -> str:
    """Return a name as it is in what is read: with whole letters (NFC)."""
    return normalize("NFC", tekst)


def dag(tekst: str) -> date:
    """Read a day written as year-month-day. Raises argparse.ArgumentTypeError in bokmål."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{tekst}» er ikke en dato. Skriv den med året først, for eksempel 2026-02-14."
        ) from None


def tallet(tekst: str) -> Decimal:
    """Read a number. Raises argparse.ArgumentTypeError in bokmål."""
    try:
        tall = Decimal(tekst.replace(",", ".").replace("_", "").replace(" ", ""))
    except InvalidOperation:
        tall = Decimal("NaN")
    if not tall.is_finite() or len(tekst) > 20:
        raise argparse.ArgumentTypeError(f"«{tekst[:20]}» er ikke et tall vi kan bruke.")
    return tall


def tidspunkt(tekst: str) -> date:
    """Read a year, a month or a day, and return its last day."""
    if re.fullmatch(r"\d{4}", tekst):
        return dag(f"{tekst}-12-31")
    if re.fullmatch(r"\d{4}-\d{2}", tekst):
        forste = dag(f"{tekst}-01")
        aar, maaned = divmod(forste.year * 12 + forste.month, 12)
        return date.fromordinal(date(aar, maaned + 1, 1).toordinal() - 1)
    return dag(tekst)


def strom_er_utf8(strommer: Sequence[object]) -> None:
    """Read and write Norwegian letters whatever the machine's settings are."""
    for strom in strommer:
        endre = getattr(strom, "reconfigure", None)
        if endre is not None:
            endre(encoding="utf-8", errors="replace")
