"""Read one value as a person writes it: plain, unknown, with a source, dated or reported."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation, localcontext
from typing import Any

from ytelsesrad.lesbart import dato, kroner
from ytelsesrad.lesbart import tall as vis_tall
from ytelsesrad.lesing import Sted, mente_du
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import (
    ForPeriode,
    FraDato,
    Meldt,
    Oppgitt,
    Periode,
    Regel,
    type_verdi,
)
from ytelsesrad.regelspraak.enheter import Art, les_enhet

KILDER = ("vedtak", "lønnsslipp", "opplyst", "antatt")
VET_IKKE = "vet ikke"
MAKS_TEKST = 200
_AAR = re.compile(r"\d{4}")
_MAANED = re.compile(r"\d{4}-\d{2}")
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_EKSEMPEL = {"ja/nei": "true", "dato": "2026-01-01", "tekst": '"…"'}
Fault = tuple[str, str, str, tuple[str, ...]]


@dataclass(slots=True)
class Verdileser:
    """Reads the value of one input. ``feil`` holds cause, remedy, code and place under the key."""

    bok: Regelbok
    regel: Regel
    fra_python: bool
    feil: list[Fault] = field(default_factory=list)

    def les(self, raa: Any, medlem: int | None, kilde: str, sted: Sted) -> Oppgitt | None:
        """Return what is given, or None when something is wrong."""
        id_ = self.regel.id
        if raa == VET_IKKE:
            return Oppgitt(id_, medlem, ukjent=True, kilde=kilde, sted=sted)
        if not isinstance(raa, Mapping):
            verdi = self.verdi(raa, ())
            if verdi is None:
                return None
            return Oppgitt(id_, medlem, alltid=verdi, kilde=kilde, sted=sted)
        if "kilde" in raa:
            kilde = self._kilde(raa["kilde"])
        if "verdi" in raa or "kroner" in raa:
            return self._med_kilde(raa, medlem, kilde, sted)
        return self._datert({k: v for k, v in raa.items() if k != "kilde"}, medlem, kilde, sted)

    def _kilde(self, kilde: object) -> str:
        if kilde in KILDER:
            return str(kilde)
        nesten = mente_du(str(kilde)[:MAKS_TEKST], KILDER) or KILDER[0]
        self.meld(
            f"Kilden «{str(kilde)[:40]}» finnes ikke. Velg {', '.join(KILDER)}.",
            f'kilde = "{nesten}"',
            "S14",
            ("kilde",),
        )
        return "opplyst"

    def meld(self, hva: str, rett: str, kode: str, under: tuple[str, ...] = ()) -> None:
        """Note a fault."""
        self.feil.append((hva, rett, kode, under))

    # ── forms ──────────────────────────────────────────────────────────────────────────────────

    def _med_kilde(
        self, raa: Mapping[str, Any], medlem: int | None, kilde: str, sted: Sted
    ) -> Oppgitt | None:
        ukjente = set(raa) - {"verdi", "kroner", "dato", "kilde"}
        for navn in sorted(ukjente):
            nesten = mente_du(navn, ("verdi", "kroner", "dato", "kilde"))
            self.meld(
                f"Skjønner ikke «{navn}» her." + (f" Mente du «{nesten}»?" if nesten else ""),
                f"{self.regel.navn} = {{ verdi = …, kilde = \"vedtak\" }}",
                "S15",
                (navn,),
            )
        vist = None
        if "kroner" in raa:
            verdi: type_verdi | None = self._kroner(raa)
            if verdi is not None:
                vist = f"{kroner(Decimal(str(raa['kroner'])))} per {dato(raa['dato'])}"
        elif raa["verdi"] == VET_IKKE:
            return Oppgitt(self.regel.id, medlem, ukjent=True, kilde=kilde, sted=sted)
        else:
            verdi = self.verdi(raa["verdi"], ("verdi",))
        if verdi is None or ukjente:
            return None
        return Oppgitt(self.regel.id, medlem, alltid=verdi, kilde=kilde, vist=vist, sted=sted)

    def _kroner(self, raa: Mapping[str, Any]) -> Decimal | None:
        verdt = self.bok.enheter.get(self.regel.enhet)
        if verdt is None:
            self.meld(
                f"«{self.regel.navn}» skrives som {self._hva()}, ikke som kroner med dato.",
                f"{self.regel.navn} = {self.eksempel()}",
                "S15",
                ("kroner",),
            )
            return None
        dag = raa.get("dato")
        if not isinstance(dag, date) or isinstance(dag, datetime):
            self.meld(
                "Vi må vite hvilken dag beløpet gjelder, for å regne det om. Bruk datoen i brevet.",
                f"{self.regel.navn} = {{ kroner = {raa['kroner']}, dato = 2026-05-01 }}",
                "S15",
            )
            return None
        belop = self._tall(raa["kroner"], ("kroner",))
        if belop is None:
            return None
        with regnemodus():
            svar = belop / self.bok.verdi_uten_inndata(verdt, dag)
        return svar if self._innenfor(svar, ("kroner",), belop) else None

    def _datert(
        self, raa: Mapping[str, Any], medlem: int | None, kilde: str, sted: Sted
    ) -> Oppgitt | None:
        fra: list[FraDato] = []
        perioder: list[ForPeriode] = []
        meldt: list[Meldt] = []
        for nokkel, under in raa.items():
            spenn = _spenn(str(nokkel))
            if spenn is None:
                self._ukjent_form(str(nokkel))
                continue
            if isinstance(under, Mapping):
                meldt += self._meldinger(str(nokkel), under, spenn)
                continue
            verdi = self.verdi(under, (str(nokkel),))
            if verdi is None:
                continue
            if _DAG.fullmatch(str(nokkel)):
                fra.append(FraDato(spenn[0], verdi))
            else:
                perioder.append(ForPeriode(spenn[0], spenn[1], verdi))
        if not raa:
            self.meld("Her mangler det en verdi.", f"{self.regel.navn} = {self.eksempel()}", "S15")
        elif self.regel.periode is Periode.KONSTANT and (fra or perioder or meldt):
            self.meld(
                f"«{self.regel.navn}» kan ikke endre seg med tiden. Skriv én verdi.",
                f"{self.regel.navn} = {self.eksempel()}",
                "S15",
            )
        if self.feil:
            return None
        return Oppgitt(
            self.regel.id,
            medlem,
            fra=tuple(sorted(fra, key=lambda f: f.dag)),
            perioder=tuple(perioder),
            meldt=tuple(meldt),
            kilde=kilde,
            sted=sted,
        )

    def _meldinger(
        self, nokkel: str, under: Mapping[str, Any], spenn: tuple[date, date]
    ) -> list[Meldt]:
        if self.regel.inndata is None or not self.regel.inndata.meldes:
            self.meld(
                f"«{self.regel.navn}» er ikke noe en melder fra om på en dag. Skriv én verdi for "
                f"{nokkel}.",
                f"{self.regel.navn} = {{ {nokkel} = {self.eksempel()} }}",
                "S15",
                (nokkel,),
            )
            return []
        svar = []
        for dag, raa in under.items():
            meldedag = _spenn(str(dag)) if _DAG.fullmatch(str(dag)) else None
            if meldedag is None:
                self.meld(
                    f"«{str(dag)[:40]}» er ikke en dag.",
                    f"{self.regel.navn} = {{ {nokkel} = {{ 2026-03-10 = {self.eksempel()} }} }}",
                    "S15",
                    (nokkel, str(dag)),
                )
                continue
            verdi = self.verdi(raa, (nokkel, str(dag)))
            if verdi is not None:
                svar.append(Meldt(spenn[0], spenn[1], meldedag[0], verdi))
        return svar

    def _ukjent_form(self, nokkel: str) -> None:
        self.meld(
            f"Skjønner ikke «{nokkel[:40]}» her.",
            f"Skriv en verdi ({self.eksempel()}), \"{VET_IKKE}\", verdier fra en dato "
            f"({{ 2026-01-01 = {self.eksempel()} }}) eller for et år ({{ 2026 = "
            f"{self.eksempel()} }}).",
            "S15",
            (nokkel,),
        )

    # ── one value ──────────────────────────────────────────────────────────────────────────────

    def verdi(self, raa: Any, under: tuple[str, ...]) -> type_verdi | None:
        """Return one value in base form, or None when it is wrong."""
        type_, faktor = les_enhet(self.regel.enhet)
        match type_.art:
            case Art.JA_NEI:
                if isinstance(raa, bool):
                    return raa
            case Art.DATO:
                if isinstance(raa, date) and not isinstance(raa, datetime):
                    return raa
                if self.fra_python and isinstance(raa, str) and _spenn(raa) is not None:
                    return date.fromisoformat(raa) if _DAG.fullmatch(raa) else None
            case Art.TALL:
                tall = self._tall(raa, under)
                if tall is None:
                    return None
                with localcontext() as kontekst:
                    kontekst.prec = 60
                    svar = tall * faktor
                return svar if self._innenfor(tall, under, tall) else None
            case _:
                if isinstance(raa, str):
                    return self._tekst(raa, under)
        self.meld(
            f"Her må det stå {self._hva()}, ikke {_slag(raa)}.",
            f"{self.regel.navn} = {self.eksempel()}",
            "S03",
            under,
        )
        return None

    def _tekst(self, raa: str, under: tuple[str, ...]) -> str | None:
        if len(raa) > MAKS_TEKST:
            self.meld(f"Teksten er for lang ({MAKS_TEKST} tegn er grensen).", "", "S02", under)
            return None
        if self.regel.valg and raa not in self.regel.valg:
            nesten = mente_du(raa, self.regel.valg)
            self.meld(
                f"«{raa}» er ikke en av mulighetene: {', '.join(self.regel.valg)}."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f'{self.regel.navn} = "{nesten or self.regel.valg[0]}"',
                "S07",
                under,
            )
            return None
        return raa

    def _tall(self, raa: Any, under: tuple[str, ...]) -> Decimal | None:
        tall: Decimal | None = None
        if isinstance(raa, Decimal | int) and not isinstance(raa, bool):
            tall = Decimal(raa)
        elif self.fra_python and isinstance(raa, float):
            tall = Decimal(repr(raa))
        elif self.fra_python and isinstance(raa, str):
            try:
                tall = Decimal(raa)
            except InvalidOperation:
                tall = None
        if tall is not None and tall.is_finite() and tall.adjusted() < 15:
            return tall
        if tall is not None:
            self.meld("Tallet er for stort til å regne med.", "", "S07", under)
            return None
        enhet = self.regel.enhet
        gjettet = _gjett_tall(raa)
        self.meld(
            f"Her må det stå et tall, ikke {_slag(raa)}."
            + (f" Enheten er {enhet}, så den trengs ikke." if gjettet and enhet != "tall" else ""),
            f"{self.regel.navn} = {gjettet or self.eksempel()}",
            "S03",
            under,
        )
        return None

    def _innenfor(self, tall: Decimal, under: tuple[str, ...], skrevet: Decimal) -> bool:
        inndata = self.regel.inndata
        if inndata is None:
            return True
        hva = None
        if inndata.minst is not None and tall < inndata.minst:
            hva = "for lite"
        elif inndata.hoyst is not None and tall > inndata.hoyst:
            hva = "for mye"
        elif inndata.steg is not None and tall % inndata.steg:
            hva = "mellom to trinn"
        if hva is None:
            return True
        tittel = self.regel.tittel or self.regel.navn
        self.meld(
            f"{vis_tall(skrevet)} er {hva}: {tittel} {self._grenser()}.",
            f"{self.regel.navn} = {self._naermeste(tall)}      Sjekk "
            f"{inndata.staar_i or 'tallet'}. Vi endrer det ikke for deg.",
            "S07",
            under,
        )
        return False

    def _grenser(self) -> str:
        i = self.regel.inndata
        assert i is not None
        deler = []
        if i.steg is not None:
            deler.append(f"går i trinn på {vis_tall(i.steg)}")
        if i.minst is not None and i.hoyst is not None:
            deler.append(f"er fra {vis_tall(i.minst)} til {vis_tall(i.hoyst)}")
        elif i.minst is not None:
            deler.append(f"er minst {vis_tall(i.minst)}")
        elif i.hoyst is not None:
            deler.append(f"er høyst {vis_tall(i.hoyst)}")
        enhet = "" if self.regel.enhet in ("tall", "G") else f" {self.regel.enhet}"
        return ", og ".join(deler) + enhet

    def _naermeste(self, tall: Decimal) -> str:
        i = self.regel.inndata
        assert i is not None
        if i.steg is not None:
            tall = (tall / i.steg).to_integral_value() * i.steg
        if i.minst is not None:
            tall = max(tall, i.minst)
        if i.hoyst is not None:
            tall = min(tall, i.hoyst)
        return f"{tall:f}"

    def _hva(self) -> str:
        hva = {"ja/nei": "true eller false", "dato": "en dato", "tekst": "en tekst"}
        if self.regel.enhet == "valg":
            return "en av " + ", ".join(f'"{v}"' for v in self.regel.valg)
        return hva.get(self.regel.enhet, f"et tall ({self.regel.enhet})")

    def eksempel(self) -> str:
        """Return an example of a right value."""
        inndata = self.regel.inndata
        if inndata is not None and inndata.eksempel is not None:
            return inndata.eksempel
        if self.regel.enhet == "valg":
            return f'"{self.regel.valg[0]}"'
        return _EKSEMPEL.get(self.regel.enhet, "100")


def _spenn(nokkel: str) -> tuple[date, date] | None:
    """Return first and last day of ``2026``, ``2026-03`` or ``2026-03-09``."""
    try:
        if _AAR.fullmatch(nokkel):
            return date(int(nokkel), 1, 1), date(int(nokkel), 12, 31)
        if _MAANED.fullmatch(nokkel):
            aar, maaned = int(nokkel[:4]), int(nokkel[5:])
            return date(aar, maaned, 1), date(aar, maaned, monthrange(aar, maaned)[1])
        if _DAG.fullmatch(nokkel):
            dag = date.fromisoformat(nokkel)
            return dag, dag
    except ValueError:
        pass
    return None


def _gjett_tall(raa: object) -> str | None:
    if not isinstance(raa, str):
        return None
    siffer = re.sub(r"[^\d,.-]", "", raa[:MAKS_TEKST]).replace(",", ".").rstrip(".-")
    return siffer if re.fullmatch(r"-?\d+(\.\d+)?", siffer) else None


def _slag(raa: object) -> str:
    match raa:
        case bool():
            return "true eller false"
        case int() | Decimal() | float():
            return "et tall"
        case str():
            return "tekst"
        case datetime():
            return "et klokkeslett"
        case date():
            return "en dato"
        case Mapping():
            return "en tabell"
        case list() | tuple():
            return "en liste"
        case _:
            return "dette"
