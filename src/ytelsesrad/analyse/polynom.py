"""Polynomials, lowest power first, as tuples: enough to multiply, divide and find every root."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, zip_longest

from ytelsesrad.regelspraak.tallregning import NULL

Polynom = tuple[Decimal, ...]
_STOY = Decimal("1E-36")
"""A coefficient smaller than this is left over from a division that does not end."""
_SMAA = Decimal("1E-40")
"""A value smaller than this part of its terms is nothing."""
_RETT = 2
_HALVERINGER = 170
"""So many halvings take any piece of a line down to less than what counts as the same place."""


def verdi(p: Polynom, t: Decimal) -> Decimal:
    """Return the value at a place."""
    svar = NULL
    for c in reversed(p):
        svar = svar * t + c
    return svar


def pluss(p: Polynom, q: Polynom) -> Polynom:
    """Return the sum."""
    return trimmet(tuple(a + b for a, b in zip_longest(p, q, fillvalue=NULL)))


def ganget(p: Polynom, k: Decimal) -> Polynom:
    """Return it times a number."""
    return trimmet(tuple(c * k for c in p))


def ganger(p: Polynom, q: Polynom) -> Polynom:
    """Return the product."""
    svar = [NULL] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            svar[i + j] += a * b
    return trimmet(tuple(svar))


def delt(p: Polynom, q: Polynom) -> Polynom | None:
    """Return the quotient when the division comes out even, else None."""
    rest, svar = list(p), [NULL] * max(len(p) - len(q) + 1, 1)
    for n in range(len(p) - len(q), -1, -1):
        k = svar[n] = rest[n + len(q) - 1] / q[-1]
        for i, c in enumerate(q):
            rest[n + i] -= k * c
    return trimmet(tuple(svar)) if len(p) >= len(q) and not any(map(_merkbar, rest)) else None


def derivert(p: Polynom) -> Polynom:
    """Return how fast it grows."""
    return tuple(c * n for n, c in enumerate(p))[1:] or (NULL,)


def trimmet(p: Polynom) -> Polynom:
    """Return it without highest powers that are nothing."""
    n = len(p)
    while n > 1 and not _merkbar(p[n - 1]):
        n -= 1
    return p[:n]


def rotter(p: Polynom, fra: Decimal, til: Decimal) -> list[Decimal]:
    """Return every place from ``fra`` to ``til`` where it is nothing, in order.

    Between two turning points it is at most once nothing, and that place is found by halving; the
    turning points are the roots of what it grows by. Up to the second power there are formulas.
    """
    match len(p):
        case 1:
            return []
        case 2:
            svar = [-p[0] / p[1]]
        case 3:
            svar = _annengrad(*p)
        case _:
            vender = sorted({fra, *rotter(derivert(p), fra, til), til})
            paa = [t for t in vender if _er_null(p, t)]
            mellom = [_halver(p, a, b) for a, b in pairwise(vender) if _skifter(p, a, b)]
            svar = sorted({*paa, *mellom})
    return [t for t in svar if fra <= t <= til]


def _annengrad(c: Decimal, b: Decimal, a: Decimal) -> list[Decimal]:
    d = b * b - 4 * a * c
    if abs(d) <= _SMAA * (b * b + abs(4 * a * c)):
        return [-b / (2 * a)]
    if d < 0:
        return []
    q = -(b + d.sqrt().copy_sign(b)) / _RETT
    return sorted((q / a, c / q))


def _skifter(p: Polynom, a: Decimal, b: Decimal) -> bool:
    if _er_null(p, a) or _er_null(p, b):
        return False
    return (verdi(p, a) > 0) is not (verdi(p, b) > 0)


def _halver(p: Polynom, a: Decimal, b: Decimal) -> Decimal:
    over = verdi(p, a) > 0
    for _ in range(_HALVERINGER):
        midt = (a + b) / _RETT
        a, b = (midt, b) if (verdi(p, midt) > 0) is over else (a, midt)
    return (a + b) / _RETT


def _er_null(p: Polynom, t: Decimal) -> bool:
    return abs(verdi(p, t)) <= _SMAA * verdi(tuple(map(abs, p)), abs(t))


def _merkbar(c: Decimal) -> bool:
    return not -_STOY < c < _STOY
