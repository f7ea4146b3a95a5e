"""One sitting at the page: what has been typed, and the last answer to it. Kept nowhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ytelsesrad.beregning import Beregning, regn
from ytelsesrad.lesing import Feil, Feilsamling, les_toml
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.situasjon.grenser import PLAN, SOM_NAA
from ytelsesrad.situasjon.steder import som_sti
from ytelsesrad.situasjon.tabeller import medlemsregler, regler_i
from ytelsesrad.visning import som_json

from . import grenser, skjema, svar
from .akse import Akse, finn_akse, nytt_navn
from .felt import VIST, Felt, finn, sett
from .hvorfor import Hvorfor, hvorfor
from .tomlfil import skriv_fil

Melding = dict[str, Any]


class Okt:
    """Answers the page's questions, one at a time, as JSON in and JSON out."""

    def __init__(self, bok: Regelbok) -> None:
        self.bok = bok
        self.data: dict[str, Any] = {}
        self.plan = ""
        self._sagt = ""
        self.i_dag = date.min
        self._beregning: Beregning | None = None
        self._apnet: Hvorfor | None = None
        self._gjor: dict[str, Callable[[Melding], Melding]] = {
            "aapne": self._aapne,
            "plan": self._plan,
            "endre": self._endre,
            "svar": self._svar,
            "grenser": self._grenser,
            "ark": self._ark,
            "hvorfor": self._hvorfor,
            "alt": self._alt,
            "lagre": self._lagre,
            "json": self._json,
        }

    def gjor(self, tekst: str) -> str:
        """Do one thing and return what it gave. What is wrong with what was typed: ``feil``."""
        melding = json.loads(tekst)
        try:
            svaret = self._gjor[melding["gjor"]](melding)
        except Feilsamling as feil:
            svaret = {"feil": [self._feil(f) for f in feil.feil]}
        return json.dumps(svaret, ensure_ascii=False)

    # ── what is typed ────────────────────────────────────────────────────────────────────────────

    def _aapne(self, m: Melding) -> Melding:
        """Open a file: as TOML, or as JSON of the same shape."""
        tekst: str = m["tekst"]
        data = json.loads(tekst) if tekst.lstrip().startswith("{") else None
        data = data if data is not None else les_toml(tekst, m.get("navn", "filen"), "S").data
        Situasjon.fra_dict(data, self.bok)
        self.data, self.i_dag = data, date.fromisoformat(m["i_dag"])
        planer = list(self.data.get(PLAN, {}))
        self.plan = planer[min(1, len(planer) - 1)] if planer else SOM_NAA
        return self._skjema()

    def _plan(self, m: Melding) -> Melding:
        self.plan = m["plan"]
        return self._skjema()

    def _endre(self, m: Melding) -> Melding:
        felt = self._felt(tuple(m["sti"]))
        sett(self.data, felt, felt.tolk(m["verdi"]))
        akse = self._akse()
        if akse is not None and felt.sti == akse.felt.sti:
            self._gi_navn(akse.felt.vist)
        return {"plan": self.plan, "planer": list(self.data.get(PLAN, {}))}

    def _gi_navn(self, verdi: str) -> None:
        """Let a plan that is named after its hours follow them: «10 timer i uka» → «12 timer …»."""
        planer: dict[str, Any] = self.data.get(PLAN, {})
        nytt = nytt_navn(self.plan, self._sagt, verdi)
        if self.plan not in planer or nytt == self.plan:
            return
        andre = [n for n in planer if n != self.plan]
        nytt = next(n for n in (nytt, *(f"{nytt} ({k})" for k in range(2, 99))) if n not in andre)
        self.data[PLAN] = {nytt if n == self.plan else n: p for n, p in planer.items()}
        self.plan, self._sagt = nytt, verdi

    def _felt(self, sti: tuple[str | int, ...]) -> Felt:
        """Return the field of a place: its input is known by table or group, and name."""
        if sti[0] == PLAN:
            sti = (PLAN, self.plan, *sti[2:])
        inne = sti[2:] if sti[0] == PLAN else sti
        mappe, navn = str(inne[0]), str(inne[-1])
        er_medlem = len(inne) > 2
        regler = medlemsregler(self.bok, mappe) if er_medlem else regler_i(self.bok, mappe)
        return Felt(sti, regler[navn], finn(self.data, sti))

    def _akse(self) -> Akse | None:
        return finn_akse(self.bok, self.data, self.plan)

    def _skjema(self) -> Melding:
        akse = self._akse()
        self._sagt = "" if akse is None else akse.felt.vist
        return {
            "planer": list(self.data.get(PLAN, {})),
            "plan": self.plan,
            "konstruert": bool(self.data.get("konstruert")),
            "akse": None if akse is None else akse.data(),
            "skjema": skjema.skjema(
                skjema.deler(self.bok, self.data, self.plan),
                None if akse is None else akse.felt.sti,
            ),
        }

    # ── the answer ───────────────────────────────────────────────────────────────────────────────

    def _situasjon(self, *, alle: bool = False) -> Situasjon:
        """Return the situation with the first plan and the one shown, or with all."""
        data = dict(self.data)
        planer = dict(data.pop(PLAN, {}))
        if planer:
            forst = next(iter(planer))
            vist = {forst, self.plan}
            data[PLAN] = {n: p for n, p in planer.items() if alle or n in vist}
        s = Situasjon.fra_dict(data, self.bok)
        return s if s.regnedato is not None else s.med_regnedato(self.i_dag)

    def _svar(self, m: Melding) -> Melding:
        self._beregning = regn(self._situasjon(), self.bok)
        return {"deler": svar.deler(self._beregning.resultat)}

    def _grenser(self, m: Melding) -> Melding:
        akse = self._akse()
        if akse is None:
            return {"deler": {"hundre": "", "kurve": "", "grenser": ""}}
        return {"deler": grenser.grensene(self._situasjon(), self.bok, akse, self.plan)}

    def _ark(self, m: Melding) -> Melding:
        if self._beregning is None:
            return {"deler": {"ark": ""}}
        return {"deler": {"ark": svar.arket(self._beregning.resultat)}}

    def _hvorfor(self, m: Melding) -> Melding:
        if self._beregning is None:
            return {}
        self._apnet = hvorfor(self.bok, self._beregning, m["fra"])
        return {"tittel": self._apnet.tittel, "html": self._apnet.html}

    def _alt(self, m: Melding) -> Melding:
        return {"tekst": "" if self._apnet is None else self._apnet.alt(m["nr"])}

    # ── to take away ─────────────────────────────────────────────────────────────────────────────

    def _lagre(self, m: Melding) -> Melding:
        return {"fil": skriv_fil(self.data)}

    def _json(self, m: Melding) -> Melding:
        return {"fil": som_json(regn(self._situasjon(alle=True), self.bok).resultat)}

    # ── what is wrong ────────────────────────────────────────────────────────────────────────────

    def _feil(self, f: Feil) -> Melding:
        hvor = f.sted.hvor or ""
        her = som_sti((PLAN, self.plan))
        if hvor.startswith(her):
            hvor = som_sti((PLAN, VIST)) + hvor.removeprefix(her)
        rett = re.sub(r"^[\w.]+ = (.*?)( {3,}|$)", r"\1\n", f.rett).strip()
        return {"hvor": hvor, "hva": f.hva, "rett": rett}
