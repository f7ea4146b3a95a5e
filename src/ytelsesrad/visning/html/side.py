"""The answer on one A4 page, to hand out: readable in black and white, and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import HOVEDSPRAK, Sprak, sprak
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.figurer import Figur, tidslinje
from ytelsesrad.visning.html import plass, punkter
from ytelsesrad.visning.html.dokument import dokument
from ytelsesrad.visning.html.felt import Svar
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.html.ord import Forklarer
from ytelsesrad.visning.html.punkter import Punkt
from ytelsesrad.visning.html.tabeller import hovedtabell, maanedene, maanedstabell, spalter
from ytelsesrad.visning.html.utvalg import med_kjente_navn, velg
from ytelsesrad.visning.oppmerking import El, el, er_uoversatt
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.aarstabell import anslag, avvik_i, linjer_i
from ytelsesrad.visning.tekst.avvik import merknad
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.hode import regnet
from ytelsesrad.visning.tekst.linjer import rens, setning
from ytelsesrad.visning.tekst.maanedstabell import ikke_med
from ytelsesrad.visning.tekst.overraskelser import egne_eller
from ytelsesrad.visning.tekst.planer import aar_i, er_som_naa, omtale, viktigst_forst
from ytelsesrad.visning.tekst.senere import oppgjor_senere

_MANGE = 4
_FOT = 3_500
_BOKSER = 2_600
_ANLEDNING = 60


def side(
    resultat: Resultat,
    *,
    planer: Sequence[str] = (),
    med_tittel: bool = False,
    overraskelser: Sequence[Overraskelse] = (),
    grovt: str = "",
) -> str:
    """Return the page as HTML.

    ``planer`` are the names of at most two plans to show beside the first; without them the page
    shows plan two, and the plan that takes most away or else plan three. The title of the
    situation is often a name, and is left out unless ``med_tittel``. Raises ValueError in bokmål
    for a plan that is not there. ``overraskelser`` stand first in their box; a ``Raad`` has its
    own. ``grovt`` marks the page as a rough answer, and says what it takes for granted. Equal
    answers give equal pages.
    """
    overraskelser = egne_eller(resultat, overraskelser)
    svar = med_kjente_navn(velg(resultat, planer, overraskelser))
    forklar = Forklarer(svar.resultat)
    hode = _hode(svar, resultat, _merkene(svar, med_tittel, grovt), grovt, forklar)
    maaneder = _maaneder(svar)
    fot = _fot(svar.resultat)
    s = svar.sprak
    slutt = _slutt(s, uoversatt=s.kode != HOVEDSPRAK)
    igjen = plass.SIDE - plass.LUFT - sum(d.hoyde for d in (hode, maaneder, fot, slutt))
    if igjen < _BOKSER:  # the foot gives way first: what it leaves out, it says
        fot = _fot(svar.resultat, _FOT - (_BOKSER - igjen))
        igjen = plass.SIDE - plass.LUFT - sum(d.hoyde for d in (hode, maaneder, fot, slutt))
    bokser = _bokser(svar, max(igjen, _BOKSER), forklar)
    innhold = [d.innhold for d in (hode, bokser, maaneder, fot)]
    slutt = _slutt(s, uoversatt=er_uoversatt(el("div", innhold)))
    main = el("main", innhold, slutt.innhold)
    return dokument(_tittel(svar.resultat), main, stil="side", sprak=s.kode)


class _Del:
    """A part of the page, and how high it is at most."""

    def __init__(self, hoyde: int, *innhold: object) -> None:
        self.hoyde = hoyde
        self.innhold = innhold


def _plan(resultat: Resultat) -> Planresultat:
    return resultat.planer[min(1, len(resultat.planer) - 1)]


def _tittel(resultat: Resultat) -> str:
    s = sprak(resultat.meta.sprak)
    plan = _plan(resultat)
    alene = er_som_naa(plan.navn, s)
    tittel = s("ark.tittel_naa") if alene else s("ark.tittel", plan=omtale(plan.navn, s))
    return f"{tittel} {s('ark.konstruert')}" if resultat.meta.konstruert else tittel


def _merkene(svar: Svar, med_tittel: bool, grovt: str) -> list[El]:
    """Return what the page is marked with at the top: rough, constructed, and whose it is."""
    s, meta = svar.sprak, svar.resultat.meta
    merker = [(grovt, "ark.grovt"), (meta.konstruert, "ark.konstruert")]
    svaret = [el("span", s(ord_), klasse="merke") for gjelder, ord_ in merker if gjelder]
    if med_tittel and meta.tittel:
        svaret.append(el("span", rens(meta.tittel)[:_ANLEDNING]))
    return svaret


def _hode(svar: Svar, hele: Resultat, venstre: list[El], grovt: str, forklar: Forklarer) -> _Del:
    s, resultat, meta = svar.sprak, svar.resultat, svar.resultat.meta
    overst = rens(meta.anledning or "")[:_ANLEDNING]
    naar = " · ".join(d for d in (overst, regnet(meta)) if d)
    setning = forklar(forste_setning(resultat))
    ingress = forklar(" ".join([*videre(resultat), *_flere(svar, hele)]))
    hoyde = 530 + plass.TITTEL.hoyde(setning) + 360 + plass.INGRESS.hoyde(ingress) + 200
    innhold: list[object] = [
        el("div", venstre, el("span", naar[:1].upper() + naar[1:]), klasse="topp"),
        el("h1", setning.rstrip(".")),
        el("p", ingress, klasse="ingress") if ingress else None,
    ]
    aar = viktigst_forst(resultat)
    if aar:
        innhold.append(hovedtabell(svar, aar[0]))
        rader = len(linjer_i(resultat, aar[0])) + (1 if len(resultat.planer) > 2 else 0)
        navn = max((p.navn for p in resultat.planer), key=len)
        hode = plass.Spalte(plass.BREDDE // (len(resultat.planer) + 3), 92, 136)
        hoyde += plass.LITEN.linje + 80 + hode.hoyde(navn) + 110 + rader * 495 + 640
        sagt = (grovt, _anslag(resultat, aar[0]), merknad(avvik_i(resultat, aar[0]), s))
        note = " ".join(d for d in sagt if d)
        if note:
            innhold.append(el("p", note, klasse="note"))
            hoyde += plass.LITEN.hoyde(note) + 100
    return _Del(hoyde, innhold)


def _flere(svar: Svar, hele: Resultat) -> list[str]:
    """Return that other plans are computed too, and are not on the page."""
    antall = len(hele.planer) - len(svar.nummer)
    if not antall:
        return []
    return [svar.sprak("ark.en_plan_til" if antall == 1 else "ark.planer_til", antall=antall)]


def _anslag(resultat: Resultat, aar: int) -> str:
    funnet = (aar_i(p, aar) for p in resultat.planer)
    usatt = any(a is not None and a.sikkerhet == "anslag" for a in funnet)
    return anslag(aar, sprak(resultat.meta.sprak)) if usatt else ""


def _bokser(svar: Svar, hoyde: int, forklar: Forklarer) -> _Del:
    s, resultat = svar.sprak, svar.resultat
    ramme = 520 + 120 + plass.TABELL.linje
    bokser = (
        (s("ark.beholder"), punkter.beholder(resultat), "ul"),
        (s("ark.plikter"), punkter.plikter(resultat), "gjor"),
        (s("ark.overrasker"), punkter.overrasker(resultat, svar.overraskelser), "ul"),
    )
    return _Del(
        hoyde,
        el(
            "div",
            [
                _boks(tittel, alle, slag, spalte, hoyde - ramme, forklar, s)
                for (tittel, alle, slag), spalte in zip(bokser, plass.BOKS, strict=True)
            ],
            klasse="bokser",
        ),
    )


def _boks(
    tittel: str,
    alle: Sequence[Punkt],
    slag: str,
    spalte: plass.Spalte,
    hoyde: int,
    forklar: Callable[[str], str],
    s: Sprak,
) -> El:
    mer = s.tegn("ark.til")
    maater = [(p, p.kort) for p in alle]
    valg = spalte.fordel([[m.helt for m in par] for par in maater], hoyde, mer)
    viste = [maater[nr][maate] for nr, maate in valg]
    til = len(alle) - len(viste)
    liste = [el("li", el("b", f"{p.naar}: ") if p.naar else None, forklar(p.tekst)) for p in viste]
    return el(
        "section",
        el("h2", tittel),
        el("ul", liste, klasse="gjor" if slag == "gjor" else None) if liste else None,
        el("p", setning(s("ark.til", til)), klasse="til") if til else None,
        None if alle else el("p", s("ark.ingenting")),
    )


def _maaneder(svar: Svar) -> _Del:
    s, resultat = svar.sprak, svar.resultat
    plan, aar = _plan(resultat), viktigst_forst(resultat)
    maaneder = maanedene(plan, aar[0]) if aar else []
    if not maaneder:
        return _Del(0)
    noter = Fotnoter(plan, s)
    figur = tidslinje(resultat, plan, aar[0])
    tabell = maanedstabell(svar, plan, aar[0], s("maaneder.tittel"), noter)
    kolonner = len(spalter(plan, maaneder, s))
    klasse = "mnd-del uten" if figur is None else "mnd-del"
    if figur is not None and kolonner >= _MANGE:
        klasse += " mange"
    merknader = [
        oppgjor_senere(resultat, funnet) if (funnet := aar_i(plan, aar[0])) else "",
        ikke_med(plan, s),
        noter.forklart().replace("<", ""),
    ]
    merknad_ = " · ".join(m for m in merknader if m)
    overskrift = s("maaneder.overskrift", plan=omtale(plan.navn, s), aar=aar[0])
    hoyde = plass.TABELL.hoyde(overskrift) + 100
    # Narrow columns break the headings over more lines.
    hodet = plass.MAANEDER.linje * (5 if kolonner >= _MANGE else 3)
    hoyde += hodet + 80 + max((len(maaneder) + 1) * 395, 5_000 if figur else 0)
    hoyde += 100 + plass.MAANEDER.hoyde(merknad_)
    return _Del(
        hoyde,
        el("h2", overskrift),
        el("div", _figur(figur, s), tabell, klasse=klasse),
        el("p", merknad_, klasse="mndnote") if merknad_ else None,
    )


def _figur(figur: Figur | None, s: Sprak) -> El | None:
    return None if figur is None else figurdel(figur, s)


def _fot(resultat: Resultat, hoyde: int = _FOT) -> _Del:
    s = sprak(resultat.meta.sprak)
    paa_norsk = None if s.kode == HOVEDSPRAK else HOVEDSPRAK
    venstre, hoyre = plass.FOT
    plassen = hoyde - plass.TABELL.linje - 400
    usikkert = punkter.usikkert(resultat)
    valgt = venstre.som_faar_plass(usikkert, plassen, s.tegn("ark.til"))
    tekster = [usikkert[nr] for nr in valgt]
    if len(tekster) < len(usikkert):
        tekster.append(setning(s("ark.til", len(usikkert) - len(tekster))))
    kilder, regelsett = punkter.kilder(resultat), punkter.regelsettet(resultat)
    vist = next(
        (
            n
            for n in range(len(kilder), 0, -1)
            if hoyre.hoyde(punkter.ledd(kilder, n, s), regelsett) <= plassen
        ),
        1,
    )
    hoyde = (
        340
        + plass.TABELL.linje
        + max(venstre.hoyde(*tekster), hoyre.hoyde(punkter.ledd(kilder, vist, s), regelsett))
    )
    return _Del(
        hoyde,
        el(
            "div",
            el("section", el("h2", s("ark.usikkert")), [el("p", t) for t in tekster]),
            el(
                "section",
                el("h2", s("ark.kilder")),
                el("p", punkter.ledd(kilder, vist, s), lang=paa_norsk),
                el("p", regelsett),
            ),
            klasse="fot",
        ),
    )


def _slutt(s: Sprak, *, uoversatt: bool) -> _Del:
    merket = s("ark.ikke_oversatt") if uoversatt else ""
    return _Del(
        200 + plass.LITEN.linje + plass.LITEN.hoyde(merket) + 1_000 + 500,
        el("p", merket, klasse="note") if merket else None,
        el("p", s("ark.ikke_vedtak"), klasse="ikke"),
        el(
            "div",
            [el("div", s(f"ark.{t}")) for t in ("gjennomgaatt", "dato", "ny_gjennomgang")],
            klasse="skriv",
        ),
    )
