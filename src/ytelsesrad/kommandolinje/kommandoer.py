"""What each subcommand does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from ytelsesrad.kommandolinje.grunner import grunn
from ytelsesrad.kommandolinje.koder import INGEN_SVAR, SVAR, ULIKT
from ytelsesrad.lesbart import HOVEDSPRAK
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import (
    FERDIG,
    VEDTATT,
    Regelbok,
    lag_ferdig,
    les_mappe,
    regnemodus,
    standardmappe,
)

_GJELDER = {
    "tabell": ("csv", "csv-regneark"),
    "vis_plan": ("html-side", "pdf"),
    "med_tittel": ("html-side", "pdf"),
    "maaneder": ("tekst",),
    "betalinger": ("tekst",),
    "dybde": ("tekst",),
}
"""Options that only some ways of showing an answer have use for."""
PAA_SPRAK = ("html-side", "pdf")
"""The forms of an answer that can be in another language."""
_MAKS_RADER = 10_000
_MED_GRENSER = ("tekst", "json", "html", "vega")
"""The ways of showing an answer that have the limits."""


def _bok(valg: argparse.Namespace, *mapper: str) -> Regelbok:
    statuser = VEDTATT | {"foreslått"} if valg.forslag else VEDTATT
    if mapper:
        return Regelbok.fra_mapper(
            *mapper, *valg.overlegg, kunnskapsdato=valg.kunnskapsdato, statuser=statuser
        )
    return Regelbok.standard(*valg.overlegg, kunnskapsdato=valg.kunnskapsdato, statuser=statuser)


def _i_dag(valg: argparse.Namespace) -> date:
    """Return «today»: the only clock of the house, and only at its front door."""
    dag: date | None = valg.regnedato
    return dag or datetime.now(UTC).astimezone().date()


def _bredde(valg: argparse.Namespace) -> int:
    return int(min(max(valg.bredde, 60), 200))


def _skriv(tekst: str) -> None:
    sys.stdout.write(tekst if tekst.endswith("\n") else f"{tekst}\n")


def _innlest() -> bytes | str:
    """Return what is written to us. As bytes when it can be: it is UTF-8 on every machine."""
    strom = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read() if strom is None else bytes(strom.read())


def _situasjon(valg: argparse.Namespace, bok: Regelbok):  # type: ignore[no-untyped-def]
    from ytelsesrad.situasjon import Situasjon

    if valg.fil == "-":
        situasjon = Situasjon.les(_innlest(), bok)
    else:
        try:
            situasjon = Situasjon.les(Path(valg.fil), bok)
        except OSError as feil:
            borte = isinstance(feil, FileNotFoundError)
            hva = "Filen finnes ikke." if borte else f"Kan ikke lese filen: {grunn(feil)}."
            rett = "Sjekk navnet, og at du står i riktig mappe."
            raise Feilsamling((Feil("S01", Sted(valg.fil), hva, rett),)) from feil
    if situasjon.regnedato is None or valg.regnedato is not None:
        situasjon = situasjon.med_regnedato(_i_dag(valg))
    return situasjon


def regn(valg: argparse.Namespace) -> int:
    """Compute all plans of a situation file."""
    from ytelsesrad.kommandolinje.skriving import lag, les_svar, lever
    from ytelsesrad.raad import gi_raad

    if valg.sprak != HOVEDSPRAK and valg.format not in PAA_SPRAK:
        hva = f"«{valg.format}» finnes bare på bokmål. Det er arket som finnes på flere språk."
        raise Feilsamling((Feil("S01", Sted("--sprak"), hva, "--format html-side"),))
    _krev_virkning(valg)
    bok = _bok(valg).paa(valg.sprak)
    svar = gi_raad(
        _situasjon(valg, bok),
        bok,
        grenser=valg.format in _MED_GRENSER and not valg.uten_grenser,
        usikkerhet=valg.usikkerhet,
        forrige=None if valg.bygger_paa is None else les_svar(valg.bygger_paa),
        gjennomgaatt_med=valg.gjennomgaatt_med,
        utlevert=valg.utlevert,
    )
    lever(lag(svar, valg, _bredde(valg)), valg.til, valg.format)
    noe = any(
        p.betalinger or any(a.gjort_opp_netto is not None for a in p.aar) for p in svar.planer
    )
    return SVAR if noe else INGEN_SVAR


def _krev_virkning(valg: argparse.Namespace) -> None:
    """Stop when an option would do nothing. Raises Feilsamling in bokmål."""
    feil = [
        Feil("S01", Sted(f"--{navn.replace('_', '-')}"), hva, f"--format {former[0]}")
        for navn, former in _GJELDER.items()
        if getattr(valg, navn) not in (None, False, []) and valg.format not in former
        for hva in [f"Dette valget virker bare med --format {' eller '.join(former)}."]
    ]
    if feil:
        raise Feilsamling(feil)


def spor(valg: argparse.Namespace) -> int:
    """Ask the quick questions, show the rough answer, and write a situation file if asked to."""
    from ytelsesrad.kommandolinje.skriving import krev_ledig, lagre
    from ytelsesrad.kommandolinje.spor import svarene
    from ytelsesrad.sporsmaal import anslag, situasjonsfil
    from ytelsesrad.visning.json import som_json
    from ytelsesrad.visning.tekst.grovt import grovt

    if valg.lagre:
        krev_ledig(valg.lagre, bytt=valg.bytt)
    bok, dag = _bok(valg), _i_dag(valg)
    svar = svarene(bok, valg, dag, _bredde(valg))
    funnet = anslag(bok, svar, dag)
    _skriv(som_json(funnet) if valg.format == "json" else grovt(funnet, _bredde(valg)))
    if valg.lagre:
        lagre(situasjonsfil(bok, svar, dag), valg.lagre, bytt=valg.bytt)
        sys.stderr.write(
            f"\nSituasjonen er lagret i {valg.lagre}. Gå videre med: ytelsesrad regn {valg.lagre}\n"
        )
    return SVAR


def forklar(valg: argparse.Namespace) -> int:
    """Explain a value of one plan."""
    from ytelsesrad.beregning import regn as regn_ut

    bok = _bok(valg)
    situasjon = _situasjon(valg, bok)
    beregning = regn_ut(situasjon, bok)
    navn = valg.plan or list(beregning.utregninger)[-1]
    if navn not in beregning.utregninger:
        nesten = mente_du(navn, beregning.utregninger)
        raise Feilsamling(
            (
                Feil(
                    "S01",
                    Sted(valg.fil),
                    f"Planen «{navn}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
                    "Velg en av: " + ", ".join(f"«{p}»" for p in beregning.utregninger) + ".",
                ),
            )
        )
    u = beregning.utregninger[navn]
    dag = valg.periode or min(u.til, date(u.fra.year, 12, 31))
    return _vis_forklaring(bok, u.kjoring, _regelnavn(bok, valg.regel), dag, valg)


def grenser(valg: argparse.Namespace) -> int:
    """Find every limit along a line through one plan."""
    from ytelsesrad.analyse import finn_grenser, gevinster
    from ytelsesrad.beregning import regn
    from ytelsesrad.kommandolinje.langs import les_langs
    from ytelsesrad.raad.aarene import viktigst_forst
    from ytelsesrad.visning import grenser_csv, grenser_tekst, som_json

    bok = _bok(valg)
    situasjon = _situasjon(valg, bok)
    plan, langs = les_langs(bok, situasjon, valg)
    beregning = regn(situasjon, bok)
    aar = next(iter(viktigst_forst(beregning.resultat)), None) if valg.aar is None else valg.aar
    svar = finn_grenser(
        situasjon, bok, langs, plan=plan, aar=aar, steg=valg.steg, beregning=beregning
    )
    if valg.format == "json":
        _skriv(som_json(svar))
    elif valg.format == "csv":
        _skriv(grenser_csv(svar))
    else:
        gevinst = gevinster(beregning.resultat)
        _skriv(grenser_tekst(svar, _bredde(valg), mer=valg.mer, gevinster=gevinst))
    return SVAR


def regel(valg: argparse.Namespace) -> int:
    """Look up or compute any rule."""
    from ytelsesrad.kommandolinje.gitte import les_gitte

    bok = _bok(valg)
    navn = _regelnavn(bok, valg.regel)
    dag = valg.dato or _i_dag(valg)
    gitt = les_gitte(bok, valg.gitt, navn.split(".", 1)[0])
    kjoring = bok.kjor(gitt, date(dag.year - 1, 1, 1), date(dag.year + 1, 12, 31))
    return _vis_forklaring(bok, kjoring, navn, dag, valg)


def kapittel(valg: argparse.Namespace) -> int:
    """Compute all rules of a folder, or some of them along one input."""
    from ytelsesrad import beregning
    from ytelsesrad.kommandolinje.gitte import les_gitte
    from ytelsesrad.visning import kapittel as visning

    bok = _bok(valg)
    dag = valg.dato or _i_dag(valg)
    beregning.krev_kapittel(bok, valg.mappe)
    gitt = les_gitte(bok, valg.gitt, valg.mappe)
    if valg.langs:
        punkter = tuple(_punkter(valg))
        svar = beregning.langs(bok, valg.mappe, valg.langs, punkter, gitt, dag=dag, vis=valg.vis)
        _skriv(
            visning.langs_json(svar)
            if valg.format == "json"
            else visning.langs_csv(svar)
            if valg.format == "csv"
            else visning.langs_tekst(svar, _bredde(valg))
        )
        return SVAR if any(v is not None for rad in svar.verdier for v in rad) else INGEN_SVAR
    ett = beregning.kapittel(bok, valg.mappe, gitt, dag=dag, alle=valg.alle)
    for advarsel in ett.advarsler:
        sys.stderr.write(f"{advarsel.tekst}\nRett: {advarsel.rett}\n\n")
    _skriv(
        visning.kapittel_json(ett)
        if valg.format == "json"
        else visning.kapittel_csv(ett)
        if valg.format == "csv"
        else visning.kapittel_tekst(ett, _bredde(valg), setninger=valg.setninger)
    )
    return SVAR if any(r.verdi is not None for r in ett.rader) else INGEN_SVAR


def _punkter(valg: argparse.Namespace) -> Iterator[Decimal]:
    """Return the values from ``--fra`` to ``--til``, ``--steg`` apart."""
    if valg.fra is None or valg.til is None or valg.steg is None:
        hva = "Tabellen trenger --fra, --til og --steg."
        rett = f"--langs {valg.langs} --fra 0 --til 100 --steg 10"
        raise Feilsamling((Feil("S01", Sted("--langs"), hva, rett),))
    if valg.steg <= 0 or valg.til < valg.fra:
        hva = "Steget må være over 0, og --til må være minst like mye som --fra."
        rett = f"--fra {min(valg.fra, valg.til)} --til {max(valg.fra, valg.til)} --steg 10"
        raise Feilsamling((Feil("S01", Sted("--steg"), hva, rett),))
    naa = valg.fra
    if (valg.til - valg.fra) / valg.steg > _MAKS_RADER:
        hva = f"Tabellen får flere enn {_MAKS_RADER} rader."
        raise Feilsamling((Feil("S02", Sted("--steg"), hva, "Velg et større steg."),))
    while naa <= valg.til:
        yield naa
        naa += valg.steg


def _regelnavn(bok: Regelbok, navn: str) -> str:
    ytelse = bok.samling.ytelser.get(navn)
    if ytelse is not None and ytelse.rett is not None:
        return ytelse.rett
    return bok.finn(navn).id


def _vis_forklaring(bok: Regelbok, kjoring, navn: str, dag: date, valg) -> int:  # type: ignore[no-untyped-def]
    import json

    from ytelsesrad import forklaring

    with regnemodus():
        gruppe = bok.samling.regler[navn].for_hver
        medlem = valg.medlem - 1 if gruppe else 0
        nokkel = kjoring.nokkel(navn, dag, medlem, valg.sett_fra)
        svar = forklaring.forklar(bok, kjoring, nokkel)
        if valg.format == "json":
            _skriv(json.dumps(forklaring.som_data(svar), ensure_ascii=False, indent=2))
        else:
            _skriv(forklaring.tekst(svar, dybde=valg.dybde, bredde=_bredde(valg)))
    return INGEN_SVAR if svar.verdi is None else SVAR


def regler(valg: argparse.Namespace) -> int:
    """Check rule files and run the examples in them; or keep them in a form that is read faster."""
    from ytelsesrad.kommandolinje.sprakstand import vis_sprakene
    from ytelsesrad.regelbok import kjor_eksempler

    if valg.hva == "lagre":
        return _lagre_regler()
    bok = _bok(valg, *(valg.mappe or [str(standardmappe())]))  # the files themselves, always
    for advarsel in bok.advarsler:
        sys.stderr.write(f"{advarsel}\n\n")
    svar = kjor_eksempler(bok)
    galt = [s for s in svar if not s.ok]
    for s in galt:
        sys.stderr.write(f"{s.som_feil()}\n\n")
    synlige = [r for r in bok.samling.regler if ":" not in r]
    sprakene, oversatt = vis_sprakene(bok, valg.sprak)
    _skriv(
        f"Regelsett {bok.navn} · {bok.hash}: {len(bok.samling.kapitler)} filer, "
        f"{len(synlige)} regler, {len(bok.samling.betalinger)} betalinger, "
        f"{len(bok.endringer())} datoer der noe endres.\n"
        f"Eksempler: {len(svar) - len(galt)} stemmer, {len(galt)} stemmer ikke. "
        f"Advarsler: {len(bok.advarsler)}.\n"
        f"{sprakene}"
    )
    return ULIKT if galt or not oversatt else SVAR


def _lagre_regler() -> int:
    from ytelsesrad.kommandolinje.skriving import lever

    mappe = standardmappe()
    ferdig = lag_ferdig(les_mappe(mappe))
    lever(ferdig, str(mappe / FERDIG), "")
    _skriv(f"Skrev {mappe / FERDIG}. Den brukes til en regelfil er endret.")
    return SVAR


def skjema(valg: argparse.Namespace) -> int:
    """Print a JSON Schema."""
    import json

    if valg.hva == "situasjon":
        from ytelsesrad.situasjon import situasjonsskjema

        data = situasjonsskjema(_bok(valg))
    else:
        from ytelsesrad.kommandolinje.skjemaer import SKJEMAER
        from ytelsesrad.visning import skjema as svarskjema

        data = svarskjema(SKJEMAER[valg.hva])
    _skriv(json.dumps(data, ensure_ascii=False, indent=2))
    return SVAR


KOMMANDOER: dict[str, Callable[[argparse.Namespace], int]] = {
    "regn": regn,
    "spor": spor,
    "forklar": forklar,
    "grenser": grenser,
    "regel": regel,
    "kapittel": kapittel,
    "regler": regler,
    "skjema": skjema,
}
