"""Det som skal gjelde for alle svar, prøvd på tilfeldige, konstruerte personer og på eksemplene."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analyse.personer import med_aap, med_ufor
from tests.conftest import forsok, nylest
from tests.eksempler.personer import raadet
from ytelsesrad import Raad, Regelbok, Situasjon, beregn, gi_raad
from ytelsesrad.beregning import Resultat
from ytelsesrad.raad.inndata import som_inndata
from ytelsesrad.visning import fra_json, som_json
from ytelsesrad.visning.html import rapport, side

ROT = Path(__file__).parents[2]
EKSEMPLER = sorted((ROT / "docs" / "eksempler").glob("p*.toml"))
FRO = st.integers(0, 10_000)
GRUNNLAG = '[plan."Som nå"]\n'
FAA = forsok(5)
"""Så mange personer når hele svaret regnes ut for hver."""


@cache
def bok(sprak: str = "nb") -> Regelbok:
    return Regelbok.standard().paa(sprak)


def fil(fro: int, foran: str = "") -> str:
    """En tilfeldig person, uten jobb og med jobb. ``foran`` er planer som kommer før jobben."""
    r = Random(fro)
    tekst = (med_aap if fro % 3 == 0 else med_ufor)(r).tekst
    return tekst.replace('[plan."Jobb"]', f'{GRUNNLAG}{foran}[plan."Jobb"]', 1)


def svar(fro: int, foran: str = "", **valg: Any) -> Raad:
    return gi_raad(Situasjon.les(fil(fro, foran), bok()), bok(), grenser=False, **valg)


def tallene(r: Resultat) -> list[object]:
    """Alle beløp: det som kommer inn, månedene og årene."""
    return [
        [
            (
                p.navn,
                [(b.regel, b.dato, b.brutto, [t.belop for t in b.trekk]) for b in p.betalinger],
                [(m.maaned, m.netto, m.netto_av, m.mot_grunnlag) for m in p.maaneder],
                [(a.aar, a.utbetalt_netto, a.gjort_opp_netto, belopene(a.linjer)) for a in p.aar],
            )
            for p in r.planer
        ],
        [(e.plan, e.aar, e.per_maaned) for e in r.endringer],
    ]


def belopene(linjer: Any) -> list[object]:
    return [(x.ytelse, x.utbetalt, x.gjort_opp) for x in linjer]


# ── Regnestykket går opp ────────────────────────────────────────────────────────────────────────


@given(fro=FRO)
@FAA
def test_en_plan_som_er_lik_den_forste_gir_ingen_forskjell(fro: int) -> None:
    r = svar(fro, '[plan."Likt"]\n')
    likt = next(p for p in r.planer if p.navn == "Likt")
    assert {m.mot_grunnlag for m in likt.maaneder} == {0}
    assert {e.per_maaned for e in r.endringer if e.plan == "Likt"} == {0}
    (gevinst,) = (g for g in r.gevinst if (g.plan, g.mot) == ("Likt", "Som nå"))
    assert (gevinst.per_aar, gevinst.utbetalt, gevinst.deler) == (Decimal(0), Decimal(0), ())
    assert gevinst.maaneder_med_mindre == ()


@given(fro=FRO)
@FAA
def test_maanedene_er_aaret_og_linjene_er_summen(fro: int) -> None:
    for plan in svar(fro).planer:
        for aar in plan.aar:
            maaneder = [m for m in plan.maaneder if m.maaned.startswith(str(aar.aar))]
            assert sum(m.netto for m in maaneder) == aar.utbetalt_netto
            assert sum(sum(m.netto_av.values()) for m in maaneder) == aar.utbetalt_netto
            for linje in aar.linjer:
                brutto = sum(m.brutto.get(linje.ytelse, Decimal(0)) for m in maaneder)
                assert brutto in (0, linje.utbetalt)
            assert sum(x.gjort_opp or 0 for x in aar.linjer) == aar.gjort_opp_netto


@given(fro=FRO)
@FAA
def test_det_som_er_betalt_og_oppgjorene_er_det_en_har_rett_til(fro: int) -> None:
    # uføretrygd og fast lønn betales i det året de gjelder, så resten er oppgjør
    for plan in svar(3 * fro + 1).planer:
        for aar in plan.aar:
            betalt = [b for b in plan.betalinger if b.til_dag.year == aar.aar]
            vanlige = {b.ytelse for b in betalt if not b.oppgjor}
            for linje in (x for x in aar.linjer if x.ytelse in vanlige):
                alt = sum(b.brutto for b in betalt if b.ytelse == linje.ytelse)
                assert alt == linje.gjort_opp


@given(fro=FRO)
@FAA
def test_det_blir_bare_mindre_der_det_staar_en_grense(fro: int) -> None:
    situasjon = Situasjon.les(fil(fro), bok())
    r = gi_raad(situasjon, bok())
    (g,) = r.grenser
    data = som_inndata(situasjon)
    felt = g.langs[0].inndata.rpartition(".")[2]
    tilfeldig = Random(fro)
    fra, til = int(g.langs[0].fra), int(g.langs[0].til)
    steder = sorted({fra, til, *(tilfeldig.randint(fra, til) for _ in range(6))})
    jobb = data["plan"]["Jobb"]["jobb"][0]
    if g.langs[0].maate != "verdi" or not re.fullmatch(r"[\d.]+", str(jobb.get(felt))):
        return
    data["plan"] |= {
        f"{felt} {x}": {"jobb": [jobb | {felt: str(x)} | folger(g, jobb, felt, x)]} for x in steder
    }
    mange = beregn(Situasjon.fra_dict(data, bok()), bok())
    har = [
        next(p for p in mange.planer if p.navn == f"{felt} {x}").aar[0].gjort_opp_netto
        for x in steder
    ]
    for (a, lavt), (b, hoyt) in pairwise(zip(steder, har, strict=True)):
        assert lavt is not None
        assert hoyt is not None
        if hoyt < lavt - 2 * g.baand - 1:
            assert any(t.fra < b and (t.til is None or t.til > a) for t in g.tap), (a, b)


def folger(g: Any, jobb: dict[str, str], felt: str, sted: int) -> dict[str, str]:
    """Det som følger med når det første på linjen endres, i samme forhold."""
    andel = Decimal(sted) / Decimal(jobb[felt])
    navn = [x.inndata.rpartition(".")[2] for x in g.langs[1:]]
    return {n: format(Decimal(jobb[n]) * andel, "f") for n in navn if n in jobb}


# ── Hvert tall har en regel ─────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module", params=["p1", "p3", "p4"])
def eksempel(request: pytest.FixtureRequest) -> Raad:
    return raadet(request.param)


def regler_i(data: Any) -> Iterator[str]:
    """Alt som i svaret sies å være en regel."""
    if isinstance(data, dict):
        for navn, verdi in data.items():
            if navn == "regel" and isinstance(verdi, str):
                yield verdi
            yield from regler_i(verdi)
    elif isinstance(data, list):
        for verdi in data:
            yield from regler_i(verdi)


def test_hver_regel_i_svaret_finnes(eksempel: Raad) -> None:
    alle = {r.regel.id for r in bok().program.regler}
    nevnt = set(regler_i(json.loads(som_json(eksempel))))
    assert nevnt
    assert nevnt <= alle
    assert set(eksempel.regler) <= alle
    assert {x for o in eksempel.overraskelser for x in o.regler} <= alle


def test_hvert_belop_kommer_fra_en_betaling_eller_en_linje_med_regel(eksempel: Raad) -> None:
    med_regel = {y.id for y in bok().samling.ytelser.values() if y.rett is not None}
    for plan in eksempel.planer:
        for aar in plan.aar:
            assert {x.ytelse for x in aar.linjer if x.gjort_opp} <= med_regel
        for betaling in plan.betalinger:
            assert bok().program.regler[bok().program.nummer[betaling.regel]]
            assert betaling.periode


def test_hvert_tall_i_rapporten_viser_hvor_det_staar_i_svaret(eksempel: Raad) -> None:
    data = json.loads(som_json(eksempel))
    steder = re.findall(r'data-fra="([^"]*)"', rapport(eksempel))
    assert len(steder) > 100
    for sted in {s.partition(":")[0] for s in " ".join(steder).split() if s not in "+-"}:
        verdi = data
        for ledd in sted.strip("/").split("/"):
            verdi = verdi[int(ledd)] if isinstance(verdi, list) else verdi[ledd]
        assert re.fullmatch(r"-?\d+(\.\d+)?", verdi)


# ── Det som ikke skal bety noe, betyr ingenting ─────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tabell", "navn", "verdi"),
    [("sosialhjelp", "norm", 9000), ("barnebidrag", "deler_bolig", True)],
)
@given(fro=FRO)
@FAA
def test_en_opplysning_som_ingen_regel_leser_endrer_ingenting(
    tabell: str, navn: str, verdi: object, fro: int
) -> None:
    data = som_inndata(Situasjon.les(fil(fro), bok()))
    med = json.loads(json.dumps(data))
    med.setdefault(tabell, {})[navn] = verdi
    r = gi_raad(Situasjon.fra_dict(med, bok()), bok(), grenser=False)
    assert f"{tabell}.{navn}" not in r.regler
    uten = beregn(Situasjon.fra_dict(data, bok()), bok())
    assert tallene(uten) == tallene(r)


@given(fro=FRO)
@FAA
def test_rekkefolgen_i_filen_betyr_ingenting(fro: int) -> None:
    data = som_inndata(Situasjon.les(fil(fro, '[plan."Likt"]\n'), bok()))
    snudd = baklengs(data)
    forst = next(iter(data["plan"]))  # de andre sammenlignes med den første
    snudd["plan"] = {forst: snudd["plan"].pop(forst), **snudd["plan"]}
    a, b = (beregn(Situasjon.fra_dict(d, bok()), bok()) for d in (data, snudd))
    assert [p.navn for p in a.planer] != [p.navn for p in b.planer]
    nokkel = {p.navn: nr for nr, p in enumerate(a.planer)}
    sortert = b.model_copy(
        update={
            "planer": tuple(sorted(b.planer, key=lambda p: nokkel[p.navn])),
            "endringer": tuple(sorted(b.endringer, key=lambda e: nokkel[e.plan])),
        }
    )
    assert tallene(sortert) == tallene(a)


def baklengs(x: Any) -> Any:
    if isinstance(x, dict):
        return {k: baklengs(v) for k, v in reversed(x.items())}
    return [baklengs(v) for v in x] if isinstance(x, list) else x


@pytest.mark.parametrize("fil_", EKSEMPLER, ids=lambda f: f.stem)
def test_et_annet_sprak_endrer_ingen_tall(fil_: Path) -> None:
    norsk, engelsk = (beregn(Situasjon.les(fil_, bok(s)), bok(s)) for s in ("nb", "en"))
    assert tallene(engelsk) == tallene(norsk)
    assert [m.tekst for m in engelsk.planer[-1].meldinger] != [
        m.tekst for m in norsk.planer[-1].meldinger
    ]


# ── Likt inn, likt ut ───────────────────────────────────────────────────────────────────────────


@given(fro=FRO)
@FAA
def test_json_fram_og_tilbake(fro: int) -> None:
    r = svar(fro)
    assert fra_json(som_json(r)) == r
    assert som_json(fra_json(som_json(r))) == som_json(r)


@given(fro=FRO)
@forsok(2)
def test_likt_inn_gir_likt_ut_byte_for_byte(fro: int) -> None:
    a, b = (gi_raad(Situasjon.les(fil(fro), x), x) for x in (bok(), nylest()))
    assert som_json(a) == som_json(b)
    assert side(a) == side(b)
    assert rapport(a) == rapport(b)


def test_svaret_er_det_samme_i_en_annen_prosess() -> None:
    """Python stokker mengder på nytt for hver prosess."""
    program = (
        "import sys\n"
        "from ytelsesrad.kommandolinje import hoved\n"
        "for form in ('json', 'html'):\n"
        "    hoved(['regn', sys.argv[1], '--uten-grenser', '--format', form])\n"
    )
    en, to = (
        subprocess.run(
            [sys.executable, "-c", program, str(EKSEMPLER[0])],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": fro},
        ).stdout
        for fro in ("1", "2")
    )
    assert en == to
    assert b'"skjema"' in en
    assert b"</html>" in en
