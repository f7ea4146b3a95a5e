"""The models of a situation: frozen, made from TOML or from Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    field_validator,
    model_validator,
)

from ytelsesrad.lesing import les_toml, les_toml_bytes
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

if TYPE_CHECKING:
    from ytelsesrad.regelbok import Regelbok
    from ytelsesrad.regelspraak import Gitt
    from ytelsesrad.situasjon.steder import Steder

Tekst = Annotated[str, Field(max_length=MAKS_TEKST), AfterValidator(frys)]
Verdier = Annotated[dict[str, Any], BeforeValidator(frys)]
"""Values as typed: input → value."""
Tabeller = Annotated[dict[str, dict[str, Any]], BeforeValidator(frys)]
"""Values by table: ``person``, ``husstand`` or a folder of rules → input → value."""
Liste = Annotated[tuple[dict[str, Any], ...], Field(max_length=MAKS_MEDLEMMER)]
Medlemmer = Annotated[dict[str, Liste], BeforeValidator(frys)]
"""Members by group: one table of inputs for each."""
_OPPSETT = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)


class _MedEgneFeil(type(BaseModel)):  # type: ignore[misc]
    """What is made from Python says what is wrong as everything else does: with Feilsamling."""

    def __call__(cls, *args: Any, **felt: Any) -> Any:
        try:
            return super().__call__(*args, **felt)
        except ValidationError as galt:
            from ytelsesrad.situasjon.modellfeil import som_feilsamling

            raise som_feilsamling(cls, galt) from None


class Jobb(BaseModel, metaclass=_MedEgneFeil):
    """A job. Its fields are the inputs that the rules declare for jobs, e.g. ``timer_per_uke``."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _frys(cls, felt: Any) -> Any:
        return frys(felt)

    def verdier(self) -> dict[str, Any]:
        """Return the inputs as they were given."""
        return dict(self.model_extra or {})


class Plan(BaseModel, metaclass=_MedEgneFeil):
    """A thing the person may do.

    ``verdier`` holds values by table, and takes the place of what the situation says of the same
    inputs. ``jobber`` come on top of the jobs of the situation; a list of other members
    (``medlemmer``) takes the place of the situation's.
    """

    model_config = _OPPSETT

    navn: Annotated[str, Field(min_length=1, max_length=MAKS_TEKST), AfterValidator(frys)]
    verdier: Tabeller = {}
    jobber: Annotated[tuple[Jobb, ...], Field(max_length=MAKS_MEDLEMMER)] = ()
    medlemmer: Medlemmer = {}


class Situasjon(BaseModel, metaclass=_MedEgneFeil):
    """A person's situation and plans.

    ``regnedato`` is «today» of the calculation. ``fra`` and ``til`` are the first and last day of
    what is shown (whole months); without them it is the calendar year of ``regnedato``. The first
    plan is the one the others are compared with; without plans there is one, «Som nå».
    ``person``, ``husstand`` and ``ytelser`` (folder of rules → inputs) hold what is given, in the
    units of the rules (70 for 70 prosent). Nothing is checked against rules before they are there:
    ``les``, ``fra_dict``, ``gitt`` and ``alle_gitt`` do that.
    """

    model_config = _OPPSETT

    tittel: Tekst | None = None
    konstruert: bool = False
    anledning: Tekst | None = None
    bygger_paa: Tekst | None = None
    regnedato: date | None = None
    fra: date | None = None
    til: date | None = None
    person: Verdier = {}
    husstand: Verdier = {}
    ytelser: Tabeller = {}
    jobber: Annotated[tuple[Jobb, ...], Field(max_length=MAKS_MEDLEMMER)] = ()
    medlemmer: Medlemmer = {}
    planer: Annotated[tuple[Plan, ...], Field(max_length=MAKS_PLANER)] = Field(
        default=(), validate_default=True
    )
    _steder: Steder | None = PrivateAttr(default=None)

    def __eq__(self, annen: object) -> bool:
        """Tell whether the same is put in; where it stood does not matter."""
        return isinstance(annen, Situasjon) and self.__dict__ == annen.__dict__

    @field_validator("planer")
    @classmethod
    def _minst_en_plan(cls, planer: tuple[Plan, ...]) -> tuple[Plan, ...]:
        return planer or (Plan(navn=SOM_NAA),)

    @classmethod
    def les(cls, kilde: Path | str | bytes, bok: Regelbok) -> Situasjon:
        """Read a file (a path), TOML text or the bytes of a file, and check it against the book.

        A text on one line that ends in ``.toml`` is a path.

        Raises Feilsamling with every fault at once, and OSError when there is no such file.
        """
        from ytelsesrad.situasjon.fra_data import fra_data

        if isinstance(kilde, bytes):
            fil = les_toml_bytes(kilde, "situasjonen", "S")
        elif isinstance(kilde, Path) or ("\n" not in kilde and kilde.endswith(".toml")):
            sti = Path(kilde)
            fil = les_toml_bytes(sti.read_bytes(), sti.name, "S")
        else:
            fil = les_toml(kilde, "situasjonen", "S")
        return fra_data(fil.data, fil, bok)

    @classmethod
    def fra_dict(cls, data: Mapping[str, Any], bok: Regelbok) -> Situasjon:
        """Make a situation of data in the shape of the file, for example from JSON.

        Dates may be text (``2026-01-31``), and so may numbers (``"236.54"``). Raises Feilsamling
        with every fault at once; places are paths such as ``plan."10 timer".jobb[0].start``.
        """
        from ytelsesrad.situasjon.fra_data import fra_data
        from ytelsesrad.situasjon.steder import Datasteder

        return fra_data(frys(data), Datasteder(), bok)

    def gitt(self, bok: Regelbok, plan: Plan | str) -> Gitt:
        """Return what is given in one of the plans, ready for a run.

        Raises Feilsamling with every fault of all plans at once, and KeyError for another plan.
        """
        return self.alle_gitt(bok)[plan if isinstance(plan, str) else plan.navn]

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
        return self.model_copy(update={"regnedato": dag})

    def med_steder(self, steder: Steder) -> Situasjon:
        """Return the same situation, with where its values stand."""
        ny = self.model_copy()
        ny._steder = steder
        return ny

    @property
    def steder(self) -> Steder | None:
        """Where its values stand; None when it was made from Python objects."""
        return self._steder


def tabeller(s: Situasjon | Plan) -> dict[str, dict[str, Any]]:
    """Return all tables of values, the household's and the person's among them."""
    if isinstance(s, Plan):
        return s.verdier
    return {PERSON: s.person, HUSSTAND: s.husstand, **s.ytelser}


def grupper(s: Situasjon | Plan) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return members by group, with the jobs as one of the groups."""
    svar = dict(s.medlemmer)
    if s.jobber:
        svar[JOBB] = (*svar.get(JOBB, ()), *(j.verdier() for j in s.jobber))
    return svar
