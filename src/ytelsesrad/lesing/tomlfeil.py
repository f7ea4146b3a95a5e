"""What to say of a TOML file that can't be used. Loaded only when there is something to say."""

from __future__ import annotations

from ytelsesrad.lesing.diagnose import DYBDE, SIFFER, Serie, forklar_stopp, forklar_tomllib
from ytelsesrad.lesing.feil import Feil, Feilsamling, Sted
from ytelsesrad.lesing.grenser import MAKS_NOKKEL
from ytelsesrad.lesing.linjer import Linjer
from ytelsesrad.lesing.skann import Skanner
from ytelsesrad.lesing.stopp import Stopp
from ytelsesrad.lesing.tomlfil import TomlFil
from ytelsesrad.lesing.vern import Brudd, Funn


def stopp_om_galt(tekst: str, fil: str, serie: Serie, *, en_linje: bool = False) -> None:
    """Raise what is wrong with a text; nothing when our own walk finds no fault."""
    skanner = Skanner(tekst, en_linje=en_linje)
    try:
        skanner.kjor()
    except Stopp as stopp:
        raise Feilsamling((forklar_stopp(skanner, stopp, fil, serie),)) from None


def uforklart(melding: str, tekst: str, fil: str, serie: Serie) -> Feilsamling:
    """Return the fault of a text that only ``tomllib`` stops at."""
    return Feilsamling((forklar_tomllib(melding, tekst, fil, serie),))


def samlet(kode: str, sted: Sted, hva: str, rett: str) -> Feilsamling:
    """Return one fault as what is raised."""
    return Feilsamling((Feil(kode, sted, hva, rett),))


def for_stor(fil: str, serie: Serie) -> Feilsamling:
    """Return the fault of a file that is too big to read."""
    hva = "Filen er større enn 1 MB, som er grensen."
    return samlet(f"{serie}02", Sted(fil), hva, "Del den i flere filer.")


def ikke_utf8(data: bytes, start: int, fil: str, serie: Serie) -> Feilsamling:
    """Return the fault of bytes that are not UTF-8."""
    kode = f"{serie}01"
    rett = "Lagre filen på nytt med tegnsettet UTF-8."
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return samlet(kode, Sted(fil), "Filen er lagret som UTF-16, ikke UTF-8.", rett)
    hva = "Filen er ikke lagret som UTF-8, så æ, ø, å og andre tegn kan ikke leses sikkert."
    sted = Linjer(data.decode("latin-1"), fil).sted(start, start + 1)
    return samlet(kode, sted, hva, rett)


def brutt(fil: TomlFil, funn: Funn, serie: Serie) -> Feilsamling:
    """Return the fault of a text that breaks one of our limits."""
    er_nokkel = funn.brudd == Brudd.NOKKEL
    sted = fil.sted(*funn.sti, verdi=not er_nokkel)
    if er_nokkel:
        hva = f"Navnet er lengre enn {MAKS_NOKKEL} tegn, som er grensen."
        return samlet(f"{serie}02", sted, hva, "Gi det et kortere navn.")
    if funn.brudd == Brudd.DYBDE:
        return samlet(f"{serie}02", sted, *DYBDE)
    skrevet = (sted.kildelinje or "")[(sted.kolonne or 1) - 1 :][: sted.lengde]
    if skrevet.lstrip("+-") not in ("nan", "inf"):
        return samlet(f"{serie}02", sted, *SIFFER)
    hva = f"«{skrevet}» er ikke et tall vi kan regne med."
    rett = "Skriv et vanlig tall."
    if serie == "S" and isinstance(funn.sti[-1], str):
        rett = f'Skriv et vanlig tall, eller, hvis du ikke vet:  {funn.sti[-1]} = "vet ikke"'
    return samlet(f"{serie}02", sted, hva, rett)
