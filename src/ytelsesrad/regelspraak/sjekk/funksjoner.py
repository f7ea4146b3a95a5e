"""The functions of the language: what they take and what they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ytelsesrad.regelspraak.enheter import (
    DATO,
    JA_NEI,
    TALL,
    UKJENT,
    Art,
    Enhet,
    Type,
)
from ytelsesrad.regelspraak.leksing import FormelFeil
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
FOLK = {
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

type_lik = Callable[[Node, Type, Node, Type], Type]


def kalltype(node: Kall, typer: Sequence[Type], like: type_lik) -> Type:
    """Return the type of a call, or raise FormelFeil."""
    navn = node.funksjon
    if navn in AVRUNDINGER:
        return _avrunding(node, typer)
    if navn in ("laveste", "høyeste"):
        if len(typer) < 2:
            raise _antall(node, "minst to verdier", f"{navn}(a, b)")
        svar = typer[0]
        for arg, type_ in zip(node.argumenter[1:], typer[1:], strict=True):
            svar = like(node.argumenter[0], svar, arg, type_)
        if svar.art not in (Art.TALL, Art.DATO, Art.UKJENT):
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«{navn}» virker på tall og datoer, ikke {svar}.",
                kode="R10",
            )
        return svar
    inn, ut = _FASTE[navn]
    if len(inn) != len(typer):
        eksempel = f"{navn}({', '.join('a b c'.split()[: len(inn)])})"
        raise _antall(node, f"{len(inn)} {'verdi' if len(inn) == 1 else 'verdier'}", eksempel)
    for arg, har, skal in zip(node.argumenter, typer, inn, strict=True):
        if har.art is Art.UKJENT:
            continue
        if har.art is not skal.art or har.enhet != skal.enhet:
            hva = "en dato" if skal.art is Art.DATO else "et rent tall"
            raise FormelFeil(
                arg.fra, arg.til - arg.fra, f"«{navn}» vil ha {hva} her, ikke {har}.", kode="R10"
            )
    return ut


def _antall(node: Kall, hva: str, eksempel: str) -> FormelFeil:
    return FormelFeil(
        node.fra,
        node.til - node.fra,
        f"«{node.funksjon}» skal ha {hva}, men har {len(node.argumenter)}.",
        f"Skriv for eksempel {eksempel}.",
        "R07",
    )


def _avrunding(node: Kall, typer: Sequence[Type]) -> Type:
    navn = node.funksjon
    if len(typer) != 2:
        raise FormelFeil(
            node.fra,
            node.til - node.fra,
            f"«{navn}» må ha et tall og et steg.",
            f"{navn}(…, 1 kr)",
            "R12",
        )
    x, steg = typer
    if UKJENT in (x, steg):
        return x
    arg = node.argumenter[1]
    if not x.er_tall or not steg.er_tall:
        raise FormelFeil(
            node.fra, node.til - node.fra, f"«{navn}» virker bare på tall.", kode="R12"
        )
    if isinstance(arg, Tall) and arg.verdi == 0:
        raise FormelFeil(
            arg.fra, arg.til - arg.fra, f"{navn}: steget kan ikke være 0.", "1 kr", "R12"
        )
    ok = steg.enhet == x.enhet or (
        steg.enhet.potens("kr") == 1 == x.enhet.potens("kr") and len(steg.enhet.potenser) == 1
    )
    if not ok and steg.enhet.potenser == () and "kr" not in dict(x.enhet.potenser):
        ok = True
    if not ok:
        raise FormelFeil(
            arg.fra,
            arg.til - arg.fra,
            f"{navn}: skriv steget med enhet. Tallet er {x}.",
            "For eksempel 1 kr." if x.enhet.potens("kr") else "",
            "R12",
        )
    return Type(Art.TALL, x.enhet)
