"""«Forutsetninger»: what the answer rests on, where it comes from, and what it costs if wrong."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Forutsetning, Resultat
from ytelsesrad.lesbart import avrundet, kr, liste, midt_i, tall
from ytelsesrad.visning.tekst.dybde import ALT
from ytelsesrad.visning.tekst.linjer import INNRYKK, avsnitt, punkt, rens
from ytelsesrad.visning.tekst.planer import Samlet, samle
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad

_KILDE = Kolonne(10, hoyre=False)
ANTATT = "antatt"
ANTATTE = 5
"""Assumptions that are named when not all are."""
NEI = "Ikke oppgitt, regnet som nei"


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


def korte_forutsetninger(resultat: Resultat, bredde: int) -> list[str]:
    """Return what has a price if it is wrong, the first of what is assumed, and how many more."""
    funnet = _funnet(resultat)
    if not funnet:
        return []
    med_pris = [x for x in funnet if x.forste.virkning is not None and any(x.forste.virkning)]
    linjer = []
    for x in med_pris:
        tekst = f"{_verdien(x)} ({x.forste.kilde}): {_hvis_feil(x.forste)}"
        linjer += punkt("–", tekst, bredde)
    spurt = {m.inndata for plan in resultat.planer for m in plan.mangler}
    uten_pris = [
        x for x in antatte(resultat) if x.forste.virkning is None and x.forste.inndata not in spurt
    ]
    vist = dict.fromkeys(map(_antatt, uten_pris[:ANTATTE]))
    if vist:
        linjer += avsnitt(f"Antatt: {'; '.join(vist)}.", bredde)
    nei = sum(_er_nei(x.forste) for x in funnet)
    if nei:
        linjer += avsnitt(f"{NEI}: {nei} ting. Si fra hvis noe av det er ja.", bredde)
    til_ = len(funnet) - len(med_pris) - min(len(uten_pris), ANTATTE) - nei
    hvor = f"{ALT} viser alt, og hvor det står"
    hvor = f"og {til_} opplysninger til. {hvor}" if til_ > 0 else hvor
    return ["Forutsetninger", *linjer, *avsnitt(hvor, bredde)]


def antatte(resultat: Resultat) -> list[Samlet[Forutsetning]]:
    """Return what is assumed, the weightiest first: with a price, then what nobody has reasons for.

    Each is one for all plans that have the same value.
    """
    funnet = samle(
        resultat,
        lambda plan: (f for f in plan.forutsetninger if f.kilde == ANTATT and f.verdi != "nei"),
        likhet=lambda f: (f.inndata, f.tittel, f.verdi),
        gruppe=lambda f: f.inndata,
    )
    return sorted(funnet, key=lambda x: (x.forste.virkning is None, x.forste.fordi is not None))


def _antatt(samlet: Samlet[Forutsetning]) -> str:
    """Return what is assumed, in few words: which plans it is for, only where it is some."""
    f = samlet.forste
    noen = " (noen av planene)" if samlet.gjelder else ""
    return f"{midt_i(f.tittel)}: {f.verdi}{noen}"


def _verdien(samlet: Samlet[Forutsetning]) -> str:
    """Return what it is, without why."""
    f = samlet.forste
    foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
    return f"{foran}{f.tittel}: {f.verdi}" if f.verdi else f"{foran}{f.tittel}"


def forutsetningene(resultat: Resultat) -> list[tuple[str, str, str]]:
    """Return the rows: what, where it comes from, and what it means if it is wrong."""
    funnet = _funnet(resultat)
    rader = [
        (_tekst(samlet), samlet.forste.kilde, _hvis_feil(samlet.forste))
        for samlet in funnet
        if not _er_nei(samlet.forste)
    ]
    nei = list(dict.fromkeys(midt_i(s.forste.tittel) for s in funnet if _er_nei(s.forste)))
    if nei:
        tekst = f"{NEI}: {liste(nei)}"
        rader.append((tekst, "antatt", "si fra hvis noe av det er ja"))
    return rader


def _funnet(resultat: Resultat) -> list[Samlet[Forutsetning]]:
    return samle(
        resultat,
        lambda plan: plan.forutsetninger,
        likhet=lambda f: (f.inndata, f.tittel, f.verdi, f.kilde, f.fordi, f.virkning),
        gruppe=lambda f: f.inndata,
    )


def _er_nei(f: Forutsetning) -> bool:
    """Tell whether it is one of the many things nobody has said, and that are taken as no."""
    return f.kilde == ANTATT and f.verdi == "nei" and f.virkning is None


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
    lav, hoy = sorted(avrundet(v / 12) for v in f.virkning)
    if lav == hoy == 0:
        return "endrer ikke beløpet"
    if lav == hoy:
        return f"{kr(lav, fortegn=True)}/md"
    return f"{tall(lav, 0, fortegn=True)} til {kr(hoy, fortegn=True)}/md"
