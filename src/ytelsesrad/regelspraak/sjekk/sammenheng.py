"""How the parts of a book fit together: coverage, demands, gaps, inputs, calendar, leftovers."""

from __future__ import annotations

from collections.abc import Mapping

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak.enheter import Art, Type
from ytelsesrad.regelspraak.graf import Lukning
from ytelsesrad.regelspraak.kapittel import Nokkel, Periode, Ytelse
from ytelsesrad.regelspraak.kontrollert import KontrollertBok
from ytelsesrad.regelspraak.samling import Samling
from ytelsesrad.regelspraak.sjekk.betalinger import sjekk_betaling, sjekk_trekk
from ytelsesrad.regelspraak.sjekk.melder import Melder, ved


def sjekk_sammenheng(
    samling: Samling,
    enheter: Mapping[str, Type],
    bok: KontrollertBok,
    betalingssum: set[str],
    feil: list[Feil],
) -> None:
    """Note every part that names something that is not there or does not fit."""
    m = Melder(samling, enheter, feil)
    under = Lukning(bok.avhenger)
    for b in samling.betalinger.values():
        sjekk_betaling(m, b)
        dag = f"{b.mappe}.betaling:{b.id}:dag"
        if under.get(dag, frozenset()) & betalingssum:
            m.meld(
                "R19",
                b.dag.sted,
                "Betalingsdagen kan ikke avhenge av hva som er betalt.",
                'dag = "bankdag_før(dato(år, månedsnummer, 20))"',
            )
    sjekk_trekk(m)
    _ytelser(m)
    _navnelister(m)
    _inndata(m)
    _kalender(m, under)
    _ubrukte(m, bok)


def _ytelser(m: Melder) -> None:
    for y in m.samling.ytelser.values():
        if y.rett is None:
            continue
        sted = ved(y.sted, "rett")
        regel = m.finn(y.rett, sted, "Ytelsen")
        if regel is None or m.enheter[regel.id].art is Art.UKJENT:
            continue
        if m.enheter[regel.id].enhet.potens("kr") != 1:
            hva = f"Retten skal være kroner, men «{regel.navn}» er {m.enheter[regel.id]}."
            m.meld("R11", sted, hva, "Velg en regel som gir kroner.")
        _timer(m, y)
        for navn in y.forskjeller:
            _forskjell(m, y, navn)


def _timer(m: Melder, y: Ytelse) -> None:
    if y.timer is None:
        return
    sted = ved(y.sted, "timer")
    regel = m.finn(y.timer, sted, "Ytelsen")
    if regel is None or m.enheter[regel.id].art is Art.UKJENT:
        return
    enhet = m.enheter[regel.id].enhet
    if regel.periode is not Periode.AAR or enhet.potens("time") != 1:
        hva = f"«timer» skal være timer i året, men «{regel.navn}» er {m.enheter[regel.id]}."
        m.meld("R11", sted, hva, "Velg en regel med periode år og enhet timer/år.")


def _forskjell(m: Melder, y: Ytelse, navn: str) -> None:
    """Note a difference that is not kroner a year of the person, or has no name to be shown by."""
    sted = ved(y.sted, "forskjeller")
    regel = m.finn(navn, sted, "Ytelsen")
    if regel is None or m.enheter[regel.id].art is Art.UKJENT:
        return
    type_ = m.enheter[regel.id]
    if regel.periode is not Periode.AAR or regel.for_hver or type_.enhet.potens("kr") != 1:
        hva = f"En forskjell skal være kroner i året, men «{regel.navn}» er {type_}."
        m.meld("R11", sted, hva, "Velg en regel med periode år og enhet kr/år.")
    elif not regel.tittel:
        hva = f"«{regel.navn}» vises i svaret, men har ingen tittel."
        m.meld("R04", sted, hva, f'[{regel.navn}]\ntittel = "…"')


def _navnelister(m: Melder) -> None:
    for g in m.samling.ikke_modellert.values():
        for navn in g.berorer:
            m.finn(navn, ved(g.sted, "berorer"), "Forbeholdet")
    for x in m.samling.krav.values():
        for navn in x.felt:
            sted = ved(x.sted, "felt")
            regel = m.finn(navn, sted, "Kravet")
            if regel is not None and regel.inndata is None:
                hva = f"«{regel.navn}» er ikke noe en kan oppgi, så kravet kan ikke peke på det."
                m.meld("R06", sted, hva, "Nevn inndata som kravet spør etter.")
    for melding in m.samling.meldinger.values():
        if melding.ytelse is not None:
            m.krev_navn(melding.ytelse, m.samling.ytelser, ved(melding.sted, "ytelse"), "Ytelsen")
    for gruppe in m.samling.grupper.values():
        if gruppe.kjennetegn is not None:
            sted = ved(gruppe.sted, "kjennetegn")
            regel = m.finn(gruppe.kjennetegn, sted, "Gruppen")
            if regel is not None and (regel.inndata is None or regel.for_hver != gruppe.navn):
                hva = f"«{regel.navn}» er ikke noe en oppgir for hver {gruppe.navn}."
                m.meld("R06", sted, hva, f'Nevn inndata med for_hver = "{gruppe.navn}".')
    for k in m.samling.kapitler:
        for enhet, navn in k.enheter.items():
            m.finn(navn, Nokkel(k.fil, ("enhet", enhet, "regel"), f"[enhet.{enhet}]"), "Enheten")


def _inndata(m: Melder) -> None:
    for regel in m.samling.regler.values():
        if regel.inndata is None:
            continue
        sted = ved(regel.sted, "inndata")
        for sti, navnene in (
            (("krever",), regel.inndata.krever),
            (("spor_om",), filter(None, (regel.inndata.spor_om,))),
            (("langs", "med"), regel.inndata.langs.med if regel.inndata.langs else ()),
        ):
            for navn in navnene:
                fullt = m.samling.fullt(navn, regel.mappe)
                m.finn(fullt, ved(sted, *sti), f"«{sti[-1]}»")
    _kalles(m)


def _kalles(m: Melder) -> None:
    """Note words for an input that are the name of, or stand for, another in the same table."""
    inndata = [r for r in m.samling.regler.values() if r.inndata is not None]
    tatt = {(r.mappe, r.for_hver, r.navn): r for r in inndata}
    for regel in inndata:
        for ordet in regel.inndata.kalles if regel.inndata is not None else ():
            annen = tatt.setdefault((regel.mappe, regel.for_hver, ordet), regel)
            if annen is not regel:
                hva = f"«{ordet}» er alt et ord for «{annen.navn}»."
                m.meld("R04", ved(ved(regel.sted, "inndata"), "kalles"), hva, "Velg et annet ord.")


def _kalender(m: Melder, under: Mapping[str, frozenset[str]]) -> None:
    for k in m.samling.kapitler:
        for hva in k.kalender:
            navn = m.samling.kalender[hva]
            regel = m.finn(navn, Nokkel(k.fil, ("kalender", hva), "[kalender]"), "Kalenderen")
            if regel is None:
                continue
            if hva == "helligdag":
                grunner = (m.samling.regler[r] for r in under.get(navn, ()))
                har_inndata = any(r.inndata for r in grunner)
                if regel.periode is not Periode.DAG or regel.enhet != "ja/nei" or har_inndata:
                    m.meld(
                        "R08",
                        regel.sted,
                        "Helligdager skal være en ja/nei-regel per dag, uten inndata.",
                        'enhet = "ja/nei"\nperiode = "dag"',
                    )
            elif regel.periode is not Periode.KONSTANT or regel.enhet != "dato":
                m.meld(
                    "R08",
                    regel.sted,
                    "Starten på en meldeperiode skal være en konstant dato.",
                    'enhet = "dato"\nperiode = "konstant"',
                )


def _ubrukte(m: Melder, bok: KontrollertBok) -> None:
    s = m.samling
    brukt = {n for id_, navn in bok.avhenger.items() for n in navn if n != id_}
    brukt |= {b.belop for b in s.betalinger.values()}
    brukt |= {r for b in s.betalinger.values() for r in b.merkeregler.values()}
    brukt |= {r for b in s.betalinger.values() for r in b.kolonner}
    brukt |= {b.betaler_regel for b in s.betalinger.values() if b.betaler_regel}
    brukt |= {t.belop for t in s.trekk.values()}
    brukt |= {r for y in s.ytelser.values() for r in (y.rett, y.timer, *y.forskjeller) if r}
    brukt |= {*s.enheter.values(), *s.kalender.values()}
    brukt |= bok.nevnt
    for regel in s.regler.values():
        if regel.id not in brukt and ":" not in regel.id and regel.inndata is None:
            hva = f"Ingen regel, betaling eller melding bruker «{regel.navn}»."
            m.meld("R21", regel.sted, hva, "Slett den, eller bruk den.", advarsel=True)
