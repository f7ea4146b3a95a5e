"""Why something turns at a place: the rule, the paragraph, the limit, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.delkjoring import Linjekjoring
from ytelsesrad.analyse.linjetall import Eier, Langs
from ytelsesrad.analyse.modell import Aarsak
from ytelsesrad.analyse.sveip import Stykke, Sveip, baand, stigning, verdi
from ytelsesrad.forklaring.plass import Plass
from ytelsesrad.forklaring.setning import setning
from ytelsesrad.regelspraak import Kjoring, Regnefeil, Ukjent, tre
from ytelsesrad.regelspraak.kjor.kjoring import Underkjoring
from ytelsesrad.regelspraak.verdinokkel import SLUTT

_LIKT = Decimal("1E-9")
_MAKS_AARSAKER = 3
_MERKBART = Decimal(10)
"""A smaller difference is only rounding."""


def finn_aarsaker(sv: Sveip, stykke: Stykke, for_: Decimal, etter: Decimal) -> tuple[Aarsak, ...]:
    """Return the rules that turn where a piece begins, the nearest to the answer first.

    ``for_`` and ``etter`` are places on each side, where the rules say their sentences.
    """
    endret = _endrede(stykke)
    rekke = _naermest_svaret(sv, stykke, endret)
    return tuple(
        _aarsak(sv, eier, _som_sier_det(sv, eier, endret), stykke.fra, (for_, etter))
        for eier in rekke[:_MAKS_AARSAKER]
    )


def ved_start(sv: Sveip) -> Stykke | None:
    """Return the first piece with what is otherwise exactly where the line begins.

    None when the first step along the line changes nothing by itself.
    """
    t, forste = sv.akse.fra, sv.stykker[0]
    if abs(sum(sv.eksakt(t).values()) - forste.ved(t)) <= baand(forste.sum) + _MERKBART:
        return None
    eksakt, langs = sv.punkt(t).kjoring.husket, sv.fra_start()
    ulike = [k for k in langs if k in eksakt and _merkbart_ulik(eksakt[k], langs[k], t)]
    return replace(
        forste,
        eiere=sv.ved_start,
        for_={(0, k): eksakt[k] for k in ulike},
        etter={(0, k): langs[k] for k in ulike},
    )


def _merkbart_ulik(a: Any, b: Any, t: Decimal) -> bool:
    if isinstance(a, Decimal) and isinstance(b, Langs | Decimal):
        return abs(a - verdi(b, t)) > _MERKBART
    return bool(a != b)


# ── which ───────────────────────────────────────────────────────────────────────────────────────


def _naermest_svaret(sv: Sveip, stykke: Stykke, endret: set[int]) -> list[Eier]:
    """Return one owner for each rule that turned, if its turn can be what changed the answer."""
    program = sv.u.bok.program
    dybde = _dybder(sv, endret)
    svar: dict[int, Eier] = {}
    for eier in sorted(stykke.eiere, key=lambda e: (e[0] > 0, e[1])):
        nr = eier[1][0]
        if nr in dybde and not program.regler[nr].regel.id.count(":"):
            svar.setdefault(nr, eier)
    if not svar:
        for eier in stykke.eiere:
            svar.setdefault(eier[1][0], eier)

    def rang(eier: Eier) -> tuple[bool, int, int]:
        nr = eier[1][0]
        regel = program.regler[nr].regel
        uten_navn = regel.skjult or not regel.tittel
        return uten_navn, dybde.get(nr, len(program.regler)), nr

    ordnet = sorted(svar.values(), key=rang)
    synlige = [e for e in ordnet if not rang(e)[0]]
    return _egne(sv, synlige or ordnet)


def _egne(sv: Sveip, eiere: list[Eier]) -> list[Eier]:
    """Leave out rules that only repeat the condition of one that is nearer to the answer."""
    regler, avhenger = sv.u.bok.program.regler, sv.u.bok.program.bok.avhenger
    svar: list[Eier] = []
    for eier in eiere:
        id_ = regler[eier[1][0]].regel.id
        if not any(id_ in avhenger[regler[e[1][0]].regel.id] for e in svar):
            svar.append(eier)
    return svar


def _endrede(stykke: Stykke) -> set[int]:
    """Return the rules that have another value or slope after the place than before it."""
    svar = set()
    for eier, gammel in stykke.for_.items():
        if eier not in stykke.etter or _ulik(gammel, stykke.etter[eier], stykke.fra):
            svar.add(eier[1][0])
    return svar


def _ulik(a: Any, b: Any, t: Decimal) -> bool:
    if not isinstance(a, Langs | Decimal) or not isinstance(b, Langs | Decimal):
        return bool(a != b)
    return abs(verdi(a, t) - verdi(b, t)) > _LIKT or abs(stigning(a, t) - stigning(b, t)) > _LIKT


def _dybder(sv: Sveip, endret: set[int]) -> dict[int, int]:
    """Return how far each changed rule is below the answer, through changed rules only."""
    program = sv.u.bok.program
    avhenger = program.bok.avhenger
    naa = [
        program.nummer[y.rett]
        for y in sv.u.bok.samling.ytelser.values()
        if y.rett is not None and program.nummer[y.rett] in endret
    ]
    svar = dict.fromkeys(naa, 0)
    dybde = 0
    while naa:
        dybde += 1
        under = {program.nummer[d] for nr in naa for d in avhenger[program.regler[nr].regel.id]}
        naa = [nr for nr in sorted(under) if nr in endret and nr not in svar]
        svar.update(dict.fromkeys(naa, dybde))
    return svar


def _som_sier_det(sv: Sveip, eier: Eier, endret: set[int]) -> Eier:
    """Return the value that best says what happens: the rule itself, or one that uses it.

    A hidden rule says nothing, and of a condition it is better to hear what it leads to.
    """
    program = sv.u.bok.program
    (kjoring, (_, p, m, s)), r = eier, program.regler[eier[1][0]]
    if not r.regel.skjult and r.traer.forklaring and r.regel.enhet != "ja/nei":
        return eier
    for annen in sorted(endret):
        over = program.regler[annen]
        if (
            r.regel.id in program.bok.avhenger[over.regel.id]
            and over.traer.forklaring
            and not over.regel.skjult
            and over.type is r.type
            and over.regel.for_hver == r.regel.for_hver
        ):
            s = s if program.folsom(over.regel.id) else SLUTT
            return kjoring, (annen, p, m, s)
    return eier


# ── what is said ────────────────────────────────────────────────────────────────────────────────


def _aarsak(
    sv: Sveip, eier: Eier, sier: Eier, ved: Decimal, sider: tuple[Decimal, Decimal]
) -> Aarsak:
    plass = _plass(sv, eier, ved)
    regel = plass.regel
    vist = regel if sier == eier or not regel.skjult else _plass(sv, sier, ved).regel
    regning = plass.etter_reglene()
    versjon = regning.versjon.versjon if regning and regning.versjon else None
    navn, grense = _grense(sv, plass)
    bok = sv.u.bok
    return Aarsak(
        regel=regel.id,
        tittel=bok.tittel(vist) or bok.tittel(regel) or regel.navn,
        periode=plass.periodenavn(),
        hjemmel=(versjon.hjemmel if versjon else None) or regel.hjemmel,
        kilder=tuple(k.navn for k in versjon.kilder) if versjon else (),
        grense=navn,
        grense_verdi=grense,
        setning_for=_setning(sv, sier, sider[0]),
        setning_etter=_setning(sv, sier, sider[1]),
    )


def _plass(sv: Sveip, eier: Eier, t: Decimal) -> Plass:
    """Return the same value in an exact run at a place."""
    return Plass.for_verdi(_samme_kjoring(sv, sv.kjoring.alle[eier[0]], t), eier[1])


def _samme_kjoring(sv: Sveip, e: Kjoring, t: Decimal) -> Kjoring:
    if isinstance(e, Underkjoring):
        byttet = e.verdi.ved(t) if isinstance(e.verdi, Langs) else e.verdi
        return _samme_kjoring(sv, e.forelder, t).med(e.byttet, byttet)
    assert isinstance(e, Linjekjoring)
    return sv.punkt(t).kjoring


def _setning(sv: Sveip, eier: Eier, t: Decimal) -> str | None:
    plass = _plass(sv, eier, t)
    try:
        return setning(plass)
    except (Ukjent, Regnefeil):
        return None


# ── the limit ───────────────────────────────────────────────────────────────────────────────────


def _grense(sv: Sveip, plass: Plass) -> tuple[str | None, str | None]:
    """Return the name and the value of the limit that was met: of the nearest comparison."""
    regning = plass.etter_reglene()
    if regning is None or regning.node is None:
        return None, None
    tolk = plass.tolk()
    beste: tuple[Decimal, str | None, str] | None = None
    for a, b in _par(regning.node):
        try:
            x, y = tolk.verdi(a), tolk.verdi(b)
        except (Ukjent, Regnefeil, KeyError):
            continue  # inside a loop, or unknown
        if not isinstance(x, Decimal) or not isinstance(y, Decimal):
            continue
        avstand = abs(x - y) / max(abs(x), abs(y), Decimal(1))
        staar = _staar_stille(sv, b)
        node, grense = (b, y) if staar or not _staar_stille(sv, a) else (a, x)
        if beste is None or avstand < beste[0]:
            beste = avstand, _tittel(sv, node), sv.u.bok.sprak.vis(grense, tolk.enhet(node))
    return (beste[1], beste[2]) if beste and beste[0] < Decimal("0.01") else (None, None)


def _par(node: tre.Node) -> Iterator[tuple[tre.Node, tre.Node]]:
    """Go through what is compared with what in a formula: the two sides of each comparison."""
    for del_ in _alle(node):
        if isinstance(del_, tre.Sammenlign):
            yield del_.a, del_.b
        elif isinstance(del_, tre.Kall) and del_.funksjon in ("laveste", "høyeste"):
            for a in del_.argumenter:
                if isinstance(a, tre.Regning) and a.op == "-":
                    yield a.a, a.b
            if len(del_.argumenter) == 2:
                yield del_.argumenter[0], del_.argumenter[1]
        elif isinstance(del_, tre.Trinnvis):
            for grense, _ in del_.trinn:
                konstant = tre.Konstant(del_.fra, del_.til, grense)
                konstant.type = del_.av.type
                yield del_.av, konstant


def _alle(node: tre.Node) -> Iterator[tre.Node]:
    yield node
    for del_ in tre.barn(node):
        yield from _alle(del_)


def _navn(node: tre.Node) -> Iterable[str]:
    return (n.regel for n in _alle(node) if isinstance(n, tre.Navn) and n.regel is not None)


def _staar_stille(sv: Sveip, node: tre.Node) -> bool:
    """Tell whether a part can't move along the line."""
    nummer = sv.u.bok.program.nummer
    return not any(nummer[id_] in sv.kjoring.over for id_ in _navn(node))


def _tittel(sv: Sveip, node: tre.Node) -> str | None:
    inne = node.navn if isinstance(node, tre.Paa) else node
    if isinstance(inne, tre.Navn) and inne.regel is not None:
        return sv.u.bok.tittel(sv.u.bok.samling.regler[inne.regel])
    return None
