"""The answer first: one sentence about money to live on, what is kept, and what may disappoint."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import (
    HARDT_MELLOMROM,
    avrundet,
    kroner,
    liste,
    maaned,
    midt_i,
    omtrent_kroner,
)
from ytelsesrad.visning.tekst.linjer import avsnitt, setning
from ytelsesrad.visning.tekst.planer import (
    aa_leve_for,
    aar_i,
    aarene,
    endring,
    er_som_naa,
    naa_eller_med,
    omtale,
    viktigst_forst,
)
from ytelsesrad.visning.tekst.senere import etter_trekk

_BEHOLDER = ("rettighet", "tilbake")
_NEVNES = 3


def aapning(resultat: Resultat, bredde: int) -> list[str]:
    """Return the opening: the first sentence in capitals, then a short paragraph."""
    return [
        *avsnitt(forste_setning(resultat).upper(), bredde),
        *avsnitt(" ".join(videre(resultat)), bredde),
    ]


def videre(resultat: Resultat) -> list[str]:
    """Return the sentences under the first: other years, what is kept, what may disappoint."""
    plan = resultat.planer[min(1, len(resultat.planer) - 1)]
    aar = viktigst_forst(resultat)
    return [
        *_andre_aar(resultat, plan, aar),
        *_korte(plan),
        *(setning for a in aarene(resultat) for setning in _kommer_senere(plan, a)),
        *_svake_maaneder(resultat, plan),
    ]


def forste_setning(resultat: Resultat) -> str:
    """Return the first sentence: plan two against plan one, or the only plan by itself.

    It says so when a plan gives less or the same, what is left out although the person holds it,
    when there is nothing to compute, and, when there is no figure, what is missing.
    """
    forste, *andre = resultat.planer
    plan = andre[0] if andre else forste
    aar = viktigst_forst(resultat)
    belop = None
    if aar:
        belop = endring(resultat, plan, aar[0]) if andre else aa_leve_for(plan, aar[0])
    if belop is None:
        return _uten_svar(forste, plan)
    naar = f" i {aar[0]}" if len(aar) > 1 else ""
    utelatt = _utelatt(resultat, plan)
    if not andre and not belop and not forste.betalinger:
        return "Det er ikke oppgitt noe å regne på ennå."
    if not andre:
        start = "Du har" if er_som_naa(plan.navn) else f"Med {omtale(plan.navn)} har du"
        rundt = kroner(avrundet(belop, 100))
        return f"{start} omtrent {rundt} å leve for i måneden{naar}{utelatt}."
    men = _men(resultat, aar) if belop > -1 else ""
    kjerne = _endringen(belop, forste.navn, naar)
    return f"Med {omtale(plan.navn)} får du {kjerne}{men}{utelatt}."


def _endringen(belop: Decimal, forste: str, naar: str) -> str:
    """Return «omtrent 4 600 kroner mer å leve for i måneden», or that it is the same."""
    if avrundet(belop) == 0:
        return f"like mye å leve for i måneden{naar} som {naa_eller_med(forste)}"
    retning = "mer" if belop > 0 else "mindre"
    if avrundet(belop, 100) == 0:
        return (
            f"omtrent det samme å leve for i måneden{naar} som {naa_eller_med(forste)}: "
            f"{kroner(abs(belop))} {retning}"
        )
    enn = "" if er_som_naa(forste) else f" enn {naa_eller_med(forste)}"
    return f"{omtrent_kroner(belop)} {retning} å leve for i måneden{naar}{enn}"


def _men(resultat: Resultat, aar: list[int]) -> str:
    """Return the clause about what gives less: other plans the same year, other years."""
    mindre = [
        (f"med {omtale(plan.navn)}", e)
        for plan in resultat.planer[2:]
        if (e := endring(resultat, plan, aar[0])) is not None and avrundet(e) < 0
    ] + [
        (f"i {annet}", e)
        for annet in aar[1:]
        if (e := endring(resultat, resultat.planer[1], annet)) is not None and avrundet(e) < 0
    ]
    if not mindre:
        return ""
    if len(mindre) > 1:
        return f", men mindre {liste(hvor for hvor, _ in mindre)}"
    (hvor, e) = mindre[0]
    hvor_mye = "litt" if avrundet(e, 100) == 0 else omtrent_kroner(e)
    return f", men {hvor_mye} mindre {hvor}"


def _utelatt(resultat: Resultat, plan: Planresultat) -> str:
    """Return the clause about what the person holds and the figure leaves out."""
    navn = dict.fromkeys(
        [
            *(n for e in resultat.endringer if e.plan == plan.navn for n in e.utelater),
            *(d.navn for d in plan.dekning if d.holdes and d.status == "ikke_modellert"),
        ]
    )
    if not navn:
        return ""
    return f", når vi ser bort fra {liste(map(midt_i, navn))}, som vi ikke regner på"


def _uten_svar(forste: Planresultat, plan: Planresultat) -> str:
    """Return the first sentence when there is no figure: what is missing."""
    hva = f"hva du får å leve for med {omtale(plan.navn)}"
    titler = list(
        dict.fromkeys(
            f"«{m.tittel}»" for p in (plan, forste) for m in p.mangler if m.antatt is None
        )
    )
    if titler:
        nevnt = titler[:_NEVNES]
        if len(titler) > _NEVNES:
            nevnt.append(f"{len(titler) - _NEVNES} til")
        return f"Vi mangler svar på {liste(nevnt)}, og kan derfor ikke si {hva}."
    if plan.feil or forste.feil:
        return f"Utregningen stoppet, og vi kan derfor ikke si {hva}."
    return f"Vi kan ikke regne ut {hva}."


def _andre_aar(resultat: Resultat, plan: Planresultat, aar: list[int]) -> list[str]:
    """Return a sentence for each year but the one in the first sentence."""
    setninger = []
    for annet in aar[1:] if len(resultat.planer) > 1 else ():
        belop = endring(resultat, plan, annet)
        snitt = ", i snitt for hele året" if annet < aar[0] else ""
        if belop is None:
            setninger.append(f"For {annet} kan vi ikke regne det ut ennå.")
        elif avrundet(belop, 100) == 0:
            setninger.append(f"I {annet} får du omtrent det samme.")
        else:
            mer = f"{omtrent_kroner(belop)} {'mer' if belop > 0 else 'mindre'}"
            setninger.append(f"I {annet} får du {mer} i måneden{snitt}.")
    return setninger


def _korte(plan: Planresultat) -> list[str]:
    """Return the short sentences of the notes: first what is kept, then the rest."""
    korte = [(m.type not in _BEHOLDER, m.kort) for m in plan.meldinger if m.kort]
    return [setning(k) for k in dict.fromkeys(k for _, k in sorted(korte, key=lambda par: par[0]))]


def _kommer_senere(plan: Planresultat, aar: int) -> list[str]:
    """Return what of the year's money is paid, or claimed back, after the year."""
    funnet = aar_i(plan, aar)
    oppgjor = [o for o in (funnet.oppgjor if funnet else ()) if avrundet(o.belop, 100)]
    senere: list[str] = []
    tilbake: list[str] = []
    for o in oppgjor:
        trekkes = " (før trekk)" if etter_trekk(plan, o) is not None else ""
        forst = "først " if o.belop > 0 and not senere else ""
        hva = f"{omtrent_kroner(o.belop)}{trekkes} {forst}i {maaned(o.dato)}"
        (senere if o.belop > 0 else tilbake).append(hva)
    setninger = []
    if senere:
        setninger.append(f"Av pengene for {aar} kommer {liste(senere)}.")
    if tilbake:
        setninger.append(f"For {aar} må du regne med å betale tilbake {liste(tilbake)}.")
    return setninger


def _svake_maaneder(resultat: Resultat, plan: Planresultat) -> list[str]:
    """Return the months with clearly less on the account than with the first plan."""
    svake = [
        (m.mot_grunnlag, maaned(m.maaned))
        for m in plan.maaneder
        if m.mot_grunnlag is not None and avrundet(m.mot_grunnlag, 100) < 0
    ]
    if not svake or plan is resultat.planer[0]:
        return []
    verst = omtrent_kroner(min(svake)[0])
    enn = naa_eller_med(resultat.planer[0].navn)
    if len(svake) == 1:
        return [f"I {svake[0][1]} får du {verst} mindre inn på konto enn {enn}."]
    naar = (
        liste(_uten_gjentatt_aar([navn for _, navn in svake]))
        if len(svake) <= _NEVNES
        else f"{len(svake)} av {len(plan.maaneder)} måneder"
    )
    return [f"I {naar} får du mindre inn på konto enn {enn}, på det meste {verst}."]


def _uten_gjentatt_aar(maaneder: Sequence[str]) -> list[str]:
    """Return «januar, april og mai 2026» as parts: the year is said once where it is the same."""
    delt = [navn.replace(HARDT_MELLOMROM, " ").split(" ") for navn in maaneder]
    if len({aar for _, aar in delt}) > 1:
        return list(maaneder)
    return [*(navn for navn, _ in delt[:-1]), maaneder[-1]]
