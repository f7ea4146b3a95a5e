"""The whole answer as HTML: everything that the text says, with charts, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import dato_kort, spenn, tall
from ytelsesrad.raad import Raad
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.figurer import tidslinje
from ytelsesrad.visning.html import punkter
from ytelsesrad.visning.html.deler import (
    aarsnoter,
    bred,
    forutsetninger,
    liste,
    maanedsnoter,
    mangler,
)
from ytelsesrad.visning.html.dokument import dokument
from ytelsesrad.visning.html.felt import Svar, celle, hele, hoder, tekstcelle
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.html.ord import Forklarer
from ytelsesrad.visning.html.punkter import Punkt
from ytelsesrad.visning.html.tabeller import hovedtabell, maanedene, maanedstabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst import usikkerhet
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.aarstabell import sammenlignet
from ytelsesrad.visning.tekst.bokser import RAAD, meldinger_av, tekst_av
from ytelsesrad.visning.tekst.dekning import dekningen, forbeholdene
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.hode import hode
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.planer import aarene, omtale
from ytelsesrad.visning.tekst.slutt import IKKE_VEDTAK, regelsett
from ytelsesrad.visning.tekst.varsler import sjekkes, stoppet

_BREDEST = 10_000


def rapport(resultat: Resultat, overraskelser: Sequence[Overraskelse] = ()) -> str:
    """Return the whole answer as HTML, all plans, years and payments. Equal answers, equal HTML."""
    svar = hele(resultat)
    forklar = Forklarer(resultat)
    deler = [
        ("svaret", "Per måned", _aarene(svar)),
        ("stoppet", "Dette kunne ikke regnes ut", liste(stoppet(resultat))),
        ("sjekk", "Sjekk det du har oppgitt", liste(sjekkes(resultat))),
        ("beholder", "Dette beholder du", _punkter(punkter.beholder(resultat), forklar)),
        ("plikter", "Dette må du gjøre, og når", _punkter(punkter.plikter(resultat), forklar)),
        ("overrasker", "Dette kan overraske", _overrasker(resultat, overraskelser, forklar)),
        ("raad", "Råd", liste(_raad(resultat))),
        ("maaneder", "Måned for måned", _maanedene(svar)),
        ("usikkerhet", usikkerhet.TITTEL, _usikkerheten(resultat)),
        ("mangler", "Dette vet vi ikke, og det betyr noe", mangler(resultat)),
        ("forutsetninger", "Forutsetninger", forutsetninger(resultat)),
        ("utenfor", "Ikke med i regnestykket", [el("p", t) for t in dekningen(resultat)]),
        ("forbehold", "Forbehold", liste(forbeholdene(resultat))),
        ("betalinger", "Hver betaling", _betalingene(resultat)),
        ("kilder", "Kilder", [liste(punkter.kilder(resultat)), el("p", regelsett(resultat.meta))]),
    ]
    viste = [(id_, tittel, innhold) for id_, tittel, innhold in deler if innhold]
    overskrift = setning(hode(resultat, _BREDEST)[0])
    ingress = forklar(" ".join(videre(resultat)))
    side = el(
        "main",
        el("p", overskrift, klasse="topp"),
        el("h1", forklar(forste_setning(resultat)).rstrip(".")),
        el("p", ingress, klasse="ingress") if ingress else None,
        el("p", IKKE_VEDTAK, klasse="ikke"),
        el(
            "nav",
            el("ul", [el("li", el("a", t, href=f"#{i}")) for i, t, _ in viste]),
            aria_label="Innhold",
        ),
        [el("section", el("h2", t), innhold, id=i) for i, t, innhold in viste],
    )
    return dokument("Hva har du å leve for? Hele svaret", side, stil="rapport")


def _usikkerheten(resultat: Resultat) -> list[object]:
    funnet = resultat.usikkerhet if isinstance(resultat, Raad) else None
    if funnet is None:
        return []
    innhold: list[object] = []
    for plan in funnet.planer:
        setninger = usikkerhet.plansetninger(resultat, plan)
        if setninger:
            innhold.append(el("p", " ".join(setninger)))
            innhold.append(liste(usikkerhet.drivertekster(plan)))
    if innhold:
        innhold.append(el("p", funnet.metode, klasse="note"))
    return innhold


def _overrasker(
    resultat: Resultat, overraskelser: Sequence[Overraskelse], forklar: Forklarer
) -> El | None:
    return _punkter(punkter.overrasker(resultat, overraskelser), forklar)


def _punkter(alle: Sequence[Punkt], forklar: Forklarer) -> El | None:
    if not alle:
        return None
    return el(
        "ul",
        [el("li", el("b", f"{p.naar}: ") if p.naar else None, forklar(p.tekst)) for p in alle],
    )


def _aarene(svar: Svar) -> list[object]:
    resultat = svar.resultat
    innhold: list[object] = []
    for aar in aarene(resultat):
        innhold.append(bred(hovedtabell(svar, aar), f"Per måned i {aar}"))
        innhold += aarsnoter(resultat, aar)
    sammen = sammenlignet(resultat)
    innhold.append(el("p", sammen) if sammen else None)
    return innhold


def _raad(resultat: Resultat) -> list[str]:
    return [tekst_av(resultat, m) for m in meldinger_av(resultat, lambda t: t in RAAD)]


def _maanedene(svar: Svar) -> list[object]:
    innhold: list[object] = []
    for nr, plan in enumerate(svar.resultat.planer):
        for aar in aarene(svar.resultat):
            if maanedene(plan, aar):
                innhold += _aar_maaneder(svar, plan, aar, f"p{nr}-{aar}")
    return innhold


def _aar_maaneder(svar: Svar, plan: Planresultat, aar: int, id_: str) -> list[object]:
    noter = Fotnoter(plan)
    figur = tidslinje(svar.resultat, plan, aar, id_)
    tittel = "Kroner etter det som trekkes før utbetaling"
    tabell = maanedstabell(svar, plan, aar, tittel, noter)
    navn = f"{omtale(plan.navn)}: dette kommer inn på konto i {aar}"
    return [
        el("h3", setning(navn).rstrip(".")),
        el(
            "div",
            None if figur is None else figurdel(figur),
            bred(tabell, f"Måneder i {aar}, {plan.navn}"),
            klasse="mnd-del",
        ),
        [*maanedsnoter(svar.resultat, plan, aar, noter)],
    ]


def _betalingene(resultat: Resultat) -> list[object]:
    innhold: list[object] = []
    for nr, plan in enumerate(resultat.planer):
        if not plan.betalinger:
            continue
        rader = []
        for n, b in enumerate(plan.betalinger):
            sted = f"/planer/{nr}/betalinger/{n}"
            trekk = [f"{sted}/trekk/{k}/belop" for k in range(len(b.trekk))]
            sum_ = sum((t.belop for t in b.trekk), b.brutto - b.brutto)
            rader.append(
                el(
                    "tr",
                    el("th", dato_kort(b.dato), scope="row"),
                    tekstcelle(b.tittel, "tekst"),
                    tekstcelle(spenn(b.fra_dag, b.til_dag), "tekst"),
                    celle(b.brutto, f"{sted}/brutto"),
                    celle(sum_, trekk),
                    celle(b.netto, f"{sted}/netto"),
                    tekstcelle(f"{b.regel} {b.periode}", "tekst regel"),
                )
            )
        kolonner = ["Dato", "Hva", "For dagene", "Før trekk", "Trekk", "Inn på konto", "Regel"]
        tabell = el(
            "table",
            el("caption", f"Kroner. {setning(omtale(plan.navn))}"),
            el("thead", el("tr", hoder(kolonner))),
            el("tbody", rader),
            klasse="betalinger",
        )
        innhold.append(bred(tabell, f"Betalinger, {plan.navn}"))
    if innhold:
        tekst = "Grunnen til et beløp: «ytelsesrad forklar», filen din og navnet på regelen."
        innhold.insert(
            0, el("p", tekst, f" I svaret er det {tall(_antall(resultat), 0)} betalinger.")
        )
    return innhold


def _antall(resultat: Resultat) -> int:
    return sum(len(p.betalinger) for p in resultat.planer)
