"""A page for each constructed person, the sheets that go with it, and a page to find one by.

Every figure is computed when the site is built. What is said of a person is the comment at the top
of the file in ``docs/eksempler``; what is said of the answer is what the library says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verktoy.nettsted.oppslag import oppslag, tittel
from verktoy.nettsted.personene import Person, personer

from ytelsesrad.visning.figurer import budsjettkurve, tidslinje
from ytelsesrad.visning.html import rapport, side
from ytelsesrad.visning.html.felt import hele
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.html.punkter import Punkt, beholder, overrasker, plikter, usikkert
from ytelsesrad.visning.html.tabeller import hovedtabell, maanedstabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.linjer import rens
from ytelsesrad.visning.tekst.planer import omtale, viktigst_forst
from ytelsesrad.visning.tekst.slutt import IKKE_VEDTAK, regelsett

STI = "eksempler"
_VISES = 5
"""Points of a list that are seen at once; the rest are unfolded."""


def sider() -> dict[str, str | bytes]:
    """Return path under docs/ → page or file."""
    svar: dict[str, str | bytes] = {f"{STI}/index.md": _forside(personer())}
    for p in personer():
        svar[f"{STI}/{p.navn}.md"] = _siden(p)
        svar[f"{STI}/{p.navn}-ark.html"] = side(
            p.resultat, overraskelser=p.resultat.overraskelser
        ).encode()
        svar[f"{STI}/{p.navn}-hele.html"] = rapport(p.resultat).encode()
    return svar


# ── One person ──────────────────────────────────────────────────────────────────────────────────


def _siden(p: Person) -> str:
    r = p.resultat
    return _sett_sammen(
        f"# {p.tittel}",
        '!!! note "Konstruert eksempel"\n    Personen finnes ikke. Tallene er regnet ut av reglene '
        "når siden lages.",
        "## Situasjonen",
        "\n".join(f"- {linje}" for linje in p.situasjon),
        f"**{p.sporsmaal}**",
        "## Svaret",
        el("p", el("strong", rens(forste_setning(r)))),
        el("p", rens(" ".join(videre(r)))),
        *(_tabell(hovedtabell(hele(r), aar)) for aar in viktigst_forst(r)),
        *_kurven(p),
        "## Måned for måned",
        *_figuren(p),
        "## Hvorfor",
        el("pre", p.hvorfor, klasse="hvorfor") if p.hvorfor else None,
        "## Hva gjør du når",
        _liste(plikter(r)),
        "## Hva beholder du",
        _liste(beholder(r)),
        "## Hva kan gå galt",
        _liste(overrasker(r, r.overraskelser)),
        "## Hva er usikkert",
        _liste(Punkt(t) for t in usikkert(r)),
        "## Slik er det regnet",
        *_slik(p),
        el("p", IKKE_VEDTAK, " ", regelsett(r.meta)),
    )


def _kurven(p: Person) -> Iterable[El]:
    """Return what is left with more work, for the plan that the answer begins with."""
    for g in p.resultat.grenser:
        if any(x.plan == p.plan.navn for x in g.planer):
            yield el("div", figurdel(budsjettkurve(g)), klasse="figurark")
            return


def _figuren(p: Person) -> Iterable[str | El | None]:
    svar = hele(p.resultat)
    figur = tidslinje(p.resultat, p.plan, p.aar)
    yield f"Det som kommer inn på konto i {p.aar} med {omtale(p.plan.navn)}."
    if figur is not None:
        yield el("div", figurdel(figur), klasse="figurark")
    noter = Fotnoter(p.plan)
    overskrift = f"Kroner på konto i {p.aar}, etter det som trekkes"
    tabell = _tabell(maanedstabell(svar, p.plan, p.aar, overskrift, noter))
    forklart = noter.forklart().replace("<", "")
    yield el(
        "details", el("summary", "Tallene i figuren"), tabell, el("p", forklart) if forklart else ""
    )


def _slik(p: Person) -> Iterable[str | El]:
    toml = f"{p.navn}.toml"
    yield (
        f"- [Situasjonsfilen {toml}]({toml})\n"
        f"- [Ett ark å skrive ut]({p.navn}-ark.html)\n"
        f"- [Hele svaret, med alle planer og hver betaling]({p.navn}-hele.html)\n"
        f"- [Prøv selv med denne personen](../prov-selv/index.html#{p.navn}): endre timene og se "
        "hva som skjer"
    )
    o, her = oppslag(), f"{STI}/{p.navn}.html"
    yield "Reglene som gir pengene med " + omtale(p.plan.navn) + ":"
    yield el(
        "ul",
        [
            el("li", el("a", tittel(o.bok.samling.regler[id_]), href=o.lenke(her, id_)))
            for id_ in p.regler()
        ],
    )
    yield _kode(
        "bash",
        [
            f"ytelsesrad regn {toml}",
            f"ytelsesrad regn {toml} --format html-side --til ark.html",
            p.hvorfor_av,
        ],
    )
    yield _kode(
        "python",
        [
            "from pathlib import Path",
            "",
            "from ytelsesrad import Regelbok, Situasjon, beregn",
            "",
            "bok = Regelbok.standard()",
            f'svar = beregn(Situasjon.les(Path("{toml}"), bok), bok)',
            "for endring in svar.endringer:",
            "    print(endring.plan, endring.aar, endring.per_maaned)",
        ],
    )
    yield el("details", el("summary", f"Innholdet i {toml}"), el("pre", el("code", p.fil)))


# ── The page to find one by ─────────────────────────────────────────────────────────────────────


def _forside(alle: Sequence[Person]) -> str:
    kolonner = _felles(alle)
    return _sett_sammen(
        "# Tolv personer",
        "Finn den som ligner mest på den du skal regne for, last ned filen, og bytt ut tallene. "
        "Alle personene er konstruert. Tallene er regnet ut av reglene når siden lages.",
        "## Hvem, og hva de lurer på",
        *(
            el(
                "div",
                el("h3", el("a", p.tittel, href=f"{p.navn}.html"), id=p.navn),
                el("p", " ".join(p.situasjon[:2])),
                el("p", el("em", p.sporsmaal)),
                el("p", el("strong", rens(forste_setning(p.resultat)))),
            )
            for p in alle
        ),
        "## Hva som er med i regnestykket",
        "Et kryss betyr at det gir eller tar penger i minst én av planene.",
        _tabell(
            el(
                "table",
                el("caption", "Hva hver person har"),
                el("thead", el("tr", el("td"), [el("th", k, scope="col") for k in kolonner])),
                el("tbody", [_krysset(p, kolonner) for p in alle]),
            )
        ),
        "## Planene",
        _tabell(
            el(
                "table",
                el("caption", "Hva hver person kan gjøre, og hva det gir når alt er gjort opp"),
                el("tbody", [_planene(p) for p in alle]),
            )
        ),
    )


def _felles(alle: Sequence[Person]) -> list[str]:
    """Return what some have and some have not, the most common first."""
    antall: dict[str, int] = {}
    for p in alle:
        for navn in p.har():
            antall[navn] = antall.get(navn, 0) + 1
    noen = {n: a for n, a in antall.items() if a < len(alle)}
    return sorted(noen, key=lambda n: -noen[n])


def _krysset(p: Person, kolonner: Sequence[str]) -> El:
    har = set(p.har())
    navn = el("th", el("a", p.tittel, href=f"{p.navn}.html"), scope="row")
    return el("tr", navn, [el("td", "×" if k in har else "") for k in kolonner])


def _planene(p: Person) -> El:
    aar = viktigst_forst(p.resultat)[0]
    endringer = {e.plan: e for e in p.resultat.endringer if e.aar == aar}
    linjer = []
    for plan in p.resultat.planer[1:]:
        e = endringer[plan.navn].per_maaned
        belop = "ukjent" if e is None else f"{e:+.0f} kroner i måneden"
        linjer.append(el("li", f"{rens(plan.navn)}: {belop}"))
    navn = el("th", el("a", p.tittel, href=f"{p.navn}.html"), scope="row")
    return el("tr", navn, el("td", el("ul", linjer)))


# ── Markdown ────────────────────────────────────────────────────────────────────────────────────


def _sett_sammen(*deler: str | El | None) -> str:
    return "\n\n".join(str(d) for d in deler if d is not None) + "\n"


def _liste(punkter: Iterable[Punkt]) -> El:
    linjer = [el("li", el("b", f"{p.naar}: ") if p.naar else None, p.tekst) for p in punkter]
    if not linjer:
        return el("p", "Ingenting vi vet om.")
    if len(linjer) <= _VISES + 1:
        return el("ul", linjer)
    resten = linjer[_VISES:]
    return el(
        "div",
        el("ul", linjer[:_VISES]),
        el("details", el("summary", f"{len(resten)} til"), el("ul", resten)),
    )


def _tabell(tabell: El) -> El:
    return el("div", tabell, klasse="rull")


def _kode(sprak: str, linjer: Iterable[str]) -> str:
    return "\n".join([f"```{sprak}", *linjer, "```"])
