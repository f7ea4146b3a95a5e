"""Single months that are not as the others: the weakest, the doubled, and those with less taken out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.beregning import Utbetaling
from ytelsesrad.lesbart import kroner, liste, maaned, maanedsnavn
from ytelsesrad.raad.overraskelser.ramme import INGEN, KRONE, Ramme, Utkast, maaned_av, midten

SVAK = Decimal("0.9")
"""A month is weak when it has less than this share of a usual month."""
LITE_TREKK = Decimal("0.75")
"""Less is taken out when the share is below this part of the month before."""
_GANGER = ("ingen ganger", "én gang", "to ganger", "tre ganger", "fire ganger", "fem ganger")


def svakeste(r: Ramme) -> Iterator[Utkast]:
    """Find the month with the least money, when it is clearly less than usual or than now."""
    lavest = next((m for m in r.plan.maaneder if m.lavest), None)
    if lavest is None:
        return
    vanlig = midten(list(r.inn.values()))
    naa = r.grunnlag.inn[lavest.maaned] if r.grunnlag else None
    under_naa = naa is not None and lavest.netto < naa - KRONE
    if lavest.netto >= SVAK * vanlig and not under_naa:
        return
    mot = (
        f"mot {kroner(naa)} nå" if under_naa and naa is not None else f"mot {kroner(vanlig)} ellers"
    )
    navn = maaned(lavest.maaned)
    hvorfor = _hvorfor(r, lavest.maaned)
    tekst = f"{navn[0].upper()}{navn[1:]} er den svakeste måneden: {kroner(lavest.netto)} inn på konto, {mot}."
    yield Utkast(
        "svakeste_maaned",
        "stopp" if under_naa else "obs",
        f"{tekst} {hvorfor}".strip(),
        gjor=f"Planlegg husleie og regninger for {navn} nå.",
        maaned=lavest.maaned,
        belop=lavest.netto - (naa if under_naa and naa is not None else vanlig),
        betalinger=tuple(b for b in r.plan.betalinger if maaned_av(b.dato) == lavest.maaned),
    )


def _hvorfor(r: Ramme, m: str) -> str:
    """Return which lines make the month weak: those well below their usual month."""
    avvik: list[tuple[Decimal, str]] = []
    for y, per_maaned in r.netto.items():
        vanlig = midten([per_maaned.get(x, INGEN) for x in r.maaneder])
        avvik.append((per_maaned.get(m, INGEN) - vanlig, y))
    avvik.sort()
    verst = avvik[0][0] if avvik else INGEN
    grunner = [_grunn(r, y, m) for a, y in avvik if a < -KRONE and 2 * a <= verst]
    trukket = [
        b.tittel for b in r.plan.betalinger if b.oppgjor and b.netto < 0 and maaned_av(b.dato) == m
    ]
    grunner += [f"{t[0].lower()}{t[1:]} skal betales da" for t in trukket]
    return f"Grunnen er at {liste(grunner)}." if grunner else ""


def _grunn(r: Ramme, ytelse: str, m: str) -> str:
    navn = r.navn.get(ytelse, ytelse)
    alle = [b for b in r.vanlige if b.ytelse == ytelse]
    her = [b for b in alle if maaned_av(b.dato) == m]
    if not her:
        return f"det ikke kommer {navn} den måneden"
    antall = Counter(maaned_av(b.dato) for b in alle)
    if len(her) < midten([Decimal(n) for n in antall.values()]):
        return f"{navn} kommer færre ganger enn ellers"
    return f"{navn} er lavere enn ellers"


def flere_utbetalinger(r: Ramme) -> Iterator[Utkast]:
    """Find the months when the same money comes more times than usual."""
    for rekke in r.rekker.values():
        antall = Counter(maaned_av(b.dato) for b in rekke)
        vanlig = Counter(antall.values()).most_common(1)[0][0]
        mange = [m for m in sorted(antall) if antall[m] > vanlig]
        samme_dag = [m for m in mange if _paa_en_dag(rekke, m)]
        if samme_dag:
            yield _for_flere(r, rekke, samme_dag[0])
        andre: dict[int, list[str]] = defaultdict(list)
        for m in mange:
            if m not in samme_dag:
                andre[antall[m]].append(m)
        for ganger, maaneder in andre.items():
            yield _ganger(r, rekke, maaneder, ganger)


def _paa_en_dag(rekke: list[Utbetaling], m: str) -> bool:
    dager = [b.dato for b in rekke if maaned_av(b.dato) == m]
    return len(set(dager)) < len(dager)


def _for_flere(r: Ramme, rekke: list[Utbetaling], m: str) -> Utkast:
    her = [b for b in rekke if maaned_av(b.dato) == m]
    navn, sum_ = r.navn[her[0].ytelse], sum((b.netto for b in her), INGEN)
    for_ = liste(dict.fromkeys(maanedsnavn(b.fra_dag.month) for b in her))
    return Utkast(
        "flere_utbetalinger",
        "obs",
        f"I {maaned(m)} kommer {navn} for {for_} samtidig: {kroner(sum_)} inn på konto. "
        f"Neste gang er det {kroner(sum_ / len(her))} eller deromkring.",
        gjor="La noe av det stå til månedene etter.",
        maaned=m,
        dato=her[0].dato,
        belop=sum_ - her[-1].netto,
        ytelse=her[0].ytelse,
        betalinger=tuple(her),
    )


def _ganger(r: Ramme, rekke: list[Utbetaling], maaneder: list[str], ganger: int) -> Utkast:
    navn = r.navn[rekke[0].ytelse]
    ord_ = _GANGER[ganger] if ganger < len(_GANGER) else f"{ganger} ganger"
    her = tuple(b for b in rekke if maaned_av(b.dato) in maaneder)
    return Utkast(
        "flere_utbetalinger",
        "info",
        f"I {maanedsliste(maaneder)} kommer {navn} {ord_}. Det er ikke feil, og ikke mer i året.",
        maaned=maaneder[0],
        belop=her[-1].netto,
        ytelse=rekke[0].ytelse,
        betalinger=her[:1],
    )


def maanedsliste(maaneder: list[str]) -> str:
    """Return «april og september 2026»: the year once where it is the same."""
    aar = {m[:4] for m in maaneder}
    if len(aar) > 1:
        return liste(map(maaned, maaneder))
    navn = [maanedsnavn(int(m[5:7])) for m in maaneder[:-1]]
    return liste([*navn, maaned(maaneder[-1])])


def mindre_trekk(r: Ramme) -> Iterator[Utkast]:
    """Find the months when more reaches the account though no more is paid."""
    funnet: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for y, brutto in r.brutto.items():
        maaneder = tuple(
            m
            for foer, m in zip(r.maaneder, r.maaneder[1:], strict=False)
            if _mindre(r, y, foer, m, brutto)
        )
        if maaneder:
            funnet[maaneder].append(y)
    for maaneder, ytelser in funnet.items():
        mer = max(
            (r.netto[y][m] - r.netto[y].get(_foer(r, m), INGEN) for y in ytelser for m in maaneder)
        )
        yield Utkast(
            "mindre_trekk",
            "info",
            f"I {maanedsliste(list(maaneder))} trekkes det mindre enn ellers fra "
            f"{liste(r.navn[y] for y in ytelser)}. Det kommer mer inn på konto, men blir ikke mer i året.",
            maaned=maaneder[0],
            belop=mer,
            ytelse=ytelser[0],
            betalinger=tuple(b for b in r.vanlige if b.ytelse in ytelser)[:1],
        )


def _foer(r: Ramme, m: str) -> str:
    return r.maaneder[r.maaneder.index(m) - 1]


def _mindre(r: Ramme, y: str, foer: str, m: str, brutto: dict[str, Decimal]) -> bool:
    gammel, ny = brutto.get(foer, INGEN), brutto.get(m, INGEN)
    if gammel <= 0 or ny <= 0:
        return False
    trukket_foer = gammel - r.netto[y][foer]
    trukket = ny - r.netto[y][m]
    return trukket_foer > KRONE and trukket * gammel < LITE_TREKK * trukket_foer * ny


def egen_maaned(r: Ramme) -> Iterator[Utkast]:
    """Find money that comes once a year, and what does not come that month because of it."""
    for b in r.aarlige:
        m = maaned_av(b.dato)
        uteblir = _uteblir(r, b, m)
        navn = b.tittel[0].lower() + b.tittel[1:]
        tekst = f"I {maaned(m)} kommer {navn}: {kroner(b.brutto)} før trekk."
        if uteblir:
            borte = liste(f"{n} er {kroner(belop)} lavere" for n, belop in uteblir)
            tekst = f"{tekst[:-1]}, men {borte} den måneden."
        mindre = sum((belop for _, belop in uteblir), INGEN)
        yield Utkast(
            "egen_maaned_uteblir" if mindre > b.brutto else "egen_maaned",
            "obs" if mindre > b.brutto else "info",
            tekst,
            maaned=m,
            dato=b.dato,
            belop=b.brutto - mindre,
            ytelse=b.ytelse,
            betalinger=(b,),
        )


def _uteblir(r: Ramme, aarlig: Utbetaling, m: str) -> list[tuple[str, Decimal]]:
    """Return the payer's other money that is clearly lower the same month."""
    svar = []
    for rekke in r.rekker.values():
        if rekke[0].betaler != aarlig.betaler or rekke[0].medlem != aarlig.medlem:
            continue
        per_maaned: dict[str, Decimal] = defaultdict(Decimal)
        for b in rekke:
            per_maaned[maaned_av(b.dato)] += b.brutto
        spenn = [x for x in r.maaneder if min(per_maaned) <= x <= max(per_maaned)]
        vanlig = midten([per_maaned.get(x, INGEN) for x in spenn])
        if m in spenn and vanlig and per_maaned.get(m, INGEN) < LITE_TREKK * vanlig:
            svar.append((r.navn[rekke[0].ytelse], vanlig - per_maaned.get(m, INGEN)))
    return svar
