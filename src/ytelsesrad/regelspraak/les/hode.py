"""What the top of a file says to its rules, and the keys that many tables have."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.enheter import Type
from ytelsesrad.regelspraak.kapittel import Kilde, Periode, Tekstvalg
from ytelsesrad.regelspraak.les.tabell import Tabell

Maal = tuple[Type, Decimal]
"""The type of a unit, and what one of it is in base form."""


@dataclass(slots=True)
class Kapittelhode:
    """What the top of a file says to its rules."""

    mappe: str
    tema: str
    hjemmel: str | None
    periode: Periode | None
    kilder: dict[str, Kilde]


def les_periode(t: Tabell, ellers: Periode | None) -> Periode | None:
    """Read the key ``periode``."""
    tekst = t.tekst("periode")
    if tekst is None:
        return ellers
    try:
        return Periode(tekst)
    except ValueError:
        nesten = mente_du(tekst, [p.value for p in Periode])
        t.meld(
            "R04",
            f"Perioden «{tekst}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            "periode = "
            + (
                f'"{nesten}"' if nesten else '"dag", "meldeperiode", "måned", "år" eller "konstant"'
            ),
            "periode",
            verdi=True,
        )
        return ellers


ALLE_TALL = "Alle tall må ha en kilde med dato."
NY_KILDE = '\nog under [kilder]:  loven = { navn = "…", url = "…", lest = 2026-11-21 }'


def les_kilder(
    t: Tabell, kilder: dict[str, Kilde], *, pakrevd: bool, hva: str = "Versjonen"
) -> tuple[Kilde, ...]:
    """Read the key ``kilde``: names from the table [kilder] of the file."""
    navn = t.tekster("kilde")
    if not navn and pakrevd and "kilde" not in t and "kilde" not in t.ment:
        eks = next(iter(kilder), "loven")
        t.meld(
            "R04",
            f"{hva} har ingen kilde. {ALLE_TALL}",
            t.med_nokkel(f'kilde = "{eks}"') + ("" if kilder else NY_KILDE),
        )
    svar = []
    for ett in navn:
        if ett in kilder:
            svar.append(kilder[ett])
            continue
        nesten = mente_du(ett, kilder)
        t.meld(
            "R04",
            f"Kilden «{ett}» står ikke under [kilder]."
            + (f" Mente du «{nesten}»?" if nesten else ""),
            f'kilde = "{nesten}"'
            if nesten
            else f'Under [kilder]:  {ett} = {{ navn = "…", url = "…", lest = 2026-11-21 }}',
            "kilde",
            verdi=True,
        )
    return tuple(svar)


def les_tekster(t: Tabell, nokkel: str) -> tuple[Tekstvalg, ...]:
    """Read a sentence, or a list of sentences with conditions."""
    verdi = t.data.get(nokkel)
    if verdi is None:
        return ()
    if isinstance(verdi, str):
        return (Tekstvalg(verdi, None, t.nokkel(nokkel)),)
    if isinstance(verdi, list):
        svar = []
        for i in range(len(verdi)):
            under = Tabell(t.fil, (*t.sti, nokkel, i), verdi[i], t.hvor, t.feil)
            under.kjente("naar", "tekst")
            tekst = under.tekst("tekst", pakrevd='{ naar = "…", tekst = "…" }')
            if tekst is not None:
                svar.append(Tekstvalg(tekst, under.formel("naar"), under.nokkel("tekst")))
        return tuple(svar)
    t.meld(
        "R04",
        f"«{nokkel}» skal være en tekst, eller en liste av {{ naar, tekst }}.",
        f'{nokkel} = "…"',
        nokkel,
        verdi=True,
    )
    return ()


def fullt_navn(navn: str, mappe: str) -> str:
    """Return the full name of a rule: a short one is in the same folder."""
    return navn if "." in navn else f"{mappe}.{navn}"
