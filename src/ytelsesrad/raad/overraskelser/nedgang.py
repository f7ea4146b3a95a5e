"""What falls away or goes down against the first plan, and from when."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.lesbart import avrundet, kroner, maaned, omtrent_kroner
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
    navn = r.navn[ytelse]
    alle = [b for b in r.grunnlag.vanlige if b.ytelse == ytelse]
    return Utkast(
        "faller_bort",
        "obs",
        f"{stor(navn)} faller bort fra {maaned(fra)}: "
        f"{omtrent_kroner(tapt)} mindre i måneden før trekk enn {r.naa}.",
        gjor="Spør hva som skal til for å få det igjen, før du begynner.",
        maaned=fra,
        belop=-avrundet(tapt, ORE),
        ytelse=ytelse,
        betalinger=tuple(alle[:1]),
    )


def _lavere(r: Ramme, ytelse: str, lave: list[str]) -> Utkast:
    assert r.grunnlag is not None
    egne, naa = r.brutto.get(ytelse, {}), r.grunnlag.brutto[ytelse]
    mindre = sum((naa[m] - egne.get(m, INGEN) for m in lave), INGEN) / len(lave)
    navn = r.navn[ytelse]
    slutt = lave[-1] != max(m for m in r.maaneder if naa.get(m))
    naar = f"fra {maaned(lave[0])}"
    if len(lave) == 1:
        naar = f"i {maaned(lave[0])}"
    elif slutt:
        naar += f" til {maaned(lave[-1])}"
    tekst = (
        f"{stor(navn)} går ned {naar}: "
        f"{omtrent_kroner(mindre)} mindre i måneden før trekk enn {r.naa}."
    )
    tilbake = _kommer_tilbake(r, ytelse)
    if tilbake:
        tekst += f" Det meste er penger du har rett til: {kroner(tilbake)} kommer i oppgjøret."
    return Utkast(
        "settes_ned",
        "obs" if tilbake else "info",
        tekst,
        maaned=lave[0],
        belop=-avrundet(mindre, ORE),
        ytelse=ytelse,
        betalinger=tuple(b for b in r.vanlige if b.ytelse == ytelse)[:1],
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
