"""«Of 100 kroner more you keep …» as steps along a line, and who takes the rest.

The axis stops at nothing and at 100: a range beyond it is marked with an arrow and its amount, and
so is a fall or a leap, which has no rate. With ``delt`` what is taken is stacked on what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser
from ytelsesrad.lesbart import avrundet, kroner, liste, midt_i, tall
from ytelsesrad.visning.figurer.figur import Figur, Tabell, Tegn
from ytelsesrad.visning.figurer.flate import BRED, SMAL
from ytelsesrad.visning.figurer.hundretall import HUNDRE, Trinn, som_tar, tjent, trinnene
from ytelsesrad.visning.figurer.hundretegning import hundretegning
from ytelsesrad.visning.figurer.hundrevega import hundrevega
from ytelsesrad.visning.figurer.linjekilder import Linjekilde, sprang
from ytelsesrad.visning.figurer.merker import MAANEDER
from ytelsesrad.visning.figurer.monster import strektegn, stuptegn, tegn
from ytelsesrad.visning.tekst.stillinger import Stillinger


def av_hundre_figur(
    grenser: Grenser, *, delt: bool = False, forstavelse: str = "hundre"
) -> Figur | None:
    """Return the chart, or None when nothing is earned along the line.

    ``delt``: who takes the rest is shown too. ``forstavelse`` makes its ids unique on a page.
    """
    kilder = som_tar(grenser)
    trinn = trinnene(grenser, kilder)
    if not trinn:
        return None
    return _Hundre(grenser, kilder, trinn, delt).figur(forstavelse)


@dataclass(frozen=True, slots=True)
class _Hundre:
    g: Grenser
    kilder: Sequence[Linjekilde]
    trinn: Sequence[Trinn]
    delt: bool

    @property
    def s(self) -> Stillinger:
        return Stillinger(self.g)

    def figur(self, id_: str) -> Figur:
        tittel = f"Av {kroner(HUNDRE)} mer i {tjent(self.g)}, etter {self.s.langs}"
        setning = self.setning()
        beskrivelse = self.beskrivelse(setning)
        kilder = self.kilder if self.delt else []
        tegninger = [
            hundretegning(self.g, self.trinn, kilder, maal, f"{id_}{n}", tittel, beskrivelse)
            for maal, n in ((BRED, "b"), (SMAL, "s"))
        ]
        return Figur(
            tittel=tittel,
            beskrivelse=beskrivelse,
            setning=setning,
            bred=tegninger[0],
            smal=tegninger[1],
            tegn=self.tegn(f"{id_}t"),
            tabell=self.tabell(),
            vega=hundrevega(self.g, self.trinn, kilder, tittel, beskrivelse),
        )

    def setning(self) -> str:
        minst, mest = (velg(self.trinn, key=lambda t: t.igjen) for velg in (min, max))
        a, b = (avrundet(t.igjen) for t in (minst, mest))
        hvor = self.s.spenn(minst.fra, minst.til)
        svar = f"Av {kroner(HUNDRE)} mer i {tjent(self.g)} sitter du igjen med"
        if a == b:
            svar += f" {kroner(a)}."
        elif a < 0:
            svar += f" opptil {kroner(b)}. {hvor.capitalize()} har du {kroner(-a)} mindre."
        else:
            svar += f" mellom {tall(a, 0)} og {kroner(b)}. Minst er det {hvor}."
        fall = [t for t in sprang(self.g).values() if avrundet(t.hopp / MAANEDER, 100) < 0]
        if fall:
            hvor = liste(self.s.til_og_med(t.ved) for t in fall)
            svar += f" Ved {hvor} blir det mindre på én gang."
        return svar

    def beskrivelse(self, setning: str) -> str:
        alle = [f"{self.s.spenn(t.fra, t.til)}: {kroner(avrundet(t.igjen))}" for t in self.trinn]
        deler = [setning, f"Trinnene er {liste(alle)}."]
        if sprang(self.g):
            deler.append("En pil viser hvor det blir mer eller mindre på én gang.")
        if self.delt and self.kilder:
            tar = liste(midt_i(k.navn) for k in self.kilder)
            deler.append(f"Over det du sitter igjen med, er det stablet hva som går til {tar}.")
            if any(x > 0 for t in self.trinn for x in t.av):
                deler.append(f"Der noe øker, blir det til sammen mer enn {HUNDRE}.")
        return " ".join([*deler, "Tallene står i tabellen."])

    def tegn(self, id_: str) -> tuple[Tegn, ...]:
        svar = [Tegn("sitter igjen med", strektegn())]
        if self.delt:
            svar += [Tegn(k.navn, tegn(k.monster, f"{id_}{n}")) for n, k in enumerate(self.kilder)]
        if sprang(self.g):
            svar.append(Tegn("på én gang i måneden", stuptegn()))
        return tuple(svar)

    def tabell(self) -> Tabell:
        kilder = self.kilder if self.delt else []
        hopp = {t.ved: (nr, t.hopp) for nr, t in enumerate(self.g.terskler) if t.art != "knekk"}
        kolonner = [self.g.langs[0].tittel, "Du sitter igjen med", *(k.navn for k in kilder)]
        if hopp:
            kolonner.append("På én gang ved starten, i måneden")
        rader, stier = [], []
        for t in self.trinn:
            rad = [self.s.spenn(t.fra, t.til), _heltall(t.igjen)]
            sti = ["", f"{t.fra_sti}/igjen_av_100"]
            for nr, _ in enumerate(kilder):
                rad.append(_heltall(t.av[nr], fortegn=True))
                sti.append(t.av_stier[nr])
            if t.fra in hopp:
                nr, belop = hopp[t.fra]
                rad.append(_heltall(belop / MAANEDER, fortegn=True))
                sti.append(f"terskler/{nr}/hopp:{MAANEDER}")
            elif hopp:
                rad.append("–")
                sti.append("")
            rader.append(tuple(rad))
            stier.append(tuple(sti))
        return Tabell(tuple(kolonner), tuple(rader), tuple(stier))


def _heltall(x: Decimal, *, fortegn: bool = False) -> str:
    return tall(avrundet(x), 0, fortegn=fortegn)
