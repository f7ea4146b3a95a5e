"""What has been typed: a situation as data of the shape of the file, and which plan is shown."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.situasjon.grenser import PLAN, SOM_NAA
from ytelsesrad.situasjon.tabeller import hjemmetabell, medlemsregler, regler_i

from .akse import Akse, finn_akse, nytt_navn
from .felt import Felt, Sti, finn, sett


@dataclass
class Sak:
    """Data as typed. ``nye`` are the places of questions that are asked for and not answered."""

    bok: Regelbok
    dag: date
    data: dict[str, Any] = field(default_factory=dict)
    plan: str = SOM_NAA
    nye: list[Sti] = field(default_factory=list)
    _sagt: str = ""
    """The number that the name of the plan says."""

    def __post_init__(self) -> None:
        """Show the second plan, if there is one."""
        self.velg(self.planer[min(1, len(self.planer) - 1)] if self.planer else SOM_NAA)

    @property
    def planer(self) -> list[str]:
        """The names of the plans."""
        return list(self.data.get(PLAN, {}))

    def velg(self, plan: str) -> None:
        """Show another plan."""
        self.plan = plan
        akse = self.akse()
        self._sagt = "" if akse is None else akse.felt.vist

    def akse(self) -> Akse | None:
        """Return what can be slid in the plan that is shown."""
        return finn_akse(self.bok, self.data, self.plan)

    def felt(self, paa_siden: Sti) -> Felt:
        """Return the field of a place: its input is known by table or group, and name."""
        i_plan = paa_siden[0] == PLAN
        inne = paa_siden[2:] if i_plan else paa_siden
        sti = (PLAN, self.plan, *inne) if i_plan else paa_siden
        mappe, navn = str(inne[0]), str(inne[-1])
        er_medlem = len(inne) > 2
        regler = medlemsregler(self.bok, mappe) if er_medlem else regler_i(self.bok, mappe)
        return Felt(sti, regler[navn], finn(self.data, sti))

    def endre(self, paa_siden: Sti, skrevet: str) -> None:
        """Put an answer in its place."""
        felt = self.felt(paa_siden)
        sett(self.data, felt, felt.tolk(skrevet))
        akse = self.akse()
        if akse is not None and felt.sti == akse.felt.sti:
            self._gi_navn(akse.felt.vist)

    def _gi_navn(self, verdi: str) -> None:
        """Let a plan that is named after its hours follow them: «10 timer i uka» → «12 timer …»."""
        planer: dict[str, Any] = self.data.get(PLAN, {})
        nytt = nytt_navn(self.plan, self._sagt, verdi)
        if self.plan not in planer or nytt == self.plan:
            return
        nytt = _ledig(nytt, [n for n in planer if n != self.plan])
        self.data[PLAN] = {nytt if n == self.plan else n: p for n, p in planer.items()}
        self.plan, self._sagt = nytt, verdi

    def ny_plan(self) -> None:
        """Make a plan like the one that is shown, and show it."""
        planer: dict[str, Any] = self.data.setdefault(PLAN, {SOM_NAA: {}})
        navn = _ledig(self.plan, list(planer))
        planer[navn] = deepcopy(planer.get(self.plan, {}))
        self.velg(navn)

    def legg_til(self, regel: str) -> None:
        """Ask one more question: of the last job or child there is, or of the person."""
        r = self.bok.inndata[regel]
        sti: Sti = (hjemmetabell(r), r.navn)
        if r.for_hver is not None:
            sti = (*self._siste(r.for_hver), r.navn)
        if sti not in self.nye and finn(self.data, sti) is None:
            self.nye.append(sti)

    def _siste(self, gruppe: str) -> Sti:
        """Return the place of the last member of a group; a new one when there is none."""
        planens = self.data.get(PLAN, {}).get(self.plan, {}).get(gruppe)
        if planens:
            return (PLAN, self.plan, gruppe, len(planens) - 1)
        felles = self.data.setdefault(gruppe, [])
        if not felles:
            felles.append({})
        return (gruppe, len(felles) - 1)

    def situasjon(self, *, alle: bool = False) -> Situasjon:
        """Return the situation with the first plan and the one shown, or with all of them.

        Raises Feilsamling.
        """
        data = dict(self.data)
        planer = data.pop(PLAN, {})
        if planer:
            vist = {next(iter(planer)), self.plan}
            data[PLAN] = {n: p for n, p in planer.items() if alle or n in vist}
        s = Situasjon.fra_dict(data, self.bok)
        return s if s.regnedato is not None else s.med_regnedato(self.dag)


def _ledig(navn: str, andre: list[str]) -> str:
    return next(n for n in (navn, *(f"{navn} ({k})" for k in range(2, 99))) if n not in andre)
