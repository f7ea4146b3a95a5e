"""Read a chapter: one TOML file of rules, payments, notes and examples."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.lesing import Feil, TomlFil, mente_du
from ytelsesrad.regelspraak.enheter import UkjentEnhet, les_enhet
from ytelsesrad.regelspraak.kapittel import (
    Betaling,
    Eksempel,
    Gruppe,
    IkkeModellert,
    Kapittel,
    Kilde,
    Krav,
    Melding,
    Merke,
    Periode,
    Trekk,
    Ytelse,
    type_verdi,
)
from ytelsesrad.regelspraak.les.hode import Kapittelhode, les_kilder, les_periode
from ytelsesrad.regelspraak.les.regel import les_regel
from ytelsesrad.regelspraak.les.tabell import Tabell
from ytelsesrad.regelspraak.overraskelser import SLAG

MELDINGSTYPER = (
    "plikt",
    "rettighet",
    "advarsel",
    "råd",
    "endres ikke",
    "stanser",
    "tilbake",
    "forslag",
)
_TOPP = ("tema", "hjemmel", "periode")
_SAERLIGE = (
    "kilder ytelse krav gruppe merke betaling trekk melding ikke_modellert eksempel enhet kalender"
).split()


def les_kapittel(fil: TomlFil, mappe: str, feil: list[Feil]) -> Kapittel:
    """Read a file into a chapter. Faults are added to ``feil``; what can be read is returned."""
    t = Tabell(fil, (), fil.data, "", feil)
    tema = t.tekst("tema", pakrevd='tema = "Hva kapitlet handler om"') or ""
    hjemmel = t.tekst("hjemmel")
    hode = Kapittelhode(mappe, tema, hjemmel, les_periode(t, None), _kilder(t))
    kapittel = Kapittel(fil, mappe, tema, hjemmel, kilder=hode.kilder)
    for navn, verdi in t.data.items():
        if navn in _TOPP or navn in _SAERLIGE:
            continue
        if not isinstance(verdi, dict):
            nesten = mente_du(navn, (*_TOPP, *_SAERLIGE))
            t.meld(
                "R03",
                f"Ukjent nøkkel «{navn}» øverst i filen."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f"{nesten} = …" if nesten else f"En regel skrives slik:\n[{navn}]",
                navn,
            )
            continue
        under = t.under(navn, f"[{navn}]")
        regel = les_regel(under, navn, hode)
        if regel is not None:
            kapittel.regler.append(regel)
            if under.ja_nei("utvider"):
                kapittel.utvider.add(regel.id)
            if under.ja_nei("erstatter"):
                kapittel.erstatter.add(regel.id)
    _les_resten(t, kapittel, hode)
    return kapittel


def _les_resten(t: Tabell, k: Kapittel, hode: Kapittelhode) -> None:
    for navn, under in _navngitte(t, "gruppe"):
        under.kjente("flertall", "kjennetegn")
        flertall, merke = under.tekst("flertall") or navn, under.tekst("kjennetegn")
        fullt = _fullt(merke, k.mappe) if merke else None
        k.grupper.append(Gruppe(navn, flertall, k.mappe, under.nokkel(), fullt))
    for navn, under in _navngitte(t, "enhet"):
        under.kjente("regel")
        regel = under.tekst("regel", pakrevd='regel = "…"')
        if regel:
            k.enheter[navn] = _fullt(regel, k.mappe)
    if "kalender" in t:
        under = t.under("kalender", "[kalender]")
        under.kjente("helligdag", "meldeperiode_starter")
        for navn in under.data:
            regel = under.tekst(navn)
            if regel:
                k.kalender[navn] = _fullt(regel, k.mappe)
    k.ytelser = [y for n, u in _navngitte(t, "ytelse") if (y := _ytelse(u, n, k)) is not None]
    k.merker = [_merke(u, n, k) for n, u in _navngitte(t, "merke")]
    k.betalinger = [
        b for n, u in _navngitte(t, "betaling") if (b := _betaling(u, n, k)) is not None
    ]
    k.trekk = [x for n, u in _navngitte(t, "trekk") if (x := _trekk(u, n, k)) is not None]
    k.meldinger = [
        m for u in t.tabeller("melding", "[[melding]]") if (m := _melding(u, k, hode)) is not None
    ]
    k.ikke_modellert = [
        g
        for u in t.tabeller("ikke_modellert", "[[ikke_modellert]]")
        if (g := _ikke_modellert(u, k)) is not None
    ]
    k.krav = [z for u in t.tabeller("krav", "[[krav]]") if (z := _krav(u, k)) is not None]
    k.eksempler = [
        e
        for u in t.tabeller("eksempel", "[[eksempel]]")
        if (e := _eksempel(u, k, hode)) is not None
    ]


def _navngitte(t: Tabell, nokkel: str) -> list[tuple[str, Tabell]]:
    if nokkel not in t:
        return []
    under = t.under(nokkel, f"[{nokkel}]")
    return [(navn, under.under(navn, f"[{nokkel}.{navn}]")) for navn in under.data]


def _fullt(navn: str, mappe: str) -> str:
    return navn if "." in navn else f"{mappe}.{navn}"


def _kilder(t: Tabell) -> dict[str, Kilde]:
    svar = {}
    for navn, under in _navngitte(t, "kilder"):
        under.hvor = "[kilder]"
        under.kjente("navn", "url", "lest", "sikkerhet")
        svar[navn] = Kilde(
            navn,
            under.tekst("navn", pakrevd='navn = "…"') or navn,
            under.tekst("url"),
            under.dato("lest"),
            under.tekst("sikkerhet"),
        )
    return svar


def _ytelse(t: Tabell, navn: str, k: Kapittel) -> Ytelse | None:
    t.kjente(
        *"navn gruppe fortegn aktuell_hvis rett spor status holdes_hvis varer_til rekkefolge "
        "merknad hjemmel rad kort timer forskjeller".split()
    )
    status = t.tekst("status")
    if status not in (None, "ikke_modellert", "endres_ikke"):
        t.meld(
            "R04",
            f"Statusen «{status}» finnes ikke.",
            'status = "ikke_modellert"   eller   status = "endres_ikke"   eller slett linjen',
            "status",
            verdi=True,
        )
    if status is None and "rett" not in t:
        t.meld(
            "R04",
            "Ytelsen sier ikke hvilken regel som er retten, og heller ikke at den ikke regnes på.",
            'rett = "…"   eller   status = "ikke_modellert"',
        )
    if status == "ikke_modellert" and "spor" not in t:
        t.meld("R04", "Det som ikke regnes på, må si hvem en kan spørre.", 'spor = "Nav"')
    fortegn = t.tekst("fortegn") or "+"
    if fortegn not in ("+", "-"):
        hva = "«fortegn» er + for penger til deg og - for penger fra deg."
        t.meld("R04", hva, 'fortegn = "+"   eller   fortegn = "-"', "fortegn", verdi=True)
    tittel = t.tekst("navn", pakrevd='navn = "…"')
    if tittel is None:
        return None
    rett, timer = t.tekst("rett"), t.tekst("timer")
    return Ytelse(
        id=navn,
        mappe=k.mappe,
        navn=tittel,
        gruppe=t.tekst("gruppe") or "annet",
        fortegn=-1 if fortegn == "-" else 1,
        sted=t.nokkel(),
        aktuell_hvis=t.formel("aktuell_hvis"),
        rett=_fullt(rett, k.mappe) if rett else None,
        spor=t.tekst("spor"),
        status=status,
        holdes_hvis=t.formel("holdes_hvis"),
        varer_til=t.formel("varer_til"),
        rekkefolge=t.tall("rekkefolge") or Decimal(0),
        merknad=t.tekst("merknad"),
        hjemmel=t.tekst("hjemmel") or k.hjemmel,
        rad=t.tekst("rad"),
        kort=t.tekst("kort"),
        timer=_fullt(timer, k.mappe) if timer else None,
        forskjeller=tuple(_fullt(regel, k.mappe) for regel in t.tekster("forskjeller")),
    )


def _merke(t: Tabell, navn: str, k: Kapittel) -> Merke:
    t.kjente("enhet", "valg", "pakrevd", "sporsmaal", "ellers")
    valg = t.tekster("valg")
    enhet = t.tekst("enhet") or ("valg" if valg else "")
    try:
        les_enhet(enhet)
    except UkjentEnhet:
        hva = "Et merke må ha en enhet, eller en liste av valg."
        t.meld("R04", hva, 'enhet = "ja/nei"   eller   valg = ["…", "…"]')
        enhet = "tekst"
    ellers = t.verdi("ellers") if "ellers" in t else None
    if valg and ellers is not None and ellers not in valg:
        hva = f"«ellers» må være en av {', '.join(valg)}."
        t.meld("R16", hva, f'ellers = "{valg[0]}"', "ellers", verdi=True)
        ellers = None
    return Merke(
        navn,
        k.mappe,
        t.nokkel(),
        enhet,
        valg,
        t.ja_nei("pakrevd", ellers="ellers" not in t),
        t.tekst("sporsmaal", pakrevd='sporsmaal = "…?"') or "",
        ellers,
    )


def _merkeverdi(t: Tabell, nokkel: str, mappe: str) -> tuple[type_verdi | None, str | None]:
    verdi = t.data.get(nokkel)
    if isinstance(verdi, dict):
        under = t.under(nokkel)
        under.kjente("regel")
        regel = under.tekst("regel", pakrevd='{ regel = "…" }')
        return None, _fullt(regel, mappe) if regel else None
    return t.verdi(nokkel), None


_BETALINGSNOKLER = ("tittel betaler belop dag merker oppgjor ytelse rekkefolge kolonner").split()


def _betaling(t: Tabell, navn: str, k: Kapittel) -> Betaling | None:
    t.kjente(*_BETALINGSNOKLER)
    tittel = t.tekst("tittel", pakrevd='tittel = "…"')
    belop = t.tekst("belop", pakrevd='belop = "…"')
    t.krev("dag", 'dag = "dato(år, månedsnummer, 20)"')
    t.krev("betaler", 'betaler = "…"')
    dag = t.formel("dag")
    merker: dict[str, type_verdi] = {}
    regler: dict[str, str] = {}
    if "merker" in t:
        under = t.under("merker")
        for merke in under.data:
            verdi, regel = _merkeverdi(under, merke, k.mappe)
            if regel:
                regler[merke] = regel
            elif verdi is not None:
                merker[merke] = verdi
    betaler, betaler_regel = _merkeverdi(t, "betaler", k.mappe)
    if tittel is None or belop is None or dag is None:
        return None
    return Betaling(
        id=navn,
        mappe=k.mappe,
        tittel=tittel,
        belop=_fullt(belop, k.mappe),
        dag=dag,
        betaler=betaler,
        betaler_regel=betaler_regel,
        merker=merker,
        merkeregler=regler,
        sted=t.nokkel(),
        oppgjor=t.ja_nei("oppgjor"),
        ytelse=t.tekst("ytelse"),
        rekkefolge=t.tall("rekkefolge") or Decimal(0),
        kolonner=tuple(_fullt(navn, k.mappe) for navn in t.tekster("kolonner")),
    )


def _trekk(t: Tabell, navn: str, k: Kapittel) -> Trekk | None:
    t.kjente("tittel", "belop", "etter", "ytelse", "rekkefolge")
    tittel = t.tekst("tittel", pakrevd='tittel = "…"')
    belop = t.tekst("belop", pakrevd='belop = "…"')
    if tittel is None or belop is None:
        return None
    return Trekk(
        navn,
        k.mappe,
        tittel,
        _fullt(belop, k.mappe),
        t.nokkel(),
        t.tekster("etter"),
        t.tekst("ytelse"),
        t.tall("rekkefolge") or Decimal(0),
    )


def _melding(t: Tabell, k: Kapittel, hode: Kapittelhode) -> Melding | None:
    t.kjente(
        *"id type periode naar tekst kort frist frist_dato fra_dato hvem kanal mottaker folge "
        "hjemmel kilde for_hver rekkefolge i_stedet_for utdyper sagt_av ytelse viktig".split()
    )
    navn = t.tekst("id", pakrevd='id = "…"')
    type_ = t.tekst("type", pakrevd='type = "plikt"')
    tekst = t.tekst("tekst", pakrevd='tekst = "…"')
    if type_ is not None and type_ not in MELDINGSTYPER:
        nesten = mente_du(type_, MELDINGSTYPER)
        t.meld(
            "R04",
            f"Meldingstypen «{type_}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            f'type = "{nesten}"' if nesten else "Velg en av: " + ", ".join(MELDINGSTYPER) + ".",
            "type",
            verdi=True,
        )
    kilder = les_kilder(t, hode.kilder, pakrevd=True, hva="Meldingen")
    if navn is None or type_ is None or tekst is None:
        return None
    return Melding(
        id=navn,
        mappe=k.mappe,
        type=type_,
        periode=les_periode(t, Periode.AAR) or Periode.AAR,
        tekst=tekst,
        sted=t.nokkel(),
        naar=t.formel("naar"),
        for_hver=t.tekst("for_hver"),
        kort=t.tekst("kort"),
        frist=t.tekst("frist"),
        frist_dato=t.formel("frist_dato"),
        fra_dato=t.formel("fra_dato"),
        hvem=t.tekst("hvem"),
        kanal=t.tekst("kanal"),
        mottaker=t.tekst("mottaker"),
        folge=t.tekst("folge"),
        hjemmel=t.tekst("hjemmel") or k.hjemmel,
        kilder=kilder,
        rekkefolge=t.tall("rekkefolge") or Decimal(0),
        i_stedet_for=_slag(t, "i_stedet_for"),
        utdyper=_slag(t, "utdyper"),
        sagt_av=_slag(t, "sagt_av"),
        ytelse=t.tekst("ytelse"),
        viktig=t.ja_nei("viktig") if "viktig" in t else None,
    )


def _slag(t: Tabell, nokkel: str) -> tuple[str, ...]:
    """Read kinds of surprise, and note those that do not exist."""
    slag = t.tekster(nokkel)
    for ett in slag:
        if ett not in SLAG:
            nesten = mente_du(ett, SLAG)
            mente = f" Mente du «{nesten}»?" if nesten else ""
            hva = f"Overraskelsen «{ett}» finnes ikke.{mente}"
            rett = f'{nokkel} = ["{nesten}"]' if nesten else "Velg av: " + ", ".join(SLAG) + "."
            t.meld("R04", hva, rett, nokkel, verdi=True)
    return tuple(slag)


def _ikke_modellert(t: Tabell, k: Kapittel) -> IkkeModellert | None:
    t.kjente("id", "hva", "hvorfor", "berorer", "naar", "verdt", "spor", "periode")
    navn = t.tekst("id", pakrevd='id = "…"')
    hva = t.tekst("hva", pakrevd='hva = "…"')
    hvorfor = t.tekst("hvorfor", pakrevd='hvorfor = "…"')
    for nokkel in ("hva", "hvorfor", "verdt", "spor"):
        if "{" in (t.tekst(nokkel) or ""):
            feil = "Et forbehold er det samme for alle, så «{…}» kan ikke stå i det."
            t.meld("R04", feil, "Skriv teksten uten «{…}».", nokkel)
    if navn is None or hva is None or hvorfor is None:
        return None
    return IkkeModellert(
        navn,
        k.mappe,
        hva,
        hvorfor,
        tuple(_fullt(n, k.mappe) for n in t.tekster("berorer")),
        t.nokkel(),
        les_periode(t, Periode.AAR) or Periode.AAR,
        t.formel("naar"),
        t.tekst("verdt"),
        t.tekst("spor"),
    )


def _krav(t: Tabell, k: Kapittel) -> Krav | None:
    t.kjente("id", "naar", "periode", "for_hver", "felt", "tekst", "rett", "alvor")
    navn = t.tekst("id", pakrevd='id = "…"')
    tekst = t.tekst("tekst", pakrevd='tekst = "…"')
    rett = t.tekst("rett", pakrevd='rett = "…"')
    t.krev("naar", 'naar = "…"')
    naar = t.formel("naar")
    alvor = t.tekst("alvor") or "feil"
    if alvor not in ("feil", "advarsel"):
        hva = "«alvor» er «feil» eller «advarsel»."
        t.meld("R04", hva, 'alvor = "feil"', "alvor", verdi=True)
    if navn is None or tekst is None or rett is None or naar is None:
        return None
    felt = tuple(_fullt(f, k.mappe) for f in t.tekster("felt"))
    periode = les_periode(t, Periode.KONSTANT) or Periode.KONSTANT
    return Krav(
        navn, k.mappe, naar, felt, tekst, rett, alvor, periode, t.nokkel(), t.tekst("for_hver")
    )


def _eksempel(t: Tabell, k: Kapittel, hode: Kapittelhode) -> Eksempel | None:
    t.kjente("tittel", "kilde", "dato", "sett_fra", "gitt", "svar", "avvik")
    t.krev("dato", "dato = 2026-12-31")
    t.krev("svar", "svar = { … = … }")
    dato = t.dato("dato")
    kilder = les_kilder(t, hode.kilder, pakrevd=True, hva="Eksemplet")
    if dato is None or not isinstance(t.data.get("svar"), dict):
        return None
    gitt = t.under("gitt").data if "gitt" in t else {}
    return Eksempel(
        t.tekst("tittel"),
        k.mappe,
        kilder,
        dato,
        t.dato("sett_fra"),
        gitt,
        dict(t.data["svar"]),
        t.tall("avvik") or Decimal(0),
        t.nokkel(),
    )
