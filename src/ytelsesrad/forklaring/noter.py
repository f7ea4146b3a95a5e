"""The facts beside a value: version and sources, where an input comes from, what is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.forklaring.detaljer import (
    Inndatanote,
    Kildenote,
    Kontroll,
    Mangel,
    Merknote,
    Versjonsnote,
)
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.forklaring.verdier import i_setning
from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesbart import dato, tall
from ytelsesrad.regelspraak import Ukjent
from ytelsesrad.regelspraak.enheter import les_enhet

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import Kjoring, Regel, type_verdi
    from ytelsesrad.regelspraak.kjor.program import Kversjon

_BITTE = Decimal("0.005")


def versjonsnote(plass: Plass, valgt: Kversjon) -> Versjonsnote:
    """Return what is to be said of the version that was used."""
    v = valgt.versjon
    senere = [x.versjon.virkning for x in plass.kregel.versjoner if x.virkning > valgt.virkning]
    return Versjonsnote(
        virkning=v.virkning,
        i_bruk=v.i_bruk,
        vedtatt=v.vedtatt,
        status=v.status,
        kilder=tuple(Kildenote(k.navn, k.url, k.lest, k.sikkerhet) for k in v.kilder),
        merknad=v.merknad,
        neste=min(senere) if senere else None,
    )


def inndatanote(plass: Plass, opphav: str) -> Inndatanote | None:
    """Return where a value that was put in (or assumed) comes from."""
    inndata = plass.regel.inndata
    if opphav not in ("inndata", "antatt"):
        return None
    nr, _, m, s = plass.nokkel
    oppgitt = plass.kjoring.gitt.oppgitt(nr, m)
    sporsmaal = inndata.sporsmaal if inndata else None
    staar_i = inndata.staar_i if inndata else None
    antatt = inndata.antatt if inndata else None
    if opphav == "antatt":
        fordi = antatt.fordi if antatt else None
        spenn = _spenn(plass.regel, antatt.lavest, antatt.hoyest) if antatt else None
        return Inndatanote("antatt", sporsmaal, staar_i, None, fordi, spenn)
    meldt = None
    if oppgitt is not None and oppgitt.meldt:
        forste = plass.forste_dag if plass.kregel.type is not Periodetype.KONSTANT else None
        sette = [
            x.meldt
            for x in oppgitt.meldt
            if x.meldt.toordinal() <= s and (forste is None or x.fra <= forste <= x.til)
        ]
        meldt = max(sette, default=None)
    kilde = oppgitt.kilde if oppgitt else "opplyst"
    return Inndatanote(kilde, sporsmaal, staar_i, meldt, None, None)


def _spenn(regel: Regel, lavest: Decimal | None, hoyest: Decimal | None) -> str | None:
    if lavest is None or hoyest is None:
        return None
    faktor = les_enhet(regel.enhet)[1]
    til = i_setning(hoyest * faktor, regel.enhet)
    return f"fra {tall(lavest)} til {til}"


def kontroll(plass: Plass, verdi: type_verdi) -> Kontroll | None:
    """Compare a given value with what the rules say; None where they cannot say it."""
    regning = plass.etter_reglene()
    if regning is None or regning.node is None:
        return None
    beregnet = trygt(plass.tolk().verdi, regning.node)
    if beregnet is None:
        return None
    enhet = plass.regel.enhet
    if not isinstance(verdi, Decimal):
        return Kontroll(i_setning(beregnet, enhet), beregnet == verdi, None)
    differanse = verdi - beregnet
    lik = abs(differanse) < _BITTE
    tekst = None if lik else i_setning(abs(differanse), enhet)
    if tekst is not None:
        tekst += " mer" if differanse > 0 else " mindre"
    return Kontroll(i_setning(beregnet, enhet), lik, tekst)


def mangler(kjoring: Kjoring, ukjent: Ukjent) -> tuple[Mangel, ...]:
    """Return what must be asked for before a value can be computed."""
    svar: dict[tuple[str, int], Mangel] = {}
    regler = kjoring.program.bok.samling.regler
    for nr, m in sorted(ukjent.inndata):
        regel = kjoring.program.regler[nr].regel
        if regel.inndata and regel.inndata.spor_om:
            navn = regel.inndata.spor_om
            regel = regler.get(navn) or regler.get(f"{regel.mappe}.{navn}") or regel
        medlem = None
        if regel.for_hver and kjoring.gitt.antall(regel.for_hver) > 1:
            medlem = f"{regel.for_hver} {m + 1}"
        sporsmaal = regel.inndata.sporsmaal if regel.inndata else regel.tittel or regel.navn
        staar_i = regel.inndata.staar_i if regel.inndata else None
        svar.setdefault(
            (regel.id, m),
            Mangel(regel.id, regel.tittel or regel.navn, sporsmaal, staar_i, medlem),
        )
    return tuple(svar.values())


def merknoter(plass: Plass) -> tuple[Merknote, ...]:
    """Return what a value rests on beyond the law."""
    e = plass.kjoring
    svar = []
    for slag, nr in sorted(plass.merker()):
        regel = e.program.regler[nr].regel
        svar.append(Merknote(slag, regel.id, regel.tittel or regel.navn, nr in e.gitt.numre))
    return tuple(svar)


def tidligere_navn(regel: Regel) -> tuple[str, ...]:
    """Return the names a rule had before: ««inntektsgrense» til 30. juni 2026»."""
    return tuple(f"«{n.navn}»" + (f" til {dato(n.til)}" if n.til else "") for n in regel.het_for)
