"""What a situation says, as it is put in: frozen, and not yet held against any rules."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    field_validator,
    model_validator,
)

from ytelsesrad.situasjon.frys import frys
from ytelsesrad.situasjon.grenser import (
    HUSSTAND,
    JOBB,
    MAKS_MEDLEMMER,
    MAKS_PLANER,
    MAKS_TEKST,
    PERSON,
    SOM_NAA,
)
from ytelsesrad.situasjon.modellfeil import Modell
from ytelsesrad.situasjon.steder import Pythonsteder, Steder

Tekst = Annotated[str, Field(max_length=MAKS_TEKST), AfterValidator(frys)]
Verdier = Annotated[dict[str, Any], BeforeValidator(frys)]
"""Values as typed: input → value."""
Tabeller = Annotated[dict[str, dict[str, Any]], BeforeValidator(frys)]
"""Values by table: ``person``, ``husstand`` or a folder of rules → input → value."""
Liste = Annotated[tuple[dict[str, Any], ...], Field(max_length=MAKS_MEDLEMMER)]
Medlemmer = Annotated[dict[str, Liste], BeforeValidator(frys)]
"""Members by group: one table of inputs for each."""
_OPPSETT = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)


class Jobb(Modell):
    """A job. Its fields are the inputs that the rules declare for jobs, e.g. ``timer_per_uke``.

    Values are in the units of the rules (50 for 50 prosent, kroner in the period of the input), and
    may be anything that the file may hold: a span, a row, ``"vet ikke"``. They are held against the
    rules when the situation is.
    """

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _frys(cls, felt: Any) -> Any:
        return frys(felt)

    def verdier(self) -> dict[str, Any]:
        """Return the inputs as they were given."""
        return dict(self.model_extra or {})


class Plan(Modell):
    """A thing the person may do, such as taking a job. ``navn`` tells it from the others.

    ``verdier`` holds values by table, and takes the place of what the situation says of the same
    inputs. ``jobber`` come on top of the jobs of the situation; a list of other members
    (``medlemmer``) takes the place of the situation's.
    """

    model_config = _OPPSETT

    navn: Annotated[str, Field(min_length=1, max_length=MAKS_TEKST), AfterValidator(frys)]
    verdier: Tabeller = Field(default_factory=dict)
    jobber: Annotated[tuple[Jobb, ...], Field(max_length=MAKS_MEDLEMMER)] = ()
    medlemmer: Medlemmer = Field(default_factory=dict)


class Situasjonsdata(Modell):
    """The fields of a situation, and where they stand. ``Situasjon`` is what is made of it."""

    model_config = _OPPSETT

    tittel: Tekst | None = None
    konstruert: bool = False
    anledning: Tekst | None = None
    bygger_paa: Tekst | None = None
    regnedato: date | None = None
    fra: date | None = None
    til: date | None = None
    person: Verdier = Field(default_factory=dict)
    husstand: Verdier = Field(default_factory=dict)
    ytelser: Tabeller = Field(default_factory=dict)
    jobber: Annotated[tuple[Jobb, ...], Field(max_length=MAKS_MEDLEMMER)] = ()
    medlemmer: Medlemmer = Field(default_factory=dict)
    planer: Annotated[tuple[Plan, ...], Field(max_length=MAKS_PLANER)] = Field(
        default=(), validate_default=True
    )
    _steder: Steder | None = PrivateAttr(default=None)

    def __eq__(self, annen: object) -> bool:
        """Tell whether the same is put in; where it stood does not matter."""
        return isinstance(annen, Situasjonsdata) and self.__dict__ == annen.__dict__

    @field_validator("planer")
    @classmethod
    def _minst_en_plan(cls, planer: tuple[Plan, ...]) -> tuple[Plan, ...]:
        return planer or (Plan(navn=SOM_NAA),)

    def med_steder(self, steder: Steder) -> Self:
        """Return the same situation, with where its values stand."""
        ny = self.model_copy()
        ny._steder = steder
        return ny

    @property
    def steder(self) -> Steder | None:
        """Where its values stand; None when it was made from Python objects."""
        return self._steder


def tabeller(s: Situasjonsdata | Plan) -> dict[str, dict[str, Any]]:
    """Return all tables of values, the household's and the person's among them."""
    if isinstance(s, Plan):
        return s.verdier
    return {PERSON: s.person, HUSSTAND: s.husstand, **s.ytelser}


def grupper(s: Situasjonsdata | Plan) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return members by group, with the jobs as one of the groups."""
    svar = dict(s.medlemmer)
    if s.jobber:
        svar[JOBB] = (*svar.get(JOBB, ()), *(j.verdier() for j in s.jobber))
    return svar


def stedene(s: Situasjonsdata) -> Steder:
    """Return where the values stand: in a file or in data, or else in Python objects."""
    return s.steder or Pythonsteder(p.navn for p in s.planer)
