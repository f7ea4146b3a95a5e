"""«Forutsetninger»: what the answer rests on, where it comes from, and what it costs if wrong."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Forutsetning, Resultat
from ytelsesrad.lesbart import avrundet, kr, liste, midt_i, tall
from ytelsesrad.visning.tekst.linjer import INNRYKK, rens
from ytelsesrad.visning.tekst.planer import Samlet, samle
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad

_KILDE = Kolonne(10, hoyre=False)


def forutsetninger(resultat: Resultat, bredde: int) -> list[str]:
    """Return the table of assumptions, the same ones of several plans gathered."""
    rader = forutsetningene(resultat)
    if not rader:
        return []
    hvis_feil = Kolonne(bredde * 3 // 10, hoyre=False)
    tekst = bredde - len(INNRYKK) - _KILDE.bredde - hvis_feil.bredde - 2 * GAP
    kolonner = [Kolonne(tekst, hoyre=False), _KILDE, hvis_feil]
    linjer = rad(["", "kilde", "hvis det er feil"], kolonner)
    tittel = "Forutsetninger"
    linjer[0] = tittel + linjer[0][len(tittel) :]
    for celler in rader:
        linjer += rad(celler, kolonner)
    return linjer


def forutsetningene(resultat: Resultat) -> list[tuple[str, str, str]]:
    """Return the rows: what, where it comes from, and what it means if it is wrong."""
    funnet = samle(
        resultat,
        lambda plan: plan.forutsetninger,
        likhet=lambda f: (f.inndata, f.tittel, f.verdi, f.kilde, f.fordi, f.virkning),
        gruppe=lambda f: f.inndata,
    )
    rader = [
        (_tekst(samlet), samlet.forste.kilde, _hvis_feil(samlet.forste))
        for samlet in funnet
        if not _er_nei(samlet.forste)
    ]
    nei = list(dict.fromkeys(midt_i(s.forste.tittel) for s in funnet if _er_nei(s.forste)))
    if nei:
        tekst = f"Ikke oppgitt, regnet som nei: {liste(nei)}"
        rader.append((tekst, "antatt", "si fra hvis noe av det er ja"))
    return rader


def _er_nei(f: Forutsetning) -> bool:
    """Tell whether it is one of the many things nobody has said, and that are taken as no."""
    return f.kilde == "antatt" and f.verdi == "nei" and f.virkning is None


def _tekst(samlet: Samlet[Forutsetning]) -> str:
    f = samlet.forste
    foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
    fordi = f" ({rens(f.fordi).rstrip('.')})" if f.fordi else ""
    verdi = f": {f.verdi}" if f.verdi else ""
    return f"{foran}{f.tittel}{verdi}{fordi}"


def _hvis_feil(f: Forutsetning) -> str:
    """Return the change a month over the range, or where the right figure stands."""
    if f.virkning is None:
        return f"se {f.staar_i}" if f.staar_i else ""
    lav, hoy = (avrundet(v / 12) for v in f.virkning)
    if lav == hoy == 0:
        return "endrer ikke beløpet"
    if lav == hoy:
        return f"{kr(lav, fortegn=True)}/md"
    return f"{tall(lav, 0, fortegn=True)} til {kr(hoy, fortegn=True)}/md"
