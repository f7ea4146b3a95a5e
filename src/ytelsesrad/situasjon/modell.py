"""The models of a situation: frozen, made from TOML or from Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, PrivateAttr

from ytelsesrad.lesing import TomlFil, les_toml, les_toml_bytes

if TYPE_CHECKING:
    from ytelsesrad.regelbok import Regelbok
    from ytelsesrad.regelspraak import Gitt

Verdier = dict[str, dict[str, Any]]
"""Values as typed: table (``person``, ``husstand`` or a folder of rules) → input → value."""
Medlemmer = dict[str, tuple[dict[str, Any], ...]]
"""Members as typed: group → one table of inputs for each."""
JOBB = "jobb"
SOM_NAA = "Som nå"


class _Modell(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Jobb(BaseModel):
    """A job. The fields are the inputs that the rules declare for jobs, e.g. ``timer_per_uke``."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    def verdier(self) -> dict[str, Any]:
        """Return the inputs as they were given."""
        return dict(self.model_extra or {})


class Plan(_Modell):
    """A thing the person may do. It may set any input; its jobs come on top of those held."""

    navn: str
    verdier: Verdier = {}
    jobber: tuple[Jobb, ...] = ()
    medlemmer: Medlemmer = {}


class Situasjon(_Modell):
    """A person's situation and plans.

    ``regnedato`` is «today» of the calculation. ``fra`` and ``til`` are the first and last day of
    what is shown (whole months); without them it is the calendar year of ``regnedato``. The first
    plan is the one the others are compared with.
    """

    tittel: str | None = None
    konstruert: bool = False
    anledning: str | None = None
    bygger_paa: str | None = None
    regnedato: date | None = None
    fra: date | None = None
    til: date | None = None
    verdier: Verdier = {}
    jobber: tuple[Jobb, ...] = ()
    medlemmer: Medlemmer = {}
    planer: tuple[Plan, ...] = (Plan(navn=SOM_NAA),)
    _fil: TomlFil | None = PrivateAttr(default=None)

    @classmethod
    def les(cls, kilde: Path | str, bok: Regelbok) -> Situasjon:
        """Read a file (a path) or TOML text, and check it against the rule book.

        Raises Feilsamling with every fault at once.
        """
        from ytelsesrad.situasjon.fra_toml import fra_toml

        if isinstance(kilde, Path) or ("\n" not in kilde and kilde.endswith(".toml")):
            sti = Path(kilde)
            fil = les_toml_bytes(sti.read_bytes(), sti.name, "S")
        else:
            fil = les_toml(kilde, "situasjonen", "S")
        return fra_toml(fil, bok)

    def alle_gitt(self, bok: Regelbok) -> dict[str, Gitt]:
        """Return what is given in each plan, by its name, ready for a run.

        Raises Feilsamling with every fault of all plans at once.
        """
        from ytelsesrad.situasjon.gitte import alle_gitt

        return alle_gitt(self, bok)

    def tidsrom(self) -> tuple[date, date, date]:
        """Return regnedato, and the first and last day shown. Raises Feilsamling."""
        from ytelsesrad.situasjon.tidsrom import finn_tidsrom

        return finn_tidsrom(self)

    def med_regnedato(self, dag: date) -> Situasjon:
        """Return the same situation with another «today»."""
        return self._kopi(regnedato=dag)

    def _kopi(self, **endret: object) -> Situasjon:
        ny = self.model_copy(update=dict(endret))
        ny._fil = self._fil
        return ny

    @property
    def fil(self) -> TomlFil | None:
        """The file it was read from, which knows the place of every value."""
        return self._fil

    def fra_fil(self, fil: TomlFil) -> Situasjon:
        """Return the same situation, with the file its values stand in."""
        ny = self.model_copy()
        ny._fil = fil
        return ny


def grupper(jobber: tuple[Jobb, ...], medlemmer: Mapping[str, Any]) -> dict[str, Any]:
    """Return members by group, with the jobs as one of the groups."""
    svar = dict(medlemmer)
    if jobber:
        svar[JOBB] = (*svar.get(JOBB, ()), *(j.verdier() for j in jobber))
    return svar
