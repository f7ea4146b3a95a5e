"""Check payments, labels and deductions."""

from __future__ import annotations

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.enheter import Art, UkjentEnhet, les_enhet
from ytelsesrad.regelspraak.kapittel import Betaling, Merke, Periode, Regel, type_verdi
from ytelsesrad.regelspraak.samling import BETALING
from ytelsesrad.regelspraak.sjekk.gang import hver
from ytelsesrad.regelspraak.sjekk.melder import Melder, ved

_ARTNAVN = {Art.TALL: "et tall", Art.JA_NEI: "ja/nei", Art.DATO: "en dato", Art.TEKST: "en tekst"}


def sjekk_betaling(m: Melder, b: Betaling) -> None:
    """Note what is wrong with a payment."""
    belop = m.finn(b.belop, ved(b.sted, "belop"), "Betalingen")
    if belop is not None:
        _belop(m, b, belop)
        if b.betaler_regel:
            _merkeregel(m, b, belop, "betaler", b.betaler_regel, Art.TEKST)
        for navn in b.kolonner:
            _kolonne(m, b, belop, navn)
    for navn, merke in m.samling.merker.items():
        _merke(m, b, belop, navn, merke)
    for navn in (*b.merker, *b.merkeregler):
        if navn not in m.samling.merker:
            nesten = mente_du(navn, m.samling.merker)
            m.meld(
                "R17",
                ved(b.sted, "merker", navn),
                f"Merket «{navn}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
                f"{nesten} = …" if nesten else f"[merke.{navn}]   (lag merket først)",
            )
    ytelse = b.ytelse or b.id
    if ytelse not in m.samling.ytelser:
        nesten = mente_du(ytelse, m.samling.ytelser)
        m.meld(
            "R17",
            ved(b.sted, "ytelse"),
            f"Betalingen hører ikke til noen ytelse («{ytelse}» finnes ikke), så den får ingen "
            "linje i svaret.",
            f'ytelse = "{nesten or "…"}"   eller   [ytelse.{ytelse}]',
        )


def _belop(m: Melder, b: Betaling, belop: Regel) -> None:
    type_ = m.enheter[belop.id]
    if type_.art is not Art.UKJENT and (type_.art is not Art.TALL or type_.enhet.potens("kr") != 1):
        m.meld(
            "R11",
            ved(b.sted, "belop"),
            f"Beløpet «{belop.navn}» er {type_}. En betaling er i kroner.",
            "Velg en regel som gir kroner.",
        )
    if belop.periode is Periode.KONSTANT:
        m.meld(
            "R08",
            ved(b.sted, "belop"),
            f"Beløpet «{belop.navn}» er konstant, så vi vet ikke hvor mange betalinger det blir.",
            f'Gi regelen en periode, for eksempel periode = "måned" i [{belop.navn}].',
        )


def _kolonne(m: Melder, b: Betaling, belop: Regel, navn: str) -> None:
    """Note a column that is not read where the amount is: same period, same group or none."""
    sted = ved(b.sted, "kolonner")
    regel = m.finn(navn, sted, "Kolonnen")
    if regel is None:
        return
    if regel.periode is not belop.periode or regel.for_hver not in (None, belop.for_hver):
        m.meld(
            "R08",
            sted,
            f"«{regel.navn}» leses ikke i de samme periodene som beløpet «{belop.navn}».",
            f'Velg en regel med periode = "{belop.periode.value}".',
        )


def _merke(m: Melder, b: Betaling, belop: Regel | None, navn: str, merke: Merke) -> None:
    if navn in b.merkeregler:
        try:
            art = les_enhet(merke.enhet)[0].art
        except UkjentEnhet:
            return
        _merkeregel(m, b, belop, navn, b.merkeregler[navn], art)
    elif navn in b.merker:
        _merkeverdi(m, b, navn, merke, b.merker[navn])
    elif merke.pakrevd:
        valg = " eller ".join(f'"{v}"' for v in merke.valg)
        svar = valg or ("true eller false" if merke.enhet == "ja/nei" else merke.enhet)
        m.meld(
            "R17",
            ved(b.sted, "merker"),
            f"Betalingen mangler merket «{navn}». {merke.sporsmaal}",
            f"merker = {{ …, {navn} = … }}   der … er {svar}",
        )


def _merkeregel(
    m: Melder, b: Betaling, belop: Regel | None, navn: str, regelnavn: str, art: Art
) -> None:
    sted = ved(b.sted, "betaler" if navn == "betaler" else "merker")
    sted = sted if navn == "betaler" else ved(sted, navn)
    regel = m.finn(regelnavn, sted, f"Merket «{navn}»")
    if regel is None:
        return
    if m.enheter[regel.id].art not in (art, Art.UKJENT):
        m.meld(
            "R17",
            sted,
            f"«{navn}» skal være {_ARTNAVN[art]}, men regelen «{regel.navn}» er "
            f"{m.enheter[regel.id]}.",
            f"Velg en regel som er {_ARTNAVN[art]}.",
        )
    if belop is not None and regel.for_hver not in (None, belop.for_hver):
        egne = belop.for_hver
        ett = f"gjelder for {hver(egne)} {egne}" if egne else "er felles for alle"
        m.meld(
            "R09",
            sted,
            f"Regelen «{regel.navn}» har en verdi for {hver(str(regel.for_hver))} "
            f"{regel.for_hver}, men beløpet {ett}.",
            f'Velg en regel uten for_hver, eller gi beløpet for_hver = "{regel.for_hver}".',
        )


def _merkeverdi(m: Melder, b: Betaling, navn: str, merke: Merke, verdi: type_verdi) -> None:
    sted = ved(b.sted, "merker", navn)
    if merke.valg:
        if verdi not in merke.valg:
            nesten = mente_du(str(verdi), merke.valg)
            m.meld(
                "R17",
                sted,
                f"«{navn}» kan ikke være «{verdi}». Velg en av {', '.join(merke.valg)}."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f'{navn} = "{nesten or merke.valg[0]}"',
            )
        return
    try:
        art = les_enhet(merke.enhet)[0].art
    except UkjentEnhet:
        return
    har = _art(verdi)
    if har is not art:
        eks = {Art.TALL: "100", Art.JA_NEI: "true", Art.DATO: "2026-01-01"}.get(art, '"…"')
        hva = "true eller false" if art is Art.JA_NEI else _ARTNAVN[art]
        m.meld("R17", sted, f"«{navn}» skal være {hva}.", f"{navn} = {eks}")


def _art(verdi: type_verdi) -> Art:
    if isinstance(verdi, bool):
        return Art.JA_NEI
    if isinstance(verdi, str):
        return Art.TEKST
    return Art.TALL if hasattr(verdi, "as_tuple") else Art.DATO


def sjekk_trekk(m: Melder) -> None:
    """Note what is wrong with deductions."""
    for t in m.samling.trekk.values():
        regel = m.finn(t.belop, ved(t.sted, "belop"), "Trekket")
        if regel is not None and regel.for_hver != BETALING:
            m.meld(
                "R09",
                ved(t.sted, "belop"),
                f"Et trekk regnes for hver betaling, men regelen «{regel.navn}» gjør ikke det.",
                f'for_hver = "betaling"   i [{regel.navn}]',
            )
        for annet in t.etter:
            m.krev_navn(annet, m.samling.trekk, ved(t.sted, "etter"), "Trekket")
        if t.ytelse is not None:
            m.krev_navn(t.ytelse, m.samling.ytelser, ved(t.sted, "ytelse"), "Ytelsen")
