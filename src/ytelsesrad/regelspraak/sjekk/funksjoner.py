"""The functions of the language: what they take and what they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.enheter import (
    DATO,
    JA_NEI,
    TALL,
    UKJENT,
    Art,
    Enhet,
    Type,
)
from ytelsesrad.regelspraak.formel.leksing import FormelFeil
from ytelsesrad.regelspraak.sjekk.gang import feil_i, slag
from ytelsesrad.regelspraak.tre import Kall, Node, Tall

AVRUNDINGER = ("avrund", "avrund_ned", "avrund_opp", "avrund_partall", "avrund_halv_ned")
_DAGER = Type(Art.TALL, Enhet((("dag", 1),)))
_MAANEDER = Type(Art.TALL, Enhet((("måned", 1),)))

_FASTE: dict[str, tuple[tuple[Type, ...], Type]] = {
    "påskedag": ((TALL,), DATO),
    "dato": ((TALL, TALL, TALL), DATO),
    "ukedag": ((DATO,), TALL),
    "dag_i_måned": ((DATO,), TALL),
    "månedsnr": ((DATO,), TALL),
    "årstall": ((DATO,), TALL),
    "virkedager": ((DATO, DATO), _DAGER),
    "er_virkedag": ((DATO,), JA_NEI),
    "er_bankdag": ((DATO,), JA_NEI),
    "bankdag_før": ((DATO,), DATO),
    "bankdag_etter": ((DATO,), DATO),
    "alder": ((DATO, DATO), TALL),
    "hele_måneder": ((DATO, DATO), _MAANEDER),
}
BANKDAG = frozenset(("er_bankdag", "bankdag_før", "bankdag_etter"))
FUNKSJONER = (*_FASTE, *AVRUNDINGER, "laveste", "høyeste")
SAMLINGER = ("sum", "antall", "snitt")
_FOLK = {
    "minst": "laveste",
    "størst": "høyeste",
    "min": "laveste",
    "max": "høyeste",
    "maks": "høyeste",
    "round": "avrund",
    "rund": "avrund",
    "abs": "høyeste",
}
"""What people write, and what it is called here."""
_MENING = {
    "laveste": "det minste av flere",
    "høyeste": "det største av flere",
    "avrund": "til nærmeste steg",
}
_EKSEMPEL = {
    "påskedag": "påskedag(år)",
    "dato": "dato(år, 7, 1)",
    "virkedager": "virkedager(første_dag, siste_dag)",
    "alder": "alder(født, siste_dag)",
    "hele_måneder": "hele_måneder(start, siste_dag)",
    "laveste": "laveste(a, b)",
    "høyeste": "høyeste(a, b)",
}

type_lik = Callable[[Node, Type, Node, Type], Type]


def ukjent_funksjon(node: Kall) -> FormelFeil | None:
    """Return the fault of a call of something that is no function, or None."""
    if node.funksjon in FUNKSJONER:
        return None
    nesten = _FOLK.get(node.funksjon) or mente_du(node.funksjon, [*FUNKSJONER, *SAMLINGER])
    mening = f" ({_MENING[nesten]})" if nesten in _MENING else ""
    alle = fill(", ".join(sorted((*FUNKSJONER, *SAMLINGER))), 85)
    return FormelFeil(
        node.fra,
        len(node.funksjon),
        f"Ukjent funksjon «{node.funksjon}»."
        + (f" Mente du «{nesten}»{mening}?" if nesten else ""),
        "" if nesten else f"Bruk en av disse:\n{alle}",
        "R07",
        erstatt=nesten,
    )


def kalltype(node: Kall, typer: Sequence[Type], like: type_lik) -> Type:
    """Return the type of a call, or raise FormelFeil."""
    navn = node.funksjon
    if navn in AVRUNDINGER:
        return _avrunding(node, typer)
    if navn in ("laveste", "høyeste"):
        return _ytterst(node, typer, like)
    inn, ut = _FASTE[navn]
    if len(inn) != len(typer):
        raise _antall(node, f"{len(inn)} {'verdi' if len(inn) == 1 else 'verdier'}")
    for arg, har, skal in zip(node.argumenter, typer, inn, strict=True):
        if har.art is Art.UKJENT:
            continue
        if har.art is not skal.art or har.enhet != skal.enhet:
            hva = "en dato" if skal.art is Art.DATO else "et rent tall"
            raise feil_i(
                arg,
                f"«{navn}» vil ha {hva} her, ikke {slag(har)}.",
                f"Skriv for eksempel {_eksempel(navn)}.",
            )
    return ut


def _ytterst(node: Kall, typer: Sequence[Type], like: type_lik) -> Type:
    if len(typer) < 2:
        raise _antall(node, "minst to verdier")
    svar = typer[0]
    for arg, type_ in zip(node.argumenter[1:], typer[1:], strict=True):
        svar = like(node.argumenter[0], svar, arg, type_)
    if svar.art not in (Art.TALL, Art.DATO, Art.UKJENT):
        hva = f"«{node.funksjon}» virker på tall og datoer, ikke {slag(svar)}."
        rett = "Skriv «a og b» eller «a eller b»." if svar.art is Art.JA_NEI else "Bruk «hvis»."
        raise feil_i(node, hva, rett)
    return svar


def _eksempel(navn: str) -> str:
    return _EKSEMPEL.get(navn, f"{navn}(første_dag)")


def _antall(node: Kall, hva: str) -> FormelFeil:
    return feil_i(
        node,
        f"«{node.funksjon}» skal ha {hva}, men har {len(node.argumenter)}.",
        f"Skriv for eksempel {_eksempel(node.funksjon)}.",
        "R07",
    )


def _avrunding(node: Kall, typer: Sequence[Type]) -> Type:
    navn = node.funksjon
    if len(typer) != 2:
        rett = f"Skriv for eksempel {navn}(x, 1 kr) eller {navn}(x, 0.001)."
        raise feil_i(node, f"«{navn}» må ha et tall og et steg.", rett, "R12")
    x, steg = typer
    if UKJENT in (x, steg):
        return x
    arg = node.argumenter[1]
    if not x.er_tall or not steg.er_tall:
        feil = node.argumenter[0] if not x.er_tall else arg
        hva = f"«{navn}» virker bare på tall. Dette er {slag(x if not x.er_tall else steg)}."
        raise feil_i(feil, hva, f"Skriv for eksempel {navn}(x, 1 kr).", "R12")
    if isinstance(arg, Tall) and arg.verdi <= 0:
        raise feil_i(arg, f"Steget i «{navn}» må være større enn 0.", "", "R12", erstatt="1 kr")
    if x.null:
        return x
    kroner = x.enhet.potens("kr") == 1
    passer = steg.enhet == x.enhet or (
        steg.enhet.potens("kr") == 1 and len(steg.enhet.potenser) == 1
        if kroner
        else not steg.enhet.potenser
    )
    if not passer:
        bart = isinstance(arg, Tall) and not steg.enhet.potenser and kroner
        raise feil_i(
            arg,
            f"Steget i «{navn}» må skrives med enhet, for det som rundes, er {x}."
            if kroner
            else f"Steget passer ikke: det er {steg}, og det som rundes, er {x}.",
            "Skriv for eksempel 1 kr." if kroner else "Skriv steget som et rent tall, som 0.5.",
            "R12",
            erstatt=f"{arg.verdi.normalize():f} kr" if isinstance(arg, Tall) and bart else None,
        )
    return Type(Art.TALL, x.enhet)
