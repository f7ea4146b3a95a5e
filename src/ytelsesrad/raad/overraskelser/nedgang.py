"""What falls away or goes down against the first plan, and from when."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.lesbart import avrundet
from ytelsesrad.raad.overraskelser.ramme import INGEN, KRONE, Ramme, Utkast, stor

ORE = Decimal("0.01")


def nedgang(r: Ramme) -> Iterator[Utkast]:
    """Find the lines that give less than in the first plan."""
    if r.grunnlag is None:
        return
    for ytelse, naa in r.grunnlag.brutto.items():
        egne = r.brutto.get(ytelse, {})
        lave = [m for m in r.maaneder if egne.get(m, INGEN) < naa.get(m, INGEN) - KRONE]
        if not lave:
            continue
        borte_fra = _borte_fra(r, naa, egne)
        if borte_fra is not None:
            yield _borte(r, ytelse, naa, borte_fra)
        else:
            yield _lavere(r, ytelse, lave)


def _borte_fra(r: Ramme, naa: dict[str, Decimal], egne: dict[str, Decimal]) -> str | None:
    """Return the month from which nothing more comes, where the first plan still has it."""
    siste = max((m for m in r.maaneder if egne.get(m)), default="")
    etter = [m for m in r.maaneder if m > siste and naa.get(m)]
    return etter[0] if etter else None


def _borte(r: Ramme, ytelse: str, naa: dict[str, Decimal], fra: str) -> Utkast:
    assert r.grunnlag is not None
    maaneder = [m for m in r.maaneder if m >= fra]
    tapt = sum((naa.get(m, INGEN) for m in maaneder), INGEN) / len(maaneder)
    s = r.s
    alle = [b for b in r.grunnlag.vanlige if b.ytelse == ytelse]
    return Utkast(
        "faller_bort",
        "obs",
        s(
            "overraskelse.faller_bort",
            hva=stor(r.navn[ytelse]),
            maaned=s.maaned(fra),
            belop=s.omtrent_kroner(tapt),
            forste=r.naa,
        ),
        gjor=s("overraskelse.spor_foer"),
        maaned=fra,
        belop=-avrundet(tapt, ORE),
        ytelse=ytelse,
        betalinger=tuple(alle[:1]),
    )


def _lavere(r: Ramme, ytelse: str, lave: list[str]) -> Utkast:
    assert r.grunnlag is not None
    egne, naa = r.brutto.get(ytelse, {}), r.grunnlag.brutto[ytelse]
    mindre = sum((naa[m] - egne.get(m, INGEN) for m in lave), INGEN) / len(lave)
    s, forst, sist = r.s, r.s.maaned(lave[0]), r.s.maaned(lave[-1])
    slutt = lave[-1] != max(m for m in r.maaneder if naa.get(m))
    naar = s("overraskelse.fra", fra=forst)
    if len(lave) == 1:
        naar = s("overraskelse.i_maaned", maaned=forst)
    elif slutt:
        naar = s("overraskelse.fra_til", fra=forst, til=sist)
    tilbake = _kommer_tilbake(r, ytelse)
    tekst = s(
        "overraskelse.gaar_ned",
        hva=stor(r.navn[ytelse]),
        naar=naar,
        belop=s.omtrent_kroner(mindre),
        forste=r.naa,
        tilbake=s("overraskelse.kommer_tilbake", belop=s.kroner(tilbake)) if tilbake else "",
    )
    return Utkast(
        "settes_ned",
        "obs" if tilbake else "info",
        tekst,
        maaned=lave[0],
        belop=-avrundet(mindre, ORE),
        ytelse=ytelse,
        betalinger=tuple(b for b in r.vanlige if b.ytelse == ytelse)[:1],
        i_oppgjoret=bool(tilbake),
    )


def _kommer_tilbake(r: Ramme, ytelse: str) -> Decimal:
    """Return what the settlements of the line give back, if it is most of what went down."""
    assert r.grunnlag is not None
    egne, naa = r.brutto.get(ytelse, {}), r.grunnlag.brutto[ytelse]
    ned = sum((naa[m] - egne.get(m, INGEN) for m in naa), INGEN)
    gjort_opp = sum(
        (b.brutto for b in r.plan.betalinger if b.oppgjor and b.ytelse == ytelse), INGEN
    )
    return gjort_opp if 2 * gjort_opp > ned > 0 else INGEN
