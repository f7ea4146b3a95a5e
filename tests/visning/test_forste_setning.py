"""The first sentence: more, less, the same, unknown, and what the figure leaves out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import stripeland_svar as s

from ytelsesrad.beregning.resultat import Aarsoppgjor, Feilsvar, Resultat
from ytelsesrad.visning import svar
from ytelsesrad.visning.tekst import forste_setning


def _les(resultat: Resultat) -> str:
    return forste_setning(resultat).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("aarsbelop", "setning"),
    [
        (
            ["240000", "294876"],
            "Med 10 timer i uka får du omtrent 4 600 kroner mer å leve for i måneden.",
        ),
        (
            ["240000", "229356"],
            "Med 10 timer i uka får du omtrent 900 kroner mindre å leve for i måneden.",
        ),
        (["240000", "240000"], "Med 10 timer i uka får du like mye å leve for i måneden som nå."),
        (
            ["240000", "239556"],
            "Med 10 timer i uka får du omtrent det samme å leve for i måneden som nå: "
            "37 kroner mindre.",
        ),
        (
            ["240000", "294876", "229356"],
            "Med 10 timer i uka får du omtrent 4 600 kroner mer å leve for i måneden, "
            "men omtrent 900 kroner mindre med 20 timer i uka.",
        ),
        (
            ["240000", "294876", "229356", "200000"],
            "Med 10 timer i uka får du omtrent 4 600 kroner mer å leve for i måneden, "
            "men mindre med 20 timer i uka og med 30 timer i uka.",
        ),
        (["240000"], "Du har omtrent 20 000 kroner å leve for i måneden."),
        (
            ["240000", None],
            "Vi kan ikke regne ut hva du får å leve for med 10 timer i uka.",
        ),
    ],
)
def test_variants(aarsbelop: list[str | None], setning: str) -> None:
    assert _les(s.enkelt(aarsbelop)) == setning


def test_what_is_held_and_not_modelled_is_said_first() -> None:
    resultat = s.enkelt(["240000", "294876"], utelater=("Prikkestøtte", "PB"))
    assert _les(resultat) == (
        "Med 10 timer i uka får du omtrent 4 600 kroner mer å leve for i måneden, "
        "når vi ser bort fra prikkestøtte og PB, som vi ikke regner på."
    )
    holdt = s.dekket("prikk", "ikke_modellert", navn="Prikkestøtte", holdes=True)
    alene = s.resultat(s.plan("Som nå", aar=(s.aar_av({"lonn": "240000"}),), dekning=(holdt,)))
    assert "når vi ser bort fra prikkestøtte, som vi ikke regner på" in _les(alene)


def test_plans_with_other_names_are_quoted_and_compared_by_name() -> None:
    resultat = s.enkelt(["240000", "294876"], ["Uten jobb", "Jobb i kiosk, melder fra"])
    assert _les(resultat) == (
        "Med «Jobb i kiosk, melder fra» får du omtrent 4 600 kroner mer å leve for i måneden "
        "enn med «Uten jobb»."
    )


def test_nothing_given_is_said_instead_of_zero_kroner() -> None:
    resultat = s.resultat(s.plan("Som nå", aar=(s.aar_av({"lonn": "0"}),)))
    assert _les(resultat) == "Det er ikke oppgitt noe å regne på ennå."


def test_missing_inputs_are_named() -> None:
    manglene = tuple(s.mangel(t, "?") for t in ("Stripegrad", "Trygdetid", "PB", "Dato", "Sted"))
    aar = (s.aar_av({"lonn": None}),)
    resultat = s.resultat(
        s.plan("Som nå", aar=aar), s.plan("10 timer", aar=aar, mangler=manglene[:2])
    )
    assert _les(resultat) == (
        "Vi mangler svar på «Stripegrad» og «Trygdetid», og kan derfor ikke si hva du får "
        "å leve for med 10 timer."
    )
    resultat = s.resultat(s.plan("Som nå", aar=aar, mangler=manglene), s.plan("10 timer", aar=aar))
    assert "Vi mangler svar på «Stripegrad», «Trygdetid», «PB» og 2 til" in _les(resultat)


def test_a_stop_is_said_first_and_explained() -> None:
    feil = Feilsvar(regel="stripe.sats", periode="2026-03", tekst="Her deles det på null")
    resultat = s.resultat(s.plan("Som nå"), s.plan("10 timer", feil=(feil,)))
    assert _les(resultat).startswith("Utregningen stoppet, og vi kan derfor ikke si hva")
    assert "Regelen er stripe.sats, mars\u00a02026." in svar(resultat, dybde="alt")


def test_several_years_are_told_apart() -> None:
    naa = tuple(s.aar_av({"lonn": "240000"}, aar) for aar in (2026, 2027, 2028))
    jobb = tuple(
        s.aar_av({"lonn": belop}, aar)
        for aar, belop in ((2026, "294876"), (2027, "229356"), (2028, None))
    )
    resultat = s.resultat(
        s.plan("Som nå", aar=naa), s.plan("10 timer", aar=jobb), til=date(2028, 12, 31)
    )
    assert _les(resultat) == (
        "Med 10 timer får du omtrent 4 600 kroner mer å leve for i måneden i 2026, "
        "men omtrent 900 kroner mindre i 2027."
    )
    tekst = " ".join(svar(resultat, dybde="alt").split())
    assert "I 2027 får du omtrent 900 kroner mindre i måneden." in tekst
    assert "For 2028 kan vi ikke regne det ut ennå." in tekst
    assert "med reglene for 2026–2028" in tekst


def test_money_that_comes_late_and_weak_months_are_said_at_once() -> None:
    oppgjor = [
        Aarsoppgjor(
            betaling="a.b",
            tittel=f"Oppgjør i måned {md}",
            dato=date(2027, md, 1),
            belop=Decimal(belop),
            netto=Decimal(belop),
            betaler="Kontoret",
        )
        for md, belop in ((8, 2711), (11, 29944), (12, -4200), (12, 40))
    ]
    naa = s.betalinger(20000, 0, 0)
    jobb = (*s.betalinger(16100, 0, 0, antall=1), *s.betalinger(30000, 0, 0)[1:])
    til = date(2026, 12, 31)
    naa_md = s.maanedslinjer(naa, None, til)
    resultat = s.resultat(
        s.plan("Som nå", aar=(s.aar_av({"lonn": "240000"}),), maaneder=naa_md),
        s.plan(
            "10 timer",
            aar=(s.aar_av({"lonn": "340000"}, oppgjor=tuple(oppgjor)),),
            maaneder=s.maanedslinjer(jobb, naa_md, til),
        ),
    )
    assert " ".join(svar(resultat, dybde="alt").split("\n\n")[1].split("MÅNEDEN.")[1].split()) == (
        "Av pengene for 2026 kommer omtrent 2 700 kroner først i august 2027 og omtrent 29 900 "
        "kroner i november 2027. For 2026 må du regne med å betale omtrent 4 200 kroner "
        "i desember 2027 (oppgjør i måned 12). I januar 2026 får du omtrent 3 900 kroner mindre "
        "inn på konto enn nå."
    )
