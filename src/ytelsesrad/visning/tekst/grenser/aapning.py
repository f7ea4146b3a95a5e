"""The first sentences: what gives less, and the way back; or what one keeps the least of."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.analyse import Grenser, Tap, Terskel
from ytelsesrad.lesbart import avrundet, liste, midt_i, omtrent_kroner
from ytelsesrad.visning.tekst.grenser.satser import av_100, staar_stille
from ytelsesrad.visning.tekst.linjer import avsnitt, setning
from ytelsesrad.visning.tekst.stillinger import Stillinger

_AAR = 12
_MERKBART = 5


def aapning(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    """Return the first sentences."""
    tap = [t for t in g.tap if avrundet(t.mindre / _AAR, 100) > 0]
    if not tap:
        return avsnitt(_uten_tap(g, s), bredde)
    verst = max(tap, key=lambda t: t.mindre)
    videre = _etter_fallet(g, s, verst)
    andre = [t for t in tap if t is not verst]
    if andre:
        hvor = liste(_etter(g, s, t) for t in andre)
        videre.append(f"Det er også mindre å leve for {hvor}.")
    return [*avsnitt(_verst(g, s, verst).upper(), bredde), *avsnitt(" ".join(videre), bredde)]


def _verst(g: Grenser, s: Stillinger, tap: Tap) -> str:
    naar = _etter(g, s, tap)
    naar = naar[0].upper() + naar[1:]
    hoyst = "" if _terskel(g, tap) else "opptil "
    return f"{naar} får du {hoyst}{omtrent_kroner(tap.mindre / _AAR)} mindre å leve for i måneden."


def _terskel(g: Grenser, tap: Tap) -> Terskel | None:
    funnet = next((t for t in g.terskler if t.id == tap.terskel), None)
    return funnet if funnet is not None and funnet.art == "fall" else None


def _etter(g: Grenser, s: Stillinger, tap: Tap) -> str:
    t = _terskel(g, tap)
    if t is not None and t.for_ is not None and g.trinnvis:
        return f"over {s.noyaktig(t.for_.stilling)}{s.mot_planen}"
    return f"over {s.til_og_med(tap.fra)}{s.mot_planen}"


def _etter_fallet(g: Grenser, s: Stillinger, tap: Tap) -> list[str]:
    t = _terskel(g, tap)
    svar = []
    if t is None:
        if tap.hvorfor:
            return [f"Grunnen er {midt_i(tap.hvorfor)}."]
        tar = min(g.strekning_ved(tap.fra).andeler, key=lambda a: a.per_enhet, default=None)
        return [] if tar is None else [f"Det som går mest ned, er {midt_i(tar.navn)}."]
    if t.aarsaker and t.aarsaker[0].setning_etter:
        svar.append(setning(t.aarsaker[0].setning_etter))
    svar += vei_ut(g, s, t)
    return svar


def vei_ut(g: Grenser, s: Stillinger, t: Terskel, *, kort: bool = False) -> list[str]:
    """Return where below one has as much as just past a fall, and where above it is made up for.

    ``kort``: in what the rules count, when they count in steps.
    """
    assert t.etter is not None
    svar = []
    valgt = s.kort_valgt if kort else s.valgt
    if t.like_mye is not None:
        svar.append(f"Du får like mye med {valgt(t.like_mye, t.like_mye_trinn)}.")
    elif t.etter.belop < g.strekninger[0].belop_fra - _MERKBART:
        svar.append(f"Du har da mindre enn med {s.noyaktig(g.langs[0].fra)}.")
    if t.innhentet is not None:
        forst = valgt(t.innhentet, t.innhentet_trinn)
        svar.append(f"Først med {forst} har du like mye som rett før grensen.")
    else:
        til = s.noyaktig(g.langs[0].til)
        svar.append(f"Opp til {til} får du ikke igjen så mye som rett før grensen.")
    return svar


def _uten_tap(g: Grenser, s: Stillinger) -> str:
    spenn = s.spenn(g.langs[0].fra, g.langs[0].til)
    if staar_stille(g):
        return f"Det du har å leve for i {g.aar}, er det samme {spenn}."
    mindre = "merkbart mindre" if any(t.art == "fall" for t in g.terskler) else "mindre"
    svar = f"Vi finner ingen grense {spenn} der du får {mindre} å leve for når alt er gjort opp."
    kjente = [x for x in g.strekninger if x.igjen_av_100 is not None]
    if kjente:
        minst = min(kjente, key=lambda x: x.igjen_av_100 or Decimal(0))
        hvor = s.spenn(minst.fra, minst.til)
        svar += f" Minst sitter du igjen med {hvor}: {av_100(minst)} av hundre kroner."
    return svar
