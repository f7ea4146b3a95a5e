"""One sitting at the page: what has been typed, and the last answer to it. Kept nowhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ytelsesrad.beregning import Beregning, regn
from ytelsesrad.lesing import Feil, Feilsamling, les_toml
from ytelsesrad.raad.overraskelser import finn_overraskelser
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.situasjon.grenser import PLAN
from ytelsesrad.situasjon.steder import som_sti
from ytelsesrad.visning import som_json

from . import grenser, raskt, skjema, svar
from .felt import VIST
from .hvorfor import Hvorfor, hvorfor
from .raskt import SVAR, Raskt
from .sak import Sak

Melding = dict[str, Any]
_TILDELING = re.compile(r"^[\w.]+ = (.*?)( {3,}|$)")


class Okt:
    """Answers the page's questions, one at a time, as JSON in and JSON out."""

    def __init__(self, bok: Regelbok) -> None:
        self.bok = bok
        self.sak = Sak(bok, date.min)
        self._raskt: Raskt | None = None
        self._egne: tuple[Sak, Raskt | None, bool] | None = None
        """What was typed before an example was looked at."""
        self._fra_raskt = False
        """Whether what is typed began with the quick questions, so that much may be assumed."""
        self._beregning: Beregning | None = None
        self._apnet: Hvorfor | None = None
        self._gjor: dict[str, Callable[[Melding], Melding]] = {
            "aapne": self._aapne,
            "tom": self._tom,
            "egne": self._tilbake,
            "alle": self._alle,
            "plan": self._plan,
            "sammen": self._sammen,
            "ny_plan": self._ny_plan,
            "legg_til": self._legg_til,
            "endre": self._endre,
            "svar": self._svar,
            "grenser": self._grenser,
            "ark": self._ark,
            "skjerp": self._skjerp,
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
        """Open a file: as TOML, or as JSON of the same shape. An example leaves one's own be."""
        tekst: str = m["tekst"]
        data = _som_json(tekst) or les_toml(tekst, m.get("navn", "filen"), "S").data
        Situasjon.fra_dict(data, self.bok)
        if not m.get("eksempel"):
            self._egne = None
        elif self._egne is None:
            self._egne = (self.sak, self._raskt, self._fra_raskt)
        self._raskt, self._fra_raskt = None, False
        self.sak = Sak(self.bok, date.fromisoformat(m["i_dag"]), data)
        return self._skjema()

    def _tom(self, m: Melding) -> Melding:
        """Forget everything, and begin with the quick questions."""
        dag = date.fromisoformat(m["i_dag"])
        self.sak, self._raskt = Sak(self.bok, dag), Raskt(self.bok, dag)
        self._beregning = self._apnet = self._egne = None
        self._fra_raskt = False
        return self._skjema()

    def _tilbake(self, m: Melding) -> Melding:
        """Go back from an example to what was typed before it; to the questions if nothing was."""
        if self._egne is None or (self._egne[1] is None and not self._egne[0].data):
            return self._tom(m)
        (self.sak, self._raskt, self._fra_raskt), self._egne = self._egne, None
        self._beregning = self._apnet = None
        return self._skjema()

    def _alle(self, m: Melding) -> Melding:
        """Go on from the quick questions to everything that can be answered, with what is."""
        if self._raskt is not None:
            r, self._raskt, self._fra_raskt = self._raskt, None, True
            ubesvart = r.uten_svar()
            self.sak = Sak(self.bok, r.dag, r.saa_langt())
            for regel in ubesvart:
                self.sak.legg_til(regel)
        return self._skjema()

    def _plan(self, m: Melding) -> Melding:
        self.sak.velg(m["plan"])
        return self._skjema()

    def _sammen(self, m: Melding) -> Melding:
        """Set one more plan beside the one that is shown; an empty name takes it away."""
        self.sak.sammen = m["plan"]
        return self._planer()

    def _ny_plan(self, m: Melding) -> Melding:
        self.sak.ny_plan()
        return self._skjema()

    def _legg_til(self, m: Melding) -> Melding:
        self.sak.legg_til(m["regel"])
        return self._skjema()

    def _endre(self, m: Melding) -> Melding:
        sti = tuple(m["sti"])
        if self._raskt is not None and sti[0] == SVAR:
            foer, hadde = self._raskt.sporsmaal(), self._raskt.begynt
            self._raskt.svar[sti[1]] = m["verdi"]
            samme = self._raskt.sporsmaal() == foer and self._raskt.begynt == hadde
            return {} if samme else self._skjema()
        if self.sak.endre(sti, m["verdi"]):
            return self._skjema()
        return self._planer()

    def _planer(self) -> Melding:
        return {
            "plan": self.sak.plan,
            "planer": self.sak.planer,
            "andre": self.sak.andre,
            "sammen": self.sak.sammen,
        }

    def _skjema(self) -> Melding:
        if self._raskt is not None:
            return self._sporsmaal(self._raskt)
        akse = self.sak.akse
        return self._planer() | {
            "raskt": False,
            "konstruert": bool(self.sak.data.get("konstruert")),
            "akse": self.sak.ved_svaret(),
            "skjema": skjema.skjema(
                skjema.deler(self.bok, self.sak.data, self.sak.plan, self.sak.nye),
                uten=None if akse is None or akse.er_andel else akse.felt.sti,
            ),
            "flere": skjema.flere(self.bok),
        }

    def _sporsmaal(self, r: Raskt) -> Melding:
        alle = r.sporsmaal()
        return {
            "raskt": True,
            "planer": [],
            "andre": [],
            "plan": "",
            "sammen": "",
            "konstruert": False,
            "akse": r.akse(alle),
            "skjema": raskt.skjema(alle, r.svar),
        }

    # ── the answer ───────────────────────────────────────────────────────────────────────────────

    def _svar(self, m: Melding) -> Melding:
        if self._raskt is not None:
            if feil := self._raskt.feil():
                return {"feil": feil}
            if (neste := self._raskt.mangler()) is not None:
                return {"mangler": neste.tekst}
            self.sak = Sak(self.bok, self._raskt.dag, self._raskt.data())
        self._beregning = regn(self.sak.situasjon(), self.bok)
        deler = svar.deler(self._beregning.resultat, finn_overraskelser(self._beregning))
        antatt = "" if self._raskt is None else self._raskt.antatt()
        grovt = self._raskt is not None or bool(self._grovt())
        return {"deler": deler | {"antatt": antatt}, "grovt": grovt}

    def _grovt(self) -> str:
        """Return what makes the answer rough, in words; nothing when it is not."""
        if self._raskt is not None:
            return self._raskt.grovt()
        antatt = self.sak.antatt() if self._fra_raskt else []
        return f"Grovt anslag. Antatt: {'; '.join(antatt)}." if antatt else ""

    def _grenser(self, m: Melding) -> Melding:
        return {"deler": grenser.grensene(self.sak.situasjon(), self.bok, self.sak.plan)}

    def _ark(self, m: Melding) -> Melding:
        if self._beregning is None:
            return {"deler": {"ark": ""}}
        funnet = finn_overraskelser(self._beregning)
        ark = svar.arket(self._beregning.resultat, funnet, grovt=self._grovt())
        return {"deler": {"ark": ark}}

    def _skjerp(self, m: Melding) -> Melding:
        return {"deler": {"skjerp": "" if self._raskt is None else self._raskt.skjerpende()}}

    def _hvorfor(self, m: Melding) -> Melding:
        if self._beregning is None:
            return {}
        self._apnet = hvorfor(self.bok, self._beregning, m["fra"])
        return {"tittel": self._apnet.tittel, "html": self._apnet.html}

    def _alt(self, m: Melding) -> Melding:
        return {"tekst": "" if self._apnet is None else self._apnet.alt(m["nr"])}

    # ── to take away ─────────────────────────────────────────────────────────────────────────────

    def _lagre(self, m: Melding) -> Melding:
        if self._raskt is not None and (self._raskt.feil() or self._raskt.mangler() is not None):
            return {"fil": Sak(self.bok, self._raskt.dag, self._raskt.saa_langt()).fil()}
        return {"fil": self.sak.fil()}

    def _json(self, m: Melding) -> Melding:
        return {"fil": som_json(regn(self.sak.situasjon(alle=True), self.bok).resultat)}

    # ── what is wrong ────────────────────────────────────────────────────────────────────────────

    def _feil(self, f: Feil) -> Melding:
        """Return a fault as the page shows it: its place there, and the remedy without the name."""
        hvor = f.sted.hvor or ""
        her = som_sti((PLAN, self.sak.plan))
        if hvor.startswith(her):
            hvor = som_sti((PLAN, VIST)) + hvor.removeprefix(her)
        return {"hvor": hvor, "hva": f.hva, "rett": _TILDELING.sub(r"\1\n", f.rett).strip()}


def _som_json(tekst: str) -> dict[str, Any] | None:
    """Return what the text is as JSON, if it is. Anything else is read as TOML, which says why."""
    try:
        data = json.loads(tekst)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None
