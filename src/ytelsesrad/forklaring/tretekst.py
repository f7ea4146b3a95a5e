"""Depth «alt»: the whole tree, with formulas, ways taken, roundings, versions and sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from ytelsesrad.forklaring.linjer import brytt
from ytelsesrad.forklaring.modell import Del, Forklaring
from ytelsesrad.forklaring.opplysninger import opplysninger, vilkaarsblokker
from ytelsesrad.forklaring.plass import Plass

_MAKS_DYBDE = 14
_MAKS_NODER = 160
_MAKS_TILBAKE = 2
_MIN_BREDDE = 24
_LUFT = 3


def som_tre(f: Forklaring, bredde: int) -> list[str]:
    """Return the tree as lines."""
    return _Tegner(bredde).tegn(f)


@dataclass(slots=True)
class _Tegner:
    """Draws one tree. Each value is shown in full once."""

    bredde: int
    vist: set[Plass] = field(default_factory=set)
    kilder: set[str] = field(default_factory=set)
    """Sources whose address has been given."""
    linjer: list[str] = field(default_factory=list)
    like: dict[tuple[object, ...], Forklaring] = field(default_factory=dict)
    """Values by what would be written of them, so that equal months are not written twice."""

    def tegn(self, f: Forklaring) -> list[str]:
        """Draw the root, then its parts with air between them, then the reservations."""
        self.vist.add(f.plass)
        self._hode(f.regel, f"{f.kort}", "")
        if f.overskrift:
            self._tekst([f.overskrift], "│  ")
        self._tekst(opplysninger(f, self.kilder), "│  ")
        blokker = [*vilkaarsblokker(f)]
        deler = f.deler
        forbehold = f.forbehold
        igjen = len(blokker) + len(deler) + bool(forbehold)
        for blokk in blokker:
            igjen -= 1
            self.linjer.append("│")
            self._blokk(blokk, "", siste=igjen == 0)
        for d in deler:
            igjen -= 1
            self.linjer.append("│")
            self._del(d, "", [f], siste=igjen == 0)
        if forbehold:
            self.linjer += ["│", "└─ Forbehold"]
            for g in forbehold:
                self._tekst([g.hva], " " * 6)
                mer = [
                    f"Kan bety: {g.verdt}." if g.verdt else "",
                    f"Spør {g.spor}." if g.spor else "",
                ]
                self._tekst([" ".join(x for x in mer if x)], " " * 8)
        return _uten_hale(self.linjer)

    def _blokk(self, linjer: list[str], foran: str, *, siste: bool) -> None:
        self._tekst(linjer[:1], foran + ("└─ " if siste else "├─ "), foran + _hale(siste))
        self._tekst(linjer[1:], foran + _hale(siste))

    def _del(self, d: Del, foran: str, over: list[Forklaring], *, siste: bool) -> None:
        f = d.forklaring
        gren, under = foran + ("└─ " if siste else "├─ "), foran + _hale(siste)
        note = self._bare_hode(f, over)
        hode, lest = self._hode_for(d, gren, note or "")
        if note is not None:
            self._hode(hode, f.kort, note)
            self._tekst(lest, f"{under}   ")
            return
        self.vist.add(f.plass)
        self.like.setdefault(_likhet(f), f)
        deler = f.deler
        hva = lest + opplysninger(f, self.kilder, over[-1])
        for blokk in vilkaarsblokker(f):
            hva += [blokk[0], *(f"  {x}" for x in blokk[1:])]
        if not deler and len(hva) <= 1:
            self._en_linje(f"{hode} = {f.kort}", hva, under)
            return
        self._hode(hode, f.kort, "")
        self._tekst(hva, under + ("│  " if deler else "   "))
        for nr, barn in enumerate(deler, 1):
            self._del(barn, under, [*over, f], siste=nr == len(deler))

    def _hode_for(self, d: Del, gren: str, note: str) -> tuple[str, list[str]]:
        """Return a part's name; how it is read goes on its own line when there is no room."""
        biter = _navn(d)
        hode = f"{gren}{', '.join(biter)}"
        hale = len(d.forklaring.kort) + (len(note) + _LUFT if note else 0)
        if len(hode) + hale + _LUFT <= self.bredde or len(biter) == 1:
            return hode, []
        return f"{gren}{biter[0]}", [", ".join(biter[1:])]

    def _bare_hode(self, f: Forklaring, over: list[Forklaring]) -> str | None:
        """Return why only name and value are written, or None when all of it is."""
        if f.plass in self.vist:
            return "se over"
        lik = self.like.get(_likhet(f))
        if lik is not None and f.inndata is None:
            return (
                f"som for {lik.periodetekst}" if lik.periodetekst != f.periodetekst else "som over"
            )
        if sum(x.regel == f.regel for x in over) >= _MAKS_TILBAKE:
            return "og slik videre bakover"
        if len(over) > _MAKS_DYBDE or len(self.vist) >= _MAKS_NODER:
            return "åpnes for seg"
        return None

    # ── lines ──────────────────────────────────────────────────────────────────────────────────

    def _hode(self, venstre: str, verdi: str, note: str) -> None:
        """Write a name with its value at the right edge."""
        hoyre = f"{note} · {verdi}" if note else verdi
        rom = self.bredde - len(venstre) - len(hoyre)
        if rom >= _LUFT - 1:
            self.linjer.append(f"{venstre}{' ' * rom}{hoyre}")
        else:
            self.linjer.append(f"{venstre}  {hoyre}")

    def _en_linje(self, venstre: str, hva: list[str], under: str) -> None:
        note = hva[0] if hva else ""
        luft = " " * _LUFT
        if len(venstre) + len(luft) + len(note) <= self.bredde:
            self.linjer.append(f"{venstre}{luft}{note}".rstrip())
            return
        self.linjer.append(venstre)
        self._tekst([note], f"{under}   ")

    def _tekst(self, avsnitt: list[str], forst: str, rest: str | None = None) -> None:
        bredde = max(self.bredde, len(forst) + _MIN_BREDDE)
        for a in avsnitt:
            innrykk = " " * (len(a) - len(a.lstrip()))
            if a.strip():
                self.linjer += brytt(
                    a.strip(), bredde, forst + innrykk, (forst if rest is None else rest) + innrykk
                )


def _likhet(f: Forklaring) -> tuple[object, ...]:
    return (f.regel, f.verdi, f.setning, f.tall, f.opphav, f.bytter, f.medlem)


def _hale(siste: bool) -> str:
    return "   " if siste else "│  "


def _navn(d: Del) -> list[str]:
    """Return what a part is called in the tree: short name, who, when, how it is read."""
    f = d.forklaring
    biter = [f.navn]
    antall = f" ({d.antall} like)" if d.antall > 1 else ""
    if d.hvor:
        biter.append(f"{d.hvor}{antall}")
    elif f.medlem:
        biter.append(f.medlem)
    if d.lest:
        biter.append(d.lest)
    return biter


def _uten_hale(linjer: list[str]) -> list[str]:
    """Take the trunk away below the last branch."""
    if any(linje.startswith(("├", "└")) for linje in linjer):
        return linjer
    return [linje[1:] if linje.startswith("│") else linje for linje in linjer]
