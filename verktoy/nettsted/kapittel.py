"""The page of a chapter: its rules, what people are told, what it pays, and its sources."""

from __future__ import annotations

from collections.abc import Iterable

from verktoy.nettsted.formel import formel, setning
from verktoy.nettsted.oppslag import Oppslag, tittel
from verktoy.nettsted.regelen import hull_li, md, regel
from verktoy.nettsted.versjoner import kildemerker

from ytelsesrad.lesbart import dato
from ytelsesrad.regelspraak import Betaling, Krav, Melding, Trekk
from ytelsesrad.regelspraak.kapittel import Kapittel
from ytelsesrad.visning.oppmerking import El, el

MELDINGSSLAG = {
    "plikt": "Plikt",
    "rettighet": "Rettighet",
    "advarsel": "Advarsel",
    "råd": "Råd",
    "endres ikke": "Endres ikke",
    "tilbake": "Veien tilbake",
    "forslag": "Forslag",
}


STATUS = {"ikke_modellert": " regnes ikke ut", "endres_ikke": " endres ikke når du jobber"}


def kapittel(o: Oppslag, k: Kapittel, side: str) -> str:
    """Return the page of a chapter."""
    deler = [f"# {md(k.tema)}\n", str(_hode(o, k, side)) + "\n"]
    deler += [regel(o, side, r) for r in k.regler]
    avsnitt = (
        ("Det kommer på konto", "betalinger", [_betaling(o, side, b) for b in k.betalinger]),
        ("Det som trekkes", "trekk", [_trekk(o, side, t) for t in k.trekk]),
        ("Det du får vite", "meldinger", [_melding(o, side, m) for m in k.meldinger]),
        ("Det som kontrolleres", "kontroller", [_krav(o, side, x) for x in k.krav]),
        ("Ikke med i regnestykket", "ikke-med", _hull(k)),
    )
    for overskrift, anker, innhold in avsnitt:
        if innhold:
            kropp = "".join(map(str, innhold))
            deler.append(f"## {overskrift} {{#{anker}}}\n\n<div class='regel'>{kropp}</div>\n")
    if k.kilder:
        deler.append(f"## Kilder {{#kilder}}\n\n{el('ul', _kilder(k), klasse='kilder')}\n")
    return "\n".join(deler)


def _hode(o: Oppslag, k: Kapittel, side: str) -> El:
    return el(
        "div",
        el("p", k.hjemmel, " · ", el("code", f"rules/{k.fil.fil}"), klasse="id"),
        [_ytelse(o, side, y.id) for y in k.ytelser],
        klasse="regel",
    )


def _ytelse(o: Oppslag, side: str, id_: str) -> El:
    y = o.bok.samling.ytelser[id_]
    rett = o.bok.samling.regler.get(y.rett or "")
    return el(
        "p",
        f"Linjen «{y.navn}» i svaret",
        [" kommer fra ", el("a", tittel(rett), href=o.lenke(side, rett.id))] if rett else None,
        STATUS.get(y.status or ""),
        f". Spør {y.spor}." if y.spor else ".",
        id=f"ytelse-{y.mappe}.{y.id}",
    )


def _betaling(o: Oppslag, side: str, b: Betaling) -> El:
    belop = o.bok.samling.regler[b.belop]
    dag = formel(o, side, b.mappe, b.dag.tekst)
    betaler = b.betaler if b.betaler_regel is None else "den som er oppgitt"
    return el(
        "dl",
        _rad("Betaling", el("b", b.tittel)),
        _rad("Beløp", el("a", tittel(belop), href=o.lenke(side, belop.id))),
        _rad("Betales av", str(betaler)),
        _rad("Dagen", el("code", dag, klasse="formel")),
        id=f"betaling-{b.mappe}.{b.id}",
    )


def _trekk(o: Oppslag, side: str, t: Trekk) -> El:
    belop = o.bok.samling.regler[t.belop]
    return el(
        "dl",
        _rad("Trekk", el("b", t.tittel)),
        _rad("Beløp", el("a", tittel(belop), href=o.lenke(side, belop.id))),
        id=f"trekk-{t.mappe}.{t.id}",
    )


def _melding(o: Oppslag, side: str, m: Melding) -> El:
    frist: list[object] = []
    if m.frist_dato is not None:
        frist = [el("code", formel(o, side, m.mappe, m.frist_dato.tekst), klasse="formel")]
    if m.frist:
        frist = setning(o, side, m.mappe, m.frist)  # type: ignore[assignment]
    naar = None
    if m.naar is not None:
        naar = el("code", formel(o, side, m.mappe, m.naar.tekst), klasse="formel")
    return el(
        "div",
        el(
            "p",
            el("span", MELDINGSSLAG.get(m.type, m.type), klasse="merke"),
            " ",
            setning(o, side, m.mappe, m.tekst),
        ),
        el(
            "dl",
            _rad("Når", naar) if naar else None,
            _rad("Frist", frist) if frist else None,
            _rad("Hvem", setning(o, side, m.mappe, m.hvem)) if m.hvem else None,
            _rad("Hvor", setning(o, side, m.mappe, m.kanal)) if m.kanal else None,
            _rad("Hjemmel", m.hjemmel) if m.hjemmel else None,
            _rad("Kilde", kildemerker(m.kilder)) if m.kilder else None,
        ),
        klasse="melding",
        id=f"melding-{m.mappe}.{m.id}",
    )


def _krav(o: Oppslag, side: str, x: Krav) -> El:
    return el(
        "div",
        el("p", setning(o, side, x.mappe, x.tekst)),
        el(
            "dl",
            _rad("Sies når", el("code", formel(o, side, x.mappe, x.naar.tekst), klasse="formel")),
            _rad("Rett", setning(o, side, x.mappe, x.rett)),
        ),
        klasse="melding",
        id=f"krav-{x.mappe}.{x.id}",
    )


def _hull(k: Kapittel) -> list[El]:
    return [
        el("ul", hull_li(h), id=f"ikke_modellert-{h.mappe}.{h.id}", klasse="hull")
        for h in k.ikke_modellert
    ]


def _rad(hva: str, *innhold: object) -> list[El]:
    return [el("dt", hva), el("dd", *innhold)]


def _kilder(k: Kapittel) -> Iterable[El]:
    for x in k.kilder.values():
        navn: object = el("a", x.navn, href=x.url) if x.url else x.navn
        lest = f" Lest {dato(x.lest)}." if x.lest else ""
        sikkerhet = f" Sikkerhet: {x.sikkerhet}." if x.sikkerhet else ""
        yield el("li", navn, f".{lest}{sikkerhet}", id=f"kilde-{x.kort}")
