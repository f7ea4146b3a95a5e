"""Limits along a line as text: what gives less first, then rates, limits, the way there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ytelsesrad.analyse import Gevinst, Grenser, Strekning, Tap, Terskel
from ytelsesrad.lesbart import (
    avrundet,
    kr,
    kroner,
    liste,
    maaned,
    midt_i,
    omtrent_kroner,
    tall,
)
from ytelsesrad.visning.tekst.linjer import MINSTE_BREDDE, avsnitt, brekk, punkt, setning
from ytelsesrad.visning.tekst.planer import naa_eller_med, omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger
from ytelsesrad.visning.tekst.tabell import Kolonne, rad

_AAR, _HUNDRE = 12, 100
_STORT = 12_000
"""Kroner a year: more than this is rounded to hundreds a month."""
_NAER = Decimal("0.03")
"""Limits of one cause closer than this part of the line are one item."""
_OMRAADE, _TALL = 34, 12
_MERKBART = 5


def grenser_tekst(
    grenser: Grenser,
    bredde: int = 100,
    *,
    mer: Sequence[Decimal] = (),
    gevinster: Sequence[Gevinst] = (),
) -> str:
    """Return the limits as text, without a newline at the end.

    ``mer`` are amounts a month people may wish for; the answer says where on the line they are.
    ``gevinster`` are what the plans give, shown when they are given.
    """
    bredde = max(bredde, MINSTE_BREDDE)
    s = Stillinger(grenser)
    deler = [
        _hode(grenser, s, bredde),
        _aapning(grenser, s, bredde),
        _satser(grenser, s, bredde),
        _liste_over_grenser(grenser, s, bredde),
        _planer(grenser, s, bredde),
        _gevinster(grenser, gevinster, bredde),
        _veien(grenser, s, mer, bredde),
        _forbehold(grenser, bredde),
    ]
    return "\n\n".join("\n".join(linje.rstrip() for linje in del_) for del_ in deler if del_)


def av_hundre(g: Grenser, bredde: int) -> list[str]:
    """Return the table of what is left of more, piece by piece, and what takes the rest."""
    return _satser(g, Stillinger(g), bredde)


def grenseliste(g: Grenser, bredde: int) -> list[str]:
    """Return the list of limits, with how far each plan is from them."""
    return _liste_over_grenser(g, Stillinger(g), bredde)


def _hode(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    langs = liste(midt_i(x.tittel) for x in g.langs)
    spenn = s.spenn(g.langs[0].fra, g.langs[0].til)
    return brekk(
        f"Grenser langs {langs}, {spenn} · {omtale(g.plan)} · {g.aar}, når alt er gjort opp",
        bredde,
    )


# ── the first sentence ──────────────────────────────────────────────────────────────────────────


def _aapning(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    tap = [t for t in g.tap if avrundet(t.mindre / _AAR, 100) > 0]
    if not tap:
        return avsnitt(_uten_tap(g, s), bredde)
    verst = max(tap, key=lambda t: t.mindre)
    videre = _etter_fallet(g, s, verst)
    andre = [t for t in tap if t is not verst]
    if andre:
        hvor = liste(_etter(g, s, t) for t in andre)
        videre.append(f"Det er også mindre å leve for {hvor}.")
    return [*avsnitt(_verst(g, s, verst).upper(), bredde), *avsnitt(" ".join(videre), bredde)]


def _verst(g: Grenser, s: Stillinger, tap: Tap) -> str:
    naar = _etter(g, s, tap)
    naar = naar[0].upper() + naar[1:]
    hoyst = "" if _terskel(g, tap) else "opptil "
    return f"{naar} får du {hoyst}{omtrent_kroner(tap.mindre / _AAR)} mindre å leve for i måneden."


def _terskel(g: Grenser, tap: Tap) -> Terskel | None:
    funnet = next((t for t in g.terskler if t.id == tap.terskel), None)
    return funnet if funnet is not None and funnet.art == "fall" else None


def _etter(g: Grenser, s: Stillinger, tap: Tap) -> str:
    t = _terskel(g, tap)
    if t is not None and t.for_ is not None and g.trinnvis:
        return f"over {s.noyaktig(t.for_.stilling)}"
    return f"over {s.til_og_med(tap.fra)}"


def _etter_fallet(g: Grenser, s: Stillinger, tap: Tap) -> list[str]:
    t = _terskel(g, tap)
    svar = []
    if t is None:
        return [f"Grunnen er {midt_i(tap.hvorfor)}."] if tap.hvorfor else []
    if t.aarsaker and t.aarsaker[0].setning_etter:
        svar.append(setning(t.aarsaker[0].setning_etter))
    svar += _vei_ut(g, s, t)
    return svar


def _vei_ut(g: Grenser, s: Stillinger, t: Terskel) -> list[str]:
    """Return where below one has as much as just past a fall, and where above it is made up for."""
    assert t.etter is not None
    svar = []
    if t.like_mye is not None:
        svar.append(f"Du får like mye med {s.noyaktig(t.like_mye)}.")
    elif t.etter.belop < g.strekninger[0].belop_fra - _MERKBART:
        svar.append(f"Det er mindre enn du har med {s.noyaktig(g.langs[0].fra)}.")
    if t.innhentet is not None:
        svar.append(f"Først med {s.noyaktig(t.innhentet)} har du like mye som rett før grensen.")
    else:
        til = s.noyaktig(g.langs[0].til)
        svar.append(f"Opp til {til} får du ikke igjen så mye som rett før grensen.")
    return svar


def _uten_tap(g: Grenser, s: Stillinger) -> str:
    spenn = s.spenn(g.langs[0].fra, g.langs[0].til)
    svar = f"Vi finner ingen grense {spenn} der du får mindre å leve for når alt er gjort opp."
    kjente = [x for x in g.strekninger if x.igjen_av_100 is not None]
    if kjente:
        minst = min(kjente, key=lambda x: x.igjen_av_100 or Decimal(0))
        hvor = s.spenn(minst.fra, minst.til)
        svar += f" Minst sitter du igjen med {hvor}: {_av_100(minst)} av hundre kroner."
    return svar


# ── what is left of more ─────────────────────────────────────────────────────────────────────────


def _av_100(x: Strekning) -> str:
    return "" if x.igjen_av_100 is None else tall(avrundet(x.igjen_av_100), 0)


def _satser(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    """Return the table: range, what is left of hundre kroner more, and what takes the rest."""
    if not g.opphav:
        return []
    av = liste(midt_i(g.navn[y]) for y in g.opphav)
    tar = [y for y in g.navn if y not in g.opphav and any(_andel(x, y) for x in g.strekninger)]
    omraade = min(_OMRAADE, bredde - 2 * (_TALL + 2) - 2)
    plass = (bredde - omraade - 2) // (_TALL + 2) - 1
    vist, resten = (tar, []) if len(tar) <= plass else (tar[: plass - 1], tar[plass - 1 :])
    kolonner = [Kolonne(omraade, hoyre=False)]
    kolonner += [Kolonne(_TALL)] * (1 + len(vist) + bool(resten))
    hode = ["", "sitter du igjen med", *(g.navn[y] for y in vist), *(["annet"] if resten else [])]
    linjer = [f"Av hundre kroner mer i {av}"]
    linjer += rad(hode, kolonner, hode=True)
    falt = {t.ved: t for t in g.terskler if t.art != "knekk"}
    for x in _synlige(g):
        t = falt.get(x.fra)
        if t is not None:
            linjer += _faller(s, t, bredde)
        celler = [_tall_eller_strek(_andel(x, y)) for y in vist]
        if resten:
            celler.append(_tall_eller_strek(sum((_andel(x, y) for y in resten), Decimal(0))))
        linjer += rad([s.spenn(x.fra, x.til), f"{_av_100(x)} kr", *celler], kolonner)
    return linjer


def _synlige(g: Grenser) -> Iterator[Strekning]:
    """Go through the pieces, those that look alike in whole kroner joined."""
    falt = {t.ved for t in g.terskler if t.art != "knekk"}
    naa: Strekning | None = None
    for x in g.strekninger:
        if naa is not None and x.fra not in falt and _likt(naa, x):
            naa = naa.model_copy(update={"til": x.til})
            continue
        if naa is not None:
            yield naa
        naa = x
    if naa is not None:
        yield naa


def _likt(a: Strekning, b: Strekning) -> bool:
    ytelser = {x.ytelse for x in (*a.andeler, *b.andeler)}
    return _av_100(a) == _av_100(b) and all(
        avrundet(_andel(a, y)) == avrundet(_andel(b, y)) for y in ytelser
    )


def _faller(s: Stillinger, t: Terskel, bredde: int) -> list[str]:
    hva = "faller" if t.hopp < 0 else "øker"
    mye = kroner(abs(t.hopp / _AAR))
    if abs(t.hopp / _AAR) >= _HUNDRE:
        mye = omtrent_kroner(t.hopp / _AAR)
    hvor = s.til_og_med(t.ved)
    return avsnitt(f"ved {hvor} {hva} det du har å leve for, med {mye} i måneden", bredde)


def _andel(x: Strekning, ytelse: str) -> Decimal:
    return next((a.av_100 or Decimal(0) for a in x.andeler if a.ytelse == ytelse), Decimal(0))


def _tall_eller_strek(x: Decimal) -> str:
    return "–" if avrundet(x) == 0 else tall(avrundet(x), 0, fortegn=True)


# ── the limits ──────────────────────────────────────────────────────────────────────────────────


def _liste_over_grenser(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    if not g.terskler:
        return []
    linjer = ["Grenser, og hvor langt unna du er"]
    for gruppe in _grupper(g):
        linjer += _grense(g, s, gruppe, bredde)
    return linjer


def _grupper(g: Grenser) -> Iterator[list[Terskel]]:
    """Go through the limits, those of one cause close to each other together."""
    lengde = g.langs[0].til - g.langs[0].fra
    naa: list[Terskel] = []
    for t in g.terskler:
        samme = naa and t.art == naa[-1].art and _regel(t) == _regel(naa[-1])
        if not samme or t.ved - naa[0].ved > _NAER * lengde:
            if naa:
                yield naa
            naa = []
        naa.append(t)
    yield naa


def _regel(t: Terskel) -> tuple[str, ...]:
    return tuple(a.regel for a in t.aarsaker[:1])


def _grense(g: Grenser, s: Stillinger, gruppe: list[Terskel], bredde: int) -> list[str]:
    forste, siste = gruppe[0], gruppe[-1]
    hvor = s.til_og_med(forste.ved)
    if len(gruppe) > 1 and s.til_og_med(siste.ved) != hvor:
        hvor = s.spenn(forste.ved, siste.ved).removeprefix("fra ")
    linjer = punkt("!" if forste.art == "fall" else "–", f"{_navn(forste)}: {hvor}", bredde)
    for tekst in (_hva_skjer(g, s, gruppe), *_avstander(g, s, forste, siste)):
        linjer += brekk(tekst, bredde, " " * 6, " " * 8)
    return linjer


def _navn(t: Terskel) -> str:
    if not t.aarsaker:
        return "Grense"
    a = t.aarsaker[0]
    navn = a.grense or a.tittel
    return f"{navn} {a.grense_verdi}" if a.grense_verdi else navn


def _hva_skjer(g: Grenser, s: Stillinger, gruppe: list[Terskel]) -> str:
    t = gruppe[0]
    hjemmel = f" ({t.aarsaker[0].hjemmel})" if t.aarsaker and t.aarsaker[0].hjemmel else ""
    etter = t.aarsaker[0].setning_etter if t.aarsaker and len(gruppe) == 1 else None
    hopp = sum((x.hopp for x in gruppe), Decimal(0))
    if t.art == "knekk" or t.for_ is None or t.etter is None:
        a, b = gruppe[0].igjen_av_100_for, gruppe[-1].igjen_av_100_etter
        if a is None or b is None:
            return f"{setning(etter) if etter else 'Her endrer stigningen seg.'}{hjemmel}"
        fra_til = (
            f"Av hundre kroner mer sitter du igjen med {tall(avrundet(a), 0)} kroner før grensen"
        )
        return f"{fra_til} og {tall(avrundet(b), 0)} kroner etter.{hjemmel}"
    if len(gruppe) > 1 or (t.etter.belop < t.for_.belop) != (hopp < 0):
        hva = "mindre" if hopp < 0 else "mer"
        ganger = f"{len(gruppe)} ganger, til sammen " if len(gruppe) > 1 else ""
        sier = f" {setning(etter)}" if etter else ""
        return f"Her blir det {ganger}{kroner(abs(hopp))} {hva} i året på én gang.{sier}{hjemmel}"
    mindre = "mindre" if hopp < 0 else "mer"
    trinn = [f" ({x.trinn})" if x.trinn and g.trinnvis else "" for x in (t.for_, t.etter)]
    svar = (
        f"Med {s.noyaktig(t.for_.stilling)}{trinn[0]} har du {kroner(t.for_.belop)} å leve for i "
        f"året, med {s.noyaktig(t.etter.stilling)}{trinn[1]} {kroner(t.etter.belop)}: "
        f"{kroner(abs(t.etter.belop - t.for_.belop))} {mindre}."
    )
    if etter and not _nevnt_forst(g, t):
        svar += f" {setning(etter)}"
    if t.art == "fall":
        svar += f" {' '.join(_vei_ut(g, s, t))}"
    return svar + hjemmel


def _nevnt_forst(g: Grenser, t: Terskel) -> bool:
    """Tell whether the opening has said what the rule says of a fall."""
    tap = max(g.tap, key=lambda x: x.mindre, default=None)
    return tap is not None and tap.terskel == t.id and avrundet(tap.mindre / _AAR, 100) > 0


def _avstander(g: Grenser, s: Stillinger, forste: Terskel, siste: Terskel) -> Iterator[str]:
    deler = []
    uten = {p.plan for p in g.planer if p.uten_margin == forste.id}
    for a, b in zip(forste.avstander, siste.avstander, strict=True):
        hvor = a if a.avstand >= 0 else b
        if a.avstand < 0 <= b.avstand:
            deler.append(f"{omtale(a.plan)}: midt i")
            continue
        if a.plan in uten:
            deler.append(f"{omtale(a.plan)}: ingen margin")
            continue
        belop = "" if hvor.kroner is None else f" ({kr(abs(hvor.kroner))} i året)"
        ord_ = "igjen" if hvor.avstand >= 0 else "over"
        trinn = f", {hvor.trinn}" if hvor.trinn and g.trinnvis and hvor.avstand > 0 else ""
        deler.append(f"{omtale(a.plan)}: {s.avstand(abs(hvor.avstand))}{trinn} {ord_}{belop}")
    if deler:
        yield " · ".join(deler)


# ── the plans, and the way to more ──────────────────────────────────────────────────────────────


def _planer(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    if not g.planer:
        return []
    linjer = ["Planene på linjen"]
    en = s.avstand(Decimal(1)).replace("prosentenheter", "prosentenhet")
    for p in g.planer:
        deler = []
        if g.grunnlag is not None:
            mer = (p.belop - g.grunnlag) / _AAR
            ord_ = "mer" if mer >= 0 else "mindre"
            deler.append(
                f"{omtrent_kroner(mer)} {ord_} i måneden enn {naa_eller_med(g.grunnlag_plan)}"
            )
        if p.snitt_av_100 is not None and p.snitt_av_100 > 0:
            deler.append(f"{tall(avrundet(p.snitt_av_100), 0)} kroner igjen av hver hundrelapp")
        if p.en_til is not None and not s.enhet.startswith("kr"):
            retning = "mer" if p.en_til >= 0 else "mindre"
            til = 100 if abs(p.en_til) > _STORT else 10
            deler.append(f"{en} til gir {omtrent_kroner(p.en_til / _AAR, til)} {retning} i måneden")
        if p.uten_margin is not None:
            deler.append("men det er ingen margin til fallet")
        linjer += punkt("–", f"{omtale(p.plan)}: {', '.join(deler)}.", bredde)
    return linjer


def _gevinster(g: Grenser, gevinster: Sequence[Gevinst], bredde: int) -> list[str]:
    """Return what the months look like: the leanest, and the first with more money."""
    linjer: list[str] = []
    paa_linjen = {p.plan for p in g.planer} | {g.plan}
    for x in gevinster:
        if x.aar != g.aar or x.plan not in paa_linjen or x.laveste_belop is None:
            continue
        assert x.laveste_maaned is not None
        deler = [f"minst kommer inn i {maaned(x.laveste_maaned)}: {kroner(x.laveste_belop)}"]
        if x.forste_maaned_med_mer is not None:
            deler.append(f"første måned med mer enn før er {maaned(x.forste_maaned_med_mer)}")
        else:
            deler.append(f"ingen måned i {x.aar} har mer enn før")
        if x.maaneder_med_mindre:
            antall = len(x.maaneder_med_mindre)
            deler.append(f"{antall} {'måned' if antall == 1 else 'måneder'} har mindre")
        linjer += punkt("–", f"{omtale(x.plan)}: {liste(deler)}.", bredde)
    return ["Måned for måned, inn på konto", *linjer] if linjer else []


def _veien(g: Grenser, s: Stillinger, mer: Sequence[Decimal], bredde: int) -> list[str]:
    """Return where on the line there is so much more a month than in the first plan."""
    if not mer:
        return []
    if g.grunnlag is None:
        return avsnitt(
            f"Vi vet ikke hva {omtale(g.grunnlag_plan)} gir, og kan ikke si veien.", bredde
        )
    linjer = [f"Veien til mer enn {naa_eller_med(g.grunnlag_plan).removeprefix('med ')}"]
    for belop in mer:
        biter = g.veien_til(g.grunnlag + belop * _AAR)
        hva = f"{kroner(belop)} mer i måneden"
        if not biter:
            til = s.noyaktig(g.langs[0].til)
            linjer += punkt("–", f"{hva}: ikke opp til {til}.", bredde)
            continue
        hvor = liste(_bit(g, s, fra, til) for fra, til in biter)
        linjer += punkt("–", f"{hva}: omtrent {hvor}.", bredde)
    return linjer


def _bit(g: Grenser, s: Stillinger, fra: Decimal, til: Decimal) -> str:
    if til >= g.langs[0].til:
        return f"fra {s.fra_og_med(fra)}"
    return f"fra {s.fra_og_med(fra)} til {s.til_og_med(til)}"


def _forbehold(g: Grenser, bredde: int) -> list[str]:
    hva = "Beløpene er for hele året når alt er gjort opp, med den samme verdien hele tiden."
    if g.trinnvis:
        hva += (
            " Reglene regner i trinn, så det du har, kan ligge inntil "
            f"{kroner(avrundet(g.baand))} i året over eller under den rette linjen. "
            "Beløpene ved et fall er regnet helt ut."
        )
    else:
        hva += f" Avrunding kan flytte dem med inntil {kroner(avrundet(g.baand))} i året."
    return [
        *avsnitt(hva, bredde),
        *brekk(f"Regelsett {g.regelsett} · {g.regelsett_hash}", bredde),
        *brekk("Dette er en beregning, ikke et vedtak. Det er vedtaket som gjelder.", bredde),
    ]
