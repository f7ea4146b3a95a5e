"""The two tables of an answer: the settled year a month, and the months on the account."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.beregning.resultat import Maanedslinje, Planresultat
from ytelsesrad.lesbart import BOKMAAL, Sprak
from ytelsesrad.visning.figurer import kort
from ytelsesrad.visning.html.felt import Svar, celle, hoder
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.aarstabell import endring_fra, linjer_i, per_maaned
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.maanedstabell import ytelser_i
from ytelsesrad.visning.tekst.planer import aa_leve_for, aar_i, endring, er_som_naa, omtale

_SPALTER = 4
"""Coverage lines of a month table on a page; the rest stand together."""


def hovedtabell(svar: Svar, aar: int) -> El:
    """Return the settled year divided by twelve: two plans with the difference, or one to many."""
    s = svar.sprak
    planer = svar.resultat.planer
    forste = planer[0]
    i_dag = s("plan.i_dag") if er_som_naa(forste.navn, s) else forste.navn
    to = len(planer) == 2
    hode = ["", i_dag, *(p.navn for p in planer[1:]), *([s("tabell.forskjell")] if to else [])]
    rader = [
        el(
            "tr",
            el("th", navn, scope="row"),
            [_linje(svar, p, aar, ytelse) for p in planer],
            _forskjell(svar, aar, ytelse) if to else None,
        )
        for ytelse, navn in linjer_i(svar.resultat, aar).items()
    ]
    summer = [
        celle(aa_leve_for(p, aar), f"{svar.aar(p, aar)}/gjort_opp_netto:12", s=s)
        if aar_i(p, aar)
        else celle(None, "", s=s)
        for p in planer
    ]
    endringer = [
        celle(endring(svar.resultat, p, aar), _fra_endring(svar, p, aar), fortegn=True, s=s)
        for p in planer[1:]
    ]
    sum_ = el("th", s("tabell.sum"), scope="row")
    rader.append(el("tr", sum_, summer, endringer if to else None, klasse="svar"))
    if len(planer) > 2:
        navn = el("th", endring_fra(forste.navn, s), scope="row")
        rader.append(el("tr", navn, el("td"), endringer))
    return el(
        "table",
        el("caption", s("tabell.tittel", aar=aar)),
        el("thead", el("tr", hoder(hode))),
        el("tbody", rader),
        klasse="hoved",
    )


def _fra_endring(svar: Svar, plan: Planresultat, aar: int) -> str:
    return f"{svar.endring(plan, aar)}/per_maaned"


def _finnes(plan: Planresultat, aar: int, ytelse: str) -> bool:
    funnet = aar_i(plan, aar)
    return funnet is not None and any(x.ytelse == ytelse for x in funnet.linjer)


def _fra_linje(svar: Svar, plan: Planresultat, aar: int, ytelse: str) -> str:
    if not _finnes(plan, aar, ytelse):
        return ""
    return f"{svar.linje(plan, aar, ytelse)}/gjort_opp:12"


def _linje(svar: Svar, plan: Planresultat, aar: int, ytelse: str) -> El:
    belop = per_maaned(plan, aar).get(ytelse, Decimal(0))
    return celle(belop, _fra_linje(svar, plan, aar, ytelse), s=svar.sprak)


def _forskjell(svar: Svar, aar: int, ytelse: str) -> El:
    fra, til = svar.resultat.planer
    for_, etter = (per_maaned(p, aar).get(ytelse, Decimal(0)) for p in (fra, til))
    belop = None if for_ is None or etter is None else etter - for_
    ledd = [_fra_linje(svar, p, aar, ytelse) for p in (til, fra)]
    return celle(belop, " - ".join(ledd) if all(ledd) else "", fortegn=True, s=svar.sprak)


def maanedene(plan: Planresultat, aar: int) -> list[Maanedslinje]:
    """Return the months of a year."""
    return [m for m in plan.maaneder if m.maaned[:4] == str(aar)]


def spalter(
    plan: Planresultat, maaneder: Sequence[Maanedslinje], s: Sprak = BOKMAAL
) -> dict[str, tuple[str, ...]]:
    """Return the columns of money by name: one for each coverage line, the last for the rest."""
    navn = ytelser_i(plan)
    brukt = [y for y in navn if any(m.netto_av.get(y) for m in maaneder)]
    if len(brukt) <= _SPALTER:
        return {navn[y]: (y,) for y in brukt}
    egne = brukt[: _SPALTER - 1]
    return {navn[y]: (y,) for y in egne} | {s("tabell.annet"): tuple(brukt[_SPALTER - 1 :])}


def maanedstabell(svar: Svar, plan: Planresultat, aar: int, tittel: str, noter: Fotnoter) -> El:
    """Return what reaches the account month by month, after what is withheld."""
    s = svar.sprak
    maaneder = maanedene(plan, aar)
    kolonner = spalter(plan, maaneder, s)
    forste = svar.resultat.planer[0]
    mot = plan.navn != forste.navn
    hode = [str(aar), *map(kort, kolonner), s("tabell.sum_kort")]
    if mot:
        naa = er_som_naa(forste.navn, s)
        hode.append(s("plan.mot_i_dag") if naa else s("plan.mot", plan=omtale(forste.navn, s)))
    rader = [_maaned(svar, plan, m, kolonner, mot, noter) for m in maaneder]
    return el(
        "table",
        el("caption", tittel),
        el("thead", el("tr", hoder(hode))),
        el("tbody", rader),
        el("tfoot", _sum(svar, plan, maaneder, kolonner, mot)),
        klasse="maaneder",
    )


def _maaned(
    svar: Svar,
    plan: Planresultat,
    m: Maanedslinje,
    kolonner: dict[str, tuple[str, ...]],
    mot: bool,
    noter: Fotnoter,
) -> El:
    s = svar.sprak
    sted = svar.maaned(plan, m.maaned)
    merker = noter.merker(m).replace("<", "")
    celler = [
        celle(_av(m, ytelser), [f"{sted}/netto_av/{y}" for y in ytelser if y in m.netto_av], s=s)
        for ytelser in kolonner.values()
    ]
    celler.append(celle(None if m.mangler else m.netto, f"{sted}/netto", klasse="sum", s=s))
    if mot:
        celler.append(celle(m.mot_grunnlag, f"{sted}/mot_grunnlag", fortegn=True, s=s))
    navn = s.maanedsnavn(int(m.maaned[5:7]))
    return el(
        "tr",
        el(
            "th",
            navn[:3],
            el("span", navn[3:], klasse="rest"),
            el("sup", f" {merker}") if merker else None,
            scope="row",
        ),
        celler,
        klasse="lav" if m.lavest else None,
    )


def _av(m: Maanedslinje, ytelser: Sequence[str]) -> Decimal | None:
    if m.mangler:
        return None
    return sum((m.netto_av.get(y, Decimal(0)) for y in ytelser), Decimal(0))


def _sum(
    svar: Svar,
    plan: Planresultat,
    maaneder: Sequence[Maanedslinje],
    kolonner: dict[str, tuple[str, ...]],
    mot: bool,
) -> El:
    s = svar.sprak
    steder = [(m, svar.maaned(plan, m.maaned)) for m in maaneder]
    mangler = any(m.mangler for m in maaneder)
    celler = []
    for ytelser in kolonner.values():
        fra = [f"{sted}/netto_av/{y}" for m, sted in steder for y in ytelser if y in m.netto_av]
        belop = [_av(m, ytelser) or Decimal(0) for m in maaneder]
        celler.append(celle(None if mangler else sum(belop, Decimal(0)), fra, s=s))
    netto = sum((m.netto for m in maaneder), Decimal(0))
    netto_fra = [f"{sted}/netto" for _, sted in steder]
    celler.append(celle(None if mangler else netto, netto_fra, s=s))
    if mot:
        forskjeller = [m.mot_grunnlag for m in maaneder]
        kjente = [f for f in forskjeller if f is not None]
        hele = sum(kjente, Decimal(0)) if len(kjente) == len(forskjeller) else None
        mot_fra = [f"{sted}/mot_grunnlag" for _, sted in steder]
        celler.append(celle(hele, mot_fra, fortegn=True, s=s))
    tittel = s("tabell.hele_aaret" if len(maaneder) == 12 else "tabell.sum_kort")
    return el("tr", el("th", tittel, scope="row"), celler)
