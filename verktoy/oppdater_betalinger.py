"""Fill the tables of how payments are treated, in docs/regler/betalinger.md, from the rules.

Two kinds of table stand between markers in the text::

    <!-- valg: mappe.regel på 2026-12-31; mappe.kolonne; … -->    one row for each choice of a rule
    <!-- merker: navn; … -->                                      one row for each payment

The columns of the first are other rules, read with the rule set to each of its choices. The columns
of the second are labels of payments; a label that is a rule says which.

Run: python verktoy/oppdater_betalinger.py [--sjekk]   (--sjekk: only say if it is out of date)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from ytelsesrad import Regelbok
from ytelsesrad.lesbart import tall
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, type_verdi

ROT = Path(__file__).resolve().parent.parent
SIDE = ROT / "docs" / "regler" / "betalinger.md"
BLOKK = re.compile(
    r"(?P<start><!-- (?P<slag>valg|merker): (?P<hva>[^>]*?) -->\n).*?(?P<slutt><!-- slutt -->)",
    re.DOTALL,
)


def rad(celler: Iterable[str]) -> str:
    """Return a row of a Markdown table."""
    return "| " + " | ".join(celler) + " |"


def tabell(hode: Sequence[str], rader: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    return "\n".join([rad(hode), rad("---" for _ in hode), *map(rad, rader)])


def vist(verdi: type_verdi | None) -> str:
    """Return a value as it stands in a cell."""
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, Decimal):
        return f"{tall(verdi * 100)} prosent"
    return "" if verdi is None else str(verdi)


def valg(bok: Regelbok, hva: str) -> str:
    """Return one row for each choice of a rule."""
    forst, *kolonner = [x.strip() for x in hva.split(";")]
    navn, _, dag = forst.partition(" på ")
    regel, dagen = bok.finn(navn), date.fromisoformat(dag)
    regler = [bok.finn(k) for k in kolonner]

    def celler(ett: str) -> list[str]:
        kjoring = bok.kjor(Gitt((Oppgitt(regel.id, alltid=ett),)), dagen.replace(month=1), dagen)
        return [ett, *(vist(kjoring.les(r.id, dagen)) for r in regler)]

    with regnemodus():
        return tabell(
            [regel.tittel or regel.navn, *(r.tittel or r.navn for r in regler)],
            [celler(ett) for ett in regel.valg],
        )


def merker(bok: Regelbok, hva: str) -> str:
    """Return one row for each payment of the book."""
    navnene = [x.strip() for x in hva.split(";")]
    rader = []
    for b in sorted(bok.samling.betalinger.values(), key=lambda b: (b.rekkefolge, b.id)):
        betaler = "den som er oppgitt" if b.betaler_regel else str(b.betaler)
        celler = [b.tittel, betaler]
        for navn in navnene:
            regel = b.merkeregler.get(navn)
            if regel is None:
                celler.append(vist(b.merker.get(navn)))
                continue
            tittel = bok.samling.regler[regel].tittel or regel
            celler.append(f"{tittel} (`{regel}`)")
        rader.append(celler)
    return tabell(["Betaling", "Betales av", *navnene], rader)


def oppdatert(tekst: str, bok: Regelbok) -> str:
    """Return the text with its tables as they are now."""

    def ny(treff: re.Match[str]) -> str:
        lag = valg if treff["slag"] == "valg" else merker
        return f"{treff['start']}\n{lag(bok, treff['hva'])}\n\n{treff['slutt']}"

    return BLOKK.sub(ny, tekst)


def hoved(argumenter: Sequence[str]) -> int:
    """Update, or check, the page."""
    tekst = SIDE.read_text(encoding="utf-8")
    ny = oppdatert(tekst, Regelbok.standard())
    if ny == tekst:
        sys.stdout.write("Tabellene over betalinger er som de skal være.\n")
        return 0
    if "--sjekk" in argumenter:
        sys.stderr.write(
            "Tabellene i docs/regler/betalinger.md er ikke som reglene. Rett: make oppdater\n"
        )
        return 1
    SIDE.write_text(ny, encoding="utf-8")
    sys.stdout.write("Skrev docs/regler/betalinger.md.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(hoved(sys.argv[1:]))
