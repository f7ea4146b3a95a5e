"""One uncertain input of a plan: what it can be, and the places in its range that matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from ytelsesrad.analyse.akse import Bevegelse, lag_akse, steg_for
from ytelsesrad.analyse.sveip import Stykke, Sveip, baand
from ytelsesrad.analyse.trinn import Trinn
from ytelsesrad.analyse.usikkerhet.forsok import aa_leve_for, mulige
from ytelsesrad.beregning import Utregning
from ytelsesrad.lesbart import vis
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel, type_verdi
from ytelsesrad.regelspraak.enheter import les_enhet

Kilde = Literal["oppgitt", "antatt", "ukjent"]
Sted = tuple[Oppgitt, Decimal | None]
"""A value, and the settled first year with it, in kroner."""
_DELER = 4
"""Steps between the middle and an end, for values that change with time."""
_HOPP = Decimal(1)
"""Two pieces that meet closer than this do not leap."""


@dataclass(frozen=True)
class Dimensjon:
    """An uncertain input. ``ventet`` is None when the person does not know it."""

    regel: Regel
    medlem: int | None
    kilde: Kilde
    lavest: Oppgitt
    ventet: Oppgitt | None
    hoyest: Oppgitt
    andre: tuple[Oppgitt, ...] = ()
    """Other values: the choices that lie between."""

    @property
    def nokkel(self) -> tuple[str, int | None]:
        """Which input of which member it is."""
        return self.regel.id, self.medlem

    def med(self, gitt: Gitt, verdi: Oppgitt) -> Gitt:
        """Return what is given with this input another."""
        andre = tuple(o for o in gitt.verdier if (o.regel, o.medlem) != self.nokkel)
        return replace(gitt, verdier=(*andre, verdi))

    def vist(self, verdi: Oppgitt) -> str:
        """Return a value in words."""
        if verdi.alltid is not None:
            return vis(self.regel.valget(verdi.alltid), self.regel.enhet)
        tall = [f.verdi for f in verdi.fra] + [p.verdi for p in verdi.perioder]
        tall += list(verdi.rekke.verdier if verdi.rekke else ())
        ulike = list(dict.fromkeys(vis(self.regel.valget(t), self.regel.enhet) for t in tall))
        return " / ".join(ulike[:3]) + (" …" if len(ulike) > 3 else "")

    def steder(self, bok: Regelbok, gitt: Gitt, fra: date, til: date) -> tuple[list[Sted], Decimal]:
        """Return the values that can be the lowest or the highest, from low to high.

        A number is followed along the line, so both sides of every limit inside the range are
        there; other values are tried one by one. With them: how much roundings can move an
        amount along the line, 0 where it is not followed.
        """
        tall = self._tall()
        if tall is not None:
            try:
                return self._langs(bok, gitt, fra, til, tall)
            except Feilsamling:
                pass  # the line cannot be followed: its ends and some places between are tried
        enkeltvis = [(v, aa_leve_for(bok, self.med(gitt, v), fra, til)) for v in self._enkeltvis()]
        return enkeltvis, Decimal(0)

    def _tall(self) -> tuple[Decimal, Decimal] | None:
        lav, hoy = self.lavest.alltid, self.hoyest.alltid
        if not isinstance(lav, Decimal) or not isinstance(hoy, Decimal) or lav >= hoy:
            return None
        faktor = les_enhet(self.regel.enhet)[1]
        return lav / faktor, hoy / faktor

    def _langs(
        self, bok: Regelbok, gitt: Gitt, fra: date, til: date, ender: tuple[Decimal, Decimal]
    ) -> tuple[list[Sted], Decimal]:
        faktor = les_enhet(self.regel.enhet)[1]
        nummer = None if self.medlem is None else self.medlem + 1
        akse = lag_akse(
            bok, self.med(gitt, self.lavest), [Bevegelse(self.regel.id, *ender, nummer)]
        )
        sv = Sveip(Utregning(bok, akse.gitt, fra, til), akse, fra.year)
        sv.gaa()
        steder = {*ender, *_ved_grensene(sv, sv.rutenett or steg_for(akse.forste))}
        if self.ventet is not None and isinstance(self.ventet.alltid, Decimal):
            steder.add(self.ventet.alltid / faktor)
        funnet = [
            (replace(self.lavest, alltid=t * faktor), sum(sv.eksakt(t).values(), Decimal(0)))
            for t in sorted(steder)
        ]
        return [*funnet], max((baand(s.sum) + s.avvik for s in sv.stykker), default=Decimal(0))

    def _enkeltvis(self) -> Iterator[Oppgitt]:
        if self.andre:
            yield from self.andre
            return
        midt = self.ventet or self.lavest
        for nr in range(_DELER):
            yield bland(self.lavest, midt, Decimal(nr) / _DELER)
        yield midt
        for nr in range(1, _DELER + 1):
            yield bland(midt, self.hoyest, Decimal(nr) / _DELER)


def _ved_grensene(sv: Sveip, steg: Decimal) -> Iterator[Decimal]:
    """Return the places on both sides of every limit of a walk."""
    trinn = Trinn(sv, sv.stykker, steg)
    for a, b in zip(sv.stykker, sv.stykker[1:], strict=False):
        yield b.fra
        foran, bak = trinn.rundt(b.fra)
        yield from (foran, bak)
        if _hopper(a, b):
            yield from trinn.let(a, b, foran, bak)


def _hopper(a: Stykke, b: Stykke) -> bool:
    return abs(a.ved(b.fra) - b.ved(b.fra)) >= _HOPP


def bland(a: Oppgitt, b: Oppgitt, andel: Decimal) -> Oppgitt:
    """Return a value so far from one towards another of the same form."""

    def mellom(x: type_verdi, y: type_verdi) -> type_verdi:
        if isinstance(x, Decimal) and isinstance(y, Decimal):
            return x + (y - x) * andel
        return x

    def alle(x: Any, y: Any) -> Any:
        par = zip(x, y, strict=True)
        return tuple(replace(p, verdi=mellom(p.verdi, q.verdi)) for p, q in par)

    rekke = a.rekke
    if a.rekke is not None and b.rekke is not None:
        verdier = zip(a.rekke.verdier, b.rekke.verdier, strict=True)
        rekke = replace(a.rekke, verdier=tuple(mellom(p, q) for p, q in verdier))
    alltid = a.alltid
    if a.alltid is not None and b.alltid is not None:
        alltid = mellom(a.alltid, b.alltid)
    return replace(
        a,
        alltid=alltid,
        fra=alle(a.fra, b.fra),
        perioder=alle(a.perioder, b.perioder),
        meldt=alle(a.meldt, b.meldt),
        rekke=rekke,
    )


def oppgitte(bok: Regelbok, gitt: Gitt) -> list[Dimensjon]:
    """Return the inputs that the person has given a range for."""
    return [
        Dimensjon(bok.samling.regler[o.regel], o.medlem, "oppgitt", o.spenn[0], o, o.spenn[1])
        for o in gitt.verdier
        if o.spenn is not None
    ]


def andre(u: Utregning, brukte: Callable[[], set[int]]) -> list[Dimensjon]:
    """Return the inputs in use that are assumed within a known range, and the unknown ones."""
    program = u.bok.program
    gitte = u.kjoring.gitt.numre
    svar = []
    for nr in sorted({nr for slag, nr in u.merker if slag == "antatt"} & brukte() - gitte):
        regel = program.regler[nr].regel
        antatt = regel.inndata.antatt if regel.inndata else None
        if antatt is not None and antatt.lavest is not None and regel.for_hver is None:
            svar.append(_av_verdier(regel, None, "antatt", mulige(regel), antatt.verdi))
    for nr, medlem in sorted(u.ukjente):
        regel = program.regler[nr].regel
        verdier = mulige(regel)
        if verdier:
            m = medlem if regel.for_hver else None
            svar.append(_av_verdier(regel, m, "ukjent", verdier, None))
    return svar


def _av_verdier(
    regel: Regel,
    medlem: int | None,
    kilde: Kilde,
    verdier: tuple[type_verdi, ...],
    ventet: type_verdi | None,
) -> Dimensjon:
    alle = tuple(Oppgitt(regel.id, medlem, alltid=v, kilde="antatt") for v in verdier)
    midt = None if ventet is None else replace(alle[0], alltid=ventet)
    er_tall = isinstance(verdier[0], Decimal)
    return Dimensjon(regel, medlem, kilde, alle[0], midt, alle[-1], () if er_tall else alle)
