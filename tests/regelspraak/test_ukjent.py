"""«ukjent» i en formel: verdien kan verken regnes ut eller antas, så det spørres etter den."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt, Kjoring, Oppgitt, Ukjent

LYKTER = """
tema    = "Lykter"
hjemmel = "fyrloven § 2"
periode = "år"

[kilder]
tinget = { navn = "Tinget", sikkerhet = "lov" }

[gruppe.lykt]
flertall = "lykter"

[tent]
tittel   = "Tent"
for_hver = "lykt"
enhet    = "ja/nei"
inndata  = { sporsmaal = "Er lykta tent?" }

[olje]
tittel   = "Olje"
for_hver = "lykt"
enhet    = "kr/år"
inndata  = { sporsmaal = "Hva koster oljen?", antatt = { formel = "hvis tent så ukjent ellers 0",\
             fordi = "lykta er slukket" } }

[veke]
tittel   = "Veke"
for_hver = "lykt"
enhet    = "kr/år"
inndata  = { sporsmaal = "Hva koster veken?" }
formel   = "hvis tent så ukjent ellers 5 kr/år"

[utgift]
tittel     = "Utgift"
enhet      = "kr/år"
forklaring = "Lyktene koster {utgift}."
formel     = "sum(olje + veke for hver lykt)"

[ytelse.lys]
navn  = "lys"
gruppe = "annet"
rett  = "utgift"
"""


def kjor(*tent: bool, **gitt: dict[int, int]) -> Kjoring:
    bok = Regelbok.fra_tekst({"lykt/lykt.toml": LYKTER})
    verdier = [Oppgitt("lykt.tent", medlem=m, alltid=t) for m, t in enumerate(tent)]
    for navn, par in gitt.items():
        verdier += [Oppgitt(f"lykt.{navn}", medlem=m, alltid=Decimal(v)) for m, v in par.items()]
    dag = date(2026, 1, 1)
    return Kjoring(bok.program, Gitt(tuple(verdier), (("lykt", len(tent)),)), dag, dag)


def les(kjoring: Kjoring) -> object:
    with regnemodus():
        return kjoring.les("lykt.utgift", date(2026, 1, 1))


def test_det_sporres_etter_den_som_mangler_for_det_medlemmet() -> None:
    kjoring = kjor(False, True)
    with pytest.raises(Ukjent) as e:
        les(kjoring)
    assert e.value.inndata == {(kjoring.program.nummer["lykt.olje"], 1)}
    kjoring = kjor(False, True, olje={1: 30})
    with pytest.raises(Ukjent) as e:
        les(kjoring)
    assert e.value.inndata == {(kjoring.program.nummer["lykt.veke"], 1)}


def test_det_som_er_oppgitt_gaar_foran() -> None:
    assert les(kjor(False, True, olje={1: 30}, veke={1: 7})) == 42
    assert les(kjor(False)) == 5
