"""Pakkene ligger i lag. Ingen import går oppover, og ingen filer i en pakke går i ring."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.husregler.importer import importer, ringer
from tests.husregler.kode import SRC

LAG = (
    "lasting",
    "lesing",
    "kalender",
    "lesbart",
    "regelspraak",
    "regelbok",
    "situasjon",
    "beregning",
    "forklaring",
    "analyse",
    "raad",
    "sporsmaal",
    "visning",
    "kommandolinje",
)
ROM = ("formel", "les", "oversett", "sjekk", "kjor")
"""Rommene i ``regelspraak``, i samme rekkefølge."""
ALENE = ("lasting", "lesing", "kalender", "lesbart")
"""Det nederste: bruker ingenting av vårt."""
TOPP = "kommandolinje"
"""Den eneste pakken som kan bruke det som ligger rett i roten."""


def pakke_av(modul: str) -> str:
    """Pakken en modul er i; roten og det som ligger rett i den, er «»."""
    deler = modul.split(".")
    return deler[1] if len(deler) > 1 and deler[1] not in ("__main__",) else ""


def oppover(pakke: Path, lag: Sequence[str] = LAG, alene: Sequence[str] = ALENE) -> list[str]:
    """Importer som går feil vei, også de som er inne i en funksjon eller bare er for typer."""
    galt = []
    for i in importer(pakke):
        fra, til = pakke_av(i.fra), pakke_av(i.til)
        hoyde = lag.index(fra) if fra in lag else len(lag)
        if fra == til or fra == "":
            continue
        if til == "":
            lov = fra == TOPP
        else:
            lov = til in lag and lag.index(til) < hoyde and fra not in alene
        if not lov:
            galt.append(f"{i.fra}, linje {i.linje}, importerer {i.til}")
    return galt


def i_ring(pakke: Path) -> list[list[str]]:
    """Filer som kjenner hverandre i ring, om det så bare er som typer."""
    kanter: dict[str, set[str]] = {}
    for i in importer(pakke):
        kanter.setdefault(i.fra, set())
        kanter.setdefault(i.til, set())
        kanter[i.fra].add(i.til)
    return ringer(kanter)


def lag_pakke(rot: Path, **filer: str) -> Path:
    """En pakke med noen filer: navnet er stien med __ i stedet for /."""
    pakke = rot / "hus"
    for navn, tekst in filer.items():
        fil = pakke / (navn.replace("__", "/") + ".py")
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(tekst)
    return pakke


def rom_av(modul: str) -> str:
    """Rommet i ``regelspraak`` en modul er i; utenfor er det «»."""
    deler = modul.split(".")
    return deler[2] if len(deler) > 2 and deler[1] == "regelspraak" and deler[2] in ROM else ""


def test_rommene_i_regelspraaket_ligger_i_lag() -> None:
    mappe = SRC / "regelspraak"
    assert {p.parent.name for p in mappe.glob("*/__init__.py")} == set(ROM)
    par = {(rom_av(i.fra), rom_av(i.til)) for i in importer(SRC)}
    mellom = {(fra, til) for fra, til in par if fra and til and fra != til}
    assert {("sjekk", "formel"), ("kjor", "oversett")} <= mellom
    assert {(fra, til) for fra, til in mellom if ROM.index(til) > ROM.index(fra)} == set()


def test_alle_pakker_har_et_lag() -> None:
    assert {p.parent.name for p in SRC.glob("*/__init__.py")} == set(LAG)


def test_ingen_import_gaar_oppover() -> None:
    assert oppover(SRC) == []


def test_ingen_filer_gaar_i_ring() -> None:
    assert i_ring(SRC) == []


def test_lagsjekken_finner_import_oppover(tmp_path: Path) -> None:
    pakke = lag_pakke(
        tmp_path,
        lesing__a="def f():\n    from hus.visning import b\n",
        visning__b="from hus.lesing.a import f\n",
        kalender__c="import hus.lesing.a\n",
        beregning__d="try:\n    from hus import visning\nexcept ImportError:\n    pass\n",
        visning__init="",
    )
    (pakke / "visning" / "__init__.py").write_text("")
    (pakke / "__init__.py").write_text("from hus.visning.b import x\n")
    assert oppover(pakke) == [
        "hus.beregning.d, linje 2, importerer hus.visning",
        "hus.kalender.c, linje 1, importerer hus.lesing.a",
        "hus.lesing.a, linje 2, importerer hus.visning.b",
    ]


def test_lagsjekken_finner_bruk_av_roten(tmp_path: Path) -> None:
    pakke = lag_pakke(
        tmp_path, visning__b="from hus import Navn\n", kommandolinje__k="from hus import Navn\n"
    )
    (pakke / "__init__.py").write_text("")
    assert oppover(pakke) == ["hus.visning.b, linje 1, importerer hus"]


def test_ringsjekken_finner_en_ring(tmp_path: Path) -> None:
    pakke = lag_pakke(
        tmp_path,
        lesing__a="from .b import x\n",
        lesing__b="if True:\n    from hus.lesing import c\n",
        lesing__c="class K:\n    from .a import y\n",
    )
    (pakke / "lesing" / "__init__.py").write_text("")
    assert i_ring(pakke) == [["hus.lesing.a", "hus.lesing.b", "hus.lesing.c"]]


@pytest.mark.parametrize(
    "tilbake",
    [
        "if TYPE_CHECKING:\n    from hus.lesing.b import x\n",
        "def f():\n    import hus.lesing.b\n",
        "class K:\n    async def f(self):\n        from .b import x\n",
    ],
)
def test_ringsjekken_finner_ringer_av_typer_og_sene_importer(tmp_path: Path, tilbake: str) -> None:
    pakke = lag_pakke(tmp_path, lesing__a=tilbake, lesing__b="from hus.lesing.a import y\n")
    assert i_ring(pakke) == [["hus.lesing.a", "hus.lesing.b"]]


def test_ringsjekken_lar_en_rett_vei_vaere(tmp_path: Path) -> None:
    pakke = lag_pakke(
        tmp_path,
        lesing__a="if TYPE_CHECKING:\n    from hus.lesing.b import x\n",
        lesing__b="def f():\n    import hus.lesing.c\n",
        lesing__c="",
    )
    assert i_ring(pakke) == []
