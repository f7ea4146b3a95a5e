"""Femten ting loven gjør som er vanskelige å si, og reglene som sier dem uten et ord Python.

Hvert tilfelle har en regel i regelboken og ord i formelen som bærer det. Forsvinner regelen eller
formen, feiler prøven. Svarene prøves av de kjente svarene og av eksemplene i reglene.
"""

from __future__ import annotations

import pytest

from ytelsesrad import Regelbok
from ytelsesrad.regelspraak import Regel

TILFELLER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("AAP er hele kroner for hver virkedag", "aap.dagbelop", ("er_virkedag(dagen)", "avrund")),
    ("og en meldeperiode er summen av dagene", "aap.opptjent", ("sum(dagbelop for hver dag)",)),
    ("andelen rundes to ganger", "aap.arbeidsandel", ("avrund(avrund(", "0.001), 1 prosent)")),
    ("et sent kort rammer neste periode", "aap.ingen_utbetaling_for", ("forrige(kort_sendt)",)),
    (
        "året fordeles på månedene som er igjen",
        "uforetrygd.terminbelop",
        ("betalt_hittil", "uredusert_igjen"),
    ),
    ("fribeløpet vektes etter måneder", "uforetrygd.fribelop_g", ("maaneder_med_hoyt_fribelop",)),
    ("barnetillegg regnes etter reduksjonen", "uforetrygd.barnetillegg_uavrundet", ("tillegg_",)),
    ("minstesats etter husstand og vedtak", "uforetrygd.minstesats_g", ("satsgruppe",)),
    ("siste år eller snittet av tre", "aap.grunnlag_11_19_g", ("høyeste(siste_aar_g",)),
    ("de tre beste av fem år", "uforetrygd.grunnlag_g", ("3 høyeste",)),
    ("trinn i skatten", "skatt.trinnskatt_uavrundet", ("personinntekt",)),
    ("innfasing er det laveste av to linjer", "skatt.trygdeavgift_uavrundet", ("laveste(",)),
    ("trekktabellen rundes i flere steg", "skatt.tabelltrekk", ("avrund",)),
    ("bostøtten ser på det som er utbetalt", "bostotte.utbetalt_inntekt", ("betaling.brutto",)),
    ("to tredeler ved tre utbetalinger", "bostotte.andel_av_14_dagers", ("2 / 3",)),
    ("feriepenger er lønn fra året før", "lonn.feriepenger", ("feriepengegrunnlag",)),
    ("sosialhjelp fyller opp til en norm", "sosialhjelp.sosialhjelp", ("kommer_inn",)),
    ("datoer er svar", "aap.kvoten_er_brukt", ("laveste(dagen for hver dag fra", "virkedager(")),
    ("avrunding nedover, til en halvtime", "aap.timer_paa_kortet", ("avrund_ned(", "0.5")),
    ("det personen oppgir, går foran", "aap.grunnlag_g", ("grunnlag_for_yrkesskade_g",)),
)


def formler(regel: Regel) -> str:
    """Alt regelen regner med, som tekst."""
    deler = [regel.formel, regel.tabell_etter, regel.trinn_av]
    deler += [v.formel for v in regel.versjoner]
    return " ".join(f.tekst for f in deler if f is not None)


@pytest.mark.parametrize(
    ("navn", "ord_"), [t[1:] for t in TILFELLER], ids=[t[0] for t in TILFELLER]
)
def test_regelen_sier_det(bok: Regelbok, navn: str, ord_: tuple[str, ...]) -> None:
    tekst = formler(bok.finn(navn))
    assert [o for o in ord_ if o not in tekst] == []


def test_utleggstrekk_kommer_etter_skattetrekk(bok: Regelbok) -> None:
    etter = {t.id: t.etter for t in bok.samling.trekk.values()}
    assert any("forskuddstrekk" in str(e) for e in etter.values())


def test_det_personen_vet_kan_oppgis_i_stedet_for_aa_regnes_ut(bok: Regelbok) -> None:
    grunnlag = bok.finn("aap.grunnlag_g")
    assert grunnlag.inndata is not None
    assert grunnlag.formel is not None
