"""From a stop, a message of ``tomllib`` or a broken limit to a fault in bokmål."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from ytelsesrad.lesing import klammefeil, nokkelfeil
from ytelsesrad.lesing.datoer import umulig
from ytelsesrad.lesing.feil import Feil
from ytelsesrad.lesing.grenser import MAKS_DYBDE, MAKS_NOKLER, MAKS_SIFFER, MAKS_VERDIER, UTDRAG
from ytelsesrad.lesing.linjer import Linjer
from ytelsesrad.lesing.sak import Forklaring, Sak
from ytelsesrad.lesing.skann import STYRETEGN, Skanner
from ytelsesrad.lesing.stopp import FOR_STORT, Grunn, Stopp

Serie = Literal["R", "S"]
"""R for rule files, S for situation files: the letter of the codes."""

_STED = re.compile(r"\(at line (\d+), column (\d+)\)")
_KLOKKE = re.compile(r"[0-9]{2}:[0-9]{2}")
_DATO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PYNT = "[]\"' "
_DEL_FILEN = "Del den i flere filer."
DYBDE = (
    f"Her er det over {MAKS_DYBDE} nivåer inni hverandre, som er grensen.",
    "Flytt innholdet til egne tabeller med færre nivåer.",
)
SIFFER = (f"Tallet har over {MAKS_SIFFER} sifre, som er grensen.", "Skriv tallet kortere.")
_GRENSER = {
    Grunn.DYBDE: DYBDE,
    Grunn.SIFFER: SIFFER,
    Grunn.NOKLER: (f"Filen har over {MAKS_NOKLER} navn, som er grensen.", _DEL_FILEN),
    Grunn.VERDIER: (
        f"Listene i filen har over {MAKS_VERDIER} verdier til sammen, som er grensen.",
        _DEL_FILEN,
    ),
}


def forklar_stopp(skanner: Skanner, stopp: Stopp, fil: str, serie: Serie) -> Feil:
    """Return the fault where the walk stopped: code 02 for a limit, else 01."""
    sak = Sak(skanner.tekst, stopp)
    linjer = Linjer(skanner.tekst, fil)
    hvor = None
    if stopp.grunn in (Grunn.DOBBEL, Grunn.DOBBEL_TABELL):
        funnet = _to_ganger(sak, serie)
        if serie == "R" and stopp.nokkel and stopp.fra >= stopp.nokkel.fra and skanner.tabell:
            navn = skanner.tekst[skanner.tabell[0].sted.fra : skanner.tabell[-1].sted.til]
            hvor = f"[{navn[:UTDRAG]}]"
    elif stopp.grunn not in FOR_STORT and STYRETEGN.match(skanner.tekst, stopp.fra):
        funnet = _styretegn(sak)
    else:
        funnet = _FORKLARINGER[stopp.grunn](sak)
    return Feil(
        f"{serie}{'02' if stopp.grunn in FOR_STORT else '01'}",
        linjer.sted(funnet.fra, funnet.til, hvor),
        funnet.hva,
        funnet.rett,
        flere=tuple(linjer.sted(fra, fra + 1, hvor) for fra in funnet.flere),
    )


def forklar_tomllib(melding: str, tekst: str, fil: str, serie: Serie) -> Feil:
    """Return the fault from the message of ``tomllib``, when the walk found nothing wrong."""
    pos = len(tekst.rstrip())
    if treff := _STED.search(melding):
        pos = -1
        for _ in range(int(treff[1]) - 1):
            pos = tekst.find("\n", pos + 1)
        pos += int(treff[2])
    fra, hva = pos, "Linjen kan ikke leses fra dette stedet."
    rett = 'En linje skrives  navn = 100,  navn = "tekst"  eller  navn = 2026-01-31.'
    if tekst[pos - 2 : pos - 1] == "\\":
        fra, hva = pos - 2, f"{tekst[pos - 2 : pos]} betyr ikke noe i en tekst."
        rett = "Skriv \\\\ i stedet for \\."
    elif klokke := _KLOKKE.search(tekst, max(pos - 2, 0), pos + 4):
        fra, hva, rett = klokke.start(), "Klokkeslettet må ha sekunder.", f"{klokke.group()}:00"
        pos = klokke.end()
    return Feil(f"{serie}01", Linjer(tekst, fil).sted(fra, max(pos, fra + 1)), hva, rett)


def _to_ganger(sak: Sak, serie: Serie) -> Forklaring:
    s = sak.stopp
    ordet = sak.tekst[s.fra : min(s.til, s.fra + UTDRAG)]
    if s.grunn == Grunn.DOBBEL_TABELL:
        hva = f"To tabeller heter {ordet}. Da kan de ikke skilles."
        rett = f"Gi den ene et annet navn, for eksempel {_annet_navn(ordet)}, eller slå dem sammen."
        return Forklaring(hva, rett, s.fra, s.til, (s.forst,))
    if serie == "R" and _DATO.fullmatch(ordet):
        hva = (
            "To versjoner har samme virkningsdato, og filen er da ikke gyldig TOML. "
            "Bare én kan gjelde."
        )
        rett = (
            "Slett den ene. Er det en endring som ble gjort om, skriv begge i en liste med hver "
            f"sin\ni_bruk:  {ordet} = [ {{ …, i_bruk = … }}, {{ …, i_bruk = … }} ]"
        )
        return Forklaring(hva, rett, s.fra, s.til, (s.forst,))
    hva = f"Nøkkelen «{ordet.strip(_PYNT)}» står to ganger. Bare én kan gjelde."
    return Forklaring(hva, "Slett den ene.", s.fra, s.til, (s.forst,))


def _annet_navn(hode: str) -> str:
    navn = hode.rstrip("]")
    klammer = "]" * (len(hode) - len(navn))
    navn = navn.rstrip()
    ny = f"{navn[:-1]} 2{navn[-1]}" if navn[-1:] in ('"', "'") else f"{navn}_2"
    return ny + klammer


def _dato(sak: Sak) -> Forklaring:
    s = sak.stopp
    hva, forslag = umulig(sak.tekst[s.fra : s.til])
    rett = sak.rett(s.fra, s.til, forslag) or "Skriv datoen som år-måned-dag."
    return Forklaring(hva, rett, s.fra, s.til)


def _nokkel(sak: Sak) -> Forklaring:
    s = sak.stopp
    linje = sak.linjestart(s.fra)
    start = linje + len(sak.tekst[linje : s.fra]) - len(sak.tekst[linje : s.fra].lstrip())
    if s.verdi is None and not sak.i_klamme and sak.tekst.startswith("[", start) and start < s.fra:
        return nokkelfeil.forklar_overskrift(sak, start)
    if sak.i_klamme and sak.tekst[s.fra : s.fra + 1] in ("", "\n"):
        return klammefeil.linjeskift(sak)
    return nokkelfeil.forklar_nokkel(sak)


def _siste_komma(sak: Sak) -> Forklaring:
    komma = sak.forrige(sak.stopp.fra) - 1
    rett = sak.byttet(komma, komma + 1, "")
    return Forklaring("Det kan ikke stå komma rett foran }.", rett, komma, komma + 1)


def _styretegn(sak: Sak) -> Forklaring:
    s = sak.stopp
    nummer = ord(sak.tekst[s.fra])
    hva = f"Her står et usynlig tegn (U+{nummer:04X}) som ikke kan stå i filen."
    return Forklaring(hva, "Slett tegnet.", s.fra, s.fra + 1)


def _grense(sak: Sak) -> Forklaring:
    s = sak.stopp
    return Forklaring(*_GRENSER[s.grunn], s.fra, s.til)


_FORKLARINGER: dict[Grunn, Callable[[Sak], Forklaring]] = {
    Grunn.NOKKEL: _nokkel,
    Grunn.LIKHETSTEGN: nokkelfeil.forklar_nokkel,
    Grunn.OVERSKRIFT: lambda sak: nokkelfeil.forklar_overskrift(sak, sak.stopp.fra),
    Grunn.ETTER_OVERSKRIFT: nokkelfeil.etter_overskrift,
    Grunn.VERDI: klammefeil.forklar_tegnet_verdi,
    Grunn.ETTER_VERDI: klammefeil.etter_verdi,
    Grunn.DATO: _dato,
    Grunn.STRENG: klammefeil.uten_slutt,
    Grunn.STYRETEGN: _styretegn,
    Grunn.OMVENDT: klammefeil.omvendt_skraastrek,
    Grunn.I_KLAMME: klammefeil.i_klamme,
    Grunn.SISTE_KOMMA: _siste_komma,
    **dict.fromkeys(FOR_STORT, _grense),
}
