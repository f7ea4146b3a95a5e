"""Kjør saker mot reglene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.saker.emner import Emne, finn
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Avvik, er_toleranse, sammenlign
from ytelsesrad.regelbok import regnemodus

Utfall = Literal["ok", "avvik", "ikke støttet"]


@dataclass(frozen=True)
class Resultat:
    """Hvordan det gikk med en sak."""

    sak: Sak
    utfall: Utfall
    grunn: str = ""
    """Hvorfor den ikke er støttet."""
    avvik: tuple[Avvik, ...] = ()
    utenom: tuple[tuple[str, str], ...] = ()
    """Svar som ikke er sammenlignet, og hvorfor."""
    merknad: str = ""


def _lest_som(sak: Sak, emne: Emne) -> str:
    return "" if emne.navn == sak.emne else f"lest som emnet «{emne.navn}»"


def kjor(sak: Sak) -> Resultat:
    """Kjør en sak."""
    try:
        with regnemodus():
            return _kjor(sak)
    except IkkeStottet as i:
        return Resultat(sak, "ikke støttet", i.grunn)
    except Exception as f:
        # En feil i et emne er et avvik, så den ikke blir borte. Resten av sakene kjøres.
        hva = " ".join(str(f).split())[:300]
        feil = Avvik("(kjøreren)", "et svar", f"{type(f).__name__}: {hva}")
        return Resultat(sak, "avvik", avvik=(feil,))


def _kjor(sak: Sak) -> Resultat:
    if sak.kontroll.startswith("differs"):
        raise IkkeStottet("kilden selv er feil eller foreldet")
    emne = finn(sak)
    svar = emne.funksjon(sak)
    avvik: list[Avvik] = []
    utenom: list[tuple[str, str]] = []
    sammenlignet = 0
    for navn in sak.ventet:
        if er_toleranse(navn):
            continue
        if navn in svar:
            verdi = svar[navn]
            avvik += sammenlign(sak, navn, verdi() if callable(verdi) else verdi)
            sammenlignet += 1
        elif navn in emne.prosa:
            utenom.append((navn, emne.prosa[navn]))
        else:
            raise IkkeStottet(f"emnet gir ikke noe svar om «{navn}»")
    if not sammenlignet:
        grunner = dict.fromkeys(grunn for _, grunn in utenom)
        raise IkkeStottet("; ".join(grunner) or "saken venter ingen svar")
    if sak.inn.ubrukte:
        # Opplysningen kan endre svaret. At svaret stemmer uten den, sier da ingenting.
        ukjente = ", ".join(f"«{n}»" for n in sak.inn.ubrukte)
        raise IkkeStottet(f"emnet bruker ikke inndata {ukjente}")
    return Resultat(
        sak,
        "avvik" if avvik else "ok",
        avvik=tuple(avvik),
        utenom=tuple(utenom),
        merknad=str(svar.get("merknad", "")) or _lest_som(sak, emne),
    )
