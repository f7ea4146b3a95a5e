"""Limits that keep a hostile or broken file from using much time or memory."""

from __future__ import annotations

import re

from ytelsesrad.lesing.feil import Feil, Sted
from ytelsesrad.lesing.skann import strengslutt

MAKS_TEGN = 1_000_000
MAKS_DYBDE = 40
MAKS_NOKKEL = 200
MAKS_SIFFER = 40
_NESTE = re.compile(r"""["'#\[\]{}\n]|[\w.+-]{41,}|\b(?:nan|inf)\b""")
_LANGT_TALL = re.compile(r"[+-]?[0-9][0-9_.eE+-]*|0[xob][0-9a-fA-F_]+")


def se_etter_for_stort(tekst: str, fil: str, serie: str) -> Feil | None:
    """Return a fault if a text is beyond the limits. One pass, no recursion."""

    def feil(i: int, lengde: int, hva: str, rett: str) -> Feil:
        start = tekst.rfind("\n", 0, i) + 1
        slutt = tekst.find("\n", i)
        linje = tekst[start : slutt if slutt >= 0 else len(tekst)][:2000]
        nr = tekst.count("\n", 0, i) + 1
        kolonne = i - start + 1
        synlig = linje if kolonne <= len(linje) else None
        sted = Sted(fil, nr, kolonne, synlig, min(lengde, 60))
        return Feil(f"{serie}02", sted, hva, rett)

    if len(tekst) > MAKS_TEGN:
        return Feil(
            f"{serie}02",
            Sted(fil),
            f"Filen er for stor ({len(tekst)} tegn, {MAKS_TEGN} er grensen).",
            "Del den i flere filer.",
        )
    i, dybde = 0, 0
    while (treff := _NESTE.search(tekst, i)) is not None:
        i, tegn = treff.start(), treff.group()
        if tegn in ('"', "'"):
            slutt = strengslutt(tekst, i)
            etter = tekst[slutt : slutt + 20].lstrip(" \t")
            if slutt - i > MAKS_NOKKEL and etter[:1] in ("=", ".", "]"):
                return feil(i, slutt - i, "Navnet er for langt.", _kort_navn())
            i = slutt
        elif tegn == "#":
            slutt = tekst.find("\n", i)
            i = len(tekst) if slutt < 0 else slutt
        elif tegn in ("[", "{"):
            dybde += 1
            if dybde > MAKS_DYBDE:
                return feil(
                    i,
                    1,
                    f"Klammene er for dypt nøstet ({MAKS_DYBDE} nivåer er grensen).",
                    "Bruk egne tabeller i stedet.",
                )
            i += 1
        elif tegn in ("]", "}"):
            dybde = max(0, dybde - 1)
            i += 1
        elif tegn == "\n":
            i += 1
        elif tegn in ("nan", "inf"):
            if _er_verdi(tekst, i):
                return feil(
                    i, 3, f"«{tegn}» er ikke et tall en kan regne med.", "Skriv et vanlig tall."
                )
            i = treff.end()
        else:
            if _LANGT_TALL.fullmatch(tegn):
                return feil(
                    i, len(tegn), f"Tallet har for mange siffer ({MAKS_SIFFER} er grensen).", ""
                )
            if len(tegn) > MAKS_NOKKEL:
                return feil(i, len(tegn), "Navnet er for langt.", _kort_navn())
            i = treff.end()
    return None


def _kort_navn() -> str:
    return f"Bruk høyst {MAKS_NOKKEL} tegn."


def _er_verdi(tekst: str, i: int) -> bool:
    """Tell whether what stands at an offset is a value and not a key."""
    for_an = tekst[max(0, i - 20) : i].rstrip(" \t+-")
    return for_an[-1:] in ("=", "[", ",")
