"""The graph of who asks whom: look for circles, and for rules built from their own past."""

from __future__ import annotations

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak.graf import finn_ring, sterke_komponenter
from ytelsesrad.regelspraak.samling import BETALING
from ytelsesrad.regelspraak.sjekk.formler import Formelsjekk
from ytelsesrad.regelspraak.sjekk.kant import Kant

Node = tuple[str, str | None]
"""A rule; for rules with one value per payment, a rule and a kind of payment."""

_MAKS_LEDD = 10


def sjekk_ringer(sjekk: Formelsjekk) -> None:
    """Note every circle, and fill in what each rule asks and which rules are state."""
    alle: dict[Node, list[Kant]] = {}
    for id_, kanter in sjekk.kanter.items():
        regel = sjekk.samling.regler.get(id_)
        if regel is None:
            continue
        arter = sjekk.arter if regel.for_hver == BETALING else (None,)
        for art in arter:
            alle[id_, art] = [k for k in kanter if k.egen_art in (None, art)]
    ut = {node: [(k.regel, k.art) for k in kanter if not k.bak] for node, kanter in alle.items()}
    for komponent in sterke_komponenter(ut, lambda n: ut.get(n, ())):
        node = komponent[0]
        if len(komponent) > 1 or node in ut.get(node, ()):
            _ring(sjekk, finn_ring(komponent, lambda n: ut.get(n, ())))
    bok = sjekk.bok
    bok.avhenger = {id_: {k.regel for k in kanter} for id_, kanter in sjekk.kanter.items()}
    bakover = {node: [(k.regel, k.art) for k in kanter] for node, kanter in alle.items()}
    for komponent in sterke_komponenter(bakover, lambda n: bakover.get(n, ())):
        if len(komponent) > 1 or komponent[0] in bakover.get(komponent[0], ()):
            bok.tilstand |= {node[0] for node in komponent if any(k.bak for k in alle[node])}


def _ring(sjekk: Formelsjekk, ring: list[Node]) -> None:
    regler = sjekk.samling.regler
    forste = regler[ring[0][0]]
    ledd = []
    for id_, art in ring:
        regel = regler[id_]
        sted = regel.sted.sted()
        navn = regel.navn if regel.mappe == forste.mappe and not regel.skjult else id_
        fil = "" if regel.sted.fil is forste.sted.fil else f"{sted.fil}, "
        av = f" av betalingen «{art}»" if art else ""
        ledd.append(f"{navn}{av} ({fil}linje {sted.linje})")
    if len(ledd) > _MAKS_LEDD:
        ledd = [*ledd[: _MAKS_LEDD - 2], f"… {len(ledd) - _MAKS_LEDD} regler til …", *ledd[-2:]]
    gjennom_betaling = any(id_ in sjekk.betalingssum for id_, _ in ring)
    if gjennom_betaling:
        rett = (
            "Ta betalingen ut av summen med «hvor …»,\neller bruk «hittil i året» eller forrige(…)."
        )
    elif len(ring) == 2:
        rett = f"Mente du forrige({forste.navn})? Det er verdien i perioden før."
    else:
        rett = "La en av reglene bygge på noe annet, eller på forrige(…)."
    hva = "Reglene spør hverandre i ring, så ingen av dem får et svar: " + " → ".join(ledd) + "."
    if len(ring) == 2:
        hva = f"«{forste.navn}» spør etter seg selv, så den får aldri et svar."
        if gjennom_betaling:
            hva = f"«{forste.navn}» er med i summen av betalinger den selv spør etter."
    sjekk.feil.append(Feil("R18", forste.sted.sted(), hva, rett))
