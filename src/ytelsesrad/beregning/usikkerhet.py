"""What the answer rests on: assumptions, unknowns, gaps and estimates, and what they are worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from ytelsesrad.beregning.resultat import Forbehold, Forutsetning, Mangel
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.beregning.verdier import vis_oppgitt
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel, Ukjent, type_verdi
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.situasjon.grenser import PLAN
from ytelsesrad.situasjon.steder import klammer

Forsok = Callable[[Gitt], Decimal | None]
"""Runs the plan with other inputs and returns the settled first year."""
_MAKS_FORSOK = 24
FELLES = "felles"


def finn_mangler(
    u: Utregning, felles: set[Oppgitt], plan: str, forsok: Forsok
) -> tuple[Mangel, ...]:
    """Return what is unknown and needed, with its question and how much it can matter."""
    svar: dict[str, Mangel] = {}
    igjen = _MAKS_FORSOK
    for (nr, medlem), hva in sorted(u.ukjente.items()):
        regel = u.bok.program.regler[nr].regel
        inndata = regel.inndata
        if inndata is None:
            continue
        alternativ = None
        if inndata.spor_om is not None:
            alternativ = _tittel(u, regel)
            navn = inndata.spor_om
            regel = u.bok.finn(navn if "." in navn else f"{regel.mappe}.{navn}")
            inndata = regel.inndata or inndata
        verdier = _mulige(regel) if len(u.ukjente) == 1 else ()
        virkning = None
        if verdier and len(verdier) <= igjen:
            igjen -= len(verdier)
            virkning = _ytterpunkter(
                forsok(_med(u.gitt, regel, medlem, verdi)) for verdi in verdier
            )
        svar[regel.id] = Mangel(
            inndata=regel.id,
            tittel=_tittel(u, regel),
            sporsmaal=u.bok.ord(inndata.sporsmaal, regel.mappe),
            staar_i=u.ord(inndata.staar_i, regel),
            skriv=_skriv(regel, plan if _er_planens(u, regel, medlem, felles) else None),
            alternativ=alternativ,
            berorer=tuple(u.bok.ord(navn, regel.mappe) for navn in sorted(hva)),
            virkning=virkning,
            perioder=_perioder(u, regel, medlem),
        )
    for nr in _viktige(u):
        regel = u.bok.program.regler[nr].regel
        svar.setdefault(regel.id, _antatt_mangel(u, regel))
    return tuple(svar.values())


def _perioder(u: Utregning, regel: Regel, medlem: int) -> tuple[str, ...]:
    """Return the periods that were asked for and not given, when others are given."""
    nr = u.bok.program.nummer[regel.id]
    gitt = u.kjoring.gitt.oppgitt(nr, medlem)
    if gitt is None or gitt.ukjent:
        return ()
    manglet = sorted(
        k[1]
        for k, feil in u.kjoring.feilet.items()
        if (k[0], k[2]) == (nr, medlem) and isinstance(feil, Ukjent)
    )
    navn = (u.periodenavn(regel.id, p) for p in manglet)
    return tuple(dict.fromkeys(n for n in navn if n))


def _tittel(u: Utregning, regel: Regel) -> str:
    return u.bok.ord(regel.tittel or regel.navn, regel.mappe)


def _viktige(u: Utregning) -> list[int]:
    """Return the assumptions in use that the rule file says should be replaced by the truth."""
    gitte = u.kjoring.gitt.numre
    antatte = {nr for slag, nr in u.merker if slag == "antatt"} - gitte
    return sorted(nr for nr in antatte if _er_viktig(u.bok.program.regler[nr].regel))


def _er_viktig(regel: Regel) -> bool:
    return bool(regel.inndata and regel.inndata.antatt and regel.inndata.antatt.viktig)


def _antatt_mangel(u: Utregning, regel: Regel) -> Mangel:
    assert regel.inndata is not None
    assert regel.inndata.antatt is not None
    verdi = _antatt_verdi(u, regel)
    fordi = u.bok.ord(regel.inndata.antatt.fordi, regel.mappe)
    return Mangel(
        inndata=regel.id,
        tittel=_tittel(u, regel),
        sporsmaal=u.bok.ord(regel.inndata.sporsmaal, regel.mappe),
        staar_i=u.ord(regel.inndata.staar_i, regel),
        skriv=_skriv(regel),
        alternativ=None,
        berorer=(),
        antatt=f"{verdi}: {fordi}" if verdi else fordi,
    )


def _er_planens(u: Utregning, regel: Regel, medlem: int, felles: set[Oppgitt]) -> bool:
    """Tell whether only this plan says anything of a member: a job that comes with the plan."""
    if regel.for_hver is None:
        return False
    regler = u.bok.samling.regler
    om_den = [
        o
        for o in u.gitt.verdier
        if o.medlem == medlem and regler[o.regel].for_hver == regel.for_hver
    ]
    return bool(om_den) and felles.isdisjoint(om_den)


def _skriv(regel: Regel, plan: str | None = None) -> str:
    """Return what to write in the situation file, table and all."""
    inndata = regel.inndata
    assert inndata is not None
    if regel.for_hver is not None:
        tabell = klammer((PLAN, plan, regel.for_hver) if plan else (regel.for_hver,), liste=True)
    else:
        tabell = klammer((inndata.sted if regel.mappe == FELLES else regel.mappe,))
    return f"{tabell}\n{regel.navn} = {inndata.eksempel or '…'}"


def finn_forutsetninger(
    u: Utregning, felles: set[Oppgitt], plan: str, forsok: Forsok, naa: Decimal | None
) -> tuple[Forutsetning, ...]:
    """Return what was given and what was assumed, of what the answer actually uses."""
    brukt = u.kjoring.brukte_regler()
    nummer = u.bok.program.nummer
    svar = [
        _gitt(u, o, None if o in felles else plan)
        for o in u.gitt.verdier
        if nummer[o.regel] in brukt and not o.ukjent
    ]
    gitte = {nummer[o.regel] for o in u.gitt.verdier if not o.ukjent}
    antatte = sorted({nr for slag, nr in u.merker if slag == "antatt"} - gitte)
    svar.extend(_antatt(u, u.bok.program.regler[nr].regel, forsok, naa) for nr in antatte)
    return tuple(svar)


def _gitt(u: Utregning, o: Oppgitt, plan: str | None) -> Forutsetning:
    regel = u.bok.samling.regler[o.regel]
    return Forutsetning(
        inndata=regel.id,
        tittel=_tittel(u, regel),
        verdi=vis_oppgitt(u.bok, o, regel),
        kilde=o.kilde,
        fordi=None,
        staar_i=u.ord(regel.inndata.staar_i, regel) if regel.inndata else None,
        plan=plan,
    )


def _antatt(u: Utregning, regel: Regel, forsok: Forsok, naa: Decimal | None) -> Forutsetning:
    assert regel.inndata is not None
    antatt = regel.inndata.antatt
    virkning = None
    if antatt is not None and antatt.lavest is not None and antatt.hoyest is not None and naa:
        faktor = les_enhet(regel.enhet)[1]
        svar = [forsok(_med(u.gitt, regel, 0, x * faktor)) for x in (antatt.lavest, antatt.hoyest)]
        if svar[0] is not None and svar[1] is not None:
            virkning = (svar[0] - naa, svar[1] - naa)
    return Forutsetning(
        inndata=regel.id,
        tittel=_tittel(u, regel),
        verdi=_antatt_verdi(u, regel),
        kilde="antatt",
        fordi=u.ord(antatt.fordi, regel) if antatt is not None else None,
        staar_i=u.ord(regel.inndata.staar_i, regel),
        plan=None,
        virkning=virkning,
    )


def _antatt_verdi(u: Utregning, regel: Regel) -> str:
    """Return what is assumed, written for people."""
    antatt = regel.inndata.antatt if regel.inndata else None
    if antatt is not None and antatt.vist:
        return u.bok.ord(antatt.vist, regel.mappe)
    verdi: type_verdi | None = antatt.verdi if antatt is not None else None
    if verdi is None:
        verdi = u.les_utenom(regel.id)
    return "" if verdi is None else u.vis(regel.valget(verdi), regel.enhet, regel.mappe)


def finn_forbehold(u: Utregning) -> tuple[Forbehold, ...]:
    """Return the gaps of the rules, and the figures not set yet, that this answer touches."""
    svar = [f for m in ("forslag", "anslag") if (f := _om_tallene(u, m)) is not None]
    brukt = u.kjoring.brukte_regler()
    for g in u.bok.samling.ikke_modellert.values():
        if g.berorer and not any(u.bok.program.nummer[_fullt(u, r)] in brukt for r in g.berorer):
            continue
        naar = f"{g.mappe}.ikke_modellert:{g.id}:naar"
        if g.naar is not None and not (
            u.kjoring.kan_bli_sann(naar) and any(u.ja(naar, p) for p in u.perioder(g.periode))
        ):
            continue
        svar.append(
            Forbehold(
                id=f"{g.mappe}.{g.id}",
                hva=u.bok.ord(g.hva, g.mappe),
                hvorfor=u.bok.ord(g.hvorfor, g.mappe),
                verdt=u.ord(g.verdt, g),
                spor=u.ord(g.spor, g),
            )
        )
    return tuple(svar)


def _fullt(u: Utregning, navn: str) -> str:
    return navn if navn in u.bok.samling.regler else f"felles.{navn.split('.', 1)[-1]}"


def _titler(u: Utregning, merke: str) -> str:
    """Return what the shown figures rest on of a kind, as one list of titles."""
    numre = sorted({nr for slag, nr in u.merker if slag == merke})
    regler = [u.bok.program.regler[nr].regel for nr in numre]
    return "; ".join(u.bok.sprak.midt_i(_tittel(u, r)) for r in regler if r.tittel)


def _om_tallene(u: Utregning, merke: str) -> Forbehold | None:
    """Return the reservation for figures of a kind: not set yet, or only proposed."""
    s, titler = u.bok.sprak, _titler(u, merke)
    if not titler:
        return None
    return Forbehold(
        id=merke,
        hva=s(f"forbehold.{merke}"),
        hvorfor=s(f"forbehold.{merke}_hvorfor", titler=titler),
        verdt=s(f"forbehold.{merke}_verdt"),
        spor=None,
    )


def _mulige(regel: Regel) -> tuple[type_verdi, ...]:
    """Return values to try for an unknown: the ends of its range, or each choice."""
    inndata = regel.inndata
    if inndata is None:
        return ()
    if regel.enhet == "ja/nei":
        return (False, True)
    if regel.enhet == "valg":
        return regel.valg
    antatt = inndata.antatt
    lavest = antatt.lavest if antatt and antatt.lavest is not None else inndata.minst
    hoyest = antatt.hoyest if antatt and antatt.hoyest is not None else inndata.hoyst
    if lavest is None or hoyest is None:
        return ()
    faktor = les_enhet(regel.enhet)[1]
    return (lavest * faktor, hoyest * faktor)


def _ytterpunkter(svar: Iterable[Decimal | None]) -> tuple[Decimal, Decimal] | None:
    kjente = [s for s in svar if s is not None]
    return (min(kjente), max(kjente)) if len(kjente) > 1 else None


def _med(gitt: Gitt, regel: Regel, medlem: int, verdi: type_verdi) -> Gitt:
    m = medlem if regel.for_hver else None
    andre = tuple(
        o for o in gitt.verdier if not (o.regel == regel.id and (o.medlem or 0) == medlem)
    )
    ny = Oppgitt(regel.id, medlem=m, alltid=verdi, kilde="antatt")
    return replace(gitt, verdier=(*andre, ny))
