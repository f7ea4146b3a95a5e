"""Where every key and value of a TOML text stands.

``tomllib`` says what a file means but not where; this walks the same text once and notes places.
It is only used on text that ``tomllib`` has accepted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Sti = tuple[str | int, ...]
_ORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_ESCAPE = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


@dataclass(slots=True)
class Steder:
    """Offsets by key path: of the key (first to last character) and of its value."""

    nokler: dict[Sti, tuple[int, int]] = field(default_factory=dict)
    verdier: dict[Sti, tuple[int, int]] = field(default_factory=dict)


def finn_steder(tekst: str) -> Steder:
    """Walk a text that is valid TOML and note where everything stands."""
    return _Skanner(tekst).alt()


class _Skanner:
    def __init__(self, tekst: str) -> None:
        self.t = tekst
        self.i = 0
        self.steder = Steder()
        self.lister: dict[Sti, int] = {}
        """Number of tables so far in each array of tables."""

    def alt(self) -> Steder:
        tabell: Sti = ()
        while self.hopp(linjer=True):
            if self.t[self.i] == "[":
                tabell = self.overskrift()
            else:
                self.nokkel_og_verdi(tabell)
        return self.steder

    def hopp(self, *, linjer: bool) -> bool:
        """Skip spaces and comments (and line ends); return whether anything is left."""
        while self.i < len(self.t):
            tegn = self.t[self.i]
            if tegn in " \t" or (linjer and tegn in "\r\n"):
                self.i += 1
            elif tegn == "#":
                slutt = self.t.find("\n", self.i)
                self.i = len(self.t) if slutt < 0 else slutt
            else:
                return True
        return False

    def overskrift(self) -> Sti:
        start = self.i
        dobbel = self.t.startswith("[[", self.i)
        self.i += 2 if dobbel else 1
        deler = self.nokkel()
        self.hopp(linjer=False)
        self.i += 2 if dobbel else 1
        sti = self.med_numre(tuple(d for d, _, _ in deler[:-1]))
        siste = (*sti, deler[-1][0])
        if dobbel:
            nummer = self.lister.get(siste, -1) + 1
            self.lister[siste] = nummer
            self.steder.nokler.setdefault(siste, (start, self.i))
            siste = (*siste, nummer)
        else:
            siste = self.med_numre(siste)
        self.steder.nokler[siste] = (start, self.i)
        for antall in range(1, len(deler)):
            over = self.med_numre(tuple(d for d, _, _ in deler[:antall]))
            self.steder.nokler.setdefault(over, (start, self.i))
        return siste

    def med_numre(self, sti: Sti) -> Sti:
        """Put in the number of the latest table after each name of an array of tables."""
        svar: Sti = ()
        for i, del_ in enumerate(sti):
            svar = (*svar, del_)
            har_nummer = i + 1 < len(sti) and isinstance(sti[i + 1], int)
            if svar in self.lister and not har_nummer:
                svar = (*svar, self.lister[svar])
        return svar

    def nokkel(self) -> list[tuple[str, int, int]]:
        """Read a dotted key: its parts with first and last offset."""
        deler = []
        while True:
            self.hopp(linjer=False)
            start = self.i
            if self.t[self.i] in "\"'":
                navn = self.streng()
            else:
                while self.i < len(self.t) and self.t[self.i] in _ORD:
                    self.i += 1
                navn = self.t[start : self.i]
            deler.append((navn, start, self.i))
            self.hopp(linjer=False)
            if self.i >= len(self.t) or self.t[self.i] != ".":
                return deler
            self.i += 1

    def nokkel_og_verdi(self, tabell: Sti) -> None:
        deler = self.nokkel()
        sti = tabell
        for navn, fra, til in deler:
            sti = (*sti, navn)
            self.steder.nokler.setdefault(sti, (fra, til))
        self.steder.nokler[sti] = (deler[0][1], deler[-1][2])
        self.hopp(linjer=False)
        self.i += 1  # =
        self.verdi(sti)

    def verdi(self, sti: Sti) -> None:
        self.hopp(linjer=True)
        start = self.i
        tegn = self.t[self.i]
        if tegn in "\"'":
            self.streng()
        elif tegn == "[":
            self.liste(sti)
        elif tegn == "{":
            self.inlinetabell(sti)
        else:
            while self.i < len(self.t) and self.t[self.i] not in ",]}#\r\n":
                self.i += 1
            while self.t[self.i - 1] in " \t":
                self.i -= 1
        self.steder.verdier[sti] = (start, self.i)

    def liste(self, sti: Sti) -> None:
        self.i += 1
        nummer = 0
        while self.hopp(linjer=True) and self.t[self.i] != "]":
            under = (*sti, nummer)
            self.verdi(under)
            self.steder.nokler[under] = self.steder.verdier[under]
            nummer += 1
            self.hopp(linjer=True)
            if self.t[self.i] == ",":
                self.i += 1
        self.i += 1

    def inlinetabell(self, sti: Sti) -> None:
        self.i += 1
        while self.hopp(linjer=True) and self.t[self.i] != "}":
            self.nokkel_og_verdi(sti)
            self.hopp(linjer=True)
            if self.t[self.i] == ",":
                self.i += 1
        self.i += 1

    def streng(self) -> str:
        """Pass a string of any of the four kinds and return what it says."""
        start = self.i
        tegn = self.t[start]
        tre = self.t.startswith(tegn * 3, start)
        slutt = strengslutt(self.t, start)
        self.i = slutt
        antall = 3 if tre else 1
        if tre or tegn == "'":
            return self.t[start + antall : slutt - antall]
        return "".join(t for t, _ in tegnene(self.t, start, slutt))


def strengslutt(t: str, start: int) -> int:
    """Return the offset after the string that begins at an offset."""
    tegn = t[start]
    if t.startswith(tegn * 3, start):
        i = start + 3
        while i < len(t):
            if tegn == '"' and t[i] == "\\":
                i += 2
            elif t.startswith(tegn * 3, i):
                i += 3
                while i < len(t) and t[i] == tegn and i - start < len(t):
                    i += 1  # up to two quotes may stand inside, right before the end
                return i
            else:
                i += 1
        return len(t)
    i = start + 1
    while i < len(t) and t[i] != tegn and t[i] != "\n":
        i += 2 if tegn == '"' and t[i] == "\\" else 1
    return i + 1


def tegnene(t: str, start: int, slutt: int) -> list[tuple[str, int]]:
    """Return each character a string says, with the offset where it is written."""
    tegn = t[start]
    antall = 3 if t.startswith(tegn * 3, start) and slutt - start >= 6 else 1
    i, til = start + antall, slutt - antall
    if antall == 3:
        if t.startswith("\r\n", i):
            i += 2
        elif t.startswith("\n", i):
            i += 1
    svar: list[tuple[str, int]] = []
    while i < til:
        if t.startswith("\r\n", i):
            svar.append(("\n", i))
            i += 2
        elif tegn == '"' and t[i] == "\\":
            i = _escape(t, i, til, svar)
        else:
            svar.append((t[i], i))
            i += 1
    return svar


def _escape(t: str, i: int, til: int, svar: list[tuple[str, int]]) -> int:
    neste = t[i + 1]
    if neste in "uU":
        siffer = 4 if neste == "u" else 8
        svar.append((chr(int(t[i + 2 : i + 2 + siffer], 16)), i))
        return i + 2 + siffer
    if neste in _ESCAPE:
        svar.append((_ESCAPE[neste], i))
        return i + 2
    i += 1
    while i < til and t[i] in " \t\r\n":
        i += 1
    return i
