"""The answer first: one sentence about money to live on, what is kept, and what may disappoint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import HARDT_MELLOMROM, Sprak, avrundet, sprak
from ytelsesrad.visning.tekst.linjer import avsnitt, setning
from ytelsesrad.visning.tekst.mindre import fordi, veien_ut
from ytelsesrad.visning.tekst.oppgjor import samlede
from ytelsesrad.visning.tekst.planer import (
    aa_leve_for,
    aar_i,
    endring,
    er_som_naa,
    naa_eller_med,
    omtale,
    viktigst_forst,
)

_BEHOLDER = ("rettighet", "tilbake")
_NEVNES = 3
_FLERE = 2
"""So many months as with the first plan make the figure an average worth a word."""
_AARSTALL = 4
_AAR = re.compile(rf"\d{{{_AARSTALL}}}[,.]?$")
"""A word that is a year, and the sign after it."""


def aapning(resultat: Resultat, bredde: int) -> list[str]:
    """Return the opening: the first sentence in capitals, then a short paragraph."""
    return [
        *avsnitt(forste_setning(resultat).upper(), bredde),
        *avsnitt(" ".join(videre(resultat)), bredde),
    ]


def videre(resultat: Resultat) -> list[str]:
    """Return the sentences under the first: other years, what is kept, what may disappoint."""
    s = sprak(resultat.meta.sprak)
    plan = resultat.planer[min(1, len(resultat.planer) - 1)]
    aar = viktigst_forst(resultat)
    return [
        *(_snittet(resultat, plan, aar[0], s) if aar else ()),
        *(veien_ut(resultat, aar[0], s) if aar else ()),
        *_andre_aar(resultat, plan, aar, s),
        *_korte(plan, s),
        *(setning for nr, a in enumerate(aar) for setning in _kommer_senere(plan, a, nr == 0, s)),
        *_svake_maaneder(resultat, plan, s),
    ]


def forste_setning(resultat: Resultat) -> str:
    """Return the first sentence: plan two against plan one, or the only plan by itself.

    It says so when a plan gives less or the same, what is left out although the person holds it,
    when there is nothing to compute, and, when there is no figure, what is missing.
    """
    s = sprak(resultat.meta.sprak)
    forste, *andre = resultat.planer
    plan = andre[0] if andre else forste
    aar = viktigst_forst(resultat)
    belop = None
    if aar:
        belop = endring(resultat, plan, aar[0]) if andre else aa_leve_for(plan, aar[0])
    if belop is None:
        return _uten_svar(forste, plan, s)
    naar = s("aapning.i_aar", aar=aar[0]) if len(aar) > 1 else ""
    utelatt = _utelatt(resultat, plan, s)
    if not andre and not belop and not forste.betalinger:
        return s("aapning.ingenting")
    if not andre:
        return s(
            "aapning.alene_naa" if er_som_naa(plan.navn, s) else "aapning.alene",
            plan=omtale(plan.navn, s),
            belop=s.kroner(avrundet(belop, 100)),
            naar=naar,
            utelatt=utelatt,
        )
    grunn = fordi(resultat, plan.navn, aar[0], s) if avrundet(belop) < 0 else ""
    return s(
        "aapning.mot_forste",
        plan=omtale(plan.navn, s),
        endring=_endringen(belop, forste.navn, naar, s) + grunn,
        men=_men(resultat, aar, s) if belop > -1 else "",
        utelatt=utelatt,
    )


def _endringen(belop: Decimal, forste: str, naar: str, s: Sprak) -> str:
    """Return «omtrent 4 600 kroner mer å leve for i måneden», or that it is the same."""
    mot = naa_eller_med(forste, s)
    if avrundet(belop) == 0:
        return s("aapning.likt", naar=naar, forste=mot)
    retning = "mer" if belop > 0 else "mindre"
    if avrundet(belop, 100) == 0:
        likt = s.kroner(abs(belop))
        return s(f"aapning.nesten_{retning}", naar=naar, forste=mot, belop=likt)
    enn = "" if er_som_naa(forste, s) else s("aapning.enn", forste=mot)
    return s(f"aapning.{retning}", belop=s.omtrent_kroner(belop), naar=naar, enn=enn)


def _men(resultat: Resultat, aar: list[int], s: Sprak) -> str:
    """Return the clause about what gives less: other plans the same year, other years."""
    mindre = [
        (s("aapning.med_plan", plan=omtale(plan.navn, s)), e)
        for plan in resultat.planer[2:]
        if (e := endring(resultat, plan, aar[0])) is not None and avrundet(e) < 0
    ] + [
        (s("aapning.i_et_aar", aar=annet), e)
        for annet in aar[1:]
        if (e := endring(resultat, resultat.planer[1], annet)) is not None and avrundet(e) < 0
    ]
    if not mindre:
        return ""
    if len(mindre) > 1:
        return s("aapning.men_flere", hvor=s.liste(hvor for hvor, _ in mindre))
    (hvor, e) = mindre[0]
    hvor_mye = s("aapning.litt") if avrundet(e, 100) == 0 else s.omtrent_kroner(e)
    return s("aapning.men", belop=hvor_mye, hvor=hvor)


def _utelatt(resultat: Resultat, plan: Planresultat, s: Sprak) -> str:
    """Return the clause about what the person holds and the figure leaves out."""
    navn = dict.fromkeys(
        [
            *(n for e in resultat.endringer if e.plan == plan.navn for n in e.utelater),
            *(d.navn for d in plan.dekning if d.holdes and d.status == "ikke_modellert"),
        ]
    )
    if not navn:
        return ""
    return s("aapning.utelatt", hva=s.liste(map(s.midt_i, navn)))


def _uten_svar(forste: Planresultat, plan: Planresultat, s: Sprak) -> str:
    """Return the first sentence when there is no figure: what is missing."""
    svaret = s("aapning.svaret", plan=omtale(plan.navn, s))
    titler = list(
        dict.fromkeys(
            s.tegn("plan.anforsel").format(m.tittel)
            for p in (plan, forste)
            for m in p.mangler
            if m.antatt is None
        )
    )
    if titler:
        nevnt = titler[:_NEVNES]
        if len(titler) > _NEVNES:
            nevnt.append(s("aapning.til", antall=len(titler) - _NEVNES))
        return s("aapning.mangler_svar", hva=s.liste(nevnt), svaret=svaret)
    if plan.feil or forste.feil:
        return s("aapning.stoppet", svaret=svaret)
    return s("aapning.kan_ikke", svaret=svaret)


def _snittet(resultat: Resultat, plan: Planresultat, aar: int, s: Sprak) -> list[str]:
    """Return that the figure is an average, when some months are as with the first plan."""
    belop = endring(resultat, plan, aar) if plan is not resultat.planer[0] else None
    if belop is None or not avrundet(belop, 100):
        return []
    mot = [m.mot_grunnlag for m in plan.maaneder if m.maaned.startswith(f"{aar}-")]
    like = sum(1 for x in mot if x is not None and not avrundet(x))
    if not _FLERE <= like < len(mot):
        return []
    forste = naa_eller_med(resultat.planer[0].navn, s)
    return [s("aapning.hele_aaret", aar=aar, antall=like, alle=len(mot), forste=forste)]


def _andre_aar(resultat: Resultat, plan: Planresultat, aar: list[int], s: Sprak) -> list[str]:
    """Return a sentence for each year but the one in the first sentence."""
    setninger = []
    for annet in aar[1:] if len(resultat.planer) > 1 else ():
        belop = endring(resultat, plan, annet)
        snitt = s("aapning.snitt") if annet < aar[0] else ""
        if belop == 0 and annet < aar[0]:
            continue  # before the plan begins, nothing is different
        if belop is None:
            setninger.append(s("aapning.senere_ukjent", aar=annet))
        elif avrundet(belop, 100) == 0:
            setninger.append(s("aapning.senere_likt", aar=annet))
        else:
            retning = "aapning.senere_mer" if belop > 0 else "aapning.senere_mindre"
            belop_ = s.omtrent_kroner(belop)
            setninger.append(s(retning, aar=annet, belop=belop_, snitt=snitt))
    return setninger


def _korte(plan: Planresultat, s: Sprak) -> list[str]:
    """Return the short sentences of the notes: first what is kept, then the rest."""
    korte = [(m.type not in _BEHOLDER, m.kort) for m in plan.meldinger if m.kort]
    korte.sort(key=lambda par: par[0])
    return [setning(k) for k in _aarene_sammen(dict.fromkeys(k for _, k in korte), s)]


def _aarene_sammen(tekster: Iterable[str], s: Sprak) -> list[str]:
    """Say once what is the same but for the year: «i 2027 og 2028»."""
    like: dict[tuple[str, ...], list[list[str]]] = {}
    for tekst in tekster:
        ordene = tekst.split(" ")
        like.setdefault(tuple("" if _AAR.match(o) else o for o in ordene), []).append(ordene)
    return [" ".join(_ett_av(ordene, s)) for ordene in like.values()]


def _ett_av(like: list[list[str]], s: Sprak) -> list[str]:
    """Return the words, with all the years where they differ."""
    svar = []
    for ordene in zip(*like, strict=True):
        ulike = list(dict.fromkeys(ordene))
        aar = s.liste(o[:_AARSTALL] for o in ulike)
        svar.append(f"{aar}{ulike[-1][_AARSTALL:]}" if len(ulike) > 1 else ulike[0])
    return svar


def _kommer_senere(plan: Planresultat, aar: int, alt: bool, s: Sprak) -> list[str]:
    """Return what is claimed back after the year, and with ``alt`` also what is paid after it."""
    funnet = aar_i(plan, aar)
    oppgjor = [o for o in samlede(funnet.oppgjor if funnet else ()) if avrundet(o.belop, 100)]
    senere: list[str] = []
    tilbake: list[str] = []
    for o in oppgjor:
        maaned = s.maanedene(o.datoer)
        if o.belop < 0:
            hva = s.liste(map(s.midt_i, o.titler))
            belop = s.omtrent_kroner(o.netto)
            tilbake.append(s("aapning.krav", belop=belop, maaned=maaned, hva=hva))
            continue
        nokkel = "aapning.kommer" if senere else "aapning.forst"
        if o.trekkes:
            nokkel = "aapning.for_trekk" if senere else "aapning.forst_for_trekk"
        senere.append(s(nokkel, belop=s.omtrent_kroner(o.belop), maaned=maaned))
    setninger = []
    if senere and alt:
        setninger.append(s("aapning.kommer_senere", aar=aar, hva=s.liste(senere)))
    if tilbake:
        setninger.append(s("aapning.betales_tilbake", aar=aar, hva=s.liste(tilbake)))
    return setninger


def _svake_maaneder(resultat: Resultat, plan: Planresultat, s: Sprak) -> list[str]:
    """Return the months with clearly less on the account than with the first plan."""
    svake = [
        (m.mot_grunnlag, s.maaned(m.maaned))
        for m in plan.maaneder
        if m.mot_grunnlag is not None and avrundet(m.mot_grunnlag, 100) < 0
    ]
    if not svake or plan is resultat.planer[0]:
        return []
    verst = s.omtrent_kroner(min(svake)[0])
    forste = naa_eller_med(resultat.planer[0].navn, s)
    if len(svake) == 1:
        return [s("aapning.svak_maaned", maaned=svake[0][1], belop=verst, forste=forste)]
    naar = (
        s.liste(_uten_gjentatt_aar([navn for _, navn in svake]))
        if len(svake) <= _NEVNES
        else s("aapning.av_maaneder", antall=len(svake), alle=len(plan.maaneder))
    )
    return [s("aapning.svake_maaneder", maaneder=naar, belop=verst, forste=forste)]


def _uten_gjentatt_aar(maaneder: Sequence[str]) -> list[str]:
    """Return «januar, april og mai 2026» as parts: the year is said once where it is the same."""
    delt = [navn.replace(HARDT_MELLOMROM, " ").split(" ") for navn in maaneder]
    if len({aar for _, aar in delt}) > 1:
        return list(maaneder)
    return [*(navn for navn, _ in delt[:-1]), maaneder[-1]]
