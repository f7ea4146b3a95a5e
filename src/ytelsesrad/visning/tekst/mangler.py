"""«Dette vet vi ikke»: the question, where the answer stands, how to write it, what it is worth."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Mangel, Resultat
from ytelsesrad.lesbart import BOKMAAL, Sprak, avrundet, midt_i
from ytelsesrad.visning.tekst.linjer import brekk, ordrett, punkt, rens, setning
from ytelsesrad.visning.tekst.planer import samle

_INNRYKK = "    "
_NEVNES = 3


def mangler(resultat: Resultat, bredde: int) -> list[str]:
    """Return the unknowns that the answer needs, each one once."""
    funnet = samle(
        resultat,
        lambda plan: plan.mangler,
        likhet=lambda m: (m.inndata, m.sporsmaal, m.perioder),
    )
    if not funnet:
        return []
    navn = {d.ytelse: midt_i(d.navn) for plan in resultat.planer for d in plan.dekning}
    linjer = ["Dette vet vi ikke, og det betyr noe"]
    for samlet in funnet:
        foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
        mangel = samlet.forste
        hvor = setning(f"Det står i {mangel.staar_i}") if mangel.staar_i else ""
        linjer += punkt("?", f"{foran}{spurt(mangel)} {hvor}", bredde)
        linjer += _skriv(mangel, bredde)
        if mangel.alternativ:
            tekst = f"Vet du ikke det, kan du oppgi dette i stedet: {mangel.alternativ}"
            linjer += brekk(setning(tekst), bredde, _INNRYKK)
        linjer += brekk(verdt(mangel, navn), bredde, _INNRYKK)
    return linjer


def spurt(mangel: Mangel, s: Sprak = BOKMAAL) -> str:
    """Return the question, and which periods the answer is missing for when others are there."""
    sporsmaal = setning(mangel.sporsmaal)
    if not mangel.perioder:
        return sporsmaal
    perioder = [s.periode(p) for p in mangel.perioder]
    if len(perioder) <= _NEVNES:
        return f"{sporsmaal} {s('punkt.mangler_for', perioder=s.liste(perioder))}"
    return f"{sporsmaal} {s('punkt.mangler_fra_til', fra=perioder[0], til=perioder[-1])}"


def _skriv(mangel: Mangel, bredde: int) -> list[str]:
    """Return how to write the answer; what is to be pasted keeps its own lines."""
    rader = [rad for rad in map(rens, (mangel.skriv or "").splitlines()) if rad]
    if not rader:
        felt = mangel.inndata.rpartition(".")[2]
        return brekk(f"I situasjonen heter feltet «{felt}».", bredde, _INNRYKK)
    if len(rader) == 1:
        return ordrett(f"Skriv det slik: {rader[0]}", bredde, _INNRYKK)
    linjer = brekk("Skriv det slik:", bredde, _INNRYKK)
    for rad in rader:
        linjer += ordrett(rad, bredde, _INNRYKK * 2)
    return linjer


def verdt(mangel: Mangel, navn: dict[str, str], s: Sprak = BOKMAAL) -> str:
    """Return what the answer is worth: the span it can lead to, or what waits for it."""
    if mangel.virkning is not None:
        lavt, hoyt = sorted(avrundet(v / 12, 100) for v in mangel.virkning)
        if lavt == hoyt:
            return s("punkt.betyr_lite", belop=s.kroner(lavt))
        return s("punkt.avgjor", lavt=s.kroner(lavt), hoyt=s.kroner(hoyt))
    if mangel.antatt is not None:
        return setning(s("punkt.saa_lenge", antatt=mangel.antatt))
    if not mangel.berorer:
        return ""
    venter = s.liste(dict.fromkeys(navn.get(b, s.midt_i(b)) for b in mangel.berorer))
    return s("punkt.venter", hva=venter)
