"""The versions of a rule: what each says, both its dates, and a picture when they differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from verktoy.nettsted.formel import formel
from verktoy.nettsted.oppslag import Oppslag

from ytelsesrad.lesbart import dato, vis
from ytelsesrad.regelspraak import Formel, Kilde, Regel, Versjon, type_verdi
from ytelsesrad.visning.oppmerking import El, el

STATUS = {"vedtatt": "Vedtatt", "anslag": "Anslag", "foreslått": "Foreslått"}
_SKJULES_OVER = 6


def verdi(regel: Regel, v: type_verdi) -> str:
    """Return a value in the unit of its rule, with all its decimals."""
    if isinstance(v, Decimal) and regel.enhet.startswith("kr") and v != v.to_integral_value():
        return vis(v, regel.enhet, desimaler=2)
    return vis(v if v is None else regel.valget(v), regel.enhet)


def sier(o: Oppslag, side: str, regel: Regel, v: Versjon) -> list[object]:
    """Return what a version says: a value, a formula, a table or brackets."""
    if v.verdi is not None:
        return [verdi(regel, v.verdi)]
    if v.formel is not None:
        return [el("code", formel(o, side, regel.mappe, v.formel.tekst), klasse="formel")]
    if v.tabell is not None:
        return [_tabell(o, side, regel, v.tabell)]
    return [_trinn(regel, v.trinn or ())]


def _tabell(
    o: Oppslag, side: str, regel: Regel, rader: Sequence[tuple[str, type_verdi | Formel]]
) -> El:
    def celle(x: type_verdi | Formel) -> object:
        if isinstance(x, Formel):
            return el("code", formel(o, side, regel.mappe, x.tekst), klasse="formel")
        return verdi(regel, x)

    return el(
        "ul",
        [el("li", "ellers" if n == "ellers" else n, ": ", celle(x)) for n, x in rader],
        klasse="rader",
    )


def _trinn(regel: Regel, trinn: Sequence[tuple[Decimal, Decimal]]) -> El:
    enhet = regel.enhet.split("/")[0]
    return el(
        "ul",
        [
            el("li", f"{vis(sats, 'prosent')} av det over {vis(grense, enhet)}")
            for grense, sats in trinn
        ],
        klasse="rader",
    )


def gjelder(regel: Regel, dag: date, sett_fra: date | None = None) -> Versjon | None:
    """Return the version that holds on a day, as seen from a day."""
    mulige = [
        v
        for v in regel.versjoner
        if v.virkning <= dag and (sett_fra is None or v.i_bruk <= sett_fra)
    ]
    return max(mulige, key=lambda v: (v.virkning, v.i_bruk), default=None)


def to_datoer(regel: Regel) -> bool:
    """Tell whether a version was used from another day than it holds from."""
    return any(v.i_bruk != v.virkning for v in regel.versjoner)


def versjonstabell(o: Oppslag, side: str, regel: Regel) -> El | None:
    """Return the versions, newest first; a long list is folded."""
    if not regel.versjoner:
        return None
    ulike = to_datoer(regel)
    hode = ["Virkning fra", *(["I bruk fra"] if ulike else []), "Det som gjelder", "Kilde"]
    rader = []
    for v in reversed(regel.versjoner):
        celler: list[El] = [el("th", dato(v.virkning), scope="row")]
        if ulike:
            i_bruk = dato(v.i_bruk)
            celler.append(el("td", el("b", i_bruk) if v.i_bruk != v.virkning else i_bruk))
        celler.append(el("td", sier(o, side, regel, v), _om(v)))
        celler.append(el("td", kildemerker(v.kilder)))
        rader.append(el("tr", celler))
    tabell = el(
        "div",
        el(
            "table",
            el("caption", "Versjoner"),
            el("thead", el("tr", [el("th", h, scope="col") for h in hode])),
            el("tbody", rader),
            klasse="versjoner",
        ),
        klasse="rull",
        data_search_exclude="",
    )
    if len(regel.versjoner) <= _SKJULES_OVER:
        return tabell
    n = len(regel.versjoner)
    forste = dato(regel.versjoner[0].virkning)
    return el("details", el("summary", f"Vis alle {n} versjoner, fra {forste}"), tabell)


def _om(v: Versjon) -> list[El]:
    noter = []
    if v.status != "vedtatt":
        noter.append(el("span", STATUS.get(v.status, v.status), klasse="merke obs"))
    if v.vedtatt:
        noter.append(el("small", f"Vedtatt {dato(v.vedtatt)}."))
    noter += [el("small", x) for x in (v.hjemmel, v.merknad) if x]
    return noter


def kildemerker(kilder: Sequence[Kilde]) -> list[object]:
    """Return links to the sources at the bottom of the page."""
    ut: list[object] = []
    for n, k in enumerate(kilder):
        ut += [", " if n else "", el("a", k.kort, href=f"#kilde-{k.kort}", title=k.navn)]
    return ut


def merker(regel: Regel, v: Versjon | None) -> list[El]:
    """Return the marks of how sure a rule is: its status and its sources."""
    if v is None:
        return []
    ut = [el("span", STATUS.get(v.status, v.status), klasse="merke" + _obs(v.status != "vedtatt"))]
    for s in dict.fromkeys(k.sikkerhet for k in v.kilder if k.sikkerhet):
        svak = s not in ("lov", "to kilder")
        ut.append(el("span", s[0].upper() + s[1:], klasse="merke" + _obs(svak)))
    return ut


def _obs(obs: bool) -> str:
    return " obs" if obs else ""
