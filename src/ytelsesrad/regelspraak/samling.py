"""All chapters put together, before they are checked: rules by name, and everything else by list.

An overlay is a later chapter that says of a rule that exists ``utvider = true`` (its versions are
added) or ``erstatter = true`` (it takes the place).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.regelspraak.kapittel import (
    Betaling,
    Eksempel,
    Formel,
    Gruppe,
    IkkeModellert,
    Kapittel,
    Krav,
    Melding,
    Merke,
    Periode,
    Regel,
    Trekk,
    Ytelse,
    type_verdi,
)

FELLES = "felles"
BETALING = "betaling"


@dataclass(slots=True)
class Samling:
    """Everything the chapters say."""

    regler: dict[str, Regel] = field(default_factory=dict)
    ytelser: dict[str, Ytelse] = field(default_factory=dict)
    merker: dict[str, Merke] = field(default_factory=dict)
    betalinger: dict[str, Betaling] = field(default_factory=dict)
    trekk: dict[str, Trekk] = field(default_factory=dict)
    meldinger: dict[str, Melding] = field(default_factory=dict)
    ikke_modellert: dict[str, IkkeModellert] = field(default_factory=dict)
    krav: dict[str, Krav] = field(default_factory=dict)
    eksempler: list[Eksempel] = field(default_factory=list)
    grupper: dict[str, Gruppe] = field(default_factory=dict)
    enheter: dict[str, str] = field(default_factory=dict)
    kalender: dict[str, str] = field(default_factory=dict)
    mapper: list[str] = field(default_factory=list)
    kapitler: list[Kapittel] = field(default_factory=list)

    def fullt(self, navn: str, mappe: str) -> str:
        """Return the full name of a rule named in a folder: its own, or the one in «felles»."""
        kort = navn.removeprefix(f"{mappe}.")
        eget, felles = f"{mappe}.{kort}", f"{FELLES}.{kort}"
        if "." in kort:
            return kort
        return felles if eget not in self.regler and felles in self.regler else eget


def samle(lag: Sequence[Iterable[Kapittel]], feil: list[Feil]) -> Samling:
    """Put layers of chapters together: the first is the rule book, the others are overlays."""
    s = Samling()
    for nr, kapitler in enumerate(lag):
        nye: set[str] = set()
        for k in kapitler:
            s.kapitler.append(k)
            if k.mappe not in s.mapper:
                s.mapper.append(k.mappe)
            for regel in k.regler:
                _legg_til_regel(s, k, regel, nye, feil, overlegg=nr > 0)
            _legg_til_resten(s, k, feil, overlegg=nr > 0)
    _fulle_navn(s)
    for id_, b in s.betalinger.items():
        s.betalinger[id_] = replace(b, merker=_grunnmerker(s, b))
    for regel in _formelregler(s):
        s.regler[regel.id] = regel
    return s


def _fulle_navn(s: Samling) -> None:
    """Let names of rules outside formulas mean the folder's own rule, or else the one in felles."""
    for id_, b in s.betalinger.items():
        s.betalinger[id_] = replace(
            b,
            belop=s.fullt(b.belop, b.mappe),
            betaler_regel=s.fullt(b.betaler_regel, b.mappe) if b.betaler_regel else None,
            merkeregler={n: s.fullt(r, b.mappe) for n, r in b.merkeregler.items()},
        )
    for id_, t in s.trekk.items():
        s.trekk[id_] = replace(t, belop=s.fullt(t.belop, t.mappe))
    for id_, y in s.ytelser.items():
        s.ytelser[id_] = replace(
            y,
            rett=s.fullt(y.rett, y.mappe) if y.rett else None,
            timer=s.fullt(y.timer, y.mappe) if y.timer else None,
            forskjeller=tuple(s.fullt(r, y.mappe) for r in y.forskjeller),
        )
    for id_, x in s.krav.items():
        s.krav[id_] = replace(x, felt=tuple(s.fullt(f, x.mappe) for f in x.felt))
    for id_, g in s.ikke_modellert.items():
        s.ikke_modellert[id_] = replace(g, berorer=tuple(s.fullt(r, g.mappe) for r in g.berorer))


def _grunnmerker(s: Samling, b: Betaling) -> dict[str, type_verdi]:
    """Return the constant labels of a payment with numbers in base form (100 prosent: 1).

    A label the payment does not say has the value the label itself gives, if it gives one.
    """
    svar = {
        m.navn: m.ellers
        for m in s.merker.values()
        if m.ellers is not None and m.navn not in b.merkeregler
    }
    svar |= b.merker
    for navn, verdi in svar.items():
        merke = s.merker.get(navn)
        if merke is not None and isinstance(verdi, Decimal):
            svar[navn] = verdi * les_enhet(merke.enhet)[1]
    return svar


def begrens(s: Samling, *, kunnskapsdato: date | None, statuser: Collection[str]) -> None:
    """Leave out versions that were not decided yet on a day, or have a status not asked for."""
    for id_, regel in s.regler.items():
        versjoner = tuple(
            v
            for v in regel.versjoner
            if v.status in statuser
            and (kunnskapsdato is None or (v.vedtatt or v.virkning) <= kunnskapsdato)
        )
        if versjoner != regel.versjoner:
            s.regler[id_] = replace(regel, versjoner=versjoner)


def _legg_til_regel(
    s: Samling, k: Kapittel, regel: Regel, nye: set[str], feil: list[Feil], *, overlegg: bool
) -> None:
    gammel = s.regler.get(regel.id)
    if gammel is None or regel.id in nye:
        if gammel is not None:
            feil.append(
                Feil(
                    "R24",
                    regel.sted.sted(),
                    f"Regelen «{regel.navn}» finnes to ganger i mappen «{k.mappe}», også i "
                    f"{gammel.sted.fil.fil}, linje {gammel.sted.sted().linje}.",
                    "Slett den ene, eller gi den et annet navn.",
                )
            )
            return
        if regel.id in k.utvider | k.erstatter:
            feil.append(
                Feil(
                    "R24",
                    regel.sted.sted(),
                    f"«{regel.id}» finnes ikke fra før, så det er ingenting å utvide eller "
                    "erstatte.",
                    "Slett «utvider» eller «erstatter», eller rett navnet.",
                )
            )
        s.regler[regel.id] = regel
        nye.add(regel.id)
        return
    if regel.id in k.erstatter:
        s.regler[regel.id] = regel
    elif regel.id in k.utvider:
        _krev_samme_slag(gammel, regel, feil)
        alle = sorted((*gammel.versjoner, *regel.versjoner), key=lambda v: (v.virkning, v.i_bruk))
        s.regler[regel.id] = replace(gammel, versjoner=tuple(alle))
    else:
        feil.append(
            Feil(
                "R24",
                regel.sted.sted(),
                f"«{regel.id}» finnes fra før ({gammel.sted.fil.fil}, linje "
                f"{gammel.sted.sted().linje}).",
                "utvider = true     hvis den skal få flere versjoner, eller\n"
                "erstatter = true   hvis denne skal ta plassen.",
            )
        )


def _krev_samme_slag(gammel: Regel, ny: Regel, feil: list[Feil]) -> None:
    """Note an addition to a rule that is of another kind than the rule."""
    for hva in ("enhet", "periode", "for_hver"):
        foer, naa = getattr(gammel, hva), getattr(ny, hva)
        if foer == naa:
            continue
        vist = f'{hva} = "{foer}"' if foer is not None else f"slett {hva}"
        feil.append(
            Feil(
                "R24",
                ny.sted.sted(),
                f"«{ny.id}» kan ikke utvides med {hva} «{naa or 'ingen'}»: den har {hva} "
                f"«{foer or 'ingen'}» fra før.",
                vist[:1].upper() + vist[1:] if foer is None else vist,
            )
        )


def _legg_til_resten(s: Samling, k: Kapittel, feil: list[Feil], *, overlegg: bool) -> None:
    deler: tuple[tuple[Sequence[Any], dict[str, Any], str], ...] = (
        (k.ytelser, s.ytelser, "Ytelsen"),
        (k.betalinger, s.betalinger, "Betalingen"),
        (k.trekk, s.trekk, "Trekket"),
        (k.merker, s.merker, "Merket"),
        (k.grupper, s.grupper, "Gruppen"),
        (k.meldinger, s.meldinger, "Meldingen"),
        (k.krav, s.krav, "Kravet"),
        (k.ikke_modellert, s.ikke_modellert, "Forbeholdet"),
    )
    for liste, mal, hva in deler:
        for ting in liste:
            navn = getattr(ting, "id", None) or ting.navn
            if hva in ("Meldingen", "Kravet", "Forbeholdet"):
                navn = f"{k.mappe}.{navn}"
            if navn in mal and not overlegg:
                gammel = mal[navn].sted.sted()
                feil.append(
                    Feil(
                        "R24",
                        ting.sted.sted(),
                        f"{hva} «{navn}» finnes fra før ({gammel.fil}, linje {gammel.linje}).",
                        "Slett den ene, eller gi den et annet navn.",
                    )
                )
            mal[navn] = ting
    s.eksempler.extend(k.eksempler)
    s.enheter.update(k.enheter)
    s.kalender.update(k.kalender)


def _formelregler(s: Samling) -> Iterable[Regel]:
    """Make a hidden rule of every formula that stands outside a rule, such as a payment's day."""
    for b in s.betalinger.values():
        belop = s.regler.get(b.belop)
        if belop is not None:
            yield _skjult(
                f"{b.mappe}.betaling:{b.id}:dag", "dato", belop.periode, b.dag, belop.for_hver
            )
    for y in s.ytelser.values():
        if y.aktuell_hvis:
            yield _skjult(
                f"{y.mappe}.ytelse:{y.id}:aktuell_hvis", "ja/nei", Periode.AAR, y.aktuell_hvis
            )
        if y.holdes_hvis:
            yield _skjult(
                f"{y.mappe}.ytelse:{y.id}:holdes_hvis", "ja/nei", Periode.AAR, y.holdes_hvis
            )
        if y.varer_til:
            yield _skjult(
                f"{y.mappe}.ytelse:{y.id}:varer_til", "dato", Periode.KONSTANT, y.varer_til
            )
    for r in tuple(s.regler.values()):
        raskt = r.inndata.raskt if r.inndata else None
        if raskt and raskt.naar:
            yield _skjult(f"{r.mappe}.raskt:{r.navn}:naar", "ja/nei", Periode.AAR, raskt.naar)
        if raskt and raskt.antatt:
            yield _skjult(f"{r.mappe}.raskt:{r.navn}:antatt", r.enhet, Periode.AAR, raskt.antatt)
    for m in s.meldinger.values():
        if m.naar:
            yield _skjult(f"{m.mappe}.melding:{m.id}:naar", "ja/nei", m.periode, m.naar, m.for_hver)
        for navn, dag in (("frist_dato", m.frist_dato), ("fra_dato", m.fra_dato)):
            if dag:
                yield _skjult(
                    f"{m.mappe}.melding:{m.id}:{navn}", "dato", m.periode, dag, m.for_hver
                )
    for g in s.ikke_modellert.values():
        if g.naar:
            yield _skjult(f"{g.mappe}.ikke_modellert:{g.id}:naar", "ja/nei", g.periode, g.naar)
    for x in s.krav.values():
        yield _skjult(f"{x.mappe}.krav:{x.id}:naar", "ja/nei", x.periode, x.naar, x.for_hver)


def _skjult(
    id_: str, enhet: str, periode: Periode, formel: Formel, for_hver: str | None = None
) -> Regel:
    mappe, navn = id_.split(".", 1)
    return Regel(
        id=id_,
        mappe=mappe,
        navn=navn,
        enhet=enhet,
        periode=periode,
        sted=formel.sted,
        for_hver=for_hver,
        formel=formel,
        skjult=True,
    )


def navn_paa(ting: Melding | Krav) -> str:
    """Return the name that a note or a demand has among the rules."""
    return f"{ting.mappe}.{'melding' if isinstance(ting, Melding) else 'krav'}:{ting.id}"


def omgivelse(ting: Melding | Krav) -> Regel:
    """Return a stand-in rule: the surroundings that the texts of a note or a demand are read in."""
    id_ = navn_paa(ting)
    return Regel(
        id=id_,
        mappe=ting.mappe,
        navn=id_.removeprefix(f"{ting.mappe}."),
        enhet="tekst",
        periode=ting.periode,
        sted=ting.sted,
        for_hver=ting.for_hver,
        skjult=True,
    )
