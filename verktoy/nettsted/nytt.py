"""What is new: every day a rule changes, newest first, with what it was and what it is."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from verktoy.nettsted.oppslag import ROT, Oppslag, oppslag, tittel
from verktoy.nettsted.versjoner import sier

from ytelsesrad import Regelbok
from ytelsesrad.lesbart import dato, liste, midt_i
from ytelsesrad.regelspraak import Regel, Versjon
from ytelsesrad.visning.oppmerking import El, el

SIDE = "endringer/index.md"
FORSLAG = ROT / "overlegg" / "forslag-2027"


def sider() -> dict[str, str | bytes]:
    """Return the page."""
    o = oppslag()
    r = o.bok.regelsett
    dager = {d: x for d, x in _dager(o).items() if d >= r.fra}
    kommer = [d for d in sorted(dager) if d > r.dato]
    har_vaert = [d for d in sorted(dager, reverse=True) if d <= r.dato]
    deler = [
        "# Hva er nytt i reglene\n",
        f"Laget av regelfilene fra {dato(r.dato)}. «Gjelder fra» er dagen loven gjelder fra. "
        "«Tas i bruk» er dagen det ble betalt etter den, når det er en annen dag. Det som er nytt "
        "i selve biblioteket, står i [endringer i biblioteket](biblioteket.md).\n",
        "## Kommer {#kommer}\n",
        *([_dag(o, d, dager[d]) for d in kommer] or [_ingen(o)]),
        "## Foreslått, ikke vedtatt {#foreslaatt}\n",
        "Dette regnes aldri med uten at du ber om det, med `--overlegg overlegg/forslag-2027 "
        "--forslag`.\n",
        _forslag(o),
    ]
    aar = None
    for d in har_vaert:
        if d.year != aar:
            aar = d.year
            deler.append(f"## {aar} {{#i-{aar}}}\n")
        deler.append(_dag(o, d, dager[d]))
    return {SIDE: "\n".join(deler)}


def _ingen(o: Oppslag) -> str:
    return "Ingen vedtatte endringer er lagt inn etter denne dagen.\n"


def _dager(o: Oppslag) -> dict[date, list[tuple[Regel, Versjon, bool]]]:
    """Return each day's versions; True where the day is when it is taken into use."""
    ut: dict[date, list[tuple[Regel, Versjon, bool]]] = defaultdict(list)
    for regel in o.bok.samling.regler.values():
        if ":" in regel.id:
            continue
        for n, v in enumerate(regel.versjoner):
            if n == 0 and v.virkning <= o.bok.regelsett.fra:
                continue  # where the rule files begin, not a change
            ut[v.virkning].append((regel, v, False))
            if v.i_bruk != v.virkning:
                ut[v.i_bruk].append((regel, v, True))
    return ut


def _dag(o: Oppslag, dag: date, endringer: list[tuple[Regel, Versjon, bool]]) -> str:
    rader = []
    for regel, v, i_bruk in sorted(endringer, key=lambda x: (x[2], tittel(x[0]))):
        n = regel.versjoner.index(v)
        for_ = sier(o, SIDE, regel, regel.versjoner[n - 1]) if n else ["nytt"]
        rader.append(
            el(
                "tr",
                el(
                    "th",
                    el("a", tittel(regel), href=o.lenke(SIDE, regel.id)),
                    el("small", _naar(v, i_bruk)),
                    scope="row",
                ),
                el("td", for_),
                el("td", sier(o, SIDE, regel, v)),
                el("td", ", ".join(k.navn for k in v.kilder)),
            )
        )
    anker = f"d{dag.isoformat()}"
    return f"### {dato(dag)} {{#{anker}}}\n\n{_tabell(rader)}\n"


def _naar(v: Versjon, i_bruk: bool) -> str:
    if i_bruk:
        return f"tas i bruk, gjelder fra {dato(v.virkning)}"
    if v.i_bruk != v.virkning:
        return f"gjelder fra denne dagen, tas i bruk {dato(v.i_bruk)}"
    return "gjelder fra denne dagen"


def _tabell(rader: list[El], naa: str = "Etter") -> El:
    hode = ("Regel", "Før", naa, "Kilde")
    return el(
        "div",
        el(
            "table",
            el("thead", el("tr", [el("th", x, scope="col") for x in hode])),
            el("tbody", rader),
            klasse="nytt",
        ),
        klasse="rull regel",
    )


def _forslag(o: Oppslag) -> str:
    bok = Regelbok.standard(FORSLAG, statuser=("vedtatt", "anslag", "foreslått"))
    rader = []
    uendret: list[str] = []
    for regel in bok.samling.regler.values():
        for n, v in enumerate(regel.versjoner):
            if v.status == "foreslått" and n:
                if v.verdi is not None and v.verdi == regel.versjoner[n - 1].verdi:
                    uendret.append(midt_i(tittel(regel)))
                    continue
                foer = sier(o, SIDE, regel, regel.versjoner[n - 1])
                navn = el("a", tittel(regel), href=o.lenke(SIDE, regel.id))
                fra = el("small", f"foreslått fra {dato(v.virkning)}")
                celler = [el("td", foer), el("td", sier(o, SIDE, regel, v))]
                kilde = el("td", ", ".join(k.navn for k in v.kilder))
                rader.append(el("tr", el("th", navn, fra, scope="row"), celler, kilde))
    meldinger = [m.tekst for m in o.bok.samling.meldinger.values() if m.type == "forslag"]
    punkter = "\n".join(f"- {m}" for m in meldinger if "{" not in m)
    like = f"Foreslått uendret: {liste(uendret)}.\n\n" if uendret else ""
    return f"{_tabell(rader, 'Forslag')}\n\n{like}{punkter}\n"
