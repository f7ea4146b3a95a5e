"""The two dates of a rule as a picture: what the law says, and what was paid by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verktoy.nettsted.oppslag import tittel
from verktoy.nettsted.versjoner import gjelder, verdi

from ytelsesrad.lesbart import dato, dato_kort, liste
from ytelsesrad.regelspraak import Regel, Versjon
from ytelsesrad.visning.oppmerking import El, el

_FOR, _ETTER = timedelta(days=183), timedelta(days=274)


@dataclass(frozen=True)
class Bit:
    """A stretch of days with one version. ``gammel``: the law already says something else."""

    fra: date
    til: date
    navn: str
    ny: bool
    gammel: bool


@dataclass(frozen=True)
class Maal:
    """The measures of a drawing."""

    klasse: str
    bredde: int
    venstre: int
    hoyde: int
    rad: tuple[int, int]
    over: bool
    """Row names stand above the bars, not beside them."""


_BRED = Maal("bred", 812, 96, 150, (20, 84), over=False)
_SMAL = Maal("smal", 358, 4, 172, (28, 104), over=True)


def tidslinje(regel: Regel) -> El | None:
    """Return the picture for a rule with a version that was used later than it holds from."""
    ulike = [v for v in regel.versjoner if v.i_bruk != v.virkning]
    if not ulike:
        return None
    dager = [d for v in ulike for d in (v.virkning, v.i_bruk)]
    fra, til = min(dager) - _FOR, max(dager) + _ETTER
    navn = _navn(regel)
    loven = _biter(regel, fra, til, navn, praksis=False)
    brukt = _biter(regel, fra, til, navn, praksis=True)
    setning = _setning(loven, "Etter loven gjelder") + " " + _setning(brukt, "Betalt ble det etter")
    id_ = regel.id.replace(".", "-")
    return el(
        "figure",
        [_tegning(m, loven, brukt, fra, til, tittel(regel), setning, id_) for m in (_BRED, _SMAL)],
        el("figcaption", setning),
        klasse="tidslinje",
    )


def _navn(regel: Regel) -> dict[Versjon, str]:
    """Name each version by its value, or by the year it holds from."""
    ut: dict[int, str] = {}
    for v in regel.versjoner:
        aar = str(v.virkning.year)
        ut[id(v)] = verdi(regel, v.verdi) if v.verdi is not None else f"versjonen fra {aar}"
    like = len(set(ut.values())) < len(ut)
    if like:
        ut = {id(v): f"versjonen fra {dato_kort(v.i_bruk)}" for v in regel.versjoner}
    return {v: ut[id(v)] for v in regel.versjoner}


def _biter(
    regel: Regel, fra: date, til: date, navn: dict[Versjon, str], *, praksis: bool
) -> list[Bit]:
    skiller = sorted(
        {fra, *(d for v in regel.versjoner for d in (v.virkning, v.i_bruk) if fra < d < til)}
    )
    ut: list[Bit] = []
    nyeste = regel.versjoner[-1]
    for a, b in zip(skiller, [*skiller[1:], til], strict=True):
        lov = gjelder(regel, a)
        v = gjelder(regel, a, a) if praksis else lov
        if v is None:
            continue
        bit = Bit(a, b, navn[v], v is nyeste, v is not lov)
        if ut and (ut[-1].navn, ut[-1].gammel) == (bit.navn, bit.gammel):
            bit = Bit(ut.pop().fra, b, bit.navn, bit.ny, bit.gammel)
        ut.append(bit)
    return ut


def _setning(biter: Sequence[Bit], begynnelse: str) -> str:
    slaatt: list[Bit] = []
    for b in biter:
        if slaatt and slaatt[-1].navn == b.navn:
            slaatt[-1] = Bit(slaatt[-1].fra, b.til, b.navn, b.ny, b.gammel)
        else:
            slaatt.append(b)
    deler = [slaatt[0].navn] + [f"fra {dato(b.fra)} {b.navn}" for b in slaatt[1:]]
    return f"{begynnelse} {liste(deler)}."


def _tegning(
    m: Maal,
    loven: Sequence[Bit],
    brukt: Sequence[Bit],
    fra: date,
    til: date,
    hva: str,
    beskrivelse: str,
    id_: str,
) -> El:
    dager = (til - fra).days

    def x(d: date) -> float:
        return round(m.venstre + (d - fra).days / dager * (m.bredde - m.venstre - 8), 1)

    monster = f"skraa-{m.klasse}-{id_}"
    deler: list[object] = [
        el("title", f"De to datoene: {hva}", id=f"t-{m.klasse}-{id_}"),
        el("desc", beskrivelse, id=f"d-{m.klasse}-{id_}"),
        el(
            "defs",
            el(
                "pattern",
                el("rect", width=7, height=7, klasse="tom"),
                el("rect", width=2.6, height=7, klasse="strek"),
                id=monster,
                width=7,
                height=7,
                patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            ),
        ),
    ]
    forrige = -1000.0
    for d in sorted({b.fra for b in (*loven, *brukt)} - {fra}):
        midt = x(d)
        deler.append(el("path", d=f"M{midt} {m.rad[0] - 6}V{m.rad[1] + 42}", klasse="akse"))
        if midt - forrige > 84:
            y = m.rad[1] + 58
            deler.append(el("text", dato_kort(d), x=midt, y=y, klasse="dag midt"))
            forrige = midt
    for y, navn, biter in ((m.rad[0], "Loven", loven), (m.rad[1], "Betalt etter", brukt)):
        if m.over:
            deler.append(el("text", navn, x=m.venstre, y=y - 8, klasse="navn"))
        else:
            deler.append(el("text", navn, x=m.venstre - 8, y=y + 22, klasse="navn slutt"))
        for b in biter:
            deler += _stolpe(b, x(b.fra), x(b.til), y, monster)
    return el(
        "svg",
        deler,
        klasse=m.klasse,
        viewBox=f"0 0 {m.bredde} {m.hoyde}",
        role="img",
        aria_labelledby=f"t-{m.klasse}-{id_} d-{m.klasse}-{id_}",
    )


def _stolpe(b: Bit, fra: float, til: float, y: int, monster: str) -> list[El]:
    vidde = round(til - fra, 1)
    fyll = f"url(#{monster})" if b.gammel else None
    klasse = "gammel" if b.gammel else "ny" if b.ny else "for"
    ut = [el("rect", x=fra, y=y, width=vidde, height=34, klasse=klasse, fill=fyll)]
    tekst = f"fortsatt {b.navn}" if b.gammel else b.navn
    if len(tekst) * 7.4 > vidde:
        tekst = b.navn if len(b.navn) * 7.4 <= vidde else ""
    if not tekst:
        return ut
    midt = round((fra + til) / 2, 1)
    if b.gammel:
        bred = round(len(tekst) * 7.4, 1)
        boks = el("rect", x=round(midt - bred / 2, 1), y=y + 7, width=bred, height=20, klasse="tom")
        ut.append(boks)
    return [*ut, el("text", tekst, x=midt, y=y + 22, klasse=f"midt {klasse}-tekst")]
