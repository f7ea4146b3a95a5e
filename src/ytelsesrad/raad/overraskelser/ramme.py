"""What a plan's surprises are read from: its payments by line and month, beside the first's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ytelsesrad.beregning import Beregning, Planresultat, Utbetaling, Utregning
from ytelsesrad.lesbart import Sprak, naa_eller_med, sprak
from ytelsesrad.raad.overraskelser.modell import Overraskelse, Slag

INGEN = Decimal(0)
KRONE = Decimal(1)
LANG_PERIODE = 100
"""Days. What is paid for longer than this comes once a year and not month by month."""
Rekkenavn = tuple[str, int | None]
"""A row of payments: the payment's name, and which job or child it is for."""


@dataclass(frozen=True)
class Utkast:
    """A surprise before it has its place among the others."""

    slag: Slag
    alvor: str
    tekst: str
    hvorfor: str | None = None
    gjor: str | None = None
    maaned: str | None = None
    dato: object = None
    belop: Decimal | None = None
    ytelse: str | None = None
    betalinger: tuple[Utbetaling, ...] = ()
    regler: tuple[str, ...] = ()
    aar: int | None = None
    """The year it is for, when that is not the year it is in."""
    gaar_ned: tuple[str, ...] = ()
    """The coverage lines that it says go down,"""
    ned_fra: str | None = None
    """and the month they do."""
    utdypet: bool = False
    """Whether an important note says why, or says it better."""
    i_oppgjoret: bool = False
    """Whether it says that most of it comes in a settlement."""
    andre_maaned: str | None = None
    """The month that is lower because of it, when it is about two months."""
    uten_grunn: str = ""
    """The text without the reason, for when another surprise has said it."""
    meldinger: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Kind, what it is about and when."""
        hva = self.ytelse or next((b.betaling for b in self.betalinger), "")
        naar = self.dato or self.maaned or ""
        return "/".join(str(d) for d in (self.slag, hva, naar) if d)

    def ferdig(self, plan: str, rang: int, *, viktig: bool, del_av: str | None) -> Overraskelse:
        """Return it in its place."""
        return Overraskelse(
            id=self.id,
            slag=self.slag,
            plan=plan,
            alvor=self.alvor,
            rang=rang,
            maaned=self.maaned,
            dato=self.dato,
            belop=self.belop,
            tekst=self.tekst,
            hvorfor=self.hvorfor,
            gjor=self.gjor,
            ytelse=self.ytelse,
            betalinger=tuple(dict.fromkeys(b.betaling for b in self.betalinger)),
            regler=self.alle_regler,
            meldinger=self.meldinger,
            viktig=viktig,
            del_av=del_av,
        )

    @property
    def alle_regler(self) -> tuple[str, ...]:
        """The rules of the payments, and the others."""
        return tuple(dict.fromkeys([b.regel for b in self.betalinger] + list(self.regler)))


def maaned_av(dag: object) -> str:
    """Return the month of a day, as ``2026-03``."""
    return str(dag)[:7]


@dataclass(frozen=True)
class Ramme:
    """One plan, and the first plan to hold it against (None for the first plan itself)."""

    beregning: Beregning
    plan: Planresultat
    grunnlag: Ramme | None
    maaneder: tuple[str, ...] = field(init=False)
    """The months shown, in order."""

    def __post_init__(self) -> None:
        """Take the months from the plan."""
        object.__setattr__(self, "maaneder", tuple(m.maaned for m in self.plan.maaneder))

    @property
    def utregning(self) -> Utregning:
        """The run behind the plan."""
        return self.beregning.utregninger[self.plan.navn]

    @cached_property
    def s(self) -> Sprak:
        """The language of the answer."""
        return sprak(self.beregning.resultat.meta.sprak)

    @cached_property
    def navn(self) -> dict[str, str]:
        """Coverage line → its short name as written inside a sentence."""
        midt_i = self.s.midt_i
        svar = {d.ytelse: midt_i(d.navn) for d in self.plan.dekning}
        for aar in self.plan.aar:
            svar |= {x.ytelse: midt_i(x.kort or x.navn) for x in aar.linjer}
        return svar

    @cached_property
    def vanlige(self) -> tuple[Utbetaling, ...]:
        """Payments in the months shown that come again and again: no settlements."""
        sett = set(self.maaneder)
        return tuple(
            b
            for b in self.plan.betalinger
            if not b.oppgjor and maaned_av(b.dato) in sett and not er_aarlig(b)
        )

    @cached_property
    def aarlige(self) -> tuple[Utbetaling, ...]:
        """Payments in the months shown that are for a whole year, and no settlement."""
        sett = set(self.maaneder)
        return tuple(
            b
            for b in self.plan.betalinger
            if not b.oppgjor and maaned_av(b.dato) in sett and er_aarlig(b)
        )

    @cached_property
    def rekker(self) -> dict[Rekkenavn, list[Utbetaling]]:
        """What comes again and again, each row by day."""
        svar: dict[Rekkenavn, list[Utbetaling]] = defaultdict(list)
        for b in self.vanlige:
            svar[b.betaling, b.medlem].append(b)
        return dict(svar)

    @cached_property
    def nye(self) -> dict[Rekkenavn, list[Utbetaling]]:
        """The rows that the first plan has not got; for the first plan, all that begin in it."""
        gamle = self.grunnlag.rekker if self.grunnlag else {}
        forste = self.beregning.resultat.meta.fra
        return {
            navn: rekke
            for navn, rekke in self.rekker.items()
            if navn not in gamle and rekke[0].fra_dag >= forste
        }

    @cached_property
    def brutto(self) -> dict[str, dict[str, Decimal]]:
        """Line → month → kroner before deductions, of what comes again and again."""
        return _summer((b.ytelse, maaned_av(b.dato), b.brutto) for b in self.vanlige)

    @cached_property
    def netto(self) -> dict[str, dict[str, Decimal]]:
        """Line → month → kroner on the account, of what comes again and again."""
        return _summer((b.ytelse, maaned_av(b.dato), b.netto) for b in self.vanlige)

    @cached_property
    def inn(self) -> dict[str, Decimal]:
        """Month → all that comes on the account, settlements too."""
        return {m.maaned: m.netto for m in self.plan.maaneder}

    @cached_property
    def naa(self) -> str:
        """What the first plan is called in a comparison: «nå», or «med» and its name."""
        navn = self.beregning.resultat.planer[0].navn
        return naa_eller_med(self.s.kjent(navn), self.s)

    @cached_property
    def vanlig(self) -> Decimal:
        """What a usual month has on the account."""
        return midten(list(self.inn.values()))

    @cached_property
    def mangler(self) -> bool:
        """Whether something is not in the months because it could not be computed."""
        return any(m.mangler for m in self.plan.maaneder)


def er_aarlig(b: Utbetaling) -> bool:
    """Tell whether a payment is for something like a year."""
    return (b.til_dag - b.fra_dag).days > LANG_PERIODE


def stor(tekst: str) -> str:
    """Return a sentence with a capital letter first."""
    return tekst[:1].upper() + tekst[1:]


def midten(tall: Sequence[Decimal]) -> Decimal:
    """Return the middle one of some numbers (the lower of two): what a usual month is."""
    return sorted(tall)[(len(tall) - 1) // 2] if tall else INGEN


def _summer(ledd: Iterable[tuple[str, str, Decimal]]) -> dict[str, dict[str, Decimal]]:
    svar: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for ytelse, maaned, belop in ledd:
        svar[ytelse][maaned] += belop
    return {y: dict(m) for y, m in svar.items()}
