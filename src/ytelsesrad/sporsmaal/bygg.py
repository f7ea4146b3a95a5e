"""Make a question of an input that the rules declare."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from ytelsesrad.lesbart import dato, midt_i, tall, vis
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Inndata, Kjoring, Regel, Regnefeil, Ukjent, type_verdi
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.ord import i_ord
from ytelsesrad.sporsmaal.modell import INGEN, Sporsmaal, Svarslag, Valgmulighet

_KRONER = re.compile(r"kroner\s*=\s*([\d_.]+)")
_JA_NEI = (Valgmulighet(verdi="ja", tekst="ja"), Valgmulighet(verdi="nei", tekst="nei"))


def lag(regel: Regel, ellers: str | None = None) -> Sporsmaal:
    """Return the question of an input. ``ellers``: what is reckoned with without an answer."""
    inndata = inndata_av(regel)
    raskt = inndata.raskt
    slag = _slag(regel)
    i_annen = raskt is not None and raskt.enhet is not None
    return Sporsmaal(
        id=regel.id,
        nr=raskt.nr if raskt is not None and raskt.nr is not None else 0,
        ved_svaret=raskt is not None and raskt.plan is not None,
        tekst=(raskt and raskt.sporsmaal) or inndata.sporsmaal,
        tittel=regel.tittel or regel.navn,
        hjelp=raskt.hjelp if raskt else None,
        staar_i=inndata.staar_i,
        slag=slag,
        enhet=i_ord(enhet_av(regel)) or None if slag in ("kroner", "tall", "prosent") else None,
        valg=_JA_NEI
        if slag == "ja_nei"
        else tuple(Valgmulighet(verdi=v, tekst=str(regel.valget(v))) for v in regel.valg),
        eksempel=_eksempel(inndata, slag),
        minst=None if i_annen else inndata.minst,
        hoyst=None if i_annen else inndata.hoyst,
        steg=None if i_annen else inndata.steg,
        flere=raskt is not None and raskt.flere,
        vet_ikke=ellers is not None,
        ellers=ellers,
    )


def inndata_av(regel: Regel) -> Inndata:
    """Return what may be given for a rule that is known to be an input."""
    assert regel.inndata is not None
    return regel.inndata


def enhet_av(regel: Regel) -> str:
    """Return the unit people answer in."""
    raskt = inndata_av(regel).raskt
    return raskt.enhet if raskt is not None and raskt.enhet else regel.enhet


def _slag(regel: Regel) -> Svarslag:
    if regel.valg:
        return "valg"
    enhet = enhet_av(regel)
    match les_enhet(enhet)[0].art:
        case Art.JA_NEI:
            return "ja_nei"
        case Art.DATO:
            return "dato"
        case Art.TALL:
            hva = enhet.partition("/")[0]
            return "kroner" if hva == "kr" else "prosent" if hva == "prosent" else "tall"
        case _:
            return "tekst"


def _eksempel(inndata: Inndata, slag: Svarslag) -> str | None:
    """Return the rule's example as people write it."""
    raa = inndata.eksempel
    if raa is None:
        return None
    if treff := _KRONER.search(raa):
        raa = treff[1]
    if slag == "dato":
        try:
            return dato(date.fromisoformat(raa))
        except ValueError:
            return None
    if slag in ("kroner", "tall", "prosent"):
        siffer = raa.replace("_", "")
        return tall(Decimal(siffer)) if re.fullmatch(r"\d+(\.\d+)?", siffer) else None
    return raa.strip('"')


def antatt_verdi(kjoring: Kjoring, regel: Regel, dag: date) -> type_verdi | None:
    """Return what the quick way takes an input to be, in base form; None when it can't be known."""
    raskt = inndata_av(regel).raskt
    if raskt is None or raskt.antatt is None:
        return None
    try:
        return kjoring.les(f"{regel.mappe}.raskt:{regel.navn}:antatt", dag)
    except (Ukjent, Regnefeil):
        return None


def ellers_av(bok: Regelbok, kjoring: Kjoring, regel: Regel, dag: date) -> str | None:
    """Return in words what is reckoned with when there is no answer."""
    inndata = inndata_av(regel)
    if inndata.raskt is not None and inndata.raskt.flere:
        return _ord(INGEN, inndata.raskt.fordi)
    if inndata.raskt is not None and inndata.raskt.antatt is not None:
        verdi = antatt_verdi(kjoring, regel, dag)
        return None if verdi is None else _ord(vist(bok, regel, verdi, dag), inndata.raskt.fordi)
    antatt = inndata.antatt
    if antatt is None:
        return None
    if antatt.verdi is None:
        return antatt.fordi
    return _ord(antatt.vist or vis(regel.valget(antatt.verdi), regel.enhet), antatt.fordi)


def _ord(verdi: str, fordi: str | None) -> str:
    return f"{verdi} ({midt_i(fordi)})" if fordi else verdi


def vist(bok: Regelbok, regel: Regel, verdi: type_verdi, dag: date) -> str:
    """Return a value as people read it, in the unit they answer in."""
    if isinstance(verdi, Decimal) and (i_kroner := til_kroner(bok, regel, verdi, dag)) is not None:
        return vis(i_kroner, enhet_av(regel))
    return vis(regel.valget(verdi), regel.enhet)


def til_kroner(bok: Regelbok, regel: Regel, verdi: Decimal, dag: date) -> Decimal | None:
    """Return a value in the unit people answer in, when that is kroner and the rule's is not."""
    if enhet_av(regel) == regel.enhet or regel.enhet not in bok.enheter:
        return None
    return verdi * bok.verdi_uten_inndata(bok.enheter[regel.enhet], dag)
