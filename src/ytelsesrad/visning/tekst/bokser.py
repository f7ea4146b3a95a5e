"""The boxes: what the person keeps, must do, and may be surprised by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ytelsesrad.beregning.resultat import Melding, Planresultat, Resultat
from ytelsesrad.lesbart import FRA, HARDT_MELLOMROM, TIL, sprak
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.tekst.dybde import ALT, boks, delt
from ytelsesrad.visning.tekst.likt import de_andre, fold, hvem
from ytelsesrad.visning.tekst.linjer import INNRYKK, brekk, punkt, rens, setning
from ytelsesrad.visning.tekst.overraskelser import overraskelsene, usagte
from ytelsesrad.visning.tekst.planer import Samlet, aarene, samle
from ytelsesrad.visning.tekst.tabell import GAP

BEHOLDER = ("rettighet", "tilbake")
PLIKT = ("plikt",)
FORSLAG = ("forslag",)
UENDRET = ("endres ikke",)
RAAD = ("råd",)

_FRISTBREDDE, _SMAL_FRIST = 24, 17
_AVKRYSNING = "[ ] "


def beholder(resultat: Resultat, bredde: int, *, kort: bool = False) -> list[str]:
    """Return «Dette beholder du»: rights, and the way back."""
    return _meldingsboks("Dette beholder du", "+", resultat, BEHOLDER, bredde, kort=kort)


def _meldingsboks(
    tittel: str,
    merke: str,
    resultat: Resultat,
    typer: Collection[str],
    bredde: int,
    *,
    kort: bool,
) -> list[str]:
    alle = meldinger_av(resultat, lambda type_: type_ in typer)
    vist, utelatt = delt(((m, er_viktig(m)) for m in alle), kort=kort)
    punkter = [punkt(merke, tekst_av(resultat, m, kort=kort), bredde) for m in vist]
    if punkter or not utelatt:
        return boks(tittel, punkter, utelatt)
    return [f"{tittel}: {utelatt} i hele svaret, {ALT}"]


def er_viktig(samlet: Samlet[Melding]) -> bool:
    """Tell whether a note stands in the short answer, in any of the plans that have it."""
    return any(m.viktig for x in (samlet, *samlet.andre) for m in x.ting)


def plikter(resultat: Resultat, bredde: int, *, kort: bool = False) -> list[str]:
    """Return «Dette må du gjøre»: a tick box, when, what, who and where.

    All of them, always; ``kort`` leaves out what happens when it is not done.
    """
    meldinger = meldinger_av(resultat, lambda type_: type_ in PLIKT)
    igjen = _igjen(meldinger) if kort else {}
    meldinger = [m for m in meldinger if all(m not in senere for senere in igjen.values())]
    fristen = [_frister(resultat, m, igjen.get(m.forste.id, ())) for m in meldinger]
    fristbredde = _SMAL_FRIST if kort else _FRISTBREDDE
    brutt = (linje for frist in fristen for linje in brekk(frist, fristbredde))
    spalte = max(map(len, brutt), default=0) + GAP
    gjor = [
        _plikt(resultat, m, f, (spalte, bredde), kort=kort)
        for m, f in zip(meldinger, fristen, strict=True)
    ]
    linjer = boks("Dette må du gjøre", gjor)
    if kort and any(m.forste.folge for m in meldinger):
        linjer.append(f"{INNRYKK}Det som skjer hvis du ikke gjør det: {ALT}")
    return linjer


def overrasker(
    resultat: Resultat,
    bredde: int,
    overraskelser: Sequence[Overraskelse] = (),
    *,
    kort: bool = False,
) -> list[str]:
    """Return «Dette kan overraske»: surprises, warnings, then what is only proposed.

    A note of a type not known here stands with the warnings, so that nothing is left out.
    """
    alle = overraskelsespunkter(resultat, overraskelser, kort=kort)
    vist, utelatt = delt(((p, p.viktig) for p in alle), kort=kort)
    punkter = [punkt("?" if p.foreslatt else "!", p.tekst, bredde) for p in vist]
    return boks("Dette kan overraske", punkter, utelatt)


def _igjen(meldinger: Sequence[Samlet[Melding]]) -> dict[str, list[Samlet[Melding]]]:
    """Return, by the id of a duty, when the same plans must do it again, in later years."""
    forst: dict[str, Samlet[Melding]] = {}
    svar: dict[str, list[Samlet[Melding]]] = {}
    for m in meldinger:
        foer = forst.setdefault(m.forste.id, m)
        if (
            foer is not m
            and foer.planer == m.planer
            and not (foer.andre or m.andre)
            and m.forste.frist
        ):
            svar.setdefault(m.forste.id, []).append(m)
    return svar


def _frister(resultat: Resultat, melding: Samlet[Melding], igjen: Sequence[Samlet[Melding]]) -> str:
    """Return when, and when it is again."""
    s = sprak(resultat.meta.sprak)
    alle = [frist_av(resultat, melding), *(s.midt_i(frist_av(resultat, m)) for m in igjen)]
    return s.liste(alle) if igjen else alle[0]


@dataclass(frozen=True, slots=True)
class Overraskelsespunkt:
    """A point of «Dette kan overraske»."""

    tekst: str
    viktig: bool
    """It stands in the short answer, too."""
    foreslatt: bool = False


def overraskelsespunkter(
    resultat: Resultat, overraskelser: Sequence[Overraskelse], *, kort: bool = False
) -> list[Overraskelsespunkt]:
    """Return the points in order: what to think of, warnings, good to know, only proposed."""
    igjen = usagte(resultat, overraskelser)

    advarsler = meldinger_av(igjen, er_advarsel)
    viktige = overraskelsene(resultat, overraskelser, viktige=True, kort=kort)
    andre = overraskelsene(resultat, overraskelser, viktige=False, kort=kort)

    def sagt(m: Samlet[Melding]) -> bool:
        """Tell whether a surprise of another plan says it, so that it need not be said again."""
        return any(viktig and setning(m.forste.tekst) in tekst for tekst, viktig in viktige)

    return [
        *(Overraskelsespunkt(*o) for o in viktige),
        *(
            Overraskelsespunkt(tekst_av(resultat, m, kort=kort), er_viktig(m) and not sagt(m))
            for m in advarsler
        ),
        *(Overraskelsespunkt(*o) for o in andre),
        *(
            Overraskelsespunkt(foreslatt(resultat, m), er_viktig(m), foreslatt=True)
            for m in meldinger_av(resultat, lambda type_: type_ in FORSLAG)
        ),
    ]


def er_advarsel(type_: str) -> bool:
    """Tell whether notes of a type stand with the warnings."""
    return type_ not in (*BEHOLDER, *PLIKT, *FORSLAG, *UENDRET, *RAAD)


def raad(resultat: Resultat, bredde: int, *, kort: bool = False) -> list[str]:
    """Return «Råd»: what is wise, but no duty."""
    return _meldingsboks("Råd", "–", resultat, RAAD, bredde, kort=kort)


def uendret(resultat: Resultat) -> list[str]:
    """Return the reassuring sentences: what a change of income does not touch."""
    return [tekst_av(resultat, m) for m in meldinger_av(resultat, lambda type_: type_ in UENDRET)]


def meldinger_av(resultat: Resultat, er_med: Callable[[str], bool]) -> list[Samlet[Melding]]:
    """Return the notes of some types, the same ones gathered, relatives beside each other."""

    def hent(plan: Planresultat) -> Iterable[Melding]:
        return (m for m in plan.meldinger if er_med(m.type))

    samlet = samle(
        resultat,
        hent,
        likhet=lambda m: (m.id, m.type, m.tekst, m.frist, m.hvem, m.kanal),
        gruppe=lambda m: m.id,
    )
    foldet = fold(
        samlet,
        lambda m: m.tekst,
        likhet=lambda m: (m.id, m.type, m.frist, m.frist_dato, m.hvem, m.kanal, m.perioder),
    )
    return sorted(foldet, key=lambda s: s.forste.rang)


def foreslatt(resultat: Resultat, melding: Samlet[Melding]) -> str:
    """Return a proposal: that it is one, and that it is not counted."""
    hvor = _hvor(resultat, melding)
    nokkel = "punkt.foreslatt_hvor" if hvor else "punkt.foreslatt"
    return sprak(resultat.meta.sprak)(nokkel, hvor=hvor, tekst=setning(melding.forste.tekst))


def tekst_av(resultat: Resultat, melding: Samlet[Melding], *, kort: bool = False) -> str:
    """Return the text, with the plans and years it belongs to in front when it is not all."""
    hvor = _hvor(resultat, melding)
    andre = de_andre(resultat, melding, lambda m: m.tekst, kort=kort)
    tekst = " ".join(d for d in (setning(melding.forste.tekst), andre) if d)
    return sprak(resultat.meta.sprak)("punkt.gjelder", hvor=hvor, tekst=tekst) if hvor else tekst


def _hvor(resultat: Resultat, melding: Samlet[Melding]) -> str:
    tekst = melding.forste.tekst
    navn = hvem(resultat, melding)
    hvor = [navn] if navn else []
    aar = sorted({p[:4] for m in melding.ting for p in m.perioder if p[:4].isdecimal()})
    vist = aarene(resultat)
    if aar and vist and aar[0] > str(vist[0]) and not all(a in tekst for a in aar):
        hvor.append(sprak(resultat.meta.sprak).liste(aar))
    return ", ".join(hvor)


def frist_av(resultat: Resultat, melding: Samlet[Melding]) -> str:
    """Return when: the words of the note, and the day (the next one, if there are several)."""
    ord_ = rens(melding.forste.frist or "")
    dager = sorted({m.frist_dato for m in melding.ting if m.frist_dato is not None})
    if not dager:
        return ord_
    s = sprak(resultat.meta.sprak)
    neste = s.dato(_neste(dager, resultat.meta.regnedato))
    if not ord_:
        return neste if len(dager) == 1 else s("punkt.neste", dag=neste)
    if neste in ord_.replace(" ", HARDT_MELLOMROM):
        return ord_
    return s("punkt.frist" if len(dager) == 1 else "punkt.frist_neste", ord=ord_, dag=neste)


def _neste(dager: list[date], fra: date) -> date:
    return next((dag for dag in dager if dag >= fra), dager[-1])


def plikt_av(resultat: Resultat, melding: Samlet[Melding], *, kort: bool = False) -> str:
    """Return what must be done, by whom when it is not the person, and where."""
    s = sprak(resultat.meta.sprak)
    tekst = tekst_av(resultat, melding, kort=kort)
    noen, kanal = melding.forste.hvem, melding.forste.kanal
    if noen and noen.strip(FRA + TIL).casefold() not in s.ledd("punkt.deg"):
        tekst += f" {s('punkt.hvem', hvem=s.midt_i(noen))}"
    if kanal and rens(kanal).casefold() not in rens(tekst).casefold():
        tekst += f" {s('punkt.hvor', kanal=kanal)}"
    return tekst


def _plikt(
    resultat: Resultat,
    melding: Samlet[Melding],
    frist: str,
    plass: tuple[int, int],
    *,
    kort: bool,
) -> list[str]:
    tekst, (spalte, bredde) = plikt_av(resultat, melding, kort=kort), plass
    if melding.forste.folge and not kort:
        tekst += f" {setning(melding.forste.folge)}"
    start = f"{INNRYKK}{_AVKRYSNING}"
    if not frist:
        return brekk(tekst, bredde, start, " " * len(start))
    inn = " " * (len(start) + spalte)
    hoyre = brekk(tekst, bredde, inn)
    venstre = brekk(frist, spalte - GAP)
    linjer = []
    for n in range(max(len(hoyre), len(venstre))):
        foran = (start if n == 0 else " " * len(start)) + (
            venstre[n] if n < len(venstre) else ""
        ).ljust(spalte)
        linjer.append(f"{foran}{hoyre[n][len(inn) :] if n < len(hoyre) else ''}".rstrip())
    return linjer
