"""What we do not compute: whole benefits, and what is left out of those we compute."""

from __future__ import annotations

from verktoy.nettsted.formel import formel
from verktoy.nettsted.oppslag import Oppslag, oppslag, tittel

from ytelsesrad.lesbart import midt_i
from ytelsesrad.regelspraak import IkkeModellert, Ytelse
from ytelsesrad.visning.oppmerking import El, el

SIDE = "regler/ikke-med.md"


def sider() -> dict[str, str | bytes]:
    """Return the page."""
    o = oppslag()
    ytelser = sorted(o.bok.samling.ytelser.values(), key=lambda y: midt_i(y.navn))
    deler = [
        "# Dette regner vi ikke på\n",
        "Et svar er aldri helt. Her står alt vi vet at vi ikke har med, og hvem du kan spørre. Det "
        "som gjelder deg, står også nederst i svaret ditt. Savner du noe som ikke står her, er det "
        "en feil. Si fra.\n",
        "## Ytelser og tjenester vi ikke regner på {#ikke-regnet}\n",
        str(_tabell(o, [y for y in ytelser if y.status == "ikke_modellert"])) + "\n",
        "## Det som ikke endres når du jobber {#endres-ikke}\n",
        str(_tabell(o, [y for y in ytelser if y.status == "endres_ikke"])) + "\n",
        "## Det som mangler i det vi regner på {#mangler}\n",
        "Noe gjelder alltid, noe bare i noen tilfeller. Da står det når.\n",
    ]
    for m in o.mapper:
        hull = [h for k in m.kapitler for h in k.ikke_modellert]
        if hull:
            deler += [f"### {m.tittel} {{#{m.navn}}}\n", str(_hullene(o, hull)) + "\n"]
    return {SIDE: "\n".join(deler)}


def _tabell(o: Oppslag, ytelser: list[Ytelse]) -> El:
    rader = [
        el(
            "tr",
            el("th", y.navn, scope="row", id=f"linje-{y.id}"),
            el("td", _stor(y.merknad or "")),
            el("td", _stor(y.spor or "")),
        )
        for y in ytelser
    ]
    hode = [el("th", x, scope="col") for x in ("Hva", "Verdt å vite", "Spør")]
    return el(
        "div",
        el("table", el("thead", el("tr", hode)), el("tbody", rader)),
        klasse="rull regel",
    )


def _stor(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _hullene(o: Oppslag, hull: list[IkkeModellert]) -> El:
    return el("ul", [_ett(o, h) for h in hull], klasse="regel utenfor")


def _ett(o: Oppslag, h: IkkeModellert) -> El:
    regler = [o.bok.finn(r) for r in h.berorer]
    lenker: list[object] = []
    for r in regler:
        lenker += [" · " if lenker else "Gjelder ", el("a", tittel(r), href=o.lenke(SIDE, r.id))]
    naar = None
    if h.naar is not None:
        naar = el("small", "Sies når ", el("code", formel(o, SIDE, h.mappe, h.naar.tekst)))
    return el(
        "li",
        el("b", h.hva.replace("{år}", "året")),
        f" Grunnen: {h.hvorfor.rstrip('.')}.",
        f" Betyr: {h.verdt.rstrip('.')}." if h.verdt else "",
        f" Spør {h.spor}." if h.spor else "",
        el("small", lenker) if lenker else None,
        naar,
        id=f"{h.mappe}.{h.id}",
    )
