"""One rule on the page of its chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from verktoy.nettsted.eksempelsvar import eksempeltabell
from verktoy.nettsted.formel import formel, setning
from verktoy.nettsted.oppslag import Oppslag, href, tittel
from verktoy.nettsted.tidslinje import tidslinje
from verktoy.nettsted.versjoner import gjelder, merker, sier, to_datoer, verdi, versjonstabell

from ytelsesrad.lesbart import dato, liste
from ytelsesrad.regelspraak import Formel, IkkeModellert, Inndata, Regel, Versjon
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.visning.oppmerking import El, el

_PERIODE = {
    "dag": "hver dag",
    "meldeperiode": "hver meldeperiode",
    "måned": "hver måned",
    "år": "hvert år",
    "konstant": "gjelder hele tiden",
}
_VIST = 12
_UTREGNET = re.compile(r"\{[^}]*\}")
_TING = {
    "melding": "melding",
    "betaling": "betaling",
    "trekk": "trekk",
    "ytelse": "linje i svaret",
    "krav": "kontroll",
    "ikke_modellert": "forbehold",
}


def regel(o: Oppslag, side: str, r: Regel) -> str:
    """Return the heading of a rule in Markdown, and the rest as HTML."""
    dag = o.bok.regelsett.dato
    v = gjelder(r, dag)
    deler: list[object] = [_id(r), _forklaring(o, side, r), _fakta(o, r, v)]
    deler += _regnes(o, side, r)
    deler += _oppgis(o, side, r)
    if to_datoer(r):
        deler.append(
            el(
                "p",
                el("b", "To datoer. "),
                "Virkning er dagen loven gjelder fra. I bruk er dagen det ble betalt etter den. "
                "Spør du hva som er riktig for året, brukes virkningen. Spør du hva som ble "
                "betalt en måned, brukes det som var i bruk da.",
            )
        )
    deler += [tidslinje(r), versjonstabell(o, side, r)]
    deler += eksempeltabell(o, side, r)
    deler += [_hull(o, r.id), _sammenheng(o, side, r)]
    kropp = el("div", deler, klasse="regel")
    return f"## {md(tittel(r))} {{#{r.id}}}\n\n{kropp}\n"


def md(tekst: str) -> str:
    """Return plain text with what means something in Markdown taken out of play."""
    return "".join(f"\\{t}" if t in "\\`*_{}[]<>#|" else t for t in tekst)


def _id(r: Regel) -> El:
    enhet = "" if r.enhet in ("tall", "tekst", "valg") else f" · {enhetsord(r.enhet)}"
    for_hver = f" · for hver {r.for_hver}" if r.for_hver else ""
    het = "".join(
        f" · het «{h.navn}»" + (f" til {dato(h.til)}" if h.til else "") for h in r.het_for
    )
    skjult = " · mellomregning" if r.skjult else ""
    naar = _PERIODE[r.periode.value]
    return el("p", el("code", r.id), f"{enhet} · {naar}{for_hver}{het}{skjult}", klasse="id")


def enhetsord(enhet: str) -> str:
    """Return a unit in words: kr/år → kroner per år."""
    hva, _, per = enhet.partition("/")
    if enhet == "ja/nei":
        return "ja eller nei"
    return {"kr": "kroner"}.get(hva, hva) + (f" per {per}" if per else "")


def _forklaring(o: Oppslag, side: str, r: Regel) -> list[El]:
    v = gjelder(r, o.bok.regelsett.dato)
    valg = (v.forklaring if v is not None else ()) or r.forklaring
    if not valg:
        return []
    if len(valg) == 1:
        return [el("p", setning(o, side, r.mappe, valg[0].tekst), klasse="kort")]
    punkter = []
    for t in valg:
        naar = formel(o, side, r.mappe, t.naar.tekst) if t.naar else None
        foran = (
            [el("small", "Når ", el("code", naar, klasse="formel"), ": ")] if naar else ["Ellers: "]
        )
        punkter.append(el("li", foran, setning(o, side, r.mappe, t.tekst)))
    return [el("ul", punkter, klasse="kort valg")]


def _fakta(o: Oppslag, r: Regel, v: Versjon | None) -> El:
    rader: list[tuple[str, object]] = []
    if v is not None and v.verdi is not None and len(r.versjoner) > 1:
        fra = f" (fra {dato(v.virkning)})"
        rader.append(("Gjelder nå", [el("b", verdi(r, v.verdi)), fra]))
    hjemmel = (v.hjemmel if v is not None else None) or r.hjemmel
    if hjemmel:
        rader.append(("Hjemmel", hjemmel))
    if m := merker(r, v):
        rader.append(("Status", [x for y in m for x in (y, " ")]))
    lest = sorted({k.lest for k in (v.kilder if v else ()) if k.lest})
    if lest:
        rader.append(("Kilden lest", dato(lest[-1])))
    if r.settes:
        rader.append(("Settes", f"{r.settes}. Et år etter siste tall regnes det som anslag"))
    if r.merknad:
        rader.append(("Merknad", r.merknad))
    sted = r.sted.sted()
    rader.append(("Fil", [el("code", f"rules/{sted.fil}"), f", linje {sted.linje}"]))
    return el("dl", [(el("dt", a), el("dd", b)) for a, b in rader], data_search_exclude="")


def _regnes(o: Oppslag, side: str, r: Regel) -> list[El]:
    ut: list[El] = []
    v = gjelder(r, o.bok.regelsett.dato) or (r.versjoner[-1] if r.versjoner else None)
    skrevet = r.formel or (v.formel if v is not None else None)
    if skrevet is not None:
        ut += [el("h3", "Slik regnes det ut"), _pre(o, side, r, skrevet)]
    for hva, ledetekst in (
        (r.tabell_etter, "Raden velges av "),
        (r.trinn_av, "Trinnene regnes av "),
    ):
        if hva is not None and v is not None:
            ut.append(
                el(
                    "p",
                    ledetekst,
                    el("code", formel(o, side, r.mappe, hva.tekst), klasse="formel"),
                    ":",
                )
            )
            ut += [el("div", sier(o, side, r, v))]
    if r.ved_start is not None:
        ut += [el("p", "Før regnestykket begynner:"), _pre(o, side, r, r.ved_start)]
    if r.valg:
        alle = [f"«{x}»" + (f" ({r.valget(x)})" if r.valget(x) != x else "") for x in r.valg]
        ut.append(el("p", f"Kan være {liste(alle, 'eller')}."))
    return ut


def _pre(o: Oppslag, side: str, r: Regel, f: Formel) -> El:
    return el("pre", f"{r.navn} =\n", formel(o, side, r.mappe, f.tekst), klasse="formel")


def _oppgis(o: Oppslag, side: str, r: Regel) -> list[El]:
    i = r.inndata
    if i is None:
        return []
    rader: list[tuple[str, object]] = [("Spørsmål", i.sporsmaal)]
    if i.staar_i:
        rader.append(("Står i", i.staar_i))
    if grenser := _grenser(r, i):
        rader.append(("Grenser", grenser))
    if i.antatt is not None:
        rader.append(("Antas", _antatt(o, side, r, i)))
    if i.krever:
        krav = [x for x in (o.finn(n, r.mappe) for n in i.krever) if x is not None]
        lenker = [(el("a", tittel(x), href=o.lenke(side, x.id)), " ") for x in krav]
        rader.append(("Krever også", lenker))
    if i.meldes:
        rader.append(("Meldes", "Verdien har en dag den ble meldt."))
    return [
        el("h3", "Kan oppgis"),
        el("dl", [(el("dt", a), el("dd", b)) for a, b in rader]),
    ]


def _grenser(r: Regel, i: Inndata) -> str:
    faktor = les_enhet(r.enhet)[1]
    deler = [
        f"{ord_} {verdi(r, x * faktor)}"
        for ord_, x in (("minst", i.minst), ("høyst", i.hoyst), ("i steg på", i.steg))
        if x is not None
    ]
    return ", ".join(deler)


def _antatt(o: Oppslag, side: str, r: Regel, i: Inndata) -> list[object]:
    a = i.antatt
    if a is None:
        return []
    if a.vist:
        hva: object = a.vist
    elif a.formel is not None:
        hva = el("code", formel(o, side, r.mappe, a.formel.tekst), klasse="formel")
    else:
        hva = "ingenting" if a.verdi is None else verdi(r, a.verdi)
    return [hva, f" ({a.fordi})"]


# ── What is uncertain, and what goes with what ──────────────────────────────────────────────────


def _hull(o: Oppslag, id_: str) -> El | None:
    hull = o.forbehold.get(id_, ())
    return hullene(hull) if hull else None


def hullene(hull: Sequence[IkkeModellert]) -> El:
    """Return what is not modelled as a list: what, why, what it is worth, and whom to ask."""
    return el(
        "div", el("h3", "Ikke med i regnestykket"), el("ul", map(hull_li, hull)), klasse="merk"
    )


def hull_li(h: IkkeModellert) -> El:
    """Return one thing that is not modelled."""
    rest = f" Grunnen: {h.hvorfor.rstrip('.')}." + (
        f" Betyr: {h.verdt.rstrip('.')}." if h.verdt else ""
    )
    return el("li", el("b", h.hva), rest, f" Spør {h.spor}." if h.spor else "")


def _sammenheng(o: Oppslag, side: str, r: Regel) -> El | None:
    bygger = [_regellenke(o, side, x) for x in o.bruker.get(r.id, ())]
    brukes = [_brukslenke(o, side, x) for x in _synlige(o.brukes_av.get(r.id, ()), r.id)]
    if not bygger and not brukes:
        return None
    return el(
        "div",
        _liste("Bygger på", bygger) if bygger else None,
        _liste("Brukes av", brukes) if brukes else None,
        klasse="lenker",
        data_search_exclude="",
    )


def _synlige(ider: Iterable[str], selv: str) -> list[str]:
    """Return ids that can be linked; a note's condition and deadline count once."""
    return list(dict.fromkeys(_eier(x) for x in ider if x != selv))


def _eier(id_: str) -> str:
    if ":" not in id_:
        return id_
    mappe_slag, navn, *_ = id_.split(":")
    return f"{mappe_slag}:{navn}"


def _liste(hva: str, punkter: list[El]) -> El:
    if len(punkter) <= _VIST:
        return el("div", el("h3", hva), el("ul", punkter))
    rest = el("details", el("summary", f"og {len(punkter) - _VIST} til"), el("ul", punkter[_VIST:]))
    return el("div", el("h3", hva), el("ul", punkter[:_VIST]), rest)


def _regellenke(o: Oppslag, side: str, id_: str) -> El:
    r = o.bok.samling.regler[id_]
    return el("li", el("a", tittel(r), href=o.lenke(side, id_)), el("small", id_))


def _brukslenke(o: Oppslag, side: str, id_: str) -> El:
    if ":" not in id_:
        return _regellenke(o, side, id_)
    mappe, _, resten = id_.partition(".")
    slag, _, navn = resten.partition(":")
    ting, anker = _eid(o, mappe, slag, navn)
    if ting is None:
        return el("li", navn, el("small", _TING.get(slag, slag)))
    til = o.sider[ting.sted.fil.fil]
    return el(
        "li",
        el("a", _kalt(ting, navn), href=href(side, til, anker)),
        el("small", _TING.get(slag, slag)),
    )


def _eid(o: Oppslag, mappe: str, slag: str, navn: str) -> tuple[Any, str]:
    s = o.bok.samling
    hvor: dict[str, tuple[Mapping[str, Any], str]] = {
        "melding": (s.meldinger, f"{mappe}.{navn}"),
        "krav": (s.krav, f"{mappe}.{navn}"),
        "ikke_modellert": (s.ikke_modellert, f"{mappe}.{navn}"),
        "betaling": (s.betalinger, navn),
        "trekk": (s.trekk, navn),
        "ytelse": (s.ytelser, navn),
    }
    samling, nokkel = hvor.get(slag, ({}, ""))
    return samling.get(nokkel), f"{slag}-{mappe}.{navn}"


def _kalt(ting: object, ellers: str) -> str:
    for felt in ("tittel", "navn", "kort", "hva", "tekst"):
        if x := getattr(ting, felt, None):
            ren = _UTREGNET.sub("…", str(x))
            return ren if len(ren) < 90 else ren[:86].rsplit(" ", 1)[0] + " …"
    return ellers
