"""«Of 100 kroner more» as Vega-Lite: the same figures, drawn by another tool."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse import Grenser
from ytelsesrad.lesbart import avrundet
from ytelsesrad.visning.figurer.hundretall import HUNDRE, Trinn
from ytelsesrad.visning.figurer.linjekilder import Linjekilde, hopp_i_ord, sprang
from ytelsesrad.visning.figurer.merker import MAANEDER
from ytelsesrad.visning.figurer.monster import BLEKK, STUP
from ytelsesrad.visning.figurer.vega import VEGA, fargeskala
from ytelsesrad.visning.tekst.stillinger import Stillinger

_SOM_TALL = [{"calculate": f"toNumber(datum.{felt})", "as": felt} for felt in ("fra", "til")]


def hundrevega(
    g: Grenser,
    trinn: Sequence[Trinn],
    kilder: Sequence[Linjekilde],
    tittel: str,
    beskrivelse: str,
) -> dict[str, Any]:
    """Return the specification; places are exact decimals as text."""
    x = {"field": "fra", "type": "quantitative", "title": Stillinger(g).akse}
    y = {
        "field": "kroner",
        "type": "quantitative",
        "title": "kroner av 100",
        "scale": {"domainMin": 0, "clamp": True},
    }
    steg = [_trinn(t, kroner=int(avrundet(t.igjen))) for t in trinn]
    tar = [
        _trinn(t, kilde=k.navn, bunn=int(avrundet(fra)), kroner=int(avrundet(til)))
        for t in trinn
        for k, fra, til in _stablet(t, kilder)
    ]
    hopp = [
        {"fra": f"{t.ved:f}", "til": f"{t.ved:f}", "hopp": hopp_i_ord(t.hopp / MAANEDER)}
        for t in sprang(g).values()
    ]
    lag: list[dict[str, Any]] = [
        {
            "data": {"values": steg},
            "transform": _SOM_TALL,
            "mark": {"type": "rule", "color": BLEKK, "strokeWidth": 3},
            "encoding": {"x": x, "x2": {"field": "til"}, "y": y},
        }
    ]
    if tar:
        farge = fargeskala({k.navn: k.monster.farge for k in kilder})
        ender = {"x2": {"field": "til"}, "y2": {"field": "bunn"}, "color": farge}
        stabel = {"data": {"values": tar}, "transform": _SOM_TALL, "mark": {"type": "rect"}}
        lag.append({**stabel, "encoding": {"x": x, "y": y, **ender}})
    if hopp:
        pil = {"type": "rule", "color": STUP, "strokeDash": [2, 4]}
        data = {"data": {"values": hopp}, "transform": _SOM_TALL}
        lag.append({**data, "mark": pil, "encoding": {"x": x}})
        tekst = {"type": "text", "align": "left", "dx": 4, "y": int(HUNDRE), "color": STUP}
        innhold = {"field": "hopp", "type": "nominal"}
        lag.append({**data, "mark": tekst, "encoding": {"x": x, "text": innhold}})
    return {"$schema": VEGA, "title": tittel, "description": beskrivelse, "layer": lag}


def _trinn(t: Trinn, **mer: object) -> dict[str, Any]:
    return {"fra": f"{t.fra:f}", "til": f"{t.til:f}", **mer}


def _stablet(t: Trinn, kilder: Sequence[Linjekilde]) -> list[tuple[Linjekilde, Decimal, Decimal]]:
    svar, fra = [], max(t.igjen, Decimal(0))
    for k, tar in zip(kilder, t.tar, strict=False):
        if tar:
            svar.append((k, fra, fra + tar))
        fra += tar
    return svar
