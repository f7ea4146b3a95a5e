"""What an answer is: frozen data, the same for every view of it.

Amounts are kroner. Money is ``Decimal`` in Python and a string in JSON. Nothing here names a
benefit: titles, groups and signs come from the rule book.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

Kroner = Annotated[
    Decimal, PlainSerializer(lambda d: format(d, "f"), return_type=str, when_used="json")
]
"""Amount in kroner; a plain decimal string in JSON."""


Timer = Kroner
"""Hours; a plain decimal string in JSON, as amounts are."""


class Modell(BaseModel):
    """Common settings: frozen, no unknown fields, validators built on first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Uttrekk(Modell):
    """One deduction from one payment, e.g. tax withheld. ``belop`` in kroner, positive."""

    trekk: str
    tittel: str
    belop: Kroner


class Utbetaling(Modell):
    """Money on the account on a day (or a bill, when negative)."""

    betaling: str
    """Full name of the payment in the rule book."""
    ytelse: str
    tittel: str
    betaler: str
    dato: date
    fra_dag: date
    til_dag: date
    """The period the payment is for, inclusive."""
    brutto: Kroner
    trekk: tuple[Uttrekk, ...]
    netto: Kroner
    oppgjor: bool
    sikkerhet: Literal["beregnet", "anslag", "antatt"]
    """``anslag``: uses a figure that is not set yet. ``antatt``: rests on an assumption."""
    medlem: int | None
    regel: str
    """The rule that gave the amount; open it with ``forklar``."""
    periode: str
    """The period of that rule, e.g. ``2026-03``."""


class Kolonneverdi(Modell):
    """Something shown beside a payment: a rule's value in the same period."""

    regel: str
    tittel: str
    verdi: str | None
    """Written for people, with unit; None when it is not known."""


class Betalingsperiode(Modell):
    """The period of one payment, also when it gives nothing. ``brutto`` and ``netto`` in kroner."""

    betaling: str
    ytelse: str
    tittel: str
    fra_dag: date
    til_dag: date
    """Inclusive."""
    dato: date
    """The day the money comes, or would have come."""
    brutto: Kroner
    netto: Kroner
    kolonner: tuple[Kolonneverdi, ...]
    setning: str | None
    """Why the amount is what it is."""


class Maanedslinje(Modell):
    """One month on the account: per coverage line gross and date, deductions, net, difference."""

    maaned: str
    brutto: dict[str, Kroner]
    """By coverage line (ytelse)."""
    datoer: dict[str, tuple[date, ...]]
    trekk: dict[str, Kroner]
    netto: Kroner
    netto_av: dict[str, Kroner] = {}
    """What reaches the account by coverage line: each payment after its own deductions."""
    mot_grunnlag: Kroner | None
    """Net minus the first plan's net the same month."""
    lavest: bool
    """The month with the least money in this plan."""
    mangler: tuple[str, ...] = ()
    """What is not in the month because it could not be computed: names of coverage lines."""


class Aarslinje(Modell):
    """One coverage line of a year, both ways. Sign as in «å leve for» (tax negative)."""

    ytelse: str
    navn: str
    gruppe: str
    rad: str
    """The name of its row among amounts."""
    kort: str = ""
    """A short name for narrow columns."""
    for_arbeid: bool = False
    """Whether the line is pay for work."""
    utbetalt: Kroner | None
    """What came on the account in the year, before tax; for a tax: what was withheld."""
    gjort_opp: Kroner | None
    """What the year finally gives (rett); None when it cannot be computed."""


class Aarsoppgjor(Modell):
    """A settlement of the year that is paid or claimed later."""

    betaling: str
    tittel: str
    dato: date
    belop: Kroner
    """Before what is taken out of it."""
    netto: Kroner | None = None
    """What reaches the account, or has to be paid; None in an answer from before it was said."""
    betaler: str = ""
    bare_avrunding: bool = False
    """Whether it is no more than what the payments of the year were rounded by: nothing to say."""


class Avstemmingslinje(Modell):
    """One step from what came on the account in a year to what the year finally gives."""

    slag: Literal["oppgjor_senere", "oppgjor_tidligere", "etterskudd", "forskjell", "uforklart"]
    """What kind of step: a settlement that comes later, or came and is for an earlier year; money
    paid after its period; a difference a rule file gives; what nothing explains."""
    tittel: str
    belop: Kroner
    """Added to what came on the account. A settlement is what reaches the account."""
    dato: date | None
    """The day of a settlement."""
    grunn: str | None
    """Why, with the figures filled in."""
    hjemmel: str | None


class Aar(Modell):
    """A calendar year: as paid and as settled."""

    aar: int
    linjer: tuple[Aarslinje, ...]
    utbetalt_netto: Kroner | None
    gjort_opp_netto: Kroner | None
    """«Å leve for» when everything for the year is settled."""
    oppgjor: tuple[Aarsoppgjor, ...]
    avstemming: tuple[Avstemmingslinje, ...] = ()
    """The steps from ``utbetalt_netto`` to ``gjort_opp_netto``; they add up to the difference."""
    sikkerhet: Literal["beregnet", "anslag", "antatt"]
    timer: Timer | None = None
    """Hours of paid work in the year; None when they are not known."""


class Dekningslinje(Modell):
    """One line of the coverage matrix. Nothing a change of income can touch is left out."""

    ytelse: str
    navn: str
    status: Literal[
        "beregnet", "ikke_aktuelt", "ikke_oppgitt", "endres_ikke", "ikke_modellert", "mangler"
    ]
    """``ikke_oppgitt``: it could be computed, but the person has not said if they have it."""
    holdes: bool
    """The person says they have it (only for what is not modelled)."""
    spor: str | None
    merknad: str | None


class Melding(Modell):
    """A duty, right, warning, advice or reassurance that applies in this plan."""

    id: str
    type: str
    tekst: str
    kort: str | None
    frist: str | None
    frist_dato: date | None
    hvem: str | None
    kanal: str | None
    mottaker: str | None = None
    """Who a duty is owed to, such as who pays."""
    folge: str | None = None
    """What happens when a duty is not done."""
    fra_dato: date | None = None
    """The day something stops, or comes back."""
    hjemmel: str | None
    kilder: tuple[str, ...]
    perioder: tuple[str, ...]
    """Periods it holds in, e.g. ``("2026",)``."""
    rang: int = 0
    """Its place in the order of the rule book."""
    viktig: bool = True
    """Whether it stands in the short answer, too."""


class Forutsetning(Modell):
    """An assumption the answer rests on."""

    inndata: str
    tittel: str
    verdi: str
    """Written for people, with unit."""
    kilde: str
    """vedtak, lønnsslipp, opplyst or antatt."""
    fordi: str | None
    staar_i: str | None
    plan: str | None
    """Set when it belongs to one plan only."""
    virkning: tuple[Kroner, Kroner] | None = None
    """Change of the settled first year at the low and the high end of the range, if given."""


class Mangel(Modell):
    """Something unknown that the answer needs."""

    inndata: str
    tittel: str
    sporsmaal: str
    staar_i: str | None
    alternativ: str | None
    """Another input that would do as well."""
    berorer: tuple[str, ...]
    """What could not be computed without it."""
    virkning: tuple[Kroner, Kroner] | None = None
    """The settled first year at the low and the high end of what is possible, if that is known."""
    skriv: str | None = None
    """How to write the answer in the situation file, ready to paste (may be several lines)."""
    antatt: str | None = None
    """What is reckoned with until it is known, and why; then nothing waits for the answer."""
    perioder: tuple[str, ...] = ()
    """The periods it is missing for, in order, e.g. ``2025-12``; empty when it is not given at all.
    """


class Forbehold(Modell):
    """A gap in the rules, or an estimated figure, that this answer touches."""

    id: str
    hva: str
    hvorfor: str
    verdt: str | None
    spor: str | None


class Advarsel(Modell):
    """Something in what was put in that is possible but should be checked (a ``krav``)."""

    id: str
    tekst: str
    rett: str
    felt: tuple[str, ...]


class Feilsvar(Modell):
    """A result that ended in an error while calculating: which, and why."""

    regel: str
    periode: str
    tekst: str


class Planresultat(Modell):
    """Everything about one plan."""

    navn: str
    betalinger: tuple[Utbetaling, ...]
    """All payments dated in the shown span, plus settlements of shown years that come later."""
    perioder: tuple[Betalingsperiode, ...] = ()
    """Payments period by period, where the rule file shows more than the amount."""
    maaneder: tuple[Maanedslinje, ...]
    aar: tuple[Aar, ...]
    dekning: tuple[Dekningslinje, ...]
    meldinger: tuple[Melding, ...]
    mangler: tuple[Mangel, ...]
    forutsetninger: tuple[Forutsetning, ...]
    forbehold: tuple[Forbehold, ...]
    advarsler: tuple[Advarsel, ...]
    feil: tuple[Feilsvar, ...]


class Meta(Modell):
    """What the answer was computed with and how long it can be trusted."""

    skjema: str = "resultat-1"
    sprak: str = "nb"
    """The language of the texts: that of the book that was computed with."""
    bibliotekversjon: str
    regelsett: str
    regelsett_hash: str
    regnedato: date
    kunnskapsdato: date | None
    fra: date
    til: date
    gyldig_til: date
    """The next known rule change, the new year, or six months; whichever is first."""
    gyldig_fordi: Literal["regelendring", "nytt_aar", "seks_maaneder"] = "nytt_aar"
    """Why that is the last day."""
    gyldig_regler: tuple[str, ...] = ()
    """What changes the day after, for ``regelendring``: titles of rules the answer has used."""
    tittel: str | None
    konstruert: bool
    anledning: str | None
    bygger_paa: str | None


class Endring(Modell):
    """A plan against the first plan, for one year. Kroner."""

    plan: str
    aar: int
    gjort_opp: Kroner | None
    per_maaned: Kroner | None
    utbetalt: Kroner | None
    utelater: tuple[str, ...]
    """Names of what the person holds that the figure leaves out."""


class Resultat(Modell):
    """One answer: all plans of a situation, and how they differ from the first."""

    meta: Meta
    planer: tuple[Planresultat, ...]
    endringer: tuple[Endring, ...]
    kilder: tuple[str, ...]
    """The paragraphs and sources the answer rests on, for printing."""
    hjemler: tuple[str, ...] = ()
    """The paragraphs behind the payments, deductions and lines with money, for the short answer."""
