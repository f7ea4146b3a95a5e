"""The drawing of «of 100 kroner more»: steps, what is taken, arrows for falls and leaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.lesbart import avrundet, kr
from ytelsesrad.visning.figurer.akse import Akse, akse
from ytelsesrad.visning.figurer.flate import Maal, ark, loddrett, vannrett
from ytelsesrad.visning.figurer.hundretall import HUNDRE, Trinn
from ytelsesrad.visning.figurer.linjekilder import Linjekilde, hopp_i_ord, sprang
from ytelsesrad.visning.figurer.merker import MAANEDER, merkene, tegn_merker
from ytelsesrad.visning.figurer.monster import STUP, TONE, med_glorie
from ytelsesrad.visning.figurer.rom import Rom
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.stillinger import Stillinger

_PIL = 70
_NAER = Decimal("0.05")
"""Falls closer than this part of the line are said in one."""
_STOPP = 2 * HUNDRE
"""The stack of what is taken is not drawn higher than this."""


def hundretegning(
    g: Grenser,
    trinn: Sequence[Trinn],
    kilder: Sequence[Linjekilde],
    maal: Maal,
    id_: str,
    tittel: str,
    beskrivelse: str,
) -> El:
    """Return the drawing; with kinds of source, what they take is stacked on what is left."""
    topp = min(max((t.hoyest for t in trinn), default=HUNDRE), _STOPP) if kilder else HUNDRE
    y = akse(Decimal(0), max(avrundet(topp), HUNDRE), maal.bunn, maal.topp, maal.merker)
    steg = akse(g.langs[0].fra, g.langs[0].til, 0, 1, maal.merker + 1).steg
    x = Akse(g.langs[0].fra, g.langs[0].til, steg, maal.venstre + 40, maal.bredde - 160)
    rom = Rom(maal)
    for t in trinn:
        hoyde = _innenfor(t.igjen, y)
        rom.oppta_strek(x.plass(t.fra), hoyde, x.plass(t.til), hoyde)
    return ark(
        maal,
        id_,
        tittel,
        beskrivelse,
        [k.monster for k in kilder],
        loddrett(y, maal, "kr"),
        vannrett(x, maal, Stillinger(g).akse),
        [_bunn(t, x, y) for t in trinn],
        [list(_stabel(t, kilder, x, y, id_)) for t in trinn],
        list(tegn_merker(merkene(g), x, maal)),
        med_glorie(_trapp(g, trinn, x, y), 22),
        [_piler(alle, rom, x) for alle in _samlet(sprang(g).values(), g)],
        [_belop(t, x, y, rom) for t in trinn],
    )


def _innenfor(belop: Decimal, y: Akse) -> int:
    return y.plass(min(max(belop, y.lavest), y.hoyest))


def _boks(t: Trinn, x: Akse, y: Akse, fra: Decimal, til: Decimal, **felt: object) -> El:
    venstre, topp = x.plass(t.fra), _innenfor(til, y)
    bredde, hoyde = x.plass(t.til) - venstre, _innenfor(fra, y) - topp
    return el("rect", x=venstre, y=topp, width=bredde, height=hoyde, **felt)


def _bunn(t: Trinn, x: Akse, y: Akse) -> El:
    return _boks(t, x, y, Decimal(0), t.igjen, fill=TONE) if t.igjen > 0 else el("g")


def _stabel(t: Trinn, kilder: Sequence[Linjekilde], x: Akse, y: Akse, id_: str) -> Iterator[El]:
    fra = max(t.igjen, Decimal(0))
    for k, tar in zip(kilder, t.tar, strict=False):
        if tar:
            fyll = {"fill": k.monster.fyll(id_), "stroke": k.monster.farge, "stroke_width": 8}
            yield _boks(t, x, y, fra, fra + tar, **fyll)
        fra += tar


def _trapp(g: Grenser, trinn: Sequence[Trinn], x: Akse, y: Akse) -> str:
    """Return the steps as a line, broken at falls and leaps and where there is no rate."""
    brudd = sprang(g)
    d, forrige = "", None
    for t in trinn:
        sammen = forrige == t.fra and t.fra not in brudd
        hoyde = _innenfor(t.igjen, y)
        d += f"V{hoyde}" if sammen else f"M{x.plass(t.fra)} {hoyde}"
        d += f"H{x.plass(t.til)}"
        forrige = t.til
    return d


def _belop(t: Trinn, x: Akse, y: Akse, rom: Rom) -> El | None:
    """Return the amount of a step where there is room: over or under its line, with an arrow."""
    midt, hoyde = (x.plass(t.fra) + x.plass(t.til)) // 2, _innenfor(t.igjen, y)
    utenfor = "▼ " if t.igjen < y.lavest else "▲ " if t.igjen > y.hoyest else ""
    tekst = f"{utenfor}{kr(avrundet(t.igjen))}"
    linje = rom.maal.skrift
    steder = [(midt, hoyde - linje // 2, "middle")]
    if hoyde + 2 * linje < rom.maal.bunn:
        steder.append((midt, hoyde + linje + 60, "middle"))
    smalt = x.plass(t.til) - x.plass(t.fra) < rom.maal.lengde(tekst)
    ledige = [s for s in steder if rom.ledig(tekst, s)]
    if not ledige or (smalt and not utenfor):
        return None
    return rom.skriv(tekst, ledige)


def _samlet(hopp: Iterable[Terskel], g: Grenser) -> list[list[Terskel]]:
    """Return falls and leaps, those of one kind close to each other together."""
    naer = _NAER * (g.langs[0].til - g.langs[0].fra)
    svar: list[list[Terskel]] = []
    for t in hopp:
        samme = svar and (svar[-1][0].hopp < 0) is (t.hopp < 0)
        if samme and t.ved - svar[-1][0].ved <= naer:
            svar[-1].append(t)
        else:
            svar.append([t])
    return sorted(svar, key=lambda alle: -abs(_sum(alle)))


def _sum(alle: Iterable[Terskel]) -> Decimal:
    return sum((t.hopp for t in alle), Decimal(0)) / MAANEDER


def _piler(alle: Sequence[Terskel], rom: Rom, x: Akse) -> El:
    """Return arrows down for falls and up for leaps, with what they are a month, once."""
    linje, ned = rom.maal.skrift, alle[0].hopp < 0
    fra, til = (rom.maal.topp, rom.maal.bunn) if ned else (rom.maal.bunn, rom.maal.topp)
    spiss = til - 2 * _PIL if ned else til + 2 * _PIL
    strek = {"stroke": STUP, "stroke_width": 14, "stroke_dasharray": "14 40"}
    steder = [x.plass(t.ved) for t in alle]
    for px in steder:
        rom.oppta_strek(px, fra, px, til)
        rom.oppta(px, (spiss + til) // 2, _PIL)
    hoyder = (til - 40, til - 40 - 2 * linje) if ned else (til + linje, til + 3 * linje)
    sider = ((steder[-1] + 110, "start"), (steder[0] - 110, "end"))
    antall = f"{len(alle)} {'fall' if ned else 'hopp'}: " if len(alle) > 1 else ""
    return el(
        "g",
        [el("path", d=f"M{px} {fra}V{spiss}", stroke_linecap="round", **strek) for px in steder],
        [el("path", d=f"M{px} {til}L{px - _PIL} {spiss}H{px + _PIL}Z", fill=STUP) for px in steder],
        rom.skriv(
            f"{antall}{hopp_i_ord(_sum(alle))}",
            [(sted, hoyde, anker) for hoyde in hoyder for sted, anker in sider],
        ),
    )
