"""The boxes: what the person keeps, must do, and may be surprised by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ytelsesrad.beregning.resultat import Melding, Planresultat, Resultat
from ytelsesrad.lesbart import FRA, HARDT_MELLOMROM, TIL, sprak
from ytelsesrad.raad.overraskelser import Overraskelse
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

_FRISTBREDDE = 24
_AVKRYSNING = "[ ] "


def beholder(resultat: Resultat, bredde: int) -> list[str]:
    """Return «Dette beholder du»: rights, and the way back."""
    meldinger = meldinger_av(resultat, lambda type_: type_ in BEHOLDER)
    return _boks(
        "Dette beholder du", [punkt("+", tekst_av(resultat, m), bredde) for m in meldinger]
    )


def plikter(resultat: Resultat, bredde: int) -> list[str]:
    """Return «Dette må du gjøre»: a tick box, when, what, who and where."""
    meldinger = meldinger_av(resultat, lambda type_: type_ in PLIKT)
    fristen = [frist_av(resultat, m) for m in meldinger]
    brutt = (linje for frist in fristen for linje in brekk(frist, _FRISTBREDDE))
    spalte = max(map(len, brutt), default=0) + GAP
    return _boks(
        "Dette må du gjøre",
        [_plikt(resultat, m, f, spalte, bredde) for m, f in zip(meldinger, fristen, strict=True)],
    )


def overrasker(
    resultat: Resultat, bredde: int, overraskelser: Sequence[Overraskelse] = ()
) -> list[str]:
    """Return «Dette kan overraske»: surprises, warnings, then what is only proposed.

    A note of a type not known here stands with the warnings, so that nothing is left out.
    """
    viktige = overraskelsene(resultat, overraskelser, viktige=True)
    andre = overraskelsene(resultat, overraskelser, viktige=False)
    igjen = usagte(resultat, overraskelser)
    advarsler = [tekst_av(resultat, m) for m in meldinger_av(igjen, er_advarsel)]
    punkter = [punkt("!", t, bredde) for t in (*viktige, *advarsler, *andre)]
    punkter += [
        punkt("?", foreslatt(resultat, m), bredde)
        for m in meldinger_av(resultat, lambda type_: type_ in FORSLAG)
    ]
    return _boks("Dette kan overraske", punkter)


def er_advarsel(type_: str) -> bool:
    """Tell whether notes of a type stand with the warnings."""
    return type_ not in (*BEHOLDER, *PLIKT, *FORSLAG, *UENDRET, *RAAD)


def raad(resultat: Resultat, bredde: int) -> list[str]:
    """Return «Råd»: what is wise, but no duty."""
    meldinger = meldinger_av(resultat, lambda type_: type_ in RAAD)
    return _boks("Råd", [punkt("–", tekst_av(resultat, m), bredde) for m in meldinger])


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


def _boks(tittel: str, punkter: list[list[str]]) -> list[str]:
    return [tittel, *(linje for p in punkter for linje in p)] if punkter else []


def foreslatt(resultat: Resultat, melding: Samlet[Melding]) -> str:
    """Return a proposal: that it is one, and that it is not counted."""
    hvor = _hvor(resultat, melding)
    nokkel = "punkt.foreslatt_hvor" if hvor else "punkt.foreslatt"
    return sprak(resultat.meta.sprak)(nokkel, hvor=hvor, tekst=setning(melding.forste.tekst))


def tekst_av(resultat: Resultat, melding: Samlet[Melding]) -> str:
    """Return the text, with the plans and years it belongs to in front when it is not all."""
    hvor = _hvor(resultat, melding)
    andre = de_andre(resultat, melding, lambda m: m.tekst)
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


def plikt_av(resultat: Resultat, melding: Samlet[Melding]) -> str:
    """Return what must be done, by whom when it is not the person, and where."""
    s = sprak(resultat.meta.sprak)
    tekst = tekst_av(resultat, melding)
    noen, kanal = melding.forste.hvem, melding.forste.kanal
    if noen and noen.strip(FRA + TIL).casefold() not in s.ledd("punkt.deg"):
        tekst += f" {s('punkt.hvem', hvem=s.midt_i(noen))}"
    if kanal and rens(kanal).casefold() not in rens(tekst).casefold():
        tekst += f" {s('punkt.hvor', kanal=kanal)}"
    return tekst


def _plikt(
    resultat: Resultat, melding: Samlet[Melding], frist: str, spalte: int, bredde: int
) -> list[str]:
    tekst = plikt_av(resultat, melding)
    if melding.forste.folge:
        tekst += f" {setning(melding.forste.folge)}"
    start = f"{INNRYKK}{_AVKRYSNING}"
    if not frist:
        return brekk(tekst, bredde, start, " " * len(start))
    inn = " " * (len(start) + spalte)
    hoyre = brekk(tekst, bredde, inn)
    venstre = brekk(frist, _FRISTBREDDE)
    linjer = []
    for n in range(max(len(hoyre), len(venstre))):
        foran = (start if n == 0 else " " * len(start)) + (
            venstre[n] if n < len(venstre) else ""
        ).ljust(spalte)
        linjer.append(f"{foran}{hoyre[n][len(inn) :] if n < len(hoyre) else ''}".rstrip())
    return linjer
