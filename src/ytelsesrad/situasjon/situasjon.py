"""A situation: read, checked against the rules, and ready to be worked out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Self

from ytelsesrad.lesing import les_toml, les_toml_bytes
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt
from ytelsesrad.situasjon.fra_data import fra_data
from ytelsesrad.situasjon.frys import frys
from ytelsesrad.situasjon.gitte import alle_gitt
from ytelsesrad.situasjon.modell import Plan, Situasjonsdata
from ytelsesrad.situasjon.steder import Datasteder
from ytelsesrad.situasjon.tidsrom import finn_tidsrom


class Situasjon(Situasjonsdata):
    """A person's situation and plans.

    ``regnedato`` is «today» of the calculation. ``fra`` and ``til`` are the first and last day of
    what is shown (whole months); without them it is the calendar year of ``regnedato``. The first
    plan is the one the others are compared with; without plans there is one, «Som nå».
    ``person``, ``husstand`` and ``ytelser`` (folder of rules → inputs) hold what is given, in the
    units of the rules (70 for 70 prosent). Nothing is checked against rules before they are there:
    ``les``, ``fra_dict``, ``gitt`` and ``alle_gitt`` do that.
    """

    @classmethod
    def les(cls, kilde: Path | str | bytes, bok: Regelbok) -> Self:
        """Read a file (a path), TOML text or the bytes of a file, and check it against the book.

        A text on one line that ends in ``.toml`` is a path.

        Raises Feilsamling with every fault at once, and OSError when there is no such file.
        """
        if isinstance(kilde, bytes):
            fil = les_toml_bytes(kilde, "situasjonen", "S")
        elif isinstance(kilde, Path) or ("\n" not in kilde and kilde.endswith(".toml")):
            sti = Path(kilde)
            fil = les_toml_bytes(sti.read_bytes(), sti.name, "S")
        else:
            fil = les_toml(kilde, "situasjonen", "S")
        return fra_data(cls, fil.data, fil, bok)

    @classmethod
    def fra_dict(cls, data: Mapping[str, Any], bok: Regelbok) -> Self:
        """Make a situation of data in the shape of the file, for example from JSON.

        Dates may be text (``2026-01-31``), and so may numbers (``"236.54"``). Raises Feilsamling
        with every fault at once; places are paths such as ``plan."10 timer".jobb[0].start``.
        """
        return fra_data(cls, frys(data), Datasteder(), bok)

    def gitt(self, bok: Regelbok, plan: Plan | str) -> Gitt:
        """Return what is given in one of the plans, ready for a run.

        Raises Feilsamling with every fault of all plans at once, and KeyError for another plan.
        """
        return self.alle_gitt(bok)[plan if isinstance(plan, str) else plan.navn]

    def alle_gitt(self, bok: Regelbok) -> dict[str, Gitt]:
        """Return what is given in each plan, by its name, ready for a run.

        Raises Feilsamling with every fault of all plans at once.
        """
        return alle_gitt(self, bok)

    def tidsrom(self) -> tuple[date, date, date]:
        """Return regnedato, and the first and last day shown. Raises Feilsamling."""
        return finn_tidsrom(self)

    def med_regnedato(self, dag: date) -> Self:
        """Return the same situation with another «today»."""
        return self.model_copy(update={"regnedato": dag})
