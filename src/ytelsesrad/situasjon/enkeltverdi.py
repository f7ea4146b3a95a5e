"""Read one plain value in the unit of its rule: its kind, its range and its steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext
from typing import Any

from ytelsesrad.lesbart import tall as vis_tall
from ytelsesrad.lesing import mente_du
from ytelsesrad.regelbok import skrevet_som
from ytelsesrad.regelspraak import KONTEKST, Regel, type_verdi
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.grenser import (
    MAKS_DESIMALER,
    MAKS_STORRELSE,
    MAKS_TEKST,
    VET_IKKE,
)
from ytelsesrad.situasjon.ord import (
    eksempel,
    enkelt_eksempel,
    gjett_dag,
    gjett_tall,
    i_kroner,
    i_ord,
    kort,
    med_tekst,
    mener_ukjent,
    riktig_form,
    skriv,
    slag,
    ventet,
)
from ytelsesrad.situasjon.perioder import hva_er_galt, les_dag, umulig
from ytelsesrad.situasjon.spenn import HOY, LAV, PUNKTER, VENTET, Punkt, er_spenn, ett_spenn
from ytelsesrad.situasjon.tabeller import inndata_av

_GRUPPE = 3
"""Digits between the signs that part the thousands."""
_TUSEN = 10**_GRUPPE
_ENHET = re.compile(r"[^\W\d]|%")
"""Something in a number written as text that is its unit."""
_MINSTE = Decimal(1).scaleb(-MAKS_DESIMALER)
Under = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Galt:
    """A fault in a value: code, cause, remedy, and where under the key it stands."""

    kode: str
    hva: str
    rett: str
    under: Under = ()
    nokkel: bool = False
    """Whether it is about the key there, and not its value."""


@dataclass(slots=True)
class Enkeltleser:
    """Reads plain values of one input. Faults are added to ``galt``.

    ``tekst_er_tall``: numbers and dates may be written as text (from Python and JSON, not TOML).
    """

    regel: Regel
    tekst_er_tall: bool
    kjente: Callable[[], tuple[str, ...]]
    """The words of a text that tables have rows for, when they are asked for."""
    galt: list[Galt] = field(default_factory=list)
    punkt: Punkt = VENTET
    """Which of the three is read where a number is uncertain."""
    usikkert: bool = False
    """Whether a number with a range was read."""

    def meld(
        self,
        kode: str,
        hva: str,
        rett: str | None = None,
        under: Under = (),
        *,
        nokkel: bool = False,
    ) -> None:
        """Note a fault. The remedy is a value to write, or the input's own example."""
        rett = f"{self.regel.navn} = {rett or eksempel(self.regel)}"
        self.galt.append(Galt(kode, hva, rett, under, nokkel))

    def verdi(self, raa: Any, under: Under) -> type_verdi | None:
        """Return a value in base form (70 prosent is 0.70), or None when it is wrong."""
        if under and raa == VET_IKKE:
            hva = f"«{VET_IKKE}» gjelder hele opplysningen, ikke bare en del av den."
            self.meld("S15", hva, f'"{VET_IKKE}"', under)
            return None
        type_, faktor = les_enhet(self.regel.enhet)
        if er_spenn(raa):
            return self._spenn(ett_spenn(raa), under)
        if type_.art is Art.TALL:
            tall = self.tall(raa, under)
            if tall is None or not self.innenfor(tall, tall, under):
                return None
            with localcontext(KONTEKST):
                return tall * faktor
        if type_.art is Art.DATO:
            return self._dato(raa, under)
        if type_.art is Art.JA_NEI and isinstance(raa, bool):
            return raa
        if type_.art is Art.TEKST and isinstance(raa, str):
            return self._tekst(raa, under)
        self._feil_slag(raa, under)
        return None

    def _spenn(self, raa: Mapping[str, Any], under: Under) -> type_verdi | None:
        """Return one of the three values of a range; all three must be right."""
        plass = enkelt_eksempel(self.regel)
        rett = f"{{ {LAV} = …, {VENTET} = {plass}, {HOY} = … }}"
        if les_enhet(self.regel.enhet)[0].art is not Art.TALL:
            self.meld("S15", "Bare tall kan skrives som lav, ventet og hoy.", under=under)
            return None
        if set(raa) != set(PUNKTER):
            hva = "Et usikkert tall skrives med lav, ventet og hoy, og ikke noe annet."
            self.meld("S15", hva, rett, under)
            return None
        if any(er_spenn(raa[p]) for p in PUNKTER):
            self.meld("S15", "Her må det stå et tall, ikke en tabell.", rett, under)
            return None
        verdier = {p: self.verdi(raa[p], (*under, p)) for p in PUNKTER}
        lav, ventet, hoy = (verdier[p] for p in PUNKTER)
        if lav is None or ventet is None or hoy is None:
            return None
        if not lav <= ventet <= hoy:  # type: ignore[operator]
            hva = "Det laveste må være minst, og det høyeste størst."
            self.meld("S07", hva, rett, under)
            return None
        self.usikkert = True
        return verdier[self.punkt]

    def tall(self, raa: Any, under: Under) -> Decimal | None:
        """Return a number as typed, or None when it isn't one that can be used."""
        tall: Decimal | None = None
        if isinstance(raa, Decimal | int) and not isinstance(raa, bool):
            tall = Decimal(raa)
        elif self.tekst_er_tall and isinstance(raa, str) and len(raa) <= MAKS_TEKST:
            try:
                tall = Decimal(raa)
            except InvalidOperation:
                tall = None
        if tall is None:
            self._ikke_tall(raa, under)
            return None
        if not tall.is_finite() or (tall and tall.adjusted() >= MAKS_STORRELSE):
            self.meld("S07", "Tallet er for stort til å regne med.", under=under)
            return None
        with localcontext(KONTEKST):
            avkortet = tall.quantize(_MINSTE)
        if avkortet != tall:
            hva = f"Tallet har for mange desimaler ({MAKS_DESIMALER} er grensen)."
            self.meld("S07", hva, under=under)
            return None
        if not self.tekst_er_tall and self._kan_vaere_tusen(tall, under):
            hva = f"Punktum er desimaltegn her, så dette er {vis_tall(tall, 2)} kroner."
            ment = riktig_form(self.regel, Decimal(int(tall * _TUSEN)))
            self.meld("S07", f"{hva} Skriv kroner med høyst to desimaler.", ment, under)
            return None
        return tall

    def _kan_vaere_tusen(self, tall: Decimal, under: Under) -> bool:
        """Tell whether an amount can be thousands with a full stop between: «13.200»."""
        if tall.as_tuple().exponent != -_GRUPPE or abs(tall) < 1:
            return False
        if under[-1:] == ("kroner",):  # kroner of a day, in the place of another unit
            return True
        hoyst = inndata_av(self.regel).hoyst
        return i_ord(self.regel.enhet).startswith("kroner") and (
            hoyst is None or tall * _TUSEN <= hoyst
        )

    def innenfor(self, tall: Decimal, skrevet: Decimal, under: Under) -> bool:
        """Tell whether a number (in the unit as typed) is within the range and on a step."""
        i = inndata_av(self.regel)
        lavt = i.minst is not None and tall < i.minst
        hoyt = i.hoyst is not None and tall > i.hoyst
        mellom = i.steg is not None and tall % i.steg != 0
        if not (lavt or hoyt or mellom):
            return True
        tittel = self.regel.tittel or self.regel.navn
        hva = f"{tittel} kan ikke være {_med_enhet(skrevet, self.regel.enhet, under)}. "
        hva += f"Det må være {self._grenser()}."
        sjekk = f"Se i {i.staar_i}." if i.staar_i else "Sjekk tallet."
        bedre = enkelt_eksempel(self.regel) if lavt or hoyt else self._naermeste(tall)
        if hoyt and not under and (kroner := i_kroner(self.regel, skrevet)):
            sjekk, bedre = f"Er det kroner, skriv det slik. {sjekk}", kroner
        self.meld("S07", hva, f"{bedre}      {sjekk} Vi endrer ikke tallet for deg.", under)
        return False

    def _ikke_tall(self, raa: Any, under: Under) -> None:
        gjettet, enhet = gjett_tall(raa), i_ord(self.regel.enhet)
        hva = f"Her må det stå et tall, ikke {slag(raa)}."
        if gjettet is None:
            self._kan_ikke_gjettes(hva, raa, under)
            return
        if enhet and _ENHET.search(raa):
            hva += f" Enheten er {enhet}, så den trengs ikke."
        else:
            hva += " Tall skrives uten anførselstegn, og med punktum foran desimalene."
        self.meld("S03", hva, gjettet, under)

    def _kan_ikke_gjettes(self, hva: str, raa: Any, under: Under) -> None:
        """Note a value of the wrong kind; the remedy says when it is only an example."""
        if not under and mener_ukjent(raa):
            hva += f" Er svaret ukjent, skriver du «{VET_IKKE}» med små bokstaver."
            self.meld("S03", hva, f'"{VET_IKKE}"')
            return
        rett = None
        if isinstance(raa, str):
            rett = f"{eksempel(self.regel)}      Det er bare et eksempel. Skriv det som gjelder."
        self.meld("S03", hva, rett, under)

    def _dato(self, raa: Any, under: Under) -> date | None:
        if self.tekst_er_tall and isinstance(raa, str):
            dag = les_dag(raa, ogsaa_tekst=True)
            galt = hva_er_galt(raa)
            if galt is None and dag is None:
                self._ikke_dag("S09", "Datoen må skrives med år først.", raa, under)
                return None
        elif (dag := les_dag(raa, ogsaa_tekst=False)) is not None:
            galt = umulig(dag)
        else:
            self._ikke_dag("S03", f"Her må det stå en dato, ikke {slag(raa)}.", raa, under)
            return None
        if galt is not None:
            self.meld("S09", galt, under=under)
            return None
        return dag

    def _ikke_dag(self, kode: str, hva: str, raa: Any, under: Under) -> None:
        """Note a value that is not a day; a day in another form is kept in the remedy."""
        if (funnet := gjett_dag(raa)) is None:
            self._kan_ikke_gjettes(hva, raa, under)
            return
        galt, dagene = funnet
        rett = f"  eller  {self.regel.navn} = ".join(dagene)
        self.meld(kode, galt if kode == "S09" else f"{hva} {galt}", rett or None, under)

    def _tekst(self, raa: str, under: Under) -> str | None:
        if len(raa) > MAKS_TEKST:
            hva = f"Teksten er for lang ({MAKS_TEKST} tegn er grensen)."
            self.meld("S02", hva, under=under)
            return None
        valg = self.regel.valg
        if valg and raa not in valg:
            nesten = self._ment(raa)
            alle = ", ".join(med_tekst(self.regel, v, v) for v in valg)
            hva = f"«{kort(raa)}» er ikke en av mulighetene: {alle}."
            hva += f" Mente du «{nesten}»?" if nesten else ""
            self.meld("S07", hva, f'"{nesten or valg[0]}"', under)
            return None
        return raa if valg else skrevet_som(raa, self.kjente())

    def _ment(self, raa: str) -> str | None:
        """Return the choice that was meant, written nearly right or as people read it."""
        lest = {str(self.regel.valget(v)).casefold(): v for v in self.regel.valg}
        nesten = mente_du(raa, self.regel.valg)
        return nesten or lest.get(mente_du(raa.casefold(), list(lest)) or "")

    def _feil_slag(self, raa: Any, under: Under) -> None:
        rett, art = None, les_enhet(self.regel.enhet)[0].art
        if art is Art.JA_NEI and raa in ("ja", "nei", "Ja", "Nei"):
            rett = "true" if raa.lower() == "ja" else "false"
        elif art is Art.TEKST and isinstance(raa, Decimal | int) and not self.regel.valg:
            rett = f'"{skriv(raa) or "…"}"'
        hva = f"Her må det stå {ventet(self.regel)}, ikke {slag(raa)}."
        if rett is None:
            self._kan_ikke_gjettes(hva, raa, under)
            return
        self.meld("S03", hva, rett, under)

    def _grenser(self) -> str:
        i = inndata_av(self.regel)
        enhet = i_ord(self.regel.enhet)
        hele = i.steg == 1
        svar = "et helt tall " if hele else ""
        if i.minst is not None and i.hoyst is not None:
            svar += f"fra {_t(i.minst)} til {_t(i.hoyst)}"
        elif i.minst is not None:
            svar += f"minst {_t(i.minst)}"
        elif i.hoyst is not None:
            svar += f"høyst {_t(i.hoyst)}"
        svar = f"{svar} {enhet}".strip()
        if i.steg is not None and not hele:
            svar += f"{',' if svar else ''} i trinn på {_t(i.steg)}"
        return svar.strip()

    def _naermeste(self, tall: Decimal) -> str:
        i = inndata_av(self.regel)
        if i.steg is not None:
            tall = (tall / i.steg).to_integral_value() * i.steg
        if i.minst is not None:
            tall = max(tall, i.minst)
        if i.hoyst is not None:
            tall = min(tall, i.hoyst)
        return skriv(tall) or "…"


def _t(tall: Decimal) -> str:
    return vis_tall(tall, grupper_fra=5)


def _med_enhet(skrevet: Decimal, enhet: str, under: Under) -> str:
    enhet = "kroner" if under[-1:] == ("kroner",) else i_ord(enhet)
    return f"{_t(skrevet)} {enhet}".strip()
