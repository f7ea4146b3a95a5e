"""Tilfeldige, konstruerte personer på uføretrygd, og en rask måte å regne på dem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from ytelsesrad import Regelbok
from ytelsesrad.regelspraak import Gitt, Kjoring, Meldt, Oppgitt

UT = "uforetrygd."
SISTE = {aar: date(aar, 12, 31) for aar in range(2024, 2029)}


@dataclass(frozen=True)
class Person:
    """Tallene i et vedtak. Inntektene er gitt for året, ikke som jobber."""

    innvilget: date = date(2019, 3, 1)
    grad: Decimal = Decimal(1)
    trygdetid: int = 40
    grunnlag_g: Decimal = Decimal(0)
    ifu_g: Decimal = Decimal("3.5")
    ieu_g: Decimal = Decimal(0)
    partner: bool = False
    ung: bool = False
    barn: tuple[tuple[date, bool], ...] = ()
    """Fødselsdato, og om barnet bor med begge."""
    partners_inntekt: Decimal = Decimal(0)
    annet: Mapping[str, Any] = field(default_factory=dict)

    def gitt(self, **mer: Any) -> Gitt:
        """Alt som er oppgitt, klart for en kjøring."""
        verdier: dict[str, Any] = {
            UT + "innvilget": self.innvilget,
            UT + "uforegrad": self.grad,
            UT + "trygdetid": Decimal(self.trygdetid),
            UT + "grunnlag_g": self.grunnlag_g,
            UT + "ifu_g": self.ifu_g,
            UT + "ieu_g": self.ieu_g,
            UT + "ung_ufor": self.ung,
            UT + "har_barnetillegg_uforetrygd": bool(self.barn),
            "felles.har_partner": self.partner,
            "felles.partners_inntekt": self.partners_inntekt,
            UT + "inntekt_i_aaret": Decimal(0),
            UT + "meldt_for_maaneden": Decimal(0),
            **self.annet,
            **mer,
        }
        oppgitt = [Oppgitt(navn, alltid=v) for navn, v in verdier.items() if v is not None]
        for nr, (fodt, felles) in enumerate(self.barn):
            oppgitt.append(Oppgitt("felles.barn_fodt", nr, alltid=fodt))
            oppgitt.append(Oppgitt(UT + "fellesbarn", nr, alltid=felles))
        return Gitt(tuple(oppgitt), (("barn", len(self.barn)),))

    def kjor(self, bok: Regelbok, aar: int = 2026, **mer: Any) -> Kjoring:
        return bok.kjor(self.gitt(**mer), date(aar - 1, 1, 1), date(aar, 12, 31))


def med(kjoring: Kjoring, **bytter: Any) -> Kjoring:
    """En kjøring der noen regler har en annen verdi. Det som ikke bygger på dem, regnes ikke om."""
    for navn, verdi in bytter.items():
        nr = kjoring.nokkel(UT + navn, date(2026, 1, 1))[0]
        kjoring = kjoring.med(nr, verdi)
    return kjoring


def aaret(kjoring: Kjoring, regel: str, aar: int = 2026, sett_fra: date | None = None) -> Any:
    return kjoring.les(UT + regel, SISTE[aar], sett_fra=sett_fra)


def maanedene(kjoring: Kjoring, regel: str, aar: int = 2026) -> list[Any]:
    return [kjoring.les(UT + regel, date(aar, m, 1)) for m in range(1, 13)]


def meldt(aar: int, *meldinger: tuple[date, int]) -> Oppgitt:
    """Det som er meldt for et år, og dagen det ble meldt."""
    return Oppgitt(
        UT + "meldt_inntekt",
        meldt=tuple(
            Meldt(date(aar, 1, 1), date(aar, 12, 31), dag, Decimal(belop))
            for dag, belop in meldinger
        ),
    )


def tilfeldige(antall: int, fro: int, *, barn: bool = False) -> Iterator[Person]:
    """Personer med rimelige tall: inntekten før uførhet er ikke lavere enn grunnlaget."""
    r = Random(fro)
    for _ in range(antall):
        grad = Decimal(r.choice((40, 50, 55, 60, 75, 80, 100, 100, 100))) / 100
        grunnlag = Decimal(r.randrange(0, 601)) / 100
        ifu = max(Decimal("3.3"), grunnlag) + Decimal(r.randrange(0, 200)) / 100
        p = Person(
            innvilget=date(r.randrange(2015, 2027), r.randrange(1, 13), 1),
            grad=grad,
            trygdetid=r.choice((12, 20, 31, 40, 40, 40)),
            grunnlag_g=grunnlag,
            ifu_g=ifu,
            ieu_g=(ifu * (1 - grad)).quantize(Decimal("0.01")),
            partner=r.random() < 0.5,
            ung=r.random() < 0.15,
        )
        if barn:
            p = replace(
                p,
                barn=tuple(
                    (date(r.randrange(2005, 2025), r.randrange(1, 13), 5), r.random() < 0.6)
                    for _ in range(r.randrange(1, 4))
                ),
                partners_inntekt=Decimal(r.randrange(0, 900_000, 1000)),
            )
        yield p
