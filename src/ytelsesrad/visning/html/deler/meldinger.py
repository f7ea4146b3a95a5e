"""What the rule book says of the plans: rights, duties, surprises and advice."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Melding, Resultat
from ytelsesrad.lesbart import HARDT_MELLOMROM, dato
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.raad.rettigheter import BEHOLDER, STANSER, TILBAKE
from ytelsesrad.visning.html import punkter
from ytelsesrad.visning.html.deler.bygg import flere, punktliste, tabell
from ytelsesrad.visning.html.ord import Forklarer
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.bokser import PLIKT, RAAD, er_viktig, frist_av, meldinger_av, tekst_av
from ytelsesrad.visning.tekst.linjer import rens, setning
from ytelsesrad.visning.tekst.planer import Samlet

PLIKTKOLONNER = (
    "Gjort",
    "Hvem får vite det",
    "Hva",
    "Hvor",
    "Når",
    "Hvis det ikke blir gjort",
    "Hvem gjør det",
)
RUTE = "☐"
"""A box to tick on paper."""
_LISTER = (
    ("Dette beholder du", BEHOLDER),
    ("Dette stanser", STANSER),
    ("Slik får du det tilbake", TILBAKE),
)


def rettighetene(resultat: Resultat, forklar: Forklarer) -> list[object]:
    """Return what is kept, what stops, and the way back: three lists of one shape."""
    innhold: list[object] = []
    for tittel, typer in _LISTER:
        funnet = meldinger_av(resultat, typer.__contains__)
        if funnet:
            ledd = [(el("li", _rettighet(resultat, m, forklar)), er_viktig(m)) for m in funnet]
            innhold += [el("h3", tittel), *_delt(ledd)]
    return innhold


def _delt(ledd: Sequence[tuple[El, bool]]) -> list[El | None]:
    """Return a list of what matters most, and the rest closed."""
    vist, resten = ([x for x, viktig in ledd if viktig is hvilke] for hvilke in (True, False))
    liste_ = el("ul", vist) if vist else None
    return [liste_, flere(el("ul", resten), len(resten))]


def _rettighet(resultat: Resultat, m: Samlet[Melding], forklar: Forklarer) -> list[object]:
    """Return the text, with from when, by when, where and by what law, as far as it is known."""
    x = m.forste
    sagt = x.tekst.replace(" ", HARDT_MELLOMROM)
    dager = [d for d in (x.fra_dato, x.frist_dato) if d and dato(d) not in sagt]
    frist = frist_av(resultat, m) if x.frist or x.frist_dato in dager else ""
    deler = [
        f"Fra {dato(x.fra_dato)}." if x.fra_dato in dager else "",
        f"Når: {setning(frist)}" if frist else "",
        f"Hvor: {setning(x.kanal)}" if x.kanal else "",
    ]
    tekst = " ".join([forklar(tekst_av(resultat, m)), *(d for d in deler if d)])
    return [tekst, el("small", f" {rens(x.hjemmel)}", klasse="hjemmel") if x.hjemmel else None]


def pliktene(resultat: Resultat) -> El | None:
    """Return the duties: whom to tell, what, where, by when, what happens if not, who, a box."""
    funnet = meldinger_av(resultat, PLIKT.__contains__)
    if not funnet:
        return None
    rader = [
        pliktrad(
            mottaker=m.forste.mottaker,
            hva=tekst_av(resultat, m),
            kanal=m.forste.kanal,
            frist=frist_av(resultat, m),
            folge=m.forste.folge,
            hvem=m.forste.hvem,
        )
        for m in funnet
    ]
    return tabell("Det som må gjøres", PLIKTKOLONNER, rader, klasse="ord plikter")


def pliktrad(
    *,
    mottaker: str | None,
    hva: str,
    kanal: str | None,
    frist: str,
    folge: str | None,
    hvem: str | None,
) -> tuple[str, ...]:
    """Return a row for a duty."""
    return (
        RUTE,
        setning(mottaker).removesuffix(".") if mottaker else "",
        setning(hva),
        kanal or "",
        frist,
        setning(folge) if folge else "",
        hvem or "deg",
    )


def overraskelsene(
    resultat: Resultat, overraskelser: Sequence[Overraskelse], forklar: Forklarer
) -> list[El | None]:
    """Return what may surprise; what stops stands among the rights, and is not said twice."""
    sagt = {tekst_av(resultat, m) for m in meldinger_av(resultat, STANSER.__contains__)}
    alle = [p for p in punkter.overrasker(resultat, overraskelser) if p.tekst not in sagt]
    vist, resten = ([p for p in alle if p.viktig is viktig] for viktig in (True, False))
    if not alle:
        return []
    return [punktliste(vist, forklar), flere(punktliste(resten, forklar), len(resten))]


def raadene(resultat: Resultat) -> list[El | None]:
    """Return what is wise, but no duty."""
    funnet = meldinger_av(resultat, RAAD.__contains__)
    return (
        _delt([(el("li", tekst_av(resultat, m)), er_viktig(m)) for m in funnet]) if funnet else []
    )
