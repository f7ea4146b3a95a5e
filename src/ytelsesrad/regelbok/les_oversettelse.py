"""Read the files with translations: ``folder/en/chapter.toml``, pairs of texts and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ytelsesrad.lesbart import HOVEDSPRAK
from ytelsesrad.lesing import Feil, Feilsamling, TomlFil, les_toml_bytes
from ytelsesrad.regelbok.tekster import hullene

TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Par:
    """A text in bokmål (``fra``) and in the language (``til``), and where the pair stands."""

    mappe: str
    fra: str
    til: str
    fil: TomlFil
    nr: int


def les_par(lag: Sequence[Mapping[str, bytes]], kode: str, feil: list[Feil]) -> list[Par]:
    """Return the pairs of a language, later layers last. Faults are added to ``feil``."""
    svar: list[Par] = []
    for filer in lag:
        sett: dict[tuple[str, str], Par] = {}
        for navn in sorted(filer):
            mappe, sprak, _ = navn.split("/")
            if sprak != kode:
                continue
            try:
                fil = les_toml_bytes(filer[navn], navn)
            except Feilsamling as samling:
                feil.extend(samling.feil)
                continue
            for par in _av_fil(fil, mappe, kode, feil):
                forrige = sett.setdefault((mappe, par.fra), par)
                if forrige.til != par.til:
                    feil.append(_to_ganger(par, forrige))
                svar.append(par)
    return svar


def _av_fil(fil: TomlFil, mappe: str, kode: str, feil: list[Feil]) -> Iterable[Par]:
    for nokkel in fil.data:
        if nokkel != TEKST or not isinstance(fil.data[TEKST], list):
            hva = f"«{nokkel}» hører ikke hjemme i en oversettelse. Her står bare tekster."
            feil.append(Feil("R25", fil.sted(nokkel), hva, _mal(kode)))
    tekster = fil.data.get(TEKST)
    for nr, data in enumerate(tekster if isinstance(tekster, list) else ()):
        if not isinstance(data, dict) or set(data) != {HOVEDSPRAK, kode} or not _fylt(data):
            hva = f"En oversettelse er to tekster: «{HOVEDSPRAK}» og «{kode}»."
            feil.append(Feil("R25", fil.sted(TEKST, nr), hva, _mal(kode)))
            continue
        par = Par(mappe, data[HOVEDSPRAK], data[kode], fil, nr)
        if (galt := _ulike_hull(par, kode)) is not None:
            feil.append(galt)
        else:
            yield par


def _fylt(data: Mapping[str, object]) -> bool:
    return all(isinstance(v, str) and v.strip() for v in data.values())


def _mal(kode: str) -> str:
    linjer = (f"[[{TEKST}]]", f'{HOVEDSPRAK} = "slik det står i regelen"', f'{kode} = "oversatt"')
    return "\n".join(linjer)


def _ulike_hull(par: Par, kode: str) -> Feil | None:
    """Return the fault when the two texts do not have the same holes."""
    fra, til = set(hullene(par.fra)), set(hullene(par.til))
    mangler, ukjente = sorted(fra - til), sorted(til - fra)
    loese = sum(par.til.count(tegn) for tegn in "{}") != 2 * len(hullene(par.til))
    if not mangler and not ukjente and not loese:
        return None
    sted = par.fil.sted(TEKST, par.nr, kode, verdi=True)
    if ukjente:
        plass = par.til.find(ukjente[0])
        if plass >= 0:
            sted = par.fil.sted_i_tekst((TEKST, par.nr, kode), plass, len(ukjente[0]))
        hva = f"Hullet {{{ukjente[0]}}} finnes ikke i teksten på bokmål."
        rett = "Bruk disse hullene: " + ", ".join(f"{{{h}}}" for h in sorted(fra)) + "."
        return Feil("R25", sted, hva, rett if fra else f"Slett {{{ukjente[0]}}}.")
    if mangler:
        hva = f"Hullet {{{mangler[0]}}} mangler i oversettelsen."
        return Feil("R25", sted, hva, f"Ta med {{{mangler[0]}}} der verdien skal stå.")
    hva = "Oversettelsen har en krøllparentes uten makker."
    return Feil("R25", sted, hva, "Et hull skrives {navn}. Slett tegnet om det ikke er noe hull.")


def _to_ganger(par: Par, forrige: Par) -> Feil:
    linje = forrige.fil.sted(TEKST, forrige.nr).linje
    return Feil(
        "R25",
        par.fil.sted(TEKST, par.nr),
        f"Den samme teksten er oversatt på en annen måte i {forrige.fil.fil}, linje {linje}.",
        "Slett den ene, eller gjør dem like.",
    )
