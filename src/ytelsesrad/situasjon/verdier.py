"""Read what is written for one input: plain, unknown, with a source, dated or reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from ytelsesrad.lesing import Sted, mente_du
from ytelsesrad.regelbok import Regelbok, regnemodus, tabellord
from ytelsesrad.regelspraak import (
    ForPeriode,
    FraDato,
    Meldt,
    Oppgitt,
    Periode,
    Regel,
    Regnefeil,
    Ukjent,
    type_verdi,
)
from ytelsesrad.situasjon.enkeltverdi import Enkeltleser, Galt, Under
from ytelsesrad.situasjon.grenser import KILDE, KILDER, MAKS_DATERTE, VET_IKKE
from ytelsesrad.situasjon.ord import enkelt_eksempel, kort, skriv, ventet
from ytelsesrad.situasjon.perioder import Spenn, hva_er_galt, les_dag, les_spenn
from ytelsesrad.situasjon.rekker import REKKEORD, er_rekke, les_rekke
from ytelsesrad.situasjon.spenn import HOY, LAV, Punkt, er_spenn
from ytelsesrad.situasjon.tabeller import inndata_av

_VERDI, _KRONER, _DATO = "verdi", "kroner", "dato"
_ORD = (_VERDI, _KRONER, _DATO, KILDE)


def les_kilde(raa: object) -> tuple[str, str | None]:
    """Return the source mark, and what is wrong with it if it isn't one."""
    if isinstance(raa, str) and raa in KILDER:
        return raa, None
    return "opplyst", f"Kilden «{kort(raa)}» finnes ikke. Velg {', '.join(KILDER)}."


def nesten_kilde(raa: object) -> str:
    """Return the line to write instead of a source mark that isn't one."""
    return f'{KILDE} = "{mente_du(kort(raa), KILDER) or KILDER[0]}"'


@dataclass(slots=True)
class Verdileser:
    """Reads what is given for one input of one member. Faults end up in ``galt``."""

    bok: Regelbok
    regel: Regel
    tekst_er_tall: bool
    enkelt: Enkeltleser = field(init=False)

    def __post_init__(self) -> None:
        """Make the reader of the plain values inside."""
        kjente = partial(tabellord, self.bok.samling, self.regel)
        self.enkelt = Enkeltleser(self.regel, self.tekst_er_tall, kjente)

    @property
    def galt(self) -> list[Galt]:
        """The faults found."""
        return self.enkelt.galt

    def les(self, raa: Any, medlem: int | None, kilde: str, sted: Sted) -> Oppgitt | None:
        """Return what is given, or None when something is wrong."""
        oppgitt = self._les(raa, medlem, kilde, sted)
        if oppgitt is None or not self.enkelt.usikkert:
            return oppgitt
        lavest, hoyest = (self._ytterst(p, raa, medlem, kilde, sted) for p in (LAV, HOY))
        return replace(oppgitt, spenn=(lavest, hoyest))

    def _ytterst(
        self, punkt: Punkt, raa: Any, medlem: int | None, kilde: str, sted: Sted
    ) -> Oppgitt:
        """Return the same with every lowest or highest value."""
        leser = Verdileser(self.bok, self.regel, self.tekst_er_tall)
        leser.enkelt.punkt = punkt
        oppgitt = leser._les(raa, medlem, kilde, sted)
        assert oppgitt is not None
        return oppgitt

    def _les(self, raa: Any, medlem: int | None, kilde: str, sted: Sted) -> Oppgitt | None:
        felles: dict[str, Any] = {"medlem": medlem, "kilde": kilde, "sted": sted}
        if not isinstance(raa, Mapping):
            return self._enkelt(raa, (), felles)
        if KILDE in raa:
            felles[KILDE], hva = les_kilde(raa[KILDE])
            if hva is not None:
                self.galt.append(Galt("S14", hva, nesten_kilde(raa[KILDE]), (KILDE,)))
        if er_spenn(raa):
            return self._enkelt({k: v for k, v in raa.items() if k != KILDE}, (), felles)
        if er_rekke(raa):
            return self._rekke({k: v for k, v in raa.items() if k != KILDE}, felles)
        if any(ord_ in raa for ord_ in (_VERDI, _KRONER, _DATO)) or set(raa) <= {KILDE}:
            return self._med_kilde(raa, felles)
        return self._datert({k: v for k, v in raa.items() if k != KILDE}, felles)

    def _enkelt(self, raa: Any, under: Under, felles: dict[str, Any]) -> Oppgitt | None:
        if raa == VET_IKKE:
            return Oppgitt(self.regel.id, ukjent=True, **felles)
        verdi = self.enkelt.verdi(raa, under)
        return None if verdi is None else Oppgitt(self.regel.id, alltid=verdi, **felles)

    # ── with a source, and kroner with a date ──────────────────────────────────────────────────

    def _med_kilde(self, raa: Mapping[str, Any], felles: dict[str, Any]) -> Oppgitt | None:
        plass = enkelt_eksempel(self.regel)
        for navn in raa:
            if navn in _ORD:
                continue
            nesten = mente_du(navn, _ORD)
            hva = f"Skjønner ikke «{kort(navn)}» her."
            hva += f" Mente du «{nesten}»?" if nesten else ""
            rett = f'{{ verdi = {plass}, kilde = "vedtak" }}'
            self.enkelt.meld("S15", hva, rett, (navn,), nokkel=True)
        if _DATO in raa and les_dag(raa[_DATO], ogsaa_tekst=self.tekst_er_tall) is None:
            hva = "Her må det stå en dato, med år først."
            self.enkelt.meld("S09", hva, "{ …, dato = 2026-05-01 }", (_DATO,))
        if (_VERDI in raa) == (_KRONER in raa):
            hva = "Skriv enten «verdi» eller «kroner»."
            rett = f'{{ verdi = {plass}, kilde = "{felles[KILDE]}" }}'
            self.enkelt.meld("S15", hva, rett)
        if self.galt:
            return None
        if _VERDI in raa:
            er_ukjent = raa[_VERDI] == VET_IKKE
            return self._enkelt(raa[_VERDI], () if er_ukjent else (_VERDI,), felles)
        verdi = self._fra_kroner(raa, ())
        if verdi is None:
            return None
        s = self.bok.sprak
        vist = s.kroner(self.enkelt.tall(raa[_KRONER], ()) or Decimal(0))
        dag = les_dag(raa[_DATO], ogsaa_tekst=True)
        if dag is not None:
            vist = s("dager.per", verdi=vist, dag=s.dato(dag))
        return Oppgitt(self.regel.id, alltid=verdi, vist=vist, **felles)

    def _fra_kroner(self, raa: Mapping[str, Any], under: Under) -> Decimal | None:
        """Return an amount from a letter in the unit of the rule: kroner by what it was worth."""
        meld, verdt = self.enkelt.meld, self.bok.enheter.get(self.regel.enhet)
        if verdt is None:
            hva = f"«{self.regel.navn}» skal være {ventet(self.regel)}, ikke kroner med dato."
            meld("S15", hva, skriv(raa[_KRONER]), (*under, _KRONER))
            return None
        dag = les_dag(raa.get(_DATO), ogsaa_tekst=self.tekst_er_tall)
        if dag is None:
            hva = "Vi må vite hvilken dag beløpet gjelder, for å regne det om til "
            hva += f"{self.regel.enhet}. Bruk datoen i brevet."
            rett = f"{{ kroner = {skriv(raa[_KRONER]) or '…'}, dato = 2026-05-01 }}"
            meld("S15", hva, rett, under)
            return None
        kroner = self.enkelt.tall(raa[_KRONER], (*under, _KRONER))
        if kroner is None:
            return None
        try:
            if dag > self.bok.regelsett.til:
                raise LookupError(dag)
            with regnemodus():
                verdi = kroner / self.bok.verdi_uten_inndata(verdt, dag)
        except (Regnefeil, Ukjent, ArithmeticError, LookupError):
            hva = f"Vi vet ikke hva en {self.regel.enhet} var verdt {dag}."
            rett = f"{{ kroner = {skriv(kroner) or '…'}, dato = 2026-05-01 }}"
            meld("S15", hva, rett, (*under, _DATO))
            return None
        return verdi if self.enkelt.innenfor(verdi, kroner, (*under, _KRONER)) else None

    def _rekke(self, raa: Mapping[str, Any], felles: dict[str, Any]) -> Oppgitt | None:
        """Return a row; named spans beside it go before it."""
        rekke = les_rekke(raa, self.enkelt, tekst=self.tekst_er_tall)
        resten = {k: v for k, v in raa.items() if k not in REKKEORD}
        if not resten or rekke is None:
            return None if rekke is None else Oppgitt(self.regel.id, rekke=rekke, **felles)
        datert = self._datert(resten, felles)
        if datert is None or datert.fra or datert.meldt:
            if not self.galt:
                hva = "Ved siden av en rekke kan det bare stå verdier for måneder eller år."
                self.enkelt.meld("S15", hva)
            return None
        return replace(datert, rekke=rekke)

    # ── dated ──────────────────────────────────────────────────────────────────────────────────

    def _datert(self, raa: Mapping[str, Any], felles: dict[str, Any]) -> Oppgitt | None:
        fra: list[FraDato] = []
        perioder: list[ForPeriode] = []
        meldt: list[Meldt] = []
        if self.regel.periode is Periode.KONSTANT and any(map(les_spenn, raa)):
            hva = f"«{self.regel.navn}» kan ikke endre seg med tiden. Skriv én verdi."
            self.enkelt.meld("S15", hva)
            return None
        if len(raa) > MAKS_DATERTE:
            hva = f"Her er det {len(raa)} datoer. {MAKS_DATERTE} er grensen."
            self.enkelt.meld("S02", hva)
            return None
        for nokkel, under in raa.items():
            spenn = self._spenn(nokkel)
            if spenn is None:
                continue
            if (
                isinstance(under, Mapping)
                and not {_VERDI, _KRONER} & set(under)
                and not er_spenn(under)
            ):
                meldt += self._meldinger(nokkel, under, spenn)
            elif (verdi := self._under(under, (nokkel,))) is None:
                continue
            elif spenn.slag == "dag":
                fra.append(FraDato(spenn.fra, verdi))
            else:
                perioder.append(ForPeriode(spenn.fra, spenn.til, verdi))
        if self.galt:
            return None
        return Oppgitt(
            self.regel.id,
            fra=tuple(sorted(fra, key=lambda f: f.dag)),
            perioder=tuple(sorted(perioder, key=lambda p: (p.til - p.fra, p.fra))),
            meldt=tuple(meldt),
            **felles,
        )

    def _under(self, raa: Any, under: Under) -> type_verdi | None:
        """Return a value inside a dated form: plain, or kroner with a date."""
        if isinstance(raa, Mapping) and _KRONER in raa and set(raa) <= {_KRONER, _DATO}:
            return self._fra_kroner(raa, under)
        return self.enkelt.verdi(raa, under)

    def _spenn(self, nokkel: str) -> Spenn | None:
        """Return the span of a key, if it is one that the rule can have a value for."""
        plass, navn = enkelt_eksempel(self.regel), self.regel.navn
        spenn = les_spenn(nokkel)
        hva = hva_er_galt(nokkel)
        if spenn is None or hva is not None:
            if hva is None:
                rett = f'{plass}, {{ verdi = {plass}, kilde = "vedtak" }} eller "{VET_IKKE}"'
                if self.regel.periode is not Periode.KONSTANT:
                    rett = f'{plass}, {{ 2026-01-01 = {plass} }} eller "{VET_IKKE}"'
                hva = f"Skjønner ikke «{kort(nokkel)}» her."
                self.enkelt.meld("S15", hva, rett, (nokkel,), nokkel=True)
            else:
                self.enkelt.meld("S09", hva, f"{{ 2026-01-01 = {plass} }}", (nokkel,), nokkel=True)
            return None
        if self.regel.periode is Periode.AAR and spenn.slag == "måned":
            hva = f"«{navn}» gjelder for hele år, ikke for en måned."
            rett = f"{{ {spenn.fra.year} = {plass} }}"
            self.enkelt.meld("S15", hva, rett, (nokkel,), nokkel=True)
            return None
        if spenn.slag == "dag" and (forste := self._forste(spenn.fra)) != spenn.fra:
            naar = "måneder, så verdien kan bare endre seg den første dagen i en måned."
            if self.regel.periode is Periode.AAR:
                naar = "år, så verdien kan bare endre seg 1. januar."
            hva = f"«{navn}» gjelder for hele {naar}"
            self.enkelt.meld("S15", hva, f"{{ {forste} = {plass} }}", (nokkel,), nokkel=True)
            return None
        return spenn

    def _forste(self, dag: date) -> date:
        """Return the first day of the period that a day is in."""
        match self.regel.periode:
            case Periode.MAANED:
                return dag.replace(day=1)
            case Periode.AAR:
                return dag.replace(month=1, day=1)
            case _:
                return dag

    def _meldinger(self, nokkel: str, under: Mapping[str, Any], spenn: Spenn) -> list[Meldt]:
        """Return the reports for a span: day of the report → value."""
        plass = enkelt_eksempel(self.regel)
        if not inndata_av(self.regel).meldes or spenn.slag == "dag":
            hva = f"Her må det stå {ventet(self.regel)}, ikke en tabell."
            self.enkelt.meld("S15", hva, f"{{ {nokkel} = {plass} }}", (nokkel,))
            return []
        svar = []
        for dag, raa in under.items():
            dagen = les_spenn(dag)
            galt = hva_er_galt(dag)
            if galt is not None or dagen is None or dagen.slag != "dag":
                hva = galt or f"«{kort(dag)}» er ikke dagen noe ble meldt."
                rett = f"{{ {nokkel} = {{ 2026-03-10 = {plass} }} }}"
                self.enkelt.meld("S09", hva, rett, (nokkel, dag), nokkel=True)
            elif (verdi := self._under(raa, (nokkel, dag))) is not None:
                svar.append(Meldt(spenn.fra, spenn.til, dagen.fra, verdi))
        return svar
