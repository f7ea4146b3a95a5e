"""Tabellene over nøkler i docs/referanse/situasjon.md, laget av regelboken.

Skriv dem på nytt med:  python -m tests.situasjon.noklene
"""

from __future__ import annotations

from pathlib import Path

from ytelsesrad import Regelbok
from ytelsesrad.lesbart import tall
from ytelsesrad.regelspraak import Regel
from ytelsesrad.situasjon.tabeller import inndata_av, medlemsregler, regler_i, tabellnavn

SIDE = Path(__file__).resolve().parents[2] / "docs" / "referanse" / "situasjon.md"
START, SLUTT = "<!-- nøkler: start -->", "<!-- nøkler: slutt -->"


def nokkeltabeller(bok: Regelbok) -> str:
    deler = [_tabell(f"[{navn}]", regler_i(bok, navn)) for navn in tabellnavn(bok)]
    deler += [_tabell(f"[[{gruppe}]]", medlemsregler(bok, gruppe)) for gruppe in bok.grupper]
    return "\n\n".join(d for d in deler if d)


def _tabell(overskrift: str, regler: dict[str, Regel]) -> str:
    if not regler:
        return ""
    linjer = [
        f"### `{overskrift}`",
        "",
        "| nøkkel | spørsmålet | skrives som | gjelder |",
        "|---|---|---|---|",
    ]
    for navn, regel in regler.items():
        inndata = inndata_av(regel)
        svar = inndata.sporsmaal + (f" Det står i {inndata.staar_i}." if inndata.staar_i else "")
        linjer.append(f"| `{navn}` | {svar} | {_form(regel)} | {_naar(regel)} |")
    return "\n".join(linjer)


def _form(regel: Regel) -> str:
    if regel.valg:
        return " eller ".join(f'`"{v}"`' for v in regel.valg)
    if regel.enhet in ("ja/nei", "dato", "tekst"):
        return {"ja/nei": "`true` eller `false`"}.get(regel.enhet, regel.enhet)
    i, svar = inndata_av(regel), "tall" if regel.enhet == "tall" else regel.enhet
    if i.minst is not None and i.hoyst is not None:
        svar += f", {_t(i.minst)}–{_t(i.hoyst)}"
    elif i.minst is not None:
        svar += f", minst {_t(i.minst)}"
    if i.steg is not None:
        svar += ", hele tall" if i.steg == 1 else f", trinn på {_t(i.steg)}"
    return svar


def _naar(regel: Regel) -> str:
    naar = "hele tiden" if regel.periode == "konstant" else f"per {regel.periode}"
    return f"{naar}, meldes" if inndata_av(regel).meldes else naar


def _t(verdi) -> str:
    return tall(verdi, grupper_fra=5)


def med_nye_tabeller(side: str, bok: Regelbok) -> str:
    foran, resten = side.split(START)
    return f"{foran}{START}\n\n{nokkeltabeller(bok)}\n\n{SLUTT}{resten.split(SLUTT)[1]}"


if __name__ == "__main__":
    ny = med_nye_tabeller(SIDE.read_text(encoding="utf-8"), Regelbok.standard())
    SIDE.write_text(ny, encoding="utf-8")
