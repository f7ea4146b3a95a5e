"""Read a chapter: one TOML file of rules, payments, notes and examples."""

from __future__ import annotations

from ytelsesrad.lesing import Feil, TomlFil, mente_du
from ytelsesrad.regelspraak.kapittel import (
    Gruppe,
    Kapittel,
    Kilde,
)
from ytelsesrad.regelspraak.les.beskjeder import (
    les_eksempel,
    les_ikke_modellert,
    les_krav,
    les_melding,
)
from ytelsesrad.regelspraak.les.hode import Kapittelhode, fullt_navn, les_periode
from ytelsesrad.regelspraak.les.penger import les_betaling, les_merke, les_trekk, les_ytelse
from ytelsesrad.regelspraak.les.regel import les_regel
from ytelsesrad.regelspraak.les.tabell import Tabell

_TOPP = ("tema", "hjemmel", "periode")
_SAERLIGE = (
    "kilder ytelse krav gruppe merke betaling trekk melding ikke_modellert eksempel enhet kalender"
).split()


def les_kapittel(fil: TomlFil, mappe: str, feil: list[Feil]) -> Kapittel:
    """Read a file into a chapter. Faults are added to ``feil``; what can be read is returned."""
    t = Tabell(fil, (), fil.data, "", feil)
    tema = t.tekst("tema", pakrevd='tema = "Hva kapitlet handler om"') or ""
    hjemmel = t.tekst("hjemmel")
    hode = Kapittelhode(mappe, tema, hjemmel, les_periode(t, None), _kilder(t))
    kapittel = Kapittel(fil, mappe, tema, hjemmel, kilder=hode.kilder)
    for navn, verdi in t.data.items():
        if navn in _TOPP or navn in _SAERLIGE:
            continue
        if not isinstance(verdi, dict):
            nesten = mente_du(navn, (*_TOPP, *_SAERLIGE))
            t.meld(
                "R03",
                f"Ukjent nøkkel «{navn}» øverst i filen."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f"{nesten} = …" if nesten else f"En regel skrives slik:\n[{navn}]",
                navn,
            )
            continue
        under = t.under(navn, f"[{navn}]")
        regel = les_regel(under, navn, hode)
        if regel is not None:
            kapittel.regler.append(regel)
            if under.ja_nei("utvider"):
                kapittel.utvider.add(regel.id)
            if under.ja_nei("erstatter"):
                kapittel.erstatter.add(regel.id)
    _les_resten(t, kapittel, hode)
    return kapittel


def _les_resten(t: Tabell, k: Kapittel, hode: Kapittelhode) -> None:
    for navn, under in _navngitte(t, "gruppe"):
        under.kjente("flertall", "kjennetegn")
        flertall, merke = under.tekst("flertall") or navn, under.tekst("kjennetegn")
        fullt = fullt_navn(merke, k.mappe) if merke else None
        k.grupper.append(Gruppe(navn, flertall, k.mappe, under.nokkel(), fullt))
    for navn, under in _navngitte(t, "enhet"):
        under.kjente("regel")
        regel = under.tekst("regel", pakrevd='regel = "…"')
        if regel:
            k.enheter[navn] = fullt_navn(regel, k.mappe)
    if "kalender" in t:
        under = t.under("kalender", "[kalender]")
        under.kjente("helligdag", "meldeperiode_starter")
        for navn in under.data:
            regel = under.tekst(navn)
            if regel:
                k.kalender[navn] = fullt_navn(regel, k.mappe)
    k.ytelser = [y for n, u in _navngitte(t, "ytelse") if (y := les_ytelse(u, n, k)) is not None]
    k.merker = [les_merke(u, n, k) for n, u in _navngitte(t, "merke")]
    k.betalinger = [
        b for n, u in _navngitte(t, "betaling") if (b := les_betaling(u, n, k)) is not None
    ]
    k.trekk = [x for n, u in _navngitte(t, "trekk") if (x := les_trekk(u, n, k)) is not None]
    k.meldinger = [
        m
        for u in t.tabeller("melding", "[[melding]]")
        if (m := les_melding(u, k, hode)) is not None
    ]
    k.ikke_modellert = [
        g
        for u in t.tabeller("ikke_modellert", "[[ikke_modellert]]")
        if (g := les_ikke_modellert(u, k)) is not None
    ]
    k.krav = [z for u in t.tabeller("krav", "[[krav]]") if (z := les_krav(u, k)) is not None]
    k.eksempler = [
        e
        for u in t.tabeller("eksempel", "[[eksempel]]")
        if (e := les_eksempel(u, k, hode)) is not None
    ]


def _navngitte(t: Tabell, nokkel: str) -> list[tuple[str, Tabell]]:
    if nokkel not in t:
        return []
    under = t.under(nokkel, f"[{nokkel}]")
    return [(navn, under.under(navn, f"[{nokkel}.{navn}]")) for navn in under.data]


def _kilder(t: Tabell) -> dict[str, Kilde]:
    svar = {}
    for navn, under in _navngitte(t, "kilder"):
        under.hvor = "[kilder]"
        under.kjente("navn", "url", "lest", "sikkerhet")
        svar[navn] = Kilde(
            navn,
            under.tekst("navn", pakrevd='navn = "…"') or navn,
            under.tekst("url"),
            under.dato("lest"),
            under.tekst("sikkerhet"),
        )
    return svar
