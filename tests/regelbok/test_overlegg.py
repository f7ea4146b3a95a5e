"""Overleggene som følger med, passer med reglene, og endrer ingenting før noen ber om det."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ytelsesrad import Regelbok
from ytelsesrad.regelbok import kjor_eksempler, regnemodus
from ytelsesrad.regelspraak import ForPeriode, Gitt, Oppgitt

OVERLEGG = Path(__file__).resolve().parent.parent.parent / "overlegg"
MAPPER = sorted(m for m in OVERLEGG.iterdir() if m.is_dir())
FORSLAG = frozenset(("vedtatt", "anslag", "foreslått"))
UTEN_FORSLAG = frozenset(("vedtatt", "anslag"))


@cache
def lest(mappe: Path, statuser: frozenset[str]) -> Regelbok:
    """Boken med et overlegg, lest én gang."""
    return Regelbok.standard(mappe, statuser=statuser)


@pytest.mark.parametrize("mappe", MAPPER, ids=[m.name for m in MAPPER])
def test_overlegget_er_i_orden(mappe):
    for statuser in (FORSLAG, UTEN_FORSLAG):
        bok = lest(mappe, statuser)
        assert [str(a) for a in bok.advarsler] == []
        assert [str(s.som_feil()) for s in kjor_eksempler(bok) if not s.ok] == []
    assert mappe.name in (OVERLEGG / "README.md").read_text(encoding="utf-8")


def test_utkastet_om_fravaer_teller_bare_naar_en_ber_om_det():
    to_dager = tuple(ForPeriode(date(2026, 6, d), date(2026, 6, d), "annet") for d in (2, 3))
    gitt = Gitt(
        (
            Oppgitt("felles.meldeperiode_starter", alltid=date(2026, 6, 1)),
            Oppgitt("aap.rett_fra", alltid=date(2026, 1, 1)),
            Oppgitt("aap.rett_til", alltid=date(2026, 12, 31)),
            Oppgitt("aap.fravaersgrunn", perioder=to_dager),
        )
    )
    svar = []
    for statuser in (FORSLAG, UTEN_FORSLAG):
        bok = lest(OVERLEGG / "utkast-fravaer", statuser)
        with regnemodus():
            kjoring = bok.kjor(gitt, date(2026, 1, 1), date(2026, 12, 31))
            svar.append([kjoring.les("aap.rett", date(2026, 6, d)) for d in (1, 2, 3, 4)])
    assert svar == [[True, False, False, True], [True, True, True, True]]
