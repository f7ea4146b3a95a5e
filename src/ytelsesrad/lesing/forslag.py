"""«Mente du …»: the known word nearest to the one that was written."""

from __future__ import annotations

from collections.abc import Iterable

_FOLD = str.maketrans({"å": "a", "ø": "o", "æ": "a", "é": "e"})
_MAKS_TEGN = 60


def mente_du(ord: str, kandidater: Iterable[str]) -> str | None:
    """Return the nearest candidate, or None when nothing is near.

    Case and the letters æ, ø, å count as little; long words are compared by their beginning.
    """
    her = _fold(ord)
    best: tuple[float, str] | None = None
    for kandidat in kandidater:
        der = _fold(kandidat)
        grense = max(1, min(len(her), len(der)) // 3)
        if abs(len(her) - len(der)) > grense:
            kort = der.rsplit(".", 1)[-1]
            if abs(len(her) - len(kort)) > grense:
                continue
            der = kort
        avstand = _avstand(her, der, grense)
        if avstand <= grense and (best is None or (avstand, kandidat) < best):
            best = (avstand, kandidat)
    return best[1] if best else None


def _fold(ord: str) -> str:
    return ord[:_MAKS_TEGN].lower().replace("aa", "a").replace("oe", "o").translate(_FOLD)


def _avstand(a: str, b: str, grense: int) -> int:
    """Return the number of letters to change, add, take away or swap (cut off above the limit)."""
    forforrige: list[int] = []
    forrige = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        naa = [i]
        for j, y in enumerate(b, 1):
            pris = min(forrige[j] + 1, naa[j - 1] + 1, forrige[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                pris = min(pris, forforrige[j - 2] + 1)
            naa.append(pris)
        if min(naa) > grense:
            return grense + 1
        forforrige, forrige = forrige, naa
    return forrige[-1]
