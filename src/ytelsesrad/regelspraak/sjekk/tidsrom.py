"""Dates of versions: where they may begin, and that every rule in use has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak.kapittel import Periode, Regel
from ytelsesrad.regelspraak.samling import Samling
from ytelsesrad.regelspraak.sjekk.kant import Kant


def sjekk_tidsrom(
    samling: Samling,
    kanter: Mapping[str, Sequence[Kant]],
    stotter: tuple[date, date] | None,
    feil: list[Feil],
) -> None:
    """Note versions that begin inside their period, and rules used before they exist."""
    for regel in samling.regler.values():
        _like_versjoner(regel, feil)
        for v in regel.versjoner:
            rett = _start_i(regel.periode, v.virkning)
            if rett is not None:
                feil.append(
                    Feil(
                        "R14",
                        v.sted.sted(),
                        f"Regelen gjelder per {regel.periode.value}, men versjonen begynner "
                        f"{v.virkning}.",
                        f"{rett} = {{ …, i_bruk = {v.virkning} }}\n"
                        "eller gi regelen en kortere periode.",
                    )
                )
    if stotter is None:
        return
    for id_, liste in kanter.items():
        bruker = samling.regler.get(id_)
        if bruker is None:
            continue
        brukt: dict[str, date] = {}
        for k in liste:
            if k.samme_tid:
                fra = max(k.versjon or _forste(bruker) or stotter[0], stotter[0])
                brukt[k.regel] = min(fra, brukt.get(k.regel, fra))
        for navn, fra in sorted(brukt.items()):
            regel = samling.regler[navn]
            forste = _forste(regel)
            if forste is not None and forste > fra and regel.inndata is None:
                vist = regel.navn if regel.mappe == bruker.mappe else navn
                feil.append(
                    Feil(
                        "R15",
                        bruker.sted.sted(),
                        f"«{vist}» gjelder først fra {forste}, men brukes av «{bruker.navn}» fra "
                        f"{fra}.",
                        f"Gi «{vist}» en versjon fra {fra}, eller la «{bruker.navn}» begynne "
                        f"{forste}.",
                    )
                )


def _like_versjoner(regel: Regel, feil: list[Feil]) -> None:
    """Note versions that cannot be told apart."""
    sett: set[tuple[date, date]] = set()
    for v in regel.versjoner:
        if (v.virkning, v.i_bruk) in sett:
            feil.append(
                Feil(
                    "R14",
                    v.sted.sted(),
                    f"To versjoner gjelder fra {v.virkning} og er i bruk fra {v.i_bruk}. "
                    "Bare én kan gjelde.",
                    "Slett den ene. Er det en endring som ble gjort om, gi den hver sin i_bruk:\n"
                    f"{v.virkning} = [ {{ …, i_bruk = … }}, {{ …, i_bruk = … }} ]",
                )
            )
        sett.add((v.virkning, v.i_bruk))


def _start_i(periode: Periode, dag: date) -> date | None:
    """Return the day the version should begin on, or None when it is right."""
    rett = dag
    if periode is Periode.AAR:
        rett = date(dag.year, 1, 1)
    elif periode is Periode.MAANED:
        rett = date(dag.year, dag.month, 1)
    return None if rett == dag else rett


def _forste(regel: Regel) -> date | None:
    """Return the first day a rule has a version, None when it always has a value."""
    if regel.formel is not None or not regel.versjoner:
        return None
    return regel.versjoner[0].virkning
