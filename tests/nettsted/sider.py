"""Leser HTML: lenker, ankere og det en side henter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

HENTER = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}


@dataclass
class Side(HTMLParser):
    """En side: lenkene, ankrene, og adressene den henter når den åpnes."""

    lenker: list[str] = field(default_factory=list)
    ankere: list[str] = field(default_factory=list)
    henter: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        felt = dict(attrs)
        if felt.get("id"):
            self.ankere.append(str(felt["id"]))
        if tag == "a" and felt.get("href"):
            self.lenker.append(str(felt["href"]))
        if tag in HENTER and felt.get(HENTER[tag]):
            self.henter.append(str(felt[HENTER[tag]]))


def les(html: str) -> Side:
    """Les en side."""
    side = Side()
    side.feed(html)
    return side


@dataclass
class Nettsted:
    """Alle sidene i en mappe, etter sti."""

    mappe: Path

    @cached_property
    def sider(self) -> dict[str, Side]:
        return {
            f.relative_to(self.mappe).as_posix(): les(f.read_text(encoding="utf-8"))
            for f in sorted(self.mappe.rglob("*.html"))
        }

    def brutte(self) -> Iterator[str]:
        """Lenker til sider, filer og ankere som ikke finnes."""
        ankere = {sti: set(s.ankere) for sti, s in self.sider.items()}
        # «Prøv selv» tar personen fra adressen: der er et anker også navnet på en situasjonsfil.
        ankere["prov-selv/index.html"] |= {
            f.stem for f in (self.mappe / "eksempler").glob("p*.toml")
        }
        for sti, side in self.sider.items():
            for lenke in [*side.lenker, *side.henter]:
                deler = urlsplit(lenke)
                if deler.scheme or deler.netloc:
                    continue
                fra = posixpath.dirname(sti)
                til = posixpath.normpath(posixpath.join(fra, unquote(deler.path)))
                maal = til if deler.path else sti
                if not (self.mappe / maal).exists():
                    yield f"{sti}: {lenke} finnes ikke"
                elif self._mangler(unquote(deler.fragment), ankere.get(maal, set())):
                    yield f"{sti}: {lenke} har ikke noe slikt sted"

    @staticmethod
    def _mangler(anker: str, ankere: set[str]) -> bool:
        return bool(anker) and anker not in ankere and not anker.startswith("__")  # temaets egne

    def utenfra(self) -> Iterator[str]:
        """Det som hentes fra andre når en side åpnes."""
        for sti, side in self.sider.items():
            for adresse in side.henter:
                if urlsplit(adresse).netloc:
                    yield f"{sti}: {adresse}"
