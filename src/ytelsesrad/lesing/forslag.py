"""«Mente du …»: the known word nearest to the one that was written."""

from __future__ import annotations

from collections.abc import Iterable

from ytelsesrad.lesing.grenser import UTDRAG

_MAKS_AVSTAND = 3
_KORTESTE_DEL = 5
_BOKSTAVER = str.maketrans({"å": "a", "ø": "o", "æ": "a", "é": "e", "-": "_", " ": "_"})


def mente_du(ord: str, kandidater: Iterable[str]) -> str | None:
    """Return the candidate nearest to a word, or None when nothing is near.

    Near is one change in a short word, up to three in a long one; a change is a letter added,
    taken away, replaced or swapped with the next. Case, and å, ø, æ against a, o, ae, aa, oe, do
    not count. Of ``folder.name`` also the name alone is compared. Of equally near candidates the
    first in the alphabet is chosen. When nothing is near, it is the only candidate that holds the
    word, or is held by it, as a part between underscores. Only the first 200 characters count.
    """
    kandidater = tuple(kandidater)
    return _naer(ord, kandidater) or _del_av(ord, kandidater)


def _naer(ord: str, kandidater: Iterable[str]) -> str | None:
    her = _enkel(ord)
    tegn = set(her)
    grense = min(_MAKS_AVSTAND, (len(her) + 2) // 4) if len(her) > 1 else 0
    best: str | None = None
    for kandidat in kandidater:
        der = _enkel(kandidat)
        if abs(len(her) - len(der)) > grense and "." in der:
            der = der.rsplit(".", 1)[1]
        if abs(len(her) - len(der)) > grense or kandidat == ord:
            continue
        der_tegn = set(der)
        if len(tegn - der_tegn) > grense or len(der_tegn - tegn) > grense:
            continue
        avstand = _avstand(her, der, grense)
        if avstand < grense or (avstand == grense and (best is None or kandidat < best)):
            best, grense = kandidat, avstand
    return best


def _del_av(ord: str, kandidater: Iterable[str]) -> str | None:
    her = f"_{_enkel(ord)}_"
    if len(her) < _KORTESTE_DEL:
        return None
    felles = [k for k in kandidater if k != ord and _er_del(her, f"_{_enkel(k)}_")]
    return felles[0] if len(felles) == 1 else None


def _er_del(a: str, b: str) -> bool:
    kort, lang = sorted((a, b), key=len)
    return len(kort) >= _KORTESTE_DEL and kort in lang


def _enkel(ord: str) -> str:
    """Return a word without what does not count."""
    lite = ord[:UTDRAG].lower().translate(_BOKSTAVER)
    return lite.replace("aa", "a").replace("ae", "a").replace("oe", "o")


def _avstand(a: str, b: str, grense: int) -> int:
    """Return how many changes make one word the other; anything above the limit is cut off."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return len(a) + len(b)
    langt = grense + 1
    forforrige: list[int] = []
    forrige = [min(j, langt) for j in range(len(b) + 1)]
    for i, tegn in enumerate(a, 1):
        fra, til = max(1, i - grense), min(len(b), i + grense)
        naa = [langt] * (len(b) + 1)
        naa[0] = min(i, langt)
        for j in range(fra, til + 1):
            pris = min(forrige[j] + 1, naa[j - 1] + 1, forrige[j - 1] + (tegn != b[j - 1]))
            if i > 1 and j > 1 and tegn == b[j - 2] and a[i - 2] == b[j - 1]:
                pris = min(pris, forforrige[j - 2] + 1)
            naa[j] = pris
        if min(naa) > grense:
            return langt
        forforrige, forrige = forrige, naa
    return forrige[-1]
