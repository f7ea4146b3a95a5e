"""Lav, ventet og høy: spennet på hver sum, og hva som gjør det bredt. Prøvd mot telling."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROT, forsok
from tests.raad.lite_land import land, situasjon
from ytelsesrad import Bevegelse, Feilsamling, Regelbok, Situasjon, beregn, finn_grenser
from ytelsesrad.analyse.usikkerhet import Planspenn, Spenn, Usikkerhet, finn_usikkerhet
from ytelsesrad.visning.tekst.usikkerhet import drivertekster

EKSEMPLER = ROT / "docs" / "eksempler"


@cache
def norsk() -> Regelbok:
    """Regelboken én gang."""
    return Regelbok.standard()


def sam(fra: str, ventet: str, til: str) -> Situasjon:
    """Sam, som ikke vet hvor stor stillingen blir; «Som nå» og én plan."""
    tekst = (EKSEMPLER / "p1.toml").read_text(encoding="utf-8")
    tekst = tekst[: tekst.index('[plan."30 prosent stilling"]')]
    spenn = f"{{ lav = {fra}, ventet = {ventet}, hoy = {til} }}"
    gammel = "stillingsprosent       = 50"
    assert gammel in tekst
    return Situasjon.les(tekst.replace(gammel, f"stillingsprosent = {spenn}"), norsk())


def mari(timer: str, timelonn: str = "236.54") -> Situasjon:
    """Mari med én plan."""
    tekst = (EKSEMPLER / "p4.toml").read_text(encoding="utf-8")
    tekst = tekst[: tekst.index('[plan."20 timer i uka"]')]
    tekst = tekst.replace('{ verdi = 10, kilde = "antatt" }', timer)
    return Situasjon.les(tekst.replace("236.54", timelonn), norsk())


def funnet(s: Situasjon, bok: Regelbok | None = None, *, antatte: bool = False) -> Usikkerhet:
    """Spennet, som må finnes."""
    svar = finn_usikkerhet(s, bok or norsk(), antatte=antatte)
    assert svar is not None
    return svar


def planen(u: Usikkerhet) -> Planspenn:
    """Den siste planen."""
    return u.planer[-1]


def spenn(s: Spenn | None) -> tuple[Decimal, Decimal]:
    """Ytterpunktene."""
    assert s is not None
    return s.lavest, s.hoyest


def telt(situasjoner: Iterable[Situasjon], bok: Regelbok) -> tuple[Decimal, Decimal]:
    """Minst og mest å leve for når hver situasjon regnes ut for seg."""
    alle = [beregn(s, bok).planer[-1].aar[0].gjort_opp_netto for s in situasjoner]
    kjente = [a for a in alle if a is not None]
    return min(kjente), max(kjente)


# ── Det som er inne i spennet ───────────────────────────────────────────────────────────────────


def test_det_laveste_er_like_over_grensen_og_ikke_i_en_ende() -> None:
    u = funnet(sam("55", "60", "65"))
    (d,) = planen(u).drivere
    assert not d.jevnt
    assert d.lavest_ved == "60,67\u00a0prosent"
    assert d.hoyest_ved == "60\u00a0prosent"
    lavest, hoyest = spenn(planen(u).aar[0].gjort_opp)
    steg = [*(Decimal(55) + Decimal(n) / 2 for n in range(21)), Decimal("60.67")]
    minst, mest = telt((sam(str(p), str(p), str(p)) for p in steg), norsk())
    langs = [Bevegelse("stillingsprosent", Decimal(55), Decimal(65))]
    baand = finn_grenser(sam("55", "60", "65"), norsk(), langs, plan="50 prosent stilling").baand
    assert lavest <= minst + baand
    assert mest <= hoyest + baand
    assert hoyest - lavest > 60_000
    assert 50 * baand < hoyest - lavest  # båndet er smalt mot spennet


def test_maris_bostotte_gir_et_fall_i_spennet() -> None:
    u = funnet(mari("{ lav = 3, ventet = 3.5, hoy = 5 }"))
    timer = [Decimal(3) + Decimal(n) / 5 for n in range(11)]
    minst, mest = telt((mari(str(t)) for t in timer), norsk())
    lavest, hoyest = spenn(planen(u).aar[0].gjort_opp)
    assert lavest <= minst + 20
    assert abs(hoyest - mest) <= 20


def test_to_opplysninger_sammen() -> None:
    u = funnet(
        mari("{ lav = 8, ventet = 10, hoy = 14 }", "{ lav = 220, ventet = 236.54, hoy = 260 }")
    )
    plan = planen(u)
    assert [d.inndata for d in plan.drivere] == ["lonn.timer_per_uke", "lonn.timelonn"]
    par = product(("8", "11", "14"), ("220", "260"))
    minst, mest = telt((mari(t, k) for t, k in par), norsk())
    assert spenn(plan.aar[0].gjort_opp) == (minst, mest)
    forste = u.planer[0].aar[0].gjort_opp
    assert plan.aar[0].gevinst is not None
    assert forste is not None
    assert plan.aar[0].gevinst.lavest == minst - forste.lavest
    hver_for_seg = sum(d.hoyest - d.lavest for d in plan.drivere)
    assert mest - minst > hver_for_seg * Decimal("0.9")


def test_ventet_er_svaret_uten_spenn() -> None:
    u = funnet(mari("{ lav = 8, ventet = 10, hoy = 14 }"))
    svar = beregn(mari("10"), norsk()).planer[-1]
    (aar,) = planen(u).aar
    assert aar.gjort_opp is not None
    assert aar.gjort_opp.ventet == svar.aar[0].gjort_opp_netto
    assert aar.utbetalt is not None
    assert aar.utbetalt.ventet == svar.aar[0].utbetalt_netto
    for spennet, maaned in zip(planen(u).maaneder, svar.maaneder, strict=True):
        assert spennet.netto is not None
        assert spennet.netto.ventet == maaned.netto
        assert spennet.netto.lavest <= maaned.netto <= spennet.netto.hoyest


def test_uten_noe_usikkert_er_det_ikke_noe_spenn() -> None:
    assert finn_usikkerhet(mari("10"), norsk()) is None


def test_den_foerste_planen_uten_noe_usikkert_har_et_spenn_uten_bredde() -> None:
    forste = funnet(mari("{ lav = 8, ventet = 10, hoy = 14 }")).planer[0]
    lavest, hoyest = spenn(forste.aar[0].gjort_opp)
    assert lavest == hoyest
    assert forste.drivere == ()
    assert forste.aar[0].gevinst is None


def test_et_moenster_over_tid_kan_ogsaa_vaere_usikkert() -> None:
    tid = "{ 2026-01-01 = { lav = 8, ventet = 10, hoy = 12 }, 2026-07-01 = 15 }"
    u = funnet(mari(tid))
    ender = [
        f"{{ 2026-01-01 = {t}, 2026-07-01 = 15 }}" for t in (8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12)
    ]
    minst, mest = telt((mari(e) for e in ender), norsk())
    lavest, hoyest = spenn(planen(u).aar[0].gjort_opp)
    assert (lavest, hoyest) == (minst, mest)
    assert minst < telt([mari(ender[0])], norsk())[0]  # ni timer gir mindre enn åtte
    (d,) = planen(u).drivere
    assert (d.fra, d.til) == ("8\u00a0timer / 15\u00a0timer", "12\u00a0timer / 15\u00a0timer")


# ── Et oppfunnet land ───────────────────────────────────────────────────────────────────────────


@forsok(6)
@given(
    timer=st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)).map(sorted),
    takst=st.tuples(st.integers(80, 150), st.integers(80, 150)).map(sorted),
)
def test_alle_hele_timer_ligger_i_spennet(timer: list[int], takst: list[int]) -> None:
    bok = land()
    lav, ventet, hoy = (t * 3 for t in timer)

    def med(t: str, k: str) -> Situasjon:
        return situasjon(bok, f"start = 2031-01-01\ntimer = {t}\ntakst = {k}")

    usikker = med(
        f"{{ lav = {lav}, ventet = {ventet}, hoy = {hoy} }}",
        f"{{ lav = {takst[0]}, ventet = {takst[0]}, hoy = {takst[1]} }}",
    )
    u = planen(funnet(usikker, bok))
    mulige = product(range(lav, hoy + 1, 7), range(takst[0], takst[1] + 1, 9))
    minst, mest = telt((med(str(t), str(k)) for t, k in mulige), bok)
    lavest, hoyest = spenn(u.aar[0].gjort_opp)
    assert lavest <= minst
    assert mest <= hoyest
    hjorner = product((lav, hoy), takst)
    assert (lavest, hoyest) == telt((med(str(t), str(k)) for t, k in hjorner), bok)
    for d in u.drivere:
        assert d.lavest <= 0 <= d.hoyest
    bredder = [d.hoyest - d.lavest for d in u.drivere]
    assert bredder == sorted(bredder, reverse=True)


def test_uten_oppgitte_spenn_flyttes_det_reglene_antar_bare_naar_det_bes_om() -> None:
    bok = land()
    s = situasjon(bok, "start = 2031-01-01\ntimer = 40", "full_stub = 9000")
    assert finn_usikkerhet(s, bok) is None


@pytest.mark.parametrize(
    ("verdi", "del_av_hva"),
    [
        ("{ lav = 8, hoy = 9 }", "lav, ventet og hoy"),
        ("{ lav = 9, ventet = 8, hoy = 10 }", "Det laveste må være minst"),
        ("{ lav = 8, ventet = 9, hoy = 100 }", "kan ikke være"),
        ('{ lav = 8, ventet = "mye", hoy = 10 }', "Her må det stå et tall"),
        ("{ lav = 8, ventet = { lav = 8, ventet = 9, hoy = 10 }, hoy = 10 }", "ikke en tabell"),
    ],
)
def test_gale_spenn_faar_en_melding(verdi: str, del_av_hva: str) -> None:
    with pytest.raises(Feilsamling, match=del_av_hva):
        mari(verdi)


def test_bare_tall_kan_ha_spenn() -> None:
    bok = land()
    with pytest.raises(Feilsamling, match="Bare tall"):
        situasjon(
            bok,
            "start = { lav = 2031-01-01, ventet = 2031-02-01, hoy = 2031-03-01 }\ntimer = 10",
        )


# ── Det som er antatt, og det som er ukjent ─────────────────────────────────────────────────────


def maris_fil(gammelt: str, nytt: str) -> Situasjon:
    """Mari med en linje byttet ut."""
    tekst = (EKSEMPLER / "p4.toml").read_text(encoding="utf-8")
    tekst = tekst[: tekst.index('[plan."20 timer i uka"]')]
    linjer = [nytt if linje.startswith(gammelt) else linje for linje in tekst.splitlines()]
    assert "\n".join(linjer) != tekst
    return Situasjon.les("\n".join(linjer), norsk())


def test_det_reglene_antar_flyttes_naar_det_bes_om() -> None:
    s = maris_fil("trygdetid", "")
    assert finn_usikkerhet(s, norsk()) is None
    u = funnet(s, antatte=True)
    d = next(d for d in planen(u).drivere if d.inndata == "uforetrygd.trygdetid")
    assert (d.kilde, d.fra, d.ventet, d.til) == ("antatt", "20", "40", "40")
    assert d.lavest < -10_000
    assert d.hoyest == 0
    lavest, hoyest = spenn(planen(u).aar[0].gjort_opp)
    assert hoyest - lavest >= -d.lavest


def test_det_ukjente_med_faa_svar_flyttes_ogsaa() -> None:
    u = funnet(maris_fil("har_partner", 'har_partner = "vet ikke"'), antatte=True)
    d = next(d for d in planen(u).drivere if d.inndata == "felles.har_partner")
    assert (d.kilde, d.fra, d.ventet, d.til) == ("ukjent", "nei", None, "ja")
    assert d.ukjent_ved == ("ja",)  # da må partnerens inntekt være kjent
    tekst = "\n".join(drivertekster(planen(u)))
    assert "(vi ikke vet: nei til ja): med ja må vi vite mer for å regne." in tekst


def test_et_ukjent_ja_eller_nei_gir_begge_svarene() -> None:
    u = funnet(maris_fil("trygdetid", 'trygdetid = 34\nung_ufor = "vet ikke"'), antatte=True)
    d = next(d for d in planen(u).drivere if d.inndata == "uforetrygd.ung_ufor")
    assert (d.kilde, d.fra, d.ventet, d.til, d.ukjent_ved) == ("ukjent", "nei", None, "ja", ())
    ja, nei = (
        maris_fil("trygdetid", f"trygdetid = 34\nung_ufor = {svar}") for svar in ("true", "false")
    )
    assert spenn(planen(u).aar[0].gjort_opp) == telt([ja, nei], norsk())
    assert d.hoyest - d.lavest > 1_000


def test_metoden_sier_at_et_felles_spenn_ikke_er_et_bevis() -> None:
    en = funnet(mari("{ lav = 8, ventet = 10, hoy = 14 }"))
    assert "bevis" not in en.metode
    to = funnet(
        mari("{ lav = 8, ventet = 10, hoy = 11 }", "{ lav = 230, ventet = 236.54, hoy = 240 }")
    )
    assert "ikke et bevis" in to.metode
