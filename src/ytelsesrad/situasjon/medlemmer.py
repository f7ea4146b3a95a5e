"""Which member a plan speaks of: one the person has already, or a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Oppgitt

Samlet = dict[tuple[str, int | None], Oppgitt]
"""What is given, by full rule name and member."""


def medlemsnumre(
    bok: Regelbok,
    gruppe: str,
    liste: Sequence[Mapping[str, Any]],
    egne: Samlet,
    antall: int,
) -> list[int]:
    """Return the number of each member in a list, among members there are already.

    A member that carries the same mark (``kjennetegn`` of the group) as one of the ``antall``
    members in ``egne``, is that one; the others get numbers of their own after them.
    """
    regel = bok.grupper[gruppe].kjennetegn
    ledige: dict[str, int] = {}
    if regel is not None:
        for nr in range(antall):
            merke = egne.get((regel, nr))
            if merke is not None and isinstance(merke.alltid, str):
                ledige.setdefault(merke.alltid, nr)
    navn = regel.rsplit(".", 1)[-1] if regel is not None else ""
    svar: list[int] = []
    neste = antall
    for medlem in liste:
        skrevet = medlem.get(navn)
        kjent = ledige.pop(skrevet, None) if isinstance(skrevet, str) else None
        svar.append(neste if kjent is None else kjent)
        neste += kjent is None
    return svar


def overstyrt(bok: Regelbok, egne: Samlet, nytt: Samlet) -> list[tuple[Oppgitt, Oppgitt]]:
    """Return what a plan says anew of a member, but that another input already decides.

    Each is (the new, the one that decides): given for the member outside the plan, for the same
    kind of period, and otherwise computed from the new. The new would be without effect.
    """
    svar = []
    for (gammel, medlem), o in egne.items():
        if medlem is None or (gammel, medlem) in nytt or o.ukjent:
            continue
        under = bok.program.lukning[gammel]
        for (ny, nytt_medlem), n in nytt.items():
            samme = nytt_medlem == medlem and ny != gammel and ny in under
            if samme and bok.inndata[ny].periode is bok.inndata[gammel].periode:
                svar.append((n, o))
    return svar
