"""An explanation as text, at three depths."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.forklaring.detaljer import Grense, Mangel, Merknote
from ytelsesrad.forklaring.linjer import brytt
from ytelsesrad.forklaring.modell import Betalingsforklaring, Forklaring
from ytelsesrad.forklaring.steg import Stegfinner
from ytelsesrad.forklaring.tretekst import som_tre
from ytelsesrad.forklaring.verdier import merkelapp
from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesbart import dato, kroner, liste, midt_i
from ytelsesrad.regelbok import regnemodus

DYBDER = ("1", "2", "alt")
_STEG = " " * 4
_REGNING = " " * 7
_MAKS_ANTATT = 6


def tekst(forklaring: Forklaring | Betalingsforklaring, dybde: str = "1", bredde: int = 100) -> str:
    """Return an explanation as text no wider than ``bredde`` where it can be helped.

    ``dybde``: «1» is a sentence or two, «2» numbered steps, «alt» the whole tree with formulas,
    versions and sources. Raises ValueError for other depths.
    """
    if dybde not in DYBDER:
        raise ValueError(f"dybde må være en av {', '.join(DYBDER)}, ikke «{dybde}»")
    with regnemodus():
        if isinstance(forklaring, Betalingsforklaring):
            linjer = _betaling(forklaring, dybde, bredde)
        else:
            linjer = _en(forklaring, dybde, bredde)
    return "\n".join(linje.rstrip() for linje in linjer)


def _en(f: Forklaring, dybde: str, bredde: int) -> list[str]:
    if dybde == "alt":
        return som_tre(f, bredde)
    if f.verdi is None:
        return _uten_verdi(f, bredde)
    return _kort(f, bredde) if dybde == "1" else _steg(f, bredde)


def _kort(f: Forklaring, bredde: int) -> list[str]:
    setning = f.setning or f"{f.overskrift}: {f.tekst}."
    anslag = [m for m in f.merker if m.slag == "anslag"]
    if anslag:
        setning += f" {_anslag(f)}"
    return brytt(setning, bredde)


def _steg(f: Forklaring, bredde: int) -> list[str]:
    finner = Stegfinner(f)
    steg = finner.steg()
    linjer = [*brytt(_overskrift(f), bredde), ""]
    if f.inndata is not None:
        linjer = [*linjer[:-1], *brytt(inndatalinje(f), bredde)]
        return [*linjer, *_til_slutt(f, None, bredde)]
    if len(steg) == 1:
        if f.setning or not steg[0].regnestykke:
            linjer += brytt(steg[0].tekst, bredde)
        linjer += brytt(steg[0].regnestykke or "", bredde, _REGNING)
    else:
        for nr, s in enumerate(steg, 1):
            linjer += brytt(s.tekst, bredde, f"{nr:>2}  ", _STEG)
            if s.regnestykke:
                linjer += brytt(s.regnestykke, bredde, _REGNING)
    return [*linjer, *_til_slutt(f, finner.grense(), bredde)]


def _overskrift(f: Forklaring) -> str:
    """Return title, period and value; of a year in kroner also what it is in the month."""
    svar = f"{f.overskrift}: {f.tekst}"
    maaneder = 12
    aarlig = f.enhet == "kr/år" and f.plass.kregel.type is Periodetype.AAR
    if f.er_rett and aarlig and isinstance(f.verdi, Decimal) and f.verdi:
        svar += f" ({kroner(f.verdi / maaneder)} i måneden)"
    return svar


def inndatalinje(f: Forklaring) -> str:
    """Return where a value that was put in comes from."""
    n = f.inndata
    if n is None:
        return ""
    biter = [f"Tallet er oppgitt (kilde: {n.kilde})."]
    if n.kilde == "antatt":
        biter = [f"Tallet er antatt: {n.fordi}." if n.fordi else "Tallet er antatt."]
    if n.spenn:
        biter.append(f"Det er vanligvis {n.spenn}.")
    if n.meldt:
        biter.append(f"Meldt {dato(n.meldt)}.")
    if n.staar_i:
        biter.append(f"Det står i {n.staar_i}.")
    if f.kontroll is not None:
        biter.append(kontrollinje(f))
    return " ".join(biter)


def kontrollinje(f: Forklaring) -> str:
    """Return how a given value stands to what the rules say."""
    k = f.kontroll
    if k is None:
        return ""
    if k.stemmer:
        return "Det stemmer med reglene."
    if k.differanse is None:
        return f"Reglene gir {k.beregnet}."
    return f"Reglene gir {k.beregnet}; det oppgitte er {k.differanse}."


def _til_slutt(f: Forklaring, grense: Grense | None, bredde: int) -> list[str]:
    linjer: list[str] = []
    if grense is not None:
        linjer += ["", *brytt(grensesetning(grense), bredde)]
        if grense.setning:
            linjer += brytt(grense.setning, bredde)
    antatt = list(dict.fromkeys(merkelapp(m.tittel) for m in _antatt(f)))
    if antatt and f.inndata is None:
        flere = len(antatt) - _MAKS_ANTATT
        navn = antatt[:_MAKS_ANTATT] + ([_flere(flere)] if flere > 0 else [])
        linjer += ["", *brytt(f"Dette er antatt: {liste(navn)}.", bredde)]
    if any(m.slag == "anslag" for m in f.merker):
        linjer += ["", *brytt(_anslag(f), bredde)]
    return linjer


def _flere(antall: int) -> str:
    return "én ting til" if antall == 1 else f"{antall} ting til"


def _antatt(f: Forklaring) -> list[Merknote]:
    """Return the assumptions, those the person has made before those of the rules."""
    return sorted((m for m in f.merker if m.slag == "antatt"), key=lambda m: not m.oppgitt)


def grensesetning(g: Grense) -> str:
    """Return how far away a limit is."""
    hva = f"{g.tittel} {g.verdi}" if g.tittel else g.verdi
    if not g.avstand:
        return f"Nærmeste grense er nådd akkurat: {hva}."
    if g.naadd:
        return f"Nærmeste grense er passert med {g.avstand_tekst}: {hva}."
    return f"Nærmeste grense er {g.avstand_tekst} unna: {hva}."


def _anslag(f: Forklaring) -> str:
    navn = dict.fromkeys(midt_i(m.tittel) for m in f.merker if m.slag == "anslag")
    return f"Tallet er et anslag, for dette er ikke satt for perioden ennå: {liste(navn)}."


# ── unknown and failed ─────────────────────────────────────────────────────────────────────────


def _uten_verdi(f: Forklaring, bredde: int) -> list[str]:
    if f.feil is not None:
        return brytt(f"{f.overskrift} kan ikke regnes ut. {f.feil}", bredde)
    linjer = brytt(f"{f.overskrift} kan ikke regnes ut ennå. Vi mangler:", bredde)
    for m in f.mangler:
        linjer += brytt(manglinje(m), bredde, "  · ", "    ")
    return linjer


def manglinje(m: Mangel) -> str:
    """Return a question and where the answer stands."""
    hvem = f"{m.medlem[:1].upper()}{m.medlem[1:]}: " if m.medlem else ""
    hvor = f" Det står i {m.staar_i}." if m.staar_i else ""
    return f"{hvem}{m.sporsmaal}{hvor}"


# ── a payment ──────────────────────────────────────────────────────────────────────────────────


def _betaling(b: Betalingsforklaring, dybde: str, bredde: int) -> list[str]:
    linjer = brytt(betalingssetning(b), bredde)
    if dybde == "1":
        return linjer
    for f in (b.brutto, *(t.belop for t in b.trekk)):
        linjer += ["", *_en(f, dybde, bredde)]
    if b.netto is not None and b.trekk:
        ledd = [b.brutto.tekst, *(t.belop.tekst for t in b.trekk)]
        uten = [x.removesuffix("kroner").rstrip() for x in ledd]
        linjer += ["", *brytt(f"Inn på konto: {' − '.join(uten)} = {b.netto_tekst}.", bredde)]
    return linjer


def betalingssetning(b: Betalingsforklaring) -> str:
    """Return a payment in one sentence."""
    hva = f"{b.betaler} betaler {b.netto_tekst} {dato(b.dato)}"
    if b.netto is not None and b.netto < 0:
        hva = f"{b.betaler} skal ha {kroner(-b.netto)} {dato(b.dato)}"
    if b.netto is None:
        hva = f"{b.tittel} fra {b.betaler} {dato(b.dato)} kan ikke regnes ut ennå"
    brutto = f"{midt_i(b.tittel)} {b.brutto.tekst}"
    trekk = [f"{midt_i(t.tittel)} {t.belop.tekst}" for t in b.trekk if t.belop.verdi]
    if not trekk:
        return f"{hva}: {brutto}."
    return f"{hva}: {brutto}, minus {liste(trekk)}."
