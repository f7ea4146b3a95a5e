"""The rough answer as text: clearly marked, with what it takes for granted and what to ask next."""

from __future__ import annotations

from ytelsesrad.lesbart import avrundet, kroner, midt_i
from ytelsesrad.raad.overraskelser import viktigste
from ytelsesrad.sporsmaal import INGEN, Anslag, Sporsmaal
from ytelsesrad.visning.tekst.aapning import aapning
from ytelsesrad.visning.tekst.aarstabell import aarstabeller
from ytelsesrad.visning.tekst.bokser import BEHOLDER, meldinger_av, tekst_av
from ytelsesrad.visning.tekst.linjer import INNRYKK, MINSTE_BREDDE, brekk, punkt, setning
from ytelsesrad.visning.tekst.slutt import slutt

MERKE = "GROVT ANSLAG"
_NESTE = 3
"""Questions that are named; the rest are in the JSON."""
_BEHOLDER = 2
"""Rights that are named; the rest are in the full answer."""
_UNDER = "    "


def grovt(svar: Anslag, bredde: int = 100) -> str:
    """Return the rough answer as text, without a newline at the end."""
    bredde = max(bredde, MINSTE_BREDDE)
    resultat = svar.resultat
    deler = [
        brekk(
            f"{MERKE} etter {len(svar.svar)} spørsmål. Tallene bygger på det som er antatt "
            "nederst, og kan bli andre når vi vet mer.",
            bredde,
        ),
        aapning(resultat, bredde),
        *aarstabeller(resultat, bredde),
        _overrasker(svar, bredde),
        _beholder(svar, bredde),
        _antatt(svar, bredde),
        _neste(svar, bredde),
        slutt(resultat, bredde)[-2:],
    ]
    return "\n\n".join("\n".join(linje.rstrip() for linje in del_) for del_ in deler if del_)


def _overrasker(svar: Anslag, bredde: int) -> list[str]:
    linjer = []
    for o in viktigste(svar.overraskelser, svar.resultat.planer[-1].navn):
        linjer += punkt("!", " ".join(t for t in (o.tekst, o.gjor) if t), bredde)
    return ["Dette kan overraske", *linjer] if linjer else []


def _beholder(svar: Anslag, bredde: int) -> list[str]:
    linjer = []
    for m in meldinger_av(svar.resultat, lambda type_: type_ in BEHOLDER)[:_BEHOLDER]:
        linjer += punkt("+", tekst_av(svar.resultat, m), bredde)
    return ["Dette beholder du", *linjer] if linjer else []


def _antatt(svar: Anslag, bredde: int) -> list[str]:
    linjer = ["Dette er antatt"]
    for a in svar.antakelser:
        linjer += punkt("–", f"{a.tittel}: {a.verdi} ({midt_i(a.fordi)}).", bredde)
    sett = {a.inndata for a in svar.antakelser} | set(svar.svar)
    andre = [
        f
        for f in svar.resultat.planer[-1].forutsetninger
        if f.kilde == "antatt" and f.inndata not in sett
    ]
    ja = [f"{midt_i(f.tittel)}: {f.verdi}" for f in andre if f.verdi != "nei"]
    if ja:
        linjer += punkt("–", f"Også antatt: {'; '.join(ja)}.", bredde)
    nei = [midt_i(f.tittel) for f in andre if f.verdi == "nei"]
    if nei:
        linjer += punkt("–", f"Regnet som nei: {'; '.join(nei)}.", bredde)
    return linjer


def _neste(svar: Anslag, bredde: int) -> list[str]:
    if not svar.skjerpende:
        return []
    linjer = ["Dette gjør svaret sikrere, det som betyr mest først"]
    for s in svar.skjerpende[:_NESTE]:
        hvor = setning(f"Det står i {s.sporsmaal.staar_i}") if s.sporsmaal.staar_i else ""
        linjer += punkt("?", f"{setning(s.sporsmaal.tekst)} {hvor}".strip(), bredde)
        lavest, hoyest = (kroner(avrundet(b / 12, 100)) for b in (s.lavest, s.hoyest))
        tekst = f"Svaret kan gi fra {lavest} til {hoyest} å leve for i måneden."
        linjer += brekk(tekst, bredde, _UNDER)
    return linjer


def sporsmaalet(s: Sporsmaal, nummer: int, hoyst: int, bredde: int = 100) -> str:
    """Return a question for the terminal: text, choices, where it stands, and «vet ikke»."""
    linjer = brekk(f"{nummer} av høyst {hoyst}. {s.tekst}", bredde)
    if s.slag == "valg":
        linjer += [f"{INNRYKK}{n} {v.tekst}" for n, v in enumerate(s.valg, 1)]
    if s.staar_i:
        linjer += brekk(setning(f"Det står i {s.staar_i}"), bredde, INNRYKK)
    if s.flere:
        linjer += brekk("Er det flere, skriver du dem med komma mellom.", bredde, INNRYKK)
        linjer += brekk(f"Er det {INGEN}, trykker du Enter.", bredde, INNRYKK)
    elif s.vet_ikke:
        linjer += brekk(
            f"Vet du ikke, trykker du Enter. Da regner vi med {s.ellers}.", bredde, INNRYKK
        )
    if s.hjelp:
        linjer += [f"{INNRYKK}Skriv ? for hjelp."]
    slutt_ = f" ({s.enhet})" if s.enhet else f" (for eksempel {s.eksempel})" if s.eksempel else ""
    if s.slag in ("valg", "ja_nei"):
        slutt_ = (
            f" ({' eller '.join(v.tekst for v in s.valg)})" if s.slag == "ja_nei" else " (tallet)"
        )
    return "\n".join([*linjer, f"Svar{slutt_}: "])
