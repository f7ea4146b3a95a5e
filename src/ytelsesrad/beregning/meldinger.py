"""Which duties, rights, warnings and advice apply, and which demands on the input are broken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ytelsesrad.beregning.resultat import Advarsel, Melding
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.lesing import Feil, Sted
from ytelsesrad.regelbok import ment, tabellord
from ytelsesrad.regelspraak import Krav, Oppgitt, Periode, navn_paa, omgivelse
from ytelsesrad.regelspraak import Melding as Meldingsregel

_BARE_I_HELE = ("rettighet", "råd", "endres ikke", "forslag")
"""Types of notes that stand only in the whole answer, when the rule file does not say otherwise."""


def finn_meldinger(u: Utregning, mappe: str | None = None) -> tuple[Melding, ...]:
    """Return the notes that apply, in the order of the book; equal texts are one note.

    With ``mappe``: only those of that folder.
    """
    svar: dict[tuple[str, str], Melding] = {}
    ordnet = sorted(u.bok.samling.meldinger.values(), key=lambda m: m.rekkefolge)
    for rang, m in enumerate(ordnet):
        if mappe is not None and m.mappe != mappe:
            continue
        for p, medlem in _der_det_gjelder(u, m):
            melding = _melding(u, m, (p, medlem), rang)
            if melding is None:
                continue
            gammel = svar.get((melding.id, melding.tekst))
            if gammel is not None:
                perioder = (*gammel.perioder, *melding.perioder)
                melding = gammel.model_copy(update={"perioder": tuple(dict.fromkeys(perioder))})
            svar[melding.id, melding.tekst] = melding
    return tuple(svar.values())


def _der_det_gjelder(u: Utregning, ting: Meldingsregel | Krav) -> Iterator[tuple[int, int]]:
    """Go through the periods and members that a note or a demand applies to."""
    if ting.naar is None:
        yield from u.hver(ting.periode, ting.for_hver)
        return
    naar = f"{navn_paa(ting)}:naar"
    if u.kjoring.kan_bli_sann(naar):
        for p, medlem in u.hver(ting.periode, ting.for_hver):
            if u.ja(naar, p, medlem) is True:
                yield p, medlem


def _melding(u: Utregning, m: Meldingsregel, hvor: tuple[int, int], rang: int) -> Melding | None:
    p, medlem = hvor
    her = omgivelse(m)
    tekst = u.tekst(her, f"{her.id}:tekst", m.tekst, p, medlem)
    if tekst is None:
        return None

    def dag(navn: str) -> date | None:
        formel = getattr(m, navn)
        return u.dato(f"{her.id}:{navn}", p, medlem) if formel is not None else None

    periode = ""
    if m.naar is not None and m.periode is not Periode.KONSTANT:
        periode = u.periodenavn(f"{her.id}:naar", p)
    elif m.periode is Periode.AAR:
        periode = str(p)
    return Melding(
        id=f"{m.mappe}.{m.id}",
        type=m.type,
        tekst=tekst,
        kort=u.tekst(her, f"{her.id}:kort", m.kort, p, medlem),
        frist=u.tekst(her, f"{her.id}:frist", m.frist, p, medlem),
        frist_dato=dag("frist_dato"),
        hvem=u.ord(m.hvem, m),
        kanal=u.ord(m.kanal, m),
        mottaker=u.ord(m.mottaker, m),
        folge=u.tekst(her, f"{her.id}:folge", m.folge, p, medlem),
        fra_dato=dag("fra_dato"),
        hjemmel=m.hjemmel,
        kilder=tuple(k.navn for k in m.kilder),
        perioder=(periode,) if periode else (),
        rang=rang,
        viktig=er_viktig(m),
    )


def er_viktig(m: Meldingsregel) -> bool:
    """Tell whether a note stands in the short answer: what the rule file says, or else its type.

    What must be done, may go wrong, stops or comes back is there; what is kept and what is wise
    is there when it has a short sentence, too.
    """
    if m.viktig is not None:
        return m.viktig
    return m.type not in _BARE_I_HELE or m.kort is not None


def sjekk_krav(u: Utregning, mappe: str | None = None) -> tuple[list[Feil], tuple[Advarsel, ...]]:
    """Return what is wrong with what is put in, and what is possible but should be checked.

    With ``mappe``: only what that folder demands.
    """
    feil: list[Feil] = []
    advarsler: dict[tuple[str, str], Advarsel] = {}
    for x in u.bok.samling.krav.values():
        if mappe is not None and x.mappe != mappe:
            continue
        for p, medlem in _der_det_gjelder(u, x):
            her = omgivelse(x)
            tekst = u.tekst(her, f"{her.id}:tekst", x.tekst, p, medlem) or x.tekst
            rett = u.tekst(her, f"{her.id}:rett", x.rett, p, medlem) or x.rett
            if x.alvor == "feil":
                feil.append(Feil("S20", _sted(u, x, medlem), tekst, rett))
                break
            if nesten := _ment(u, x, medlem):
                rett = f"{u.bok.sprak('krav.mente_du', ord=nesten)} {rett}"
            id_ = f"{x.mappe}.{x.id}"
            advarsler[id_, tekst] = Advarsel(id=id_, tekst=tekst, rett=rett, felt=x.felt)
    return feil, tuple(advarsler.values())


def _ment(u: Utregning, x: Krav, medlem: int) -> str | None:
    """Return the word of a table that was nearly written in an input a demand is about."""
    for navn in x.felt:
        regel = u.bok.samling.regler[navn]
        skrevet = _gitt(u, navn, medlem)
        if skrevet is not None and not regel.valg:
            for o in (skrevet.alltid, *(f.verdi for f in skrevet.fra)):
                if isinstance(o, str) and (nesten := ment(o, tabellord(u.bok.samling, regel))):
                    return nesten
    return None


def _gitt(u: Utregning, navn: str, medlem: int) -> Oppgitt | None:
    m = medlem if u.bok.samling.regler[navn].for_hver else 0
    return u.kjoring.gitt.oppgitt(u.bok.program.nummer[navn], m)


def _sted(u: Utregning, x: Krav, medlem: int) -> Sted:
    for navn in x.felt:
        oppgitt = _gitt(u, navn, medlem)
        if oppgitt is not None and oppgitt.sted is not None:
            return oppgitt.sted
    return Sted("situasjonen")
