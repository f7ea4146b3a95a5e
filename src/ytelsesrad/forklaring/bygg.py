"""Build the explanation of one value after another, from what a run has kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ytelsesrad.forklaring import noter
from ytelsesrad.forklaring.detaljer import Forbehold, ForrigeVersjon, Mangel
from ytelsesrad.forklaring.enheter import Enheter
from ytelsesrad.forklaring.forbehold import finn_forbehold
from ytelsesrad.forklaring.gang import Funn, Gang, Loper, Ref
from ytelsesrad.forklaring.hva_skjedde import (
    finn_avrunding,
    finn_grener,
    finn_rader,
    finn_samlet,
    finn_trinn,
    finn_valg,
)
from ytelsesrad.forklaring.modell import Del, Forklaring
from ytelsesrad.forklaring.plass import Plass, Regning, trygt
from ytelsesrad.forklaring.setning import setning
from ytelsesrad.forklaring.skriv import Skriver
from ytelsesrad.forklaring.verdier import figur, i_setning, kort, skrivemaate
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Regnefeil, Ukjent, tre
from ytelsesrad.regelspraak.kjor.kjoring import Underkjoring

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import Kjoring, Regel, Versjon, type_verdi
    from ytelsesrad.regelspraak.verdinokkel import Verdinokkel

_MAKS_KJEDE = 400
_FORMLER = ("formel", "ved start", "tabell", "trinn", "antatt")


def forklar(bok: Regelbok, kjoring: Kjoring, nokkel: Verdinokkel) -> Forklaring:
    """Explain a value by its key in a run (see ``Kjoring.nokkel``).

    Values that are unknown or cannot be computed are explained as such; nothing is raised. The
    parts of the value are opened when asked for.
    """
    with regnemodus():
        plass = Plass.for_verdi(kjoring, nokkel)
        return Bygger(bok, plass).forklar(plass)


@dataclass(slots=True)
class Bygger:
    """Makes the explanations of one run, each once. ``rot`` is the value that was asked for."""

    bok: Regelbok
    rot: Plass
    loper: Loper = field(default_factory=Loper)
    ferdige: dict[Plass, Forklaring] = field(default_factory=dict)
    personlige: dict[str, bool] = field(default_factory=dict)

    def forklar(self, plass: Plass) -> Forklaring:
        """Return the explanation of a value."""
        svar = self.ferdige.get(plass)
        if svar is None:
            svar = self.ferdige[plass] = self._forklar(plass)
        return svar

    def _forklar(self, plass: Plass) -> Forklaring:
        regel = plass.regel
        verdi: type_verdi | None = None
        mangler: tuple[Mangel, ...] = ()
        feil: str | None = None
        try:
            verdi = plass.verdi()
        except Ukjent as u:
            mangler = noter.mangler(plass.kjoring, u)
        except Regnefeil as f:
            feil = f.hva
        regning = plass.regning()
        tolk = plass.tolk()
        gang = Gang(tolk, self.loper)
        if regning.node is not None and regning.opphav in _FORMLER:
            gang.gaa(regning.node, tolk.eget)
        funn = gang.funn
        v = regning.versjon.versjon if regning.versjon else None
        kilde = plass.formeltekst(regning)
        enheter = Enheter(tolk, regning.node)
        opphav = regning.opphav
        if verdi is None:
            opphav = "ukjent" if mangler else "feil"
        uten = "ukjent" if mangler else "kan ikke regnes ut"
        return Forklaring(
            regel=regel.id,
            navn=regel.navn,
            tittel=regel.tittel,
            enhet=regel.enhet,
            periode=plass.periodenavn(),
            periodetekst=plass.periodetekst(),
            medlem=plass.medlem(),
            sett_fra=plass.sett_fra(),
            bytter=tuple(_bytte(r.regel, x) for r, x in plass.bytter()),
            opphav=opphav,
            verdi=verdi,
            tekst=uten if verdi is None else i_setning(verdi, regel.enhet),
            kort=uten if verdi is None else kort(verdi, regel.enhet),
            setning=None if verdi is None else setning(plass, regning),
            formel=skrivemaate(kilde) if kilde else None,
            tall=self._tall(plass, regning),
            skjult=regel.skjult,
            er_rett=any(y.rett == regel.id for y in self.bok.samling.ytelser.values()),
            personlig=self._personlig(regel.id),
            hjemmel=(v.hjemmel if v else None) or regel.hjemmel,
            merknad=regel.merknad,
            het_for=noter.tidligere_navn(regel),
            versjon=noter.versjonsnote(plass, regning.versjon) if regning.versjon else None,
            avrunding=finn_avrunding(tolk, regning.node, enheter) if verdi is not None else None,
            grener=finn_grener(tolk, funn, kilde, enheter, setning),
            valg=finn_valg(funn, kilde, enheter),
            samlet=finn_samlet(tolk, funn, kilde, self.loper),
            rader=finn_rader(tolk, funn),
            trinn=finn_trinn(tolk, funn),
            inndata=noter.inndatanote(plass, regning.opphav),
            kontroll=noter.kontroll(plass, verdi)
            if opphav == "inndata" and verdi is not None
            else None,
            merker=noter.merknoter(plass),
            mangler=mangler,
            feil=feil,
            plass=plass,
            funn=funn,
            er_personlig=self._personlig,
            _deler=lambda: self._deler(plass, funn, kjent=verdi is not None),
            _forbehold=lambda: self._forbehold(plass),
            _forrige=lambda: self._forrige(plass, regning),
        )

    # ── texts ──────────────────────────────────────────────────────────────────────────────────

    def _tall(self, plass: Plass, regning: Regning) -> str | None:
        """Return the formula with its figures, when that says more than the value."""
        node = regning.node
        if node is None or regning.opphav not in _FORMLER:
            return None
        tolk = plass.tolk()
        kilde = plass.formeltekst(regning)
        skriver = Skriver(tolk, self.loper, full=True, kilde=kilde, ore=True)
        bit = trygt(lambda: skriver.skriv(node, tolk.eget, topp=True))
        return None if bit is None or bit.er_bare_verdi else bit.tekst

    # ── parts ──────────────────────────────────────────────────────────────────────────────────

    def _deler(self, plass: Plass, funn: Funn, *, kjent: bool) -> tuple[Del, ...]:
        with regnemodus():
            svar = []
            for ref in sorted(funn.refs.values(), key=lambda r: r.vilkaar):
                if not kjent and ref.plass.prov() is not None:
                    continue  # only the way to what is missing
                opprinnelse = self._opprinnelse(plass, ref)
                lest = ref.lest
                if opprinnelse != ref.plass:
                    lest = f"uendret siden {opprinnelse.periodetekst()}"
                svar.append(
                    Del(
                        self.forklar(opprinnelse),
                        lest,
                        ref.vilkaar,
                        ref.antall,
                        ref.hvor,
                        ref.gruppe,
                    )
                )
            return tuple(svar)

    @staticmethod
    def _opprinnelse(plass: Plass, ref: Ref) -> Plass:
        """Follow a value that is only carried on from period to period, to where it was set."""
        naa = ref.plass
        if naa.regel.id != plass.regel.id or ref.vilkaar:
            return naa
        for _ in range(_MAKS_KJEDE):
            node = _valgt_uttrykk(naa)
            if not isinstance(node, tre.Navn) or node.form != "forrige":
                break
            if node.regel != naa.regel.id:
                break
            naa = Plass.for_verdi(*naa.tolk().nokkel(node))
        return naa

    def _personlig(self, id_: str) -> bool:
        svar = self.personlige.get(id_)
        if svar is None:
            samling = self.bok.samling
            under = {id_, *self.bok.program.lukning.get(id_, ())}
            svar = any(
                samling.regler[r].inndata is not None or samling.regler[r].for_hver is not None
                for r in under
            )
            self.personlige[id_] = svar
        return svar

    def _forbehold(self, plass: Plass) -> tuple[Forbehold, ...]:
        with regnemodus():
            return finn_forbehold(self.bok, plass, self.loper)

    def _forrige(self, plass: Plass, regning: Regning) -> ForrigeVersjon | None:
        """Return the version before, and the values with it."""
        valgt = regning.versjon
        if valgt is None:
            return None
        dag = plass.forste_dag.toordinal()
        alle = [v for v in plass.kregel.versjoner if v.virkning <= dag]
        foer = alle[alle.index(valgt) + 1 :] if valgt in alle else []
        if not foer:
            return None
        with regnemodus():
            verdi = trygt(plass.tolk().verdi, foer[0].tre)
            rot = None
            if verdi is not None and verdi != trygt(plass.verdi):
                rot = self._rot_med(plass, verdi, foer[0].versjon)
        tekst = None if verdi is None else i_setning(verdi, plass.regel.enhet)
        return ForrigeVersjon(foer[0].versjon.virkning, tekst, rot)

    def _rot_med(self, plass: Plass, verdi: type_verdi, versjon: Versjon) -> str | None:
        """Return what the explained value would have been with another value of a rule."""
        rot = self.rot
        samme = plass.kjoring is rot.kjoring and plass.kregel.type is rot.kregel.type
        if not samme or plass == rot or plass.nokkel[1] != rot.nokkel[1]:
            return None
        if plass.nokkel[0] not in {self.bok.program.nummer[x] for x in self._under_rot()}:
            return None
        barn = Underkjoring(rot.kjoring, plass.nokkel[0], verdi)
        svar = Plass(barn, rot.nokkel).prov()
        if svar is None or svar == rot.prov():
            return None
        return i_setning(svar, rot.regel.enhet)

    def _under_rot(self) -> set[str]:
        return set(self.bok.program.lukning.get(self.rot.regel.id, ()))


def _valgt_uttrykk(plass: Plass) -> tre.Node | None:
    """Return the part of the formula that gave the value, past every «hvis»."""
    regning = plass.regning()
    node, tolk = regning.node, plass.tolk()
    if regning.opphav != "formel":
        return None
    while isinstance(node, tre.Hvis):
        sant = trygt(tolk.verdi, node.vilkaar)
        if sant is None:
            return None
        node = node.saa if sant else node.ellers
    return node


def _bytte(regel: Regel, verdi: type_verdi) -> str:
    return f"{regel.tittel or regel.navn} = {figur(verdi, regel.enhet, ore=True)}"
