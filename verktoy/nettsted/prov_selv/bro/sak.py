"""What has been typed: a situation as data of the shape of the file, and which plan is shown."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ytelsesrad.lesbart import midt_i
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.situasjon.grenser import PLAN, SOM_NAA
from ytelsesrad.situasjon.tabeller import hjemmetabell, inndata_av, medlemsregler, regler_i

from .akse import Akse, finn_akse, nytt_navn
from .felt import Felt, Sti, finn, sett
from .skjema import deler
from .tomlfil import skriv_fil

HODE = """\
Skrevet av «Prøv selv». Åpne filen der igjen, eller regn med den på egen maskin:
ytelsesrad regn filen.toml
Den første planen er den de andre sammenlignes med.
"""


@dataclass
class Sak:
    """Data as typed. ``nye`` are the places of questions that are asked for and not answered."""

    bok: Regelbok
    dag: date
    data: dict[str, Any] = field(default_factory=dict)
    plan: str = SOM_NAA
    nye: list[Sti] = field(default_factory=list)
    sammen: str = ""
    """One more plan that the one shown is set beside, if any."""
    _sagt: str = ""
    """The number that the name of the plan says."""
    _grunn: Akse | None = None
    """What can be slid, with the values it had when the sliding began."""
    _andel: str = "100"

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
        self.sammen = self.sammen if self.sammen in self.andre else ""
        self._begynn()

    def _begynn(self) -> None:
        akse = self._grunn = finn_akse(self.bok, self.data, self.plan)
        self._andel = "100"
        self._sagt = "" if akse is None or akse.er_andel else akse.felt.vist

    @property
    def akse(self) -> Akse | None:
        """What can be slid in the plan that is shown, as it is now."""
        return finn_akse(self.bok, self.data, self.plan)

    def ved_svaret(self) -> dict[str, Any] | None:
        """Return what the page needs to set up the slider, if there is anything to slide."""
        return None if self.akse is None else self.akse.data(self._andel)

    @property
    def andre(self) -> list[str]:
        """Plans that the one shown can be set beside, but for the first, which it always is."""
        forste, *andre = self.planer or [""]
        return [] if self.plan == forste else [p for p in andre if p != self.plan]

    def felt(self, paa_siden: Sti) -> Felt:
        """Return the field of a place: its input is known by table or group, and name."""
        i_plan = paa_siden[0] == PLAN
        inne = paa_siden[2:] if i_plan else paa_siden
        sti = (PLAN, self.plan, *inne) if i_plan else paa_siden
        mappe, navn = str(inne[0]), str(inne[-1])
        er_medlem = len(inne) > 2
        regler = medlemsregler(self.bok, mappe) if er_medlem else regler_i(self.bok, mappe)
        return Felt(sti, regler[navn], finn(self.data, sti))

    def endre(self, paa_siden: Sti, skrevet: str) -> bool:
        """Put an answer in its place. Return whether other answers followed it."""
        grunn = self._grunn
        if grunn is not None and paa_siden == grunn.sti:
            return self._skyv(grunn, skrevet)
        felt = self.felt(paa_siden)
        sett(self.data, felt, felt.tolk(skrevet), svart=True)
        if grunn is None or paa_siden in [f.paa_siden for f in (grunn.felt, *grunn.med)]:
            self._begynn()
        return False

    def _skyv(self, grunn: Akse, skrevet: str) -> bool:
        """Slide, from where the sliding began. What follows, follows as long as it is a number."""
        flyttet = grunn.flyttet(skrevet)
        for sti, verdi in flyttet:
            sett(self.data, self.felt(sti), verdi)
        if grunn.er_andel:
            self._andel = skrevet
        else:
            self._gi_navn(self.felt(grunn.sti).vist)
            if not grunn.begynte_ved:
                self._begynn()
        return len(flyttet) > 1 or grunn.er_andel

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

    def antatt(self) -> list[str]:
        """Return what is only assumed, with its value, as far as the plan that is shown goes."""
        alle = [f for _, felt in deler(self.bok, self.data, self.plan) for f in felt]
        return [f"{midt_i(f.regel.tittel or f.regel.navn)}: {f.lest}" for f in alle if f.antatt]

    def fil(self) -> str:
        """Return what has been typed as a file, with the question after each answer."""
        return skriv_fil(self.data, HODE, self._sporsmaal)

    def _sporsmaal(self, sti: Sti, navn: str) -> str:
        tabell = str(sti[-1]) if sti else ""
        i_gruppe = tabell in {g.navn for g in self.bok.grupper.values()}
        regler = medlemsregler(self.bok, tabell) if i_gruppe else regler_i(self.bok, tabell)
        regel = regler.get(navn)
        return "" if regel is None else inndata_av(regel).sporsmaal

    def situasjon(self, *, alle: bool = False) -> Situasjon:
        """Return the situation with the first plan, one to compare with, and the one shown; or all.

        Raises Feilsamling.
        """
        data = dict(self.data)
        planer = data.pop(PLAN, {})
        if planer:
            vist = dict.fromkeys(
                [next(iter(planer)), *([self.sammen] if self.sammen else []), self.plan]
            )
            data[PLAN] = {n: planer[n] for n in (planer if alle else vist)}
        s = Situasjon.fra_dict(data, self.bok)
        return s if s.regnedato is not None else s.med_regnedato(self.dag)


def _ledig(navn: str, andre: list[str]) -> str:
    return next(n for n in (navn, *(f"{navn} ({k})" for k in range(2, 99))) if n not in andre)
