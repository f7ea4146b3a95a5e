"""The whole text: golden files, widths, blocks, notes, and the words used."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import stripeland_svar as s
from hypothesis import given
from hypothesis import strategies as st
from stripeland_mira import mira
from tests.conftest import forsok

import ytelsesrad.lesbart
import ytelsesrad.visning
from ytelsesrad.beregning.resultat import Advarsel, Maanedslinje, Planresultat, Resultat
from ytelsesrad.visning import svar
from ytelsesrad.visning.tekst import Maaneder

FASIT = Path(__file__).parent / "fasit"


def _del(tekst: str, tittel: str) -> str:
    """Return the part of the text that begins with a heading, with ordinary spaces."""
    return next(d for d in tekst.split("\n\n") if d.startswith(tittel)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fil", "bredde", "maaneder"),
    [("mira-100.txt", 100, "forste"), ("mira-80.txt", 80, "alle"), ("mira-60.txt", 40, "ingen")],
)
def test_whole_answer(fil: str, bredde: int, maaneder: Maaneder) -> None:
    assert svar(mira(), bredde, maaneder=maaneder, dybde="alt") + "\n" == (FASIT / fil).read_text(
        "utf-8"
    )


def test_equal_answers_give_equal_text() -> None:
    assert svar(mira(), dybde="alt") == svar(mira(), dybde="alt")


_navn = st.text(max_size=60)
_belop = st.integers(-(10**9), 10**9)


@st.composite
def _resultater(draw: st.DrawFn) -> Resultat:
    planer: list[Planresultat] = []
    ytelser = draw(st.lists(_navn, min_size=1, max_size=8, unique=True))
    for navn in draw(st.lists(_navn, min_size=1, max_size=6, unique=True)):
        linjer: dict[str, str | None] = {y: str(draw(_belop)) for y in ytelser}
        maaned = Maanedslinje(
            maaned="2026-03",
            brutto={y: Decimal(draw(_belop)) for y in ytelser},
            datoer={y: (date(2026, 3, 4), date(2026, 3, 18)) for y in ytelser},
            trekk={navn: Decimal(draw(_belop))},
            netto=Decimal(draw(_belop)),
            mot_grunnlag=Decimal(draw(_belop)) if planer else None,
            lavest=True,
        )
        tekst = draw(_navn)
        planer.append(
            s.plan(
                navn,
                aar=(s.aar_av(linjer),),
                maaneder=(maaned,),
                dekning=tuple(s.dekket(y, "ikke_modellert", spor=tekst) for y in ytelser),
                meldinger=tuple(
                    s.melding(str(n), type_, tekst, frist=navn, kort=tekst, hvem=navn, kanal=navn)
                    for n, type_ in enumerate(("rettighet", "plikt", "advarsel", "forslag", "råd"))
                ),
                mangler=(s.mangel(navn, tekst, staar_i=navn, skriv=tekst, alternativ=navn),),
                forutsetninger=(s.forutsetning(navn, tekst, "antatt", fordi=tekst, staar_i=navn),),
                advarsler=(Advarsel(id="x", tekst=tekst, rett=navn, felt=()),),
            )
        )
    return s.resultat(*planer, tittel=draw(_navn), anledning=draw(_navn), utelater=ytelser)


@forsok(30)
@given(_resultater(), st.integers(50, 130))
def test_nothing_is_wider_than_asked_for(resultat: Resultat, bredde: int) -> None:
    linjer = svar(resultat, bredde, maaneder="alle", dybde="alt").splitlines()
    assert max(map(len, linjer)) <= max(bredde, 60)
    assert all(linje == linje.rstrip() for linje in linjer)
    assert "\x1b" not in "".join(linjer)


def test_more_than_three_plans_come_in_blocks_with_the_first_repeated() -> None:
    navn = ["Som nå", "30 %", "50 %", "60 %", "65 % med vedtak om opptrapping"]
    resultat = s.enkelt(["240000", "264000", "282000", "290000", "229356"], navn)
    tabell = svar(resultat, 100, dybde="alt")
    assert "Som nå 30 % 50 % 60 % opptrapping" in " ".join(tabell.split())
    tabell = svar(resultat, 80, dybde="alt")
    blokker = [d for d in tabell.split("\n\n") if "Å leve for" in d]
    assert len(blokker) == 2
    assert blokker[0].startswith("Per måned, når alt for 2026 er gjort opp")
    rader = [linje.replace("\u00a0", " ").split("  ") for linje in blokker[1].splitlines()]
    assert [[celle.strip() for celle in rad if celle.strip()] for rad in rader] == [
        ["65 % med"],
        ["vedtak om"],
        ["Som nå", "60 %", "opptrapping"],
        ["Lønn", "20 000", "24 167", "19 113"],
        ["------", "------", "------"],
        ["Å leve for", "20 000", "24 167", "19 113"],
        ["Endring fra i dag", "+4 167", "−887"],
    ]


def test_rounding_note_only_when_it_shows() -> None:
    hele = s.enkelt(["240000", "252000"])
    assert "rundet av" not in svar(hele, dybde="alt")
    halve = s.resultat(s.plan("Som nå", aar=(s.aar_av({"a": "6", "b": "6"}),)))
    assert "kan avvike med 1\u00a0krone." in svar(halve, dybde="alt")
    mange = s.resultat(s.plan("Som nå", aar=(s.aar_av(dict.fromkeys("abcd", "6")),)))
    assert "kan avvike med 2\u00a0kroner." in svar(mange, dybde="alt")


def test_unknown_lines_and_lines_that_are_nothing() -> None:
    aar = s.aar_av({"lonn": "120000", "stripe": None, "rute": "0"})
    tabell = _del(svar(s.resultat(s.plan("Som nå", aar=(aar,))), dybde="alt"), "Per måned")
    assert "Stripestønad" in tabell
    assert "ukjent" in tabell
    assert "Ruteskatt" not in tabell


def test_estimates_are_said_under_the_year_and_marked_in_the_months() -> None:
    lonn = tuple(
        b.model_copy(update={"sikkerhet": "anslag"}) if b.dato.month > 6 else b
        for b in s.betalinger(10000, 0, 0)
    )
    aar = s.aar_av({"lonn": "120000"}, sikkerhet="anslag")
    tekst = svar(
        s.resultat(
            s.plan(
                "Som nå",
                aar=(aar,),
                betalinger=lonn,
                maaneder=s.maanedslinjer(lonn, None, date(2026, 12, 31)),
            )
        ),
        dybde="alt",
    )
    assert "Tallene for 2026 er anslag: Ikke alle satser for 2026 er satt ennå." in tekst
    maaneder = _del(tekst, "Måned for måned").splitlines()
    merket = {linje.split()[0]: linje.split()[-1] for linje in maaneder}
    assert merket["januar"] == "<1"
    assert "<" not in merket["juni"]
    assert merket["juli"] == "<2"
    assert maaneder[-1] == "  <1 laveste måned · <2 anslag, satsene er ikke satt ennå"


def test_a_settlement_inside_the_months_is_a_footnote_not_later() -> None:
    ut = (*s.betalinger(10000, 0, 0, antall=3), s.etteroppgjor(500, date(2026, 3, 3)))
    plan = s.plan("Som nå", betalinger=ut, maaneder=s.maanedslinjer(ut, None, date(2026, 3, 31)))
    maaneder = _del(svar(s.resultat(plan), dybde="alt"), "Måned for måned")
    assert "her kommer også etteroppgjør av stripestønad" in maaneder
    assert "  Sum " in maaneder
    assert "Senere" not in maaneder


def test_a_note_says_which_plan_and_year_it_belongs_to() -> None:
    def plan(navn: str, *ider: str) -> Planresultat:
        aar = tuple(s.aar_av({"lonn": "1"}, a) for a in (2026, 2027))
        begge = ("2026-01", "2027-01")
        rett = (s.melding(i, "rettighet", f"Rett {i}", perioder=begge) for i in ider)
        meldinger = (*rett, s.melding("ny", "rettighet", "Nytt", perioder=("2027",)))
        return s.plan(navn, aar=aar, meldinger=meldinger)

    planer = (plan("Som nå", "a", "d"), plan("10 t", "a", "b", "c"), plan("Mer", "a", "b"))
    boks = _del(svar(s.resultat(*planer, til=date(2027, 12, 31)), dybde="alt"), "Dette beholder du")
    assert boks.splitlines()[1:] == [
        "  + Rett a.",
        "  + «Som nå»: Rett d.",
        "  + 2027: Nytt.",
        "  + Rett b.",
        "  + 10 t: Rett c.",
    ]


def test_a_duty_that_comes_often_shows_the_next_day() -> None:
    meldinger = tuple(
        s.melding("kort", "plikt", "Send kortet", frist_dato=dag, perioder=(f"{dag}",))
        for dag in (date(2026, 11, 9), date(2026, 11, 23), date(2026, 12, 7))
    )
    boks = _del(
        svar(s.resultat(s.plan("Som nå", meldinger=meldinger)), dybde="alt"), "Dette må du gjøre"
    )
    assert boks.splitlines()[1:] == ["  [ ] Neste: 23. november 2026  Send kortet."]


def test_checks_unknowns_and_what_they_are_worth() -> None:
    plan = s.plan(
        "Som nå",
        advarsler=(Advarsel(id="x", tekst="Timelønnen er lav", rett="Se etter", felt=("a.b",)),),
        mangler=(
            s.mangel(
                "Grad",
                "Hva er graden?",
                staar_i="vedtaket",
                skriv="stripegrad = 100",
                alternativ="satsen i kroner",
                virkning=(Decimal(280000), Decimal(240000)),
            ),
        ),
    )
    tekst = svar(s.resultat(plan), dybde="alt")
    assert "  ! Timelønnen er lav. Rett: Se etter." in _del(tekst, "Sjekk det du har oppgitt")
    assert _del(tekst, "Dette vet vi ikke").splitlines()[1:] == [
        "  ? Hva er graden? Det står i vedtaket.",
        "    Skriv det slik: stripegrad = 100",
        "    Vet du ikke det, kan du oppgi dette i stedet: satsen i kroner.",
        "    Svaret avgjør om du får omtrent 20 000 kroner eller 23 300 kroner å leve for "
        "i måneden, eller",
        "    noe mellom.",
    ]


def test_coverage_leaves_nothing_out() -> None:
    plan = s.plan(
        "Som nå",
        dekning=(
            s.dekket("lonn", "mangler"),
            s.dekket("p", "ikke_modellert", navn="Prikkestøtte", holdes=True, spor="kontoret"),
            s.dekket("q", "ikke_modellert", navn="PB"),
        ),
    )
    assert _del(svar(s.resultat(plan), dybde="alt"), "Ikke med i regnestykket").splitlines()[
        1:
    ] == [
        "  Kan ikke regnes ut ennå: lønn.",
        "  Du har dette, men vi regner ikke på det. Spør: prikkestøtte (kontoret).",
        "  Ikke modellert, spør: PB.",
    ]


def _skrevet_av_python() -> list[str]:
    """Every text in the code of the views that is not a docstring."""
    tekster = []
    for pakke in (ytelsesrad.lesbart, ytelsesrad.visning):
        for fil in Path(str(pakke.__file__)).parent.rglob("*.py"):
            tre = ast.parse(fil.read_text("utf-8"))
            docs = {
                id(node.value)
                for node in ast.walk(tre)
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            }
            tekster += [
                node.value
                for node in ast.walk(tre)
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docs
            ]
    return tekster


@pytest.mark.parametrize(
    "ord_",
    [
        "garanter",
        "lønner seg",
        "netto",
        "disponibel",
        "effektiv",
        "marginal",
        "baseline",
        "avkort",
        "nøyaktig",
        "ugyldig",
        "skatt",
        "trygd",
        "stønad",
        "nav",
    ],
)
def test_plain_words_and_no_benefit_in_what_python_writes(ord_: str) -> None:
    egne = [t for t in _skrevet_av_python() if " " in t.strip() or t[:1].isupper()]
    assert len(egne) > 60
    funnet = [t for t in egne if ord_ in t.casefold() and ord_ != "nav"]
    funnet += [t for t in egne if ord_ == "nav" and "nav" in t.casefold().split()]
    assert not funnet
