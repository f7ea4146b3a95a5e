"""Read what a rule can choose between, and what people read in place of a choice."""

from __future__ import annotations

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.les.tabell import Tabell

_EKSEMPEL = 'vist = { … = "det folk leser" }'


def les_valg(t: Tabell, enhet: str) -> tuple[str, ...]:
    """Return the choices of a rule. Faults are noted in the table."""
    valg = t.tekster("valg")
    if enhet == "valg" and not valg and "valg" not in t:
        t.meld("R04", "En regel med enhet «valg» må si hva en kan velge.", 'valg = ["…", "…"]')
    return valg


def les_vist(t: Tabell, valg: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what people read in place of some choices. A choice with «_» is no word, and needs it.

    Faults are noted in the table.
    """
    svar = []
    if "vist" in t:
        under = t.under("vist")
        for navn in under.data:
            tekst = under.tekst(navn)
            if navn not in valg:
                _ukjent(under, navn, valg)
            elif tekst is not None and not tekst.strip():
                hva = f"Det står ikke noe folk kan lese i stedet for «{navn}»."
                under.meld("R04", hva, _EKSEMPEL, navn, verdi=True)
            elif tekst:
                svar.append((navn, tekst))
    har = {navn for navn, _ in svar} | set(t.data.get("vist") or ())
    for ett in valg:
        if "_" in ett and ett not in har:
            hva = f"Valget «{ett}» er ikke et ord folk kan lese."
            t.meld(
                "R04", hva, f'vist = {{ {ett} = "{ett.replace("_", " ")}" }}', "valg", verdi=True
            )
    return tuple(svar)


def _ukjent(t: Tabell, navn: str, valg: tuple[str, ...]) -> None:
    nesten = mente_du(navn, valg)
    hva = f"«{navn}» er ikke en av mulighetene: {', '.join(valg)}."
    rett = f'"{nesten or valg[0]}" = "…"' if valg else "Ta bort «vist»: regelen har ingen valg."
    t.meld("R16", hva + (f" Mente du «{nesten}»?" if nesten else ""), rett, navn)
