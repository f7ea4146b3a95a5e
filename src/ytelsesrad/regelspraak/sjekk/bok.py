"""Check a whole book: read every formula, then look at how the parts fit together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ytelsesrad.lesing import Feil, mente_du
from ytelsesrad.regelspraak.enheter import UKJENT, Type, les_enhet
from ytelsesrad.regelspraak.kapittel import Melding, Nokkel, Regel
from ytelsesrad.regelspraak.kontrollert import KontrollertBok, Regeltraer
from ytelsesrad.regelspraak.samling import BETALING, Samling, omgivelse
from ytelsesrad.regelspraak.sjekk.formler import Formelsjekk
from ytelsesrad.regelspraak.sjekk.krever import finn_krever
from ytelsesrad.regelspraak.sjekk.ringer import sjekk_ringer
from ytelsesrad.regelspraak.sjekk.sammenheng import sjekk_sammenheng
from ytelsesrad.regelspraak.sjekk.tidsrom import sjekk_tidsrom
from ytelsesrad.regelspraak.sjekk.versjoner import les_versjon


def sjekk_bok(
    samling: Samling, feil: list[Feil], stotter: tuple[date, date] | None = None
) -> KontrollertBok:
    """Check a book and return its trees. Faults are added to ``feil``."""
    enheter = {id_: _type(r) for id_, r in samling.regler.items()}
    bok = KontrollertBok(samling)
    sjekk = Formelsjekk(samling, feil, enheter, tuple(samling.betalinger), bok)
    for regel in samling.regler.values():
        if regel.for_hver is not None:
            _sjekk_gruppe(samling, regel, feil)
        _les_regel(sjekk, regel)
    _meldingstekster(sjekk)
    sjekk_ringer(sjekk)
    sjekk_sammenheng(samling, enheter, bok, sjekk.betalingssum, feil)
    sjekk_tidsrom(samling, sjekk.kanter, stotter, feil)
    bok.krever = finn_krever(bok)
    return bok


def _sjekk_gruppe(samling: Samling, regel: Regel, feil: list[Feil]) -> None:
    grupper = (*samling.grupper, BETALING)
    if regel.for_hver in grupper:
        return
    nesten = mente_du(str(regel.for_hver), grupper)
    sted = Nokkel(regel.sted.fil, (*regel.sted.sti, "for_hver"), regel.sted.hvor)
    feil.append(
        Feil(
            "R06",
            sted.sted(),
            f"Gruppen «{regel.for_hver}» finnes ikke."
            + (f" Mente du «{nesten}»?" if nesten else ""),
            f'for_hver = "{nesten}"'
            if nesten
            else f"[gruppe.{regel.for_hver}]   (lag gruppen først)",
        )
    )


def _les_regel(sjekk: Formelsjekk, regel: Regel) -> None:
    """Read all formulas and texts of a rule."""
    skal = sjekk.enheter[regel.id]
    traer = Regeltraer()
    sjekk.bok.traer[regel.id] = traer
    sjekk.kanter.setdefault(regel.id, [])
    if regel.formel:
        traer.formel = sjekk.formel(regel, regel.formel, skal)
    for v in regel.versjoner:
        start = len(sjekk.kanter[regel.id])
        traer.versjoner.append(les_versjon(sjekk, regel, v, skal))
        nye = [replace(k, versjon=v.virkning) for k in sjekk.kanter[regel.id][start:]]
        sjekk.kanter[regel.id][start:] = nye
    if regel.ved_start:
        traer.ved_start = sjekk.formel(regel, regel.ved_start, skal)
    if regel.inndata and regel.inndata.antatt and regel.inndata.antatt.formel:
        traer.antatt = sjekk.formel(regel, regel.inndata.antatt.formel, skal)
    traer.forklaring = sjekk.tekster(regel, regel.forklaring)
    for i, v in enumerate(regel.versjoner):
        if v.forklaring:
            traer.versjonsforklaring[i] = sjekk.tekster(regel, v.forklaring)


def _type(regel: Regel) -> Type:
    try:
        type_ = les_enhet(regel.enhet)[0]
    except ValueError:
        return UKJENT
    return Type(type_.art, type_.enhet, valg=regel.valg)


def _tekster(m: Melding) -> tuple[tuple[str, str | None], ...]:
    return (("tekst", m.tekst), ("kort", m.kort), ("frist", m.frist), ("folge", m.folge))


def _meldingstekster(sjekk: Formelsjekk) -> None:
    for m in sjekk.samling.meldinger.values():
        regel = omgivelse(m)
        for nokkel, tekst in _tekster(m):
            if tekst is not None:
                sted = Nokkel(m.sted.fil, (*m.sted.sti, nokkel), m.sted.hvor)
                mal = sjekk.mal(regel, tekst, sted)
                if mal is not None:
                    sjekk.bok.maler[f"{regel.id}:{nokkel}"] = mal
    for x in sjekk.samling.krav.values():
        regel = omgivelse(x)
        for nokkel, tekst in (("tekst", x.tekst), ("rett", x.rett)):
            sted = Nokkel(x.sted.fil, (*x.sted.sti, nokkel), x.sted.hvor)
            mal = sjekk.mal(regel, tekst, sted)
            if mal is not None:
                sjekk.bok.maler[f"{regel.id}:{nokkel}"] = mal
