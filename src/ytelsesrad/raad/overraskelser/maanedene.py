"""Single months that are not as the others: the weakest, the doubled, those with less taken out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.beregning import Utbetaling
from ytelsesrad.lesbart import Sprak
from ytelsesrad.raad.overraskelser.ramme import INGEN, KRONE, Ramme, Utkast, maaned_av, midten, stor


def svakeste(r: Ramme) -> Iterator[Utkast]:
    """Find the month with the least money, when it is a tenth below the usual, or less than now."""
    lavest = next((m for m in r.plan.maaneder if m.lavest), None)
    if lavest is None:
        return
    vanlig = r.vanlig
    naa = r.grunnlag.inn[lavest.maaned] if r.grunnlag else None
    under_naa = naa is not None and lavest.netto < naa - KRONE
    if 10 * lavest.netto >= 9 * vanlig and not under_naa:
        return
    s = r.s
    mot = (
        s("overraskelse.mot_forste", belop=s.kroner(naa), forste=r.naa)
        if under_naa and naa is not None
        else s("overraskelse.mot_ellers", belop=s.kroner(vanlig))
    )
    navn = s.maaned(lavest.maaned)
    yield Utkast(
        "svakeste_maaned",
        "stopp" if under_naa else "obs",
        s(
            "overraskelse.svakest",
            maaned=stor(navn),
            inn=s.kroner(lavest.netto),
            mot=mot,
            grunn=_hvorfor(r, lavest.maaned),
        ),
        gjor=s("overraskelse.regningene", maaneder=navn),
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
        o.tittel
        for aar in r.plan.aar
        for o in aar.oppgjor
        if o.belop < 0 and not o.bare_avrunding and maaned_av(o.dato) == m
    ]
    grunner += [r.s("overraskelse.betales_da", hva=r.s.midt_i(t)) for t in trukket]
    return r.s("overraskelse.grunn", grunner=r.s.liste(grunner)) if grunner else ""


def _grunn(r: Ramme, ytelse: str, m: str) -> str:
    navn = r.navn.get(ytelse, ytelse)
    alle = [b for b in r.vanlige if b.ytelse == ytelse]
    her = [b for b in alle if maaned_av(b.dato) == m]
    if not her:
        return r.s("overraskelse.kommer_ikke", hva=navn)
    antall = Counter(maaned_av(b.dato) for b in alle)
    if len(her) < midten([Decimal(n) for n in antall.values()]):
        return r.s("overraskelse.faerre_ganger", hva=navn)
    return r.s("overraskelse.er_lavere", hva=navn)


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
    s, sum_ = r.s, sum((b.netto for b in her), INGEN)
    return Utkast(
        "flere_utbetalinger",
        "obs",
        s(
            "overraskelse.samtidig",
            maaned=s.maaned(m),
            hva=r.navn[her[0].ytelse],
            maaneder=s.liste(dict.fromkeys(s.maanedsnavn(b.fra_dag.month) for b in her)),
            belop=s.kroner(sum_),
            neste=s.kroner(sum_ / len(her)),
        ),
        gjor=s("overraskelse.la_staa"),
        maaned=m,
        dato=her[0].dato,
        belop=sum_ - her[-1].netto,
        ytelse=her[0].ytelse,
        betalinger=tuple(her),
    )


def _ganger(r: Ramme, rekke: list[Utbetaling], maaneder: list[str], ganger: int) -> Utkast:
    s, i_ord = r.s, r.s.ledd("overraskelse.ganger")
    mange = s("overraskelse.mange_ganger", antall=ganger)
    her = tuple(b for b in rekke if maaned_av(b.dato) in maaneder)
    return Utkast(
        "flere_utbetalinger",
        "info",
        s(
            "overraskelse.flere_ganger",
            maaneder=maanedsliste(maaneder, s),
            hva=r.navn[rekke[0].ytelse],
            ganger=i_ord[ganger] if ganger < len(i_ord) else mange,
        ),
        maaned=maaneder[0],
        belop=her[-1].netto,
        ytelse=rekke[0].ytelse,
        betalinger=her[:1],
    )


def maanedsliste(maaneder: list[str], s: Sprak) -> str:
    """Return «april og september 2026»: the year once where it is the same."""
    aar = {m[:4] for m in maaneder}
    if len(aar) > 1:
        return s.liste(map(s.maaned, maaneder))
    navn = [s.maanedsnavn(int(m[5:7])) for m in maaneder[:-1]]
    return s.liste([*navn, s.maaned(maaneder[-1])])


def mindre_trekk(r: Ramme) -> Iterator[Utkast]:
    """Find the months when more reaches the account though no more is paid."""
    funnet: dict[tuple[str, ...], list[str]] = defaultdict(list)
    mer = INGEN
    for m, foer in zip(r.maaneder[1:], r.maaneder, strict=False):
        ytelser = [y for y in r.brutto if _mindre(r, y, foer, m)]
        if ytelser:
            funnet[tuple(ytelser)].append(m)
            mer = max(mer, *(r.netto[y][m] - r.netto[y][foer] for y in ytelser))
    if not funnet:
        return
    s = r.s
    naar = s.liste(
        s(
            "overraskelse.trekk_fra",
            maaneder=maanedsliste(m, s),
            hva=s.liste(r.navn[y] for y in ytelser),
        )
        for ytelser, m in funnet.items()
    )
    berort = {y for ytelser in funnet for y in ytelser}
    yield Utkast(
        "mindre_trekk",
        "info",
        s("overraskelse.mindre_trekk", naar=naar),
        maaned=min(m for maaneder in funnet.values() for m in maaneder),
        belop=mer,
        ytelse=min(berort),
        betalinger=tuple(rekke[0] for rekke in r.rekker.values() if rekke[0].ytelse in berort),
    )


def _mindre(r: Ramme, y: str, foer: str, m: str) -> bool:
    """Tell whether a quarter less is taken out of about as much, so that more comes."""
    gammel, ny = r.brutto[y].get(foer, INGEN), r.brutto[y].get(m, INGEN)
    if gammel <= 0 or not 4 * gammel < 5 * ny < 6 * gammel:
        return False
    if r.netto[y][m] <= r.netto[y][foer]:
        return False
    trukket_foer, trukket = gammel - r.netto[y][foer], ny - r.netto[y][m]
    return trukket_foer > KRONE and 4 * trukket * gammel < 3 * trukket_foer * ny


def egen_maaned(r: Ramme) -> Iterator[Utkast]:
    """Find money that comes once a year, and what does not come beside or after it."""
    for b in r.aarlige:
        s, m = r.s, maaned_av(b.dato)
        borte = _uteblir(r, b, m)
        kommer = {
            "maaned": s.maaned(m),
            "hva": s.midt_i(b.tittel),
            "belop": s.kroner(b.brutto),
        }
        tekst = s("overraskelse.en_gang", **kommer)
        if borte is not None:
            hvilken, ytelse, belop = borte
            tekst = s(
                "overraskelse.en_gang_men",
                **kommer,
                naar=s("overraskelse.samme_maaned")
                if hvilken == m
                else s("overraskelse.i_maaned", maaned=s.maaned(hvilken)),
                andre=r.navn[ytelse],
                mindre=s.kroner(belop),
            )
        yield Utkast(
            "egen_maaned" if borte is None else "egen_maaned_uteblir",
            "info" if borte is None else "obs",
            tekst,
            gjor=None if borte is None else s("overraskelse.legg_av", maaned=s.maaned(m)),
            maaned=m,
            dato=b.dato,
            belop=b.brutto - (borte[2] if borte else INGEN),
            ytelse=b.ytelse,
            betalinger=(b,),
        )


def _uteblir(r: Ramme, aarlig: Utbetaling, m: str) -> tuple[str, str, Decimal] | None:
    """Return the month, that one or the next two, when the payer's other money is clearly lower.

    With it the line that is lower, and by how much.
    """
    rekker = [
        rekke
        for rekke in r.rekker.values()
        if (rekke[0].betaler, rekke[0].medlem) == (aarlig.betaler, aarlig.medlem)
    ]
    for rekke in rekker:
        per_maaned: dict[str, Decimal] = defaultdict(Decimal)
        for b in rekke:
            per_maaned[maaned_av(b.dato)] += b.brutto
        spenn = [x for x in r.maaneder if min(per_maaned) <= x <= max(per_maaned)]
        vanlig = midten([per_maaned.get(x, INGEN) for x in spenn])
        for x in spenn:
            mangler = vanlig - per_maaned.get(x, INGEN)
            if x in _neste(r, m) and 2 * mangler > vanlig:
                return x, rekke[0].ytelse, mangler
    return None


def _neste(r: Ramme, m: str) -> tuple[str, ...]:
    nr = r.maaneder.index(m)
    return r.maaneder[nr : nr + 3]
