"""Regelboken ferdig lest er den samme boken, og brukes bare når den stemmer med regelfilene."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

import pytest

from tests.conftest import ROT
from ytelsesrad import Feilsamling, Regelbok, Situasjon
from ytelsesrad.beregning import regn
from ytelsesrad.forklaring import forklar, tekst
from ytelsesrad.lesing import TomlFil
from ytelsesrad.regelbok import VEDTATT, lag_ferdig, les_mappe, regnemodus, standardmappe
from ytelsesrad.regelspraak.kapittel import Nokkel
from ytelsesrad.visning import som_json, svar

OVERLEGG = ROT / "overlegg" / "kommunal-norm"
EKSEMPLER = ["p4.toml", "p1.toml", "uforetrygd/2-par.toml"]


@pytest.fixture(scope="module")
def filer():
    return les_mappe(standardmappe())


@pytest.fixture(scope="module")
def form(filer):
    return lag_ferdig(filer)


@pytest.fixture(scope="module")
def fra_filene(filer):
    return Regelbok([filer])


@pytest.fixture(scope="module")
def ferdig(filer, form):
    return Regelbok([filer], ferdig=form)


@pytest.fixture(scope="module")
def smaa():
    """En liten bok: om formen brukes, er det samme for den som for den store."""
    return les_mappe(ROT / "tests" / "forklaring" / "land")


@pytest.fixture(scope="module")
def liten_form(smaa):
    form = lag_ferdig(smaa)
    assert er_ferdig_lest(Regelbok([smaa], ferdig=form))
    return form


def er_ferdig_lest(bok: Regelbok) -> bool:
    """Bare den ferdige boken leser trærne når noen spør etter dem."""
    return not isinstance(bok.program.bok.traer, dict)


def ulikt(a, b, hvor: str = "") -> list[str]:
    """Alt som er ulikt i to verdier, felt for felt, også slaget og stedet i filen."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        svar = [] if list(a) == list(b) else [f"{hvor}: {list(a)} og {list(b)}"]
        return svar + [x for k in a if k in b for x in ulikt(a[k], b[k], f"{hvor}[{k!r}]")]
    if type(a) is not type(b) and not (isinstance(a, int) and isinstance(b, int)):
        return [f"{hvor}: {type(a).__name__} og {type(b).__name__}"]
    if isinstance(a, TomlFil):
        return [] if (a.fil, a.tekst, a.data) == (b.fil, b.tekst, b.data) else [hvor]
    if is_dataclass(a):
        feltene = [(f.name, getattr(a, f.name), getattr(b, f.name)) for f in fields(a)]
        svar = [x for navn, c, d in feltene for x in ulikt(c, d, f"{hvor}.{navn}")]
        if isinstance(a, Nokkel) and a.sted() != b.sted():
            svar.append(f"{hvor}: {a.sted()} og {b.sted()}")
        return svar
    if isinstance(a, list | tuple):
        svar = [] if len(a) == len(b) else [f"{hvor}: {len(a)} og {len(b)}"]
        for i, (c, d) in enumerate(zip(a, b, strict=False)):
            svar += ulikt(c, d, f"{hvor}[{i}]")
        return svar
    like = a == b if isinstance(a, set | frozenset | Enum) else str(a) == str(b)
    return [] if like else [f"{hvor}: {a!r} og {b!r}"]


def test_sammenligningen_finner_det_som_er_ulikt(fra_filene):
    regel = fra_filene.finn("felles.G")
    fil = TomlFil(regel.sted.fil.tekst + "\n", regel.sted.fil.fil)
    assert ulikt(regel.sted, Nokkel(fil, regel.sted.sti, regel.sted.hvor), "G") == ["G.fil"]
    flyttet = Nokkel(regel.sted.fil, ("tema",), regel.sted.hvor)
    assert len(ulikt(regel.sted, flyttet)) >= 2
    assert ulikt({"a": (1, date.min)}, {"a": (1, "0001-01-01")}) == ["['a'][1]: date og str"]


def test_boken_er_den_samme(fra_filene, ferdig):
    assert er_ferdig_lest(ferdig)
    assert not er_ferdig_lest(fra_filene)
    for navn in (
        "regelsett",
        "hash",
        "advarsler",
        "kunnskapsdato",
        "mapper",
        "enheter",
        "kalender",
    ):
        assert getattr(ferdig, navn) == getattr(fra_filene, navn), navn
    assert ulikt(fra_filene.samling, ferdig.samling) == []


def test_traerne_og_tekstene_er_de_samme(fra_filene, ferdig):
    assert ulikt(fra_filene.program.bok, ferdig.program.bok) == []
    assert fra_filene.endringer() == ferdig.endringer()


@pytest.mark.parametrize("fil", EKSEMPLER)
def test_svarene_og_forklaringene_er_de_samme(fra_filene, ferdig, fil):
    ut = []
    for bok in (fra_filene, ferdig):
        situasjon = Situasjon.les(ROT / "docs" / "eksempler" / fil, bok)
        beregning = regn(situasjon.med_regnedato(date(2026, 11, 25)), bok)
        u = list(beregning.utregninger.values())[-1]
        with regnemodus():
            nokkel = u.kjoring.nokkel("skatt.skatt", date(2026, 12, 31))
            hvorfor = tekst(forklar(bok, u.kjoring, nokkel), dybde="alt", bredde=100)
        ut.append((som_json(beregning.resultat), svar(beregning.resultat, dybde="alt"), hvorfor))
    assert ut[0] == ut[1]
    assert "§" in ut[0][2]


def test_samme_form_hver_gang(filer, form):
    assert lag_ferdig(filer) == form


def test_det_er_den_endrede_regelfilen_som_gjelder(filer, form):
    navn = "felles/grunnbelop.toml"
    endret = {**filer, navn: filer[navn] + b"\n# endret\n"}
    assert not er_ferdig_lest(Regelbok([endret], ferdig=form))
    galt = {**filer, navn: filer[navn] + b"\n[G]\n"}
    with pytest.raises(Feilsamling):
        Regelbok([galt], ferdig=form)
    uten = {n: innhold for n, innhold in filer.items() if n != navn}
    with pytest.raises(Feilsamling):
        Regelbok([uten], ferdig=form)


def test_linjeskift_fra_windows_er_de_samme_reglene(filer, form):
    windows = {n: innhold.replace(b"\n", b"\r\n") for n, innhold in filer.items()}
    assert er_ferdig_lest(Regelbok([windows], ferdig=form))


@pytest.mark.parametrize("felt", ["form", "regler", "kode", "innhold"])
def test_en_form_laget_av_noe_annet_brukes_ikke(smaa, liten_form, felt):
    hode, _, kropp = liten_form.partition(b"\n")
    annet = {**json.loads(hode), felt: "noe annet"}
    bok = Regelbok([smaa], ferdig=json.dumps(annet).encode() + b"\n" + kropp)
    assert not er_ferdig_lest(bok)


@pytest.mark.parametrize("rest", [b"", b"[", b"{}\n[]", b"\xff\xfe"])
def test_en_form_som_er_skadet_brukes_ikke(smaa, liten_form, rest):
    assert not er_ferdig_lest(Regelbok([smaa], ferdig=rest))
    assert not er_ferdig_lest(Regelbok([smaa], ferdig=liten_form[:-100] + rest))


def test_overlegg_leses_oppaa_og_sjekkes_mot_boken(filer, form):
    oppaa = les_mappe(OVERLEGG)
    med, uten = Regelbok([filer, oppaa], ferdig=form), Regelbok([filer, oppaa])
    assert ulikt(uten.program.bok, med.program.bok) == []
    assert not er_ferdig_lest(med)
    regel = b'[G]\nenhet = "kr"\nperiode = "dag"\n2030-01-01 = { verdi = 1, kilde = "k" }\n'
    galt = {"felles/galt.toml": b'tema = "galt"\n\n[kilder.k]\nnavn = "k"\n\n' + regel}
    meldinger = []
    for kjent in (form, None):
        with pytest.raises(Feilsamling) as feil:
            Regelbok([filer, galt], ferdig=kjent)
        meldinger.append(str(feil.value))
    assert meldinger[0] == meldinger[1]
    assert "«felles.G» finnes fra før (felles/grunnbelop.toml, linje 14)" in meldinger[0]


def test_annen_kunnskapsdato_og_forslag_regnes_fra_det_samme(filer, form):
    for valg in ({"kunnskapsdato": date(2025, 6, 1)}, {"statuser": VEDTATT | {"foreslått"}}):
        med, uten = Regelbok([filer], ferdig=form, **valg), Regelbok([filer], **valg)
        assert ulikt(uten.program.bok, med.program.bok) == []
