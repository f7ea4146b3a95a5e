"""What the tree says beside a value, line by line, in one order everywhere."""

from __future__ import annotations

import re

from ytelsesrad.forklaring.detaljer import Alternativ, Gren, Valg, Versjonsnote
from ytelsesrad.forklaring.modell import Forklaring
from ytelsesrad.lesbart import dato

_LITERAL = re.compile(r"[\d_.]+( \S+)?")
_MAKS_LOP = 8
_MAKS_FORMEL = 400


def opplysninger(f: Forklaring, kilder: set[str], over: Forklaring | None = None) -> list[str]:
    """Return the lines about a value, except its parts and its ways not taken.

    ``kilder`` holds the addresses already given; they are given once. ``over`` is the value it is
    a part of: what was said there (paragraph, what is missing) is not said again.
    """
    linjer = []
    if f.setning:
        linjer.append(f.setning)
    linjer += _uten_verdi(f, over)
    if f.opphav == "byttet":
        linjer.append("satt til dette i regnestykket over")
    linjer += _inndata(f)
    if f.opphav not in ("inndata", "byttet"):
        linjer += _regning(f)
    if f.avrunding:
        linjer.append(f"avrunding: {f.avrunding.tekst}")
    linjer += _lov(f, kilder, over.hjemmel if over else None)
    linjer += [f"het før {navn}" for navn in f.het_for]
    linjer += _merker(f)
    return linjer


def _uten_verdi(f: Forklaring, over: Forklaring | None) -> list[str]:
    if f.feil:
        return [f"Kan ikke regnes ut. {f.feil}"]
    if not f.mangler:
        return []
    if over is not None and over.mangler == f.mangler:
        return [] if f.deler else ["dette mangler"]
    linjer = ["Kan ikke regnes ut ennå. Vi mangler:"]
    for m in f.mangler:
        hvor = f" Det står i {m.staar_i}." if m.staar_i else ""
        linjer.append(f"  {m.sporsmaal}{hvor}")
    return linjer


def _inndata(f: Forklaring) -> list[str]:
    n = f.inndata
    if n is None:
        return []
    biter = [f"inndata: {n.kilde}"]
    if n.fordi:
        biter.append(n.fordi)
    if n.spenn:
        biter.append(f"vanligvis {n.spenn}")
    if n.meldt:
        biter.append(f"meldt {dato(n.meldt)}")
    if n.staar_i:
        biter.append(f"står i {n.staar_i}")
    if f.kontroll:
        k = f.kontroll
        if k.stemmer:
            biter.append("stemmer med reglene")
        else:
            differanse = f" (det oppgitte er {k.differanse})" if k.differanse else ""
            biter.append(f"reglene gir {k.beregnet}{differanse}")
    return [" · ".join(biter)]


def _regning(f: Forklaring) -> list[str]:
    linjer = []
    if f.formel and f.opphav in ("formel", "antatt", "ved start"):
        foran = "" if f.opphav == "formel" else f"{f.opphav}: "
        formel = f.formel if len(f.formel) <= _MAKS_FORMEL else f"{f.formel[:_MAKS_FORMEL]} …"
        linjer.append(f"{foran}{formel}")
    for rad in f.rader:
        linjer.append(f"tabell: {rad.etter} gir raden «{rad.rad}»")
    for t in f.trinn:
        linjer.append(f"trinn: {t.sats} av {t.av} (det som er over {t.fra}) = {t.belop}")
    if f.tall and not f.trinn and f.tall != f.formel:
        linjer.append(f"= {f.tall}")
    linjer += [_valg(v) for v in f.valg]
    for s in f.samlet:
        if len(s.lop) > 1 and s.art != "antall":
            lop = [f"{x.hvor} {x.verdi}" for x in s.lop[:_MAKS_LOP]]
            flere = len(s.lop) - _MAKS_LOP
            lop += [f"og {flere} til"] if flere > 0 else []
            linjer.append(" · ".join(lop))
    return linjer


def _valg(v: Valg) -> str:
    """Return who won, and how far the others were from it, on one line."""
    valgt = next(a for a in v.alternativer if a.valgt)
    biter = [f"{v.art}: {_alternativ(valgt)}"]
    for a in v.alternativer:
        if a.igjen == "like":
            biter.append(f"like: {_alternativ(a)}")
        elif not a.valgt:
            igjen = f" ({a.igjen} igjen)" if a.igjen else ""
            biter.append(f"ikke valgt: {_alternativ(a)}{igjen}")
    return " · ".join(biter)


def _alternativ(a: Alternativ) -> str:
    return a.verdi if not a.uttrykk or _LITERAL.fullmatch(a.uttrykk) else f"{a.uttrykk} = {a.verdi}"


def vilkaarsblokker(f: Forklaring) -> list[list[str]]:
    """Return a block for each condition: the way taken, and what it would take to turn."""
    return [_blokk(g) for g in f.grener]


def _blokk(g: Gren) -> list[str]:
    gren = "så" if g.sant else "ellers"
    linjer = [f"valgt: {gren}  ({g.tall})" if g.tall else f"valgt: {gren}"]
    hva = f"«{'ellers' if g.sant else 'så'} {g.ikke_valgt}»"
    verdi = ""
    svar = g.ikke_valgt_verdi or ""
    if svar and g.ikke_valgt.strip("'") not in (svar.strip("«»"), svar.split()[0]):
        verdi = f" = {svar}"
    avstand = f" · avstand {g.grense.avstand_tekst}" if g.grense and g.grense.avstand else ""
    naar = _naar(g)
    linjer.append(f"ikke valgt: {hva}{verdi}, {naar}{avstand}")
    return linjer


def _naar(g: Gren) -> str:
    """Return when the other way would be taken."""
    if not g.sant:
        return f"når {g.vilkaar}"
    if " og " in g.vilkaar or " eller " in g.vilkaar:
        return f"når ikke ({g.vilkaar})"
    if g.vilkaar.startswith("ikke "):
        return f"når {g.vilkaar.removeprefix('ikke ')}"
    return f"når ikke {g.vilkaar}"


def _lov(f: Forklaring, kilder: set[str], hjemmel: str | None) -> list[str]:
    biter = [f.hjemmel] if f.hjemmel and f.hjemmel != hjemmel and f.inndata is None else []
    v = f.versjon
    if v is None:
        linjer = [" · ".join(biter)] if biter else []
        return linjer + ([f.merknad] if f.merknad else [])
    biter.append(f"virkning fra {v.virkning.isoformat()}")
    if v.i_bruk != v.virkning:
        biter.append(f"i bruk fra {v.i_bruk.isoformat()}")
    if v.status != "vedtatt":
        biter.append(v.status)
    if v.neste:
        biter.append(f"ny versjon fra {v.neste.isoformat()}")
    linjer = [" · ".join(biter), *_kilder(v, kilder)]
    linjer += [x for x in (v.merknad, f.merknad) if x]
    foer = f.forrige_versjon
    if foer is not None and foer.verdi is not None and foer.verdi != f.tekst:
        rot = f". Med den: {foer.rot}" if foer.rot else ""
        linjer.append(f"forrige versjon (fra {foer.virkning.isoformat()}): {foer.verdi}{rot}")
    return linjer


def _kilder(v: Versjonsnote, kilder: set[str]) -> list[str]:
    linjer = []
    for k in v.kilder:
        if k.navn in kilder:
            linjer.append(f"kilde: {k.navn}")
            continue
        kilder.add(k.navn)
        sikkerhet = f" ({k.sikkerhet})" if k.sikkerhet else ""
        lest = f" · lest {k.lest.isoformat()}" if k.lest else ""
        url = f" · {k.url}" if k.url else ""
        linjer.append(f"kilde: {k.navn}{sikkerhet}{lest}{url}")
    return linjer


def _merker(f: Forklaring) -> list[str]:
    """Return what this very rule adds: an estimate, or an assumption that is not its input."""
    egne = [m for m in f.merker if m.regel == f.regel]
    return ["anslag: tallet er ikke satt for perioden ennå" for m in egne if m.slag == "anslag"]
