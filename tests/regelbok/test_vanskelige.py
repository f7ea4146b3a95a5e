"""Femten ting i loven som er vanskelige å si, og hvor det er prøvd at reglene sier dem.

Tre av dem er regnet for hånd her. De andre har sine prøver der kapitlet har dem. Listen sier hvor,
og merker det hvis en regel eller en prøve blir borte.
"""

from __future__ import annotations

import ast
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.saker.regning import For, Gitte, Regning, Verdi
from ytelsesrad import Regelbok

TESTER = Path(__file__).parent.parent
HER = "regelbok/test_vanskelige.py"

TILFELLER: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "1 hele kroner for hver virkedag, med bursdag midt i perioden": (
        ("aap.dagbelop", "aap.opptjent"),
        ((HER, "test_dagsatsen_skifter_paa_bursdagen_midt_i_meldeperioden"),),
    ),
    "2 andelen rundes to ganger, og taket sammenlignes etterpå": (
        ("aap.arbeidsandel", "aap.over_taket"),
        ((HER, "test_andelen_rundes_foerst_til_tre_desimaler"),),
    ),
    "3 et sent kort og et brudd tas av den neste perioden": (
        ("aap.ingen_utbetaling_for", "aap.trekk_igjen"),
        (
            (HER, "test_et_sent_kort_tar_dager_av_den_neste_perioden"),
            ("beregning/test_sam.py", "test_et_brudd_trekkes_fra_neste_periode"),
        ),
    ),
    "4 året fordeles på månedene som er igjen, og resten gjøres opp": (
        ("uforetrygd.terminbelop", "uforetrygd.aaret_slik_det_ses"),
        (
            ("uforetrygd/test_2026.py", "test_2026_maaned_for_maaned_med_tre_regelendringer"),
            ("uforetrygd/test_fordeling.py", "test_utbetalingene_i_2025"),
        ),
    ),
    "5 fribeløp og forventet inntekt vektes med månedene": (
        ("uforetrygd.fribelop_g", "uforetrygd.ieu_g"),
        (
            ("uforetrygd/test_2026.py", "test_vektet_fribelop_er_det_brevet_skriver"),
            ("uforetrygd/test_2026.py", "test_inntekten_etter_uforhet_vektes_med_maanedene"),
        ),
    ),
    "6 barnetillegg for to grupper, etter reduksjonen": (
        ("uforetrygd.reduksjon_fellesbarn", "uforetrygd.reduksjon_saerkullsbarn"),
        (
            (
                "uforetrygd/test_kapitlet.py",
                "test_barnetillegg_for_fellesbarn_og_saerkullsbarn_regnet_for_haand",
            ),
        ),
    ),
    "7 minste inntekt før uførhet og minstesats etter husstand og vedtak": (
        ("uforetrygd.minste_ifu_g", "uforetrygd.minstesats_g"),
        (("uforetrygd/test_kapitlet.py", "test_ny_sivilstand_midt_i_aaret"),),
    ),
    "8 det beste av året før og tre år, og de tre beste av fem": (
        ("aap.grunnlag_11_19_g", "uforetrygd.grunnlag_g"),
        (("uforetrygd/test_kapitlet.py", "test_grunnlaget_er_de_tre_beste_av_fem_aar"),),
    ),
    "9 trinn, innfasing og trekktabell": (
        ("skatt.trinnskatt", "skatt.trygdeavgift", "skatt.tabelltrekk"),
        (
            ("skatt/test_sluttskatt.py", "test_delene_er_summen_og_alle_er_hele_kroner"),
            ("skatt/test_trekk.py", "test_tre_uker_deles_paa_tre_og_slaas_opp_i_uketabellen"),
        ),
    ),
    "10 bostøtten ser på det som er betalt i måneden": (
        ("bostotte.utbetalt_inntekt", "bostotte.andel_av_14_dagers"),
        (
            ("beregning/test_bostotte.py", "test_bostotten_kommer_maaneden_etter"),
            (
                "beregning/test_lonnssiden.py",
                "test_aap_i_en_maaned_med_tre_utbetalinger_teller_to_tredeler",
            ),
        ),
    ),
    "11 feriepenger er lønn fra året før": (
        ("lonn.feriepenger",),
        (
            (
                "beregning/test_feriepenger.py",
                "test_feriepengene_kommer_i_juni_uten_trekk_og_teller_som_inntekt",
            ),
        ),
    ),
    "12 sosialhjelp fyller opp, og trekket tas etter skatten": (
        ("sosialhjelp.sosialhjelp", "gjeld.utleggstrekk"),
        (
            ("beregning/test_sosialhjelp.py", "test_tapet_av_bostotte_tas_av_sosialhjelpen"),
            ("beregning/test_gjeld.py", "test_trekket_tas_etter_skatten"),
        ),
    ),
    "13 svaret er en dato": (
        ("aap.kvoten_er_brukt", "sykepenger.rett_fra"),
        (
            ("uforetrygd/test_kapitlet.py", "test_fem_aar_og_fem_til"),
            (
                "ytelser/test_sykdom.py",
                "test_brukt_opp_og_uforetrygd_ny_rett_etter_26_uker",
            ),
        ),
    ),
    "14 avrunding med navn": (
        ("aap.timer_paa_kortet",),
        (("regelspraak/test_land.py", "test_fem_avrundinger"),),
    ),
    "15 det personen velger eller vet, går foran": (
        ("aap.dagsats_i_vedtaket", "uforetrygd.maate"),
        (
            ("beregning/test_sam.py", "test_dagsatsen_i_vedtaket_folger_grunnbelopet"),
            (
                "uforetrygd/test_egenskaper.py",
                "test_utbetalt_og_oppgjor_er_det_en_har_rett_til_uansett_hva_som_er_meldt",
            ),
        ),
    ),
}


@pytest.mark.parametrize(("regler", "prover"), TILFELLER.values(), ids=list(TILFELLER))
def test_reglene_og_provene_finnes(
    bok: Regelbok, regler: tuple[str, ...], prover: tuple[tuple[str, str], ...]
) -> None:
    assert [r for r in regler if r not in bok.samling.regler] == []
    for fil, navn in prover:
        tre = ast.parse((TESTER / fil).read_text(encoding="utf-8"))
        assert navn in {n.name for n in tre.body if isinstance(n, ast.FunctionDef)}


# ── Tre av dem, regnet for hånd ─────────────────────────────────────────────────────────────────

MANDAG = date(2026, 5, 4)
PERIODE = timedelta(days=14)


def aap(fodt: date, **mer: Verdi) -> Regning:
    """Minste AAP uten arbeid, med meldeperioder fra mandagen."""
    gitt: Gitte = {
        "felles.fodselsdato": fodt,
        "felles.meldeperiode_starter": MANDAG,
        "felles.barn_fodt": [],
        "aap.rett_fra": date(2025, 1, 6),
        "aap.rett_til": date(2027, 1, 3),
        "aap.minste_ytelse": True,
        **{f"aap.{navn}": verdi for navn, verdi in mer.items()},
    }
    grupper = {"jobb": 0, "brudd": 0}
    return Regning(gitt, date(2026, 1, 1), date(2026, 12, 31), grupper=grupper)


def test_dagsatsen_skifter_paa_bursdagen_midt_i_meldeperioden() -> None:
    # 2,041 G : 260 er 1 071,91 kr når G er 136 549. To tredeler av det er 714,61.
    # 25 år onsdag 6. mai: to dager à 715 kr og åtte dager à 1 072 kr.
    regning = aap(fodt=date(2001, 5, 6))
    assert regning.tall("aap.dagbelop", MANDAG + timedelta(days=1)) == 715
    assert regning.tall("aap.dagbelop", MANDAG + timedelta(days=2)) == 1_072
    assert regning.tall("aap.dagbelop", MANDAG + timedelta(days=5)) == 0
    assert regning.tall("aap.opptjent", MANDAG) == 2 * 715 + 8 * 1_072


@pytest.mark.parametrize(
    ("timer", "dager", "prosent", "over"),
    [
        ("16", 7, 31, False),  # 16 : 52,5 = 0,30476 → 0,305 → 31; i ett steg ville det vært 30
        ("45", 10, 60, False),
        ("45.5", 10, 61, True),  # 0,60667 → 0,607 → 61
        ("32", 7, 61, True),  # 32 : 52,5 = 0,60952 → 0,610 → 61
    ],
)
def test_andelen_rundes_foerst_til_tre_desimaler(
    timer: str, dager: int, prosent: int, over: bool
) -> None:
    regning = aap(
        fodt=date(1990, 1, 1), timer_i_delen=Decimal(timer), virkedager_i_delen=Decimal(dager)
    )
    assert regning.tall("aap.arbeidsandel", MANDAG) == Decimal(prosent) / 100
    assert regning.ja("aap.over_taket", MANDAG) is over


def test_et_sent_kort_tar_dager_av_den_neste_perioden() -> None:
    # Fristen for 1.–14. juni er mandag 22. juni. Sendt tirsdag 23. juni: av 15.–28. juni går
    # mandag 15. til mandag 22. tapt, seks virkedager av ti.
    sen = MANDAG + 2 * PERIODE
    sendt = For({(sen, sen + PERIODE - timedelta(days=1)): date(2026, 6, 23)})
    regning = aap(fodt=date(1990, 1, 1), kort_sendt=sendt)
    assert regning.tall("aap.utbetalt", sen) == 10 * 1_072
    assert regning.tall("aap.utbetalt", sen + PERIODE) == 4 * 1_072
    assert regning.tall("aap.utbetalt", sen + 2 * PERIODE) == 10 * 1_072
