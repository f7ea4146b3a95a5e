"""Read the versions of a rule: formulas, plain values, tables and brackets."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ytelsesrad.lesing import Feil, mente_du
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import Type
from ytelsesrad.regelspraak.kapittel import Formel, Nokkel, Regel, Versjon
from ytelsesrad.regelspraak.sjekk.formler import Formelsjekk


def les_versjon(sjekk: Formelsjekk, regel: Regel, v: Versjon, skal: Type) -> tre.Node | None:
    """Return the tree of a version, or None when something is wrong with it."""
    if v.formel:
        return sjekk.formel(regel, v.formel, skal)
    if v.tabell is not None:
        return _oppslag(sjekk, regel, v, skal)
    if v.trinn is not None:
        return _trinn(sjekk, regel, v, skal)
    if v.verdi is None:
        return None
    if regel.valg and v.verdi not in regel.valg:
        nesten = mente_du(str(v.verdi), regel.valg)
        sjekk.feil.append(
            Feil(
                "R16",
                _under(v, "verdi").sted(),
                f"«{v.verdi}» er ikke en av mulighetene: {', '.join(regel.valg)}."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f'verdi = "{nesten or regel.valg[0]}"',
            )
        )
    return tre.Konstant(0, 0, v.verdi)


def _under(v: Versjon, *sti: str) -> Nokkel:
    return Nokkel(v.sted.fil, (*v.sted.sti, *sti), v.sted.hvor)


def _oppslag(sjekk: Formelsjekk, regel: Regel, v: Versjon, skal: Type) -> tre.Node | None:
    if regel.tabell_etter is None:
        hva = "Tabellen sier ikke hvilken regel som velger raden."
        sjekk.feil.append(Feil("R04", _under(v, "tabell").sted(), hva, 'tabell_etter = "…"'))
        return None
    etter = sjekk.formel(regel, regel.tabell_etter, None)
    if etter is None or v.tabell is None:
        return None
    rader: dict[str, tre.Node] = {}
    fra_og_med: list[tuple[Decimal, tre.Node]] = []
    ellers = None
    for nokkel, celle in v.tabell:
        node: tre.Node | None
        if isinstance(celle, Formel):
            node = sjekk.formel(regel, celle, None)
            if node is not None and node.type is not None and node.type.enhet.potenser:
                sjekk.krev_type(regel, node, node.type, skal, celle)
        else:
            node = tre.Konstant(0, 0, celle)
        if node is None:
            continue
        if nokkel == "ellers":
            ellers = node
        elif nokkel.endswith("+") and nokkel[:-1].isdecimal():
            fra_og_med.append((Decimal(nokkel[:-1]), node))
        else:
            rader[nokkel] = node
    if not (isinstance(etter, tre.Navn) and etter.merke):
        _sjekk_rader(sjekk, v, etter.type, rader, ellers)
    hoyest = sorted(fra_og_med, key=lambda rad: -rad[0])
    return tre.Oppslag(etter.fra, etter.til, etter, rader, tuple(hoyest), ellers)


def _sjekk_rader(
    sjekk: Formelsjekk,
    v: Versjon,
    etter: Type | None,
    rader: Mapping[str, tre.Node],
    ellers: tre.Node | None,
) -> None:
    if etter is None or not etter.valg:
        return
    for valg in etter.valg:
        if valg not in rader and ellers is None:
            sjekk.feil.append(
                Feil(
                    "R16",
                    _under(v, "tabell").sted(),
                    f"Verdien kan være «{valg}», men tabellen for {v.virkning} har ingen slik rad "
                    "og ingen «ellers».",
                    f'tabell = {{ …, "{valg}" = … }}   eller   tabell = {{ …, ellers = … }}',
                )
            )
    for rad in rader:
        if rad not in etter.valg:
            nesten = mente_du(rad, etter.valg)
            sjekk.feil.append(
                Feil(
                    "R16",
                    _under(v, "tabell", rad).sted(),
                    f"Raden «{rad}» kan aldri velges. Mulighetene er: {', '.join(etter.valg)}."
                    + (f" Mente du «{nesten}»?" if nesten else ""),
                    f'"{nesten}" = …' if nesten else "Slett raden, eller rett navnet.",
                )
            )


def _trinn(sjekk: Formelsjekk, regel: Regel, v: Versjon, skal: Type) -> tre.Node | None:
    if regel.trinn_av is None:
        hva = "Trinnene sier ikke hva de skal legges på."
        sjekk.feil.append(Feil("R04", _under(v, "trinn").sted(), hva, 'trinn_av = "…"'))
        return None
    av = sjekk.formel(regel, regel.trinn_av, skal)
    return None if av is None else tre.Trinnvis(av.fra, av.til, av, v.trinn or ())
