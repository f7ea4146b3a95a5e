"""What is not modelled and may touch a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ytelsesrad.forklaring.detaljer import Forbehold
from ytelsesrad.forklaring.gang import Gang, Loper
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.verdinokkel import SLUTT

if TYPE_CHECKING:
    from ytelsesrad.regelbok import Regelbok
    from ytelsesrad.regelspraak import IkkeModellert

_MAKS_PLASSER = 20_000


def finn_forbehold(bok: Regelbok, plass: Plass, loper: Loper) -> tuple[Forbehold, ...]:
    """Return the gaps whose rules were read for this value and whose condition holds."""
    if not bok.samling.ikke_modellert:
        return ()
    lest = leste_regler(plass, loper)
    svar = []
    for g in bok.samling.ikke_modellert.values():
        navn = {r if "." in r else f"{g.mappe}.{r}" for r in g.berorer}
        if navn & lest and _slaar_til(plass, g):
            svar.append(Forbehold(f"{g.mappe}.{g.id}", g.hva, g.hvorfor, g.verdt, g.spor))
    return tuple(svar)


def leste_regler(plass: Plass, loper: Loper) -> set[str]:
    """Return every rule that was read on the ways taken to a value, itself included."""
    sett = {plass}
    ko = [plass]
    regler = {plass.regel.id}
    while ko and len(sett) < _MAKS_PLASSER:
        naa = ko.pop()
        regning = naa.regning()
        if regning.node is None:
            continue
        regler.update(_i_filtre(regning.node))
        gang = Gang(naa.tolk(), loper)
        gang.gaa(regning.node, gang.tolk.eget)
        nye = {ref.plass for ref in gang.funn.refs.values()} - sett
        sett |= nye
        ko += nye
        regler.update(p.regel.id for p in nye)
    return regler


def _i_filtre(node: tre.Node, *, inne: bool = False) -> Iterator[str]:
    """Go through the rules that the filters of sums name."""
    if isinstance(node, tre.Navn) and inne and node.regel is not None:
        yield node.regel
    for del_ in tre.barn(node):
        filter_ = isinstance(node, tre.Samling) and del_ is node.hvor
        yield from _i_filtre(del_, inne=inne or filter_)


def _slaar_til(plass: Plass, g: IkkeModellert) -> bool:
    """Tell whether a gap's condition holds in a period that the value's own touches."""
    if g.naar is None:
        return True
    e = plass.kjoring
    r = e.program.regler[e.program.nummer[f"{g.mappe}.ikke_modellert:{g.id}:naar"]]
    if plass.kregel.type is Periodetype.KONSTANT:
        fra, til = e.start, e.slutt
    else:
        fra, til = plass.forste_dag, plass.siste_dag
    if r.type is Periodetype.KONSTANT:
        perioder = range(1)
    elif r.type is Periodetype.MELDEPERIODE and e.k.mandag is None:
        return False
    else:
        perioder = range(e.k.indeks(r.type, fra), e.k.indeks(r.type, til) + 1)
    return any(trygt(e.v, r.nr, p, 0, SLUTT) for p in perioder)
