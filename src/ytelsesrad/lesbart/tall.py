"""Numbers with their units, as people read them: «12 345 kroner», «66,5 prosent», «9,5 timer».

Rounding here is for display only, halves away from zero. Groups of three and units are joined by
a hard space (U+00A0) and minus is U+2212, so that a line never breaks inside an amount.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from ytelsesrad.lesbart.dager import Dagskrift

HARDT_MELLOMROM = "\u00a0"
MINUS = "\u2212"

_VID = Context(prec=200, rounding=ROUND_HALF_UP)
_HUNDRE = Decimal(100)


def avrundet(verdi: Decimal | int, til: Decimal | int = 1) -> Decimal:
    """Return the nearest multiple of ``til``, halves away from zero. Never minus zero."""
    steg = Decimal(til)
    antall = _VID.divide(Decimal(verdi), steg).quantize(Decimal(1), context=_VID)
    return _VID.plus(_VID.multiply(antall, steg))


def _ore(verdi: Decimal | int) -> int:
    """Two decimals when there are øre left after rounding to øre, else none."""
    avkortet = avrundet(verdi, Decimal("0.01"))
    return 0 if avkortet == avkortet.to_integral_value() else 2


class Tallskrift(Dagskrift):
    """How a language writes numbers. The words are in its catalogue."""

    def tall(
        self,
        verdi: Decimal | int,
        desimaler: int | None = None,
        *,
        fortegn: bool = False,
        grupper_fra: int = 4,
    ) -> str:
        """Return a number with comma, hard spaces between groups of three, and U+2212 for minus.

        ``desimaler`` is how many are shown; None shows up to five and leaves out closing zeros.
        ``fortegn`` puts «+» before what is above zero. Numbers with fewer digits before the comma
        than ``grupper_fra`` are not grouped. Other languages have their own signs.
        """
        plasser = 5 if desimaler is None else desimaler
        avkortet = _VID.quantize(Decimal(verdi), Decimal(1).scaleb(-plasser))
        hele, _, brok = format(avkortet.copy_abs(), "f").partition(".")
        if desimaler is None:
            brok = brok.rstrip("0")
        if len(hele) >= grupper_fra:
            hele = f"{int(hele):,}".replace(",", self.tegn("tall.gruppe"))
        tegn = MINUS if avkortet < 0 else "+" if fortegn and avkortet > 0 else ""
        return f"{tegn}{hele}{self.tegn('tall.desimal')}{brok}" if brok else f"{tegn}{hele}"

    def kroner(self, verdi: Decimal | int, *, fortegn: bool = False, ore: bool = False) -> str:
        """Return «12 345 kroner» for sentences; with ``ore`` also øre when there are any."""
        return self._i_kroner(self.tall(verdi, _ore(verdi) if ore else 0, fortegn=fortegn))

    def kr(self, verdi: Decimal | int, *, fortegn: bool = False, ore: bool = False) -> str:
        """Return «12 345 kr» for tables; with ``ore`` also øre when there are any."""
        skrevet = self.tall(verdi, _ore(verdi) if ore else 0, fortegn=fortegn)
        return self.tegn("tall.kr").format(skrevet)

    def omtrent_kroner(self, verdi: Decimal | int, til: int = 100) -> str:
        """Return «omtrent 4 600 kroner»: the size without sign, to the nearest ``til`` kroner."""
        rundet = self.kroner(avrundet(Decimal(verdi).copy_abs(), til))
        return self.tegn("tall.omtrent").format(rundet)

    def uten_omtrent(self, foran: str) -> str:
        """Return the beginning of a sentence without «omtrent» at its end."""
        return foran.removesuffix(self.tegn("tall.omtrent").partition("{}")[0])

    def ukjent_i_tekst(self, enhet: str) -> str:
        """Return what stands in a sentence for a value of a unit that can't be known."""
        penger = enhet.startswith("kr")
        return self.tegn("tall.ukjent_belop" if penger else "tall.ukjent_i_tekst")

    def vis(
        self,
        verdi: Decimal | int | bool | date | str | None,
        enhet: str,
        *,
        desimaler: int | None = None,
    ) -> str:
        """Return a value of the rule language written after the unit of its rule.

        Values are in base form (70 prosent is ``0.70``). Of a unit such as ``kr/år`` only the
        first part is written: the sentence around it says for how long. kr/time, kr/dag and «kr og
        øre» show øre when there are any, other kroner none. A plain number (``tall``) under 10 000
        is not grouped, so that a year stays «2026». ``desimaler`` overrules how many decimals a
        number is shown with. None is «ukjent».
        """
        if verdi is None:
            return self.tegn("tall.ukjent")
        if isinstance(verdi, bool):
            return self.tegn("tall.ja" if verdi else "tall.nei")
        if isinstance(verdi, date):
            return self.dato(verdi)
        return verdi if isinstance(verdi, str) else self._vis_tall(verdi, enhet, desimaler)

    def _vis_tall(self, verdi: Decimal | int, enhet: str, desimaler: int | None) -> str:
        hva, _, per = (del_.strip() for del_ in enhet.partition("/"))
        if hva in ("", "tall"):
            return self.tall(verdi, desimaler, grupper_fra=5)
        if hva in ("kr", "kr og øre"):
            ore = _ore(verdi) if per in ("time", "dag") or hva != "kr" else 0
            return self._i_kroner(self.tall(verdi, ore if desimaler is None else desimaler))
        if hva == "prosent":
            verdi = _VID.multiply(_HUNDRE, Decimal(verdi))
        if desimaler is None and hva != "G":
            verdi = avrundet(verdi, Decimal("0.01"))
        return self._med_enhet(self.tall(verdi, desimaler), hva)

    def _i_kroner(self, skrevet: str) -> str:
        return self.tegn("tall.krone" if _er_en(skrevet) else "tall.kroner").format(skrevet)

    def _med_enhet(self, skrevet: str, enhet: str) -> str:
        """Join a written number and its unit; «1» takes the singular."""
        navn = _FLERTALL.get(enhet, enhet)
        if self.har(f"enheter.{navn}"):
            navn = self.ledd(f"enheter.{navn}")[0 if _er_en(skrevet) else 1]
        return f"{skrevet}{HARDT_MELLOMROM}{navn}"

    def liste(self, ledd: Iterable[str], bindeord: str | None = None) -> str:
        """Return «a, b og c»."""
        alle = list(ledd)
        if len(alle) < 2:
            return "".join(alle)
        og = self.tegn("tall.og") if bindeord is None else bindeord
        return f"{', '.join(alle[:-1])} {og} {alle[-1]}"

    def maanedene(self, dager: Iterable[date]) -> str:
        """Return the months of some days, each year once: «august og september 2027»."""
        return self._med_aar(self.maaned(d) for d in dager)

    def datoene(self, dager: Iterable[date]) -> str:
        """Return some days, each year once: «20. august og 24. september 2027»."""
        return self._med_aar(self.dato(d) for d in dager)

    def _med_aar(self, skrevet: Iterable[str]) -> str:
        """Return what ends in a year as a list, with the year after the last of each year."""
        delt = [tuple(d.rsplit(HARDT_MELLOMROM, 1)) for d in dict.fromkeys(skrevet)]
        return self.liste(
            dag if delt[nr : nr + 1] and delt[nr][1] == aar else f"{dag}{HARDT_MELLOMROM}{aar}"
            for nr, (dag, aar) in enumerate(delt, 1)
        )

    def midt_i(self, navn: str) -> str:
        """Return a title as written inside a sentence: small first letter, but «ABC» as it is."""
        if len(navn) > 1 and navn[1].islower():
            if navn.split(" ", 1)[0].rstrip(":,") in self.ledd("sprak.egennavn"):
                return navn
            return navn[0].lower() + navn[1:]
        return navn


_FLERTALL = {
    "time": "timer",
    "dag": "dager",
    "uke": "uker",
    "måned": "måneder",
    "meldeperiode": "meldeperioder",
    "gang": "ganger",
}
"""Units that a rule writes in the singular, by the name they have in the catalogues."""


def _er_en(skrevet: str) -> bool:
    return skrevet.strip(f"+{MINUS}") == "1"
