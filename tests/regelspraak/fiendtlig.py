"""Rule files made to break the reader: what each does, and a way to run them all.

Run as a program it runs every case in turn and prints the memory that was needed at most, in MiB.
"""

from __future__ import annotations

import resource
import sys
from datetime import date

from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelbok.bok import regnemodus
from ytelsesrad.regelspraak import Gitt, Regnefeil, Ukjent

HODE = """tema = "Fiendtlig"
hjemmel = "ingen"
periode = "år"

[kilder]
loven = { navn = "Loven", lest = 2031-01-02 }

[gruppe.barn]
flertall = "barn"

"""
DAG = date(2031, 1, 1)


def _formel(formel: str, enhet: str = "tall", mer: str = "") -> str:
    return f'{HODE}[x]\nenhet = "{enhet}"\nformel = """{formel}"""\n{mer}'


def _regel(navn: str, formel: str, enhet: str = "tall", periode: str = "år") -> str:
    return f'[{navn}]\nenhet = "{enhet}"\nperiode = "{periode}"\nformel = "{formel}"\n\n'


def _hundre_aar(formel: str) -> str:
    return f"sum({formel} for hver dag fra 1950-01-01 til 2049-12-31)"


_PYTHON = ("__class__", "__import__", "lambda", "E", "p", "m", "s", "K0", "BITTE", "NULL", "eval")

STOPPES_NAAR_FILEN_LESES = {
    "3000 parenteser": _formel("(" * 3000 + "1" + ")" * 3000),
    "900 parenteser": _formel("(" * 900 + "1" + ")" * 900),
    "parenteser uten slutt": _formel("(" * 1900),
    "mange pluss": _formel("1 + " * 499 + "1"),
    "mange pluss uten rom": _formel("1+" * 999 + "1"),
    "mange minus": _formel("-" * 1900 + "1"),
    "mange og": _formel("ja og " * 300 + "ja", "ja/nei"),
    "mange eller": _formel("ja eller " * 200 + "ja", "ja/nei"),
    "mange ikke": _formel("ikke " * 390 + "ja", "ja/nei"),
    "mange hvis": _formel("hvis ja så 1 ellers " * 95 + "1" + " " * 90 + "+ 1" * 20),
    "mange hvis i hverandre": _formel("hvis ja så " * 150 + "1" + " ellers 1" * 20),
    "mange på": _formel("x" + " på 2031-01-01" * 130),
    "mange sett fra": _formel("x" + " sett fra 2031-01-01" * 95),
    "mange med": _formel("1" + " med x = 1" * 190),
    "mange funksjoner": _formel("laveste(1, " * 100 + "1" + ")" * 100),
    "mange hull": _formel("1", mer='forklaring = "' + "{" * 3000 + '"\n'),
    "dype hull": _formel("1", mer='forklaring = "{' + "(" * 900 + '1}"\n'),
    "langt tall": _formel("1" * 41),
    "5000 siffer": _formel("1" * 1999),
    "5000 siffer i filen": HODE + f'[x]\nenhet = "tall"\n2031-01-01 = {{ verdi = {"9" * 5000} }}\n',
    "5000 siffer etter punktum": HODE
    + f'[x]\nenhet = "tall"\n2031-01-01 = {{ verdi = 0.{"9" * 5000} }}\n',
    "stor eksponent": HODE
    + '[x]\nenhet = "tall"\n2031-01-01 = { verdi = 1e9999, kilde = "loven" }\n',
    "liten eksponent": HODE
    + '[x]\nenhet = "tall"\n2031-01-01 = { verdi = 1e-9999, kilde = "loven" }\n',
    "uhorvelig eksponent": HODE
    + '[x]\nenhet = "tall"\n2031-01-01 = { verdi = 1e99999999999999999999, kilde = "loven" }\n',
    "nan": HODE + '[x]\nenhet = "tall"\n2031-01-01 = { verdi = nan, kilde = "loven" }\n',
    "inf": HODE + '[x]\nenhet = "tall"\n2031-01-01 = { verdi = -inf, kilde = "loven" }\n',
    "inf i inndata": HODE
    + '[x]\nenhet = "tall"\ninndata = { sporsmaal = "?", minst = inf, hoyst = nan }\n',
    "stor eksponent i trinn": HODE
    + '[x]\nenhet = "tall"\ntrinn_av = "1"\n'
    + '2031-01-01 = { trinn = [[1e999999, 1]], kilde = "loven" }\n',
    "stor eksponent i tabell": HODE
    + '[x]\nenhet = "tall"\ntabell_etter = "1"\n'
    + '2031-01-01 = { tabell = { "1" = 1e99999 }, kilde = "loven" }\n',
    "stor eksponent i merke": HODE + "[merke.x]\nenhet = 1e9999\n",
    "40 kB nøkkel": HODE + f'[{"a" * 40_000}]\nenhet = "tall"\nformel = "1"\n',
    "40 kB nøkkel i hermetegn": HODE + f'["{"a" * 40_000}"]\nenhet = "tall"\nformel = "1"\n',
    "40 kB nøkkel i regelen": HODE + f'[x]\n{"a" * 40_000} = 1\nenhet = "tall"\nformel = "1"\n',
    "mange punktum i nøkkelen": HODE + "[" + "a." * 3000 + 'b]\nenhet = "tall"\n',
    "langt navn i formelen": _formel("a" * 1990),
    "enhet uten ende": HODE + f'[x]\nenhet = "{"kr/" * 30_000}år"\nformel = "1"\n',
    "enhet med mange ord": HODE + f'[x]\nenhet = "{"kr " * 30_000}"\nformel = "1"\n',
    "stor fil": HODE + "# " + "x" * 1_100_000,
    "dyp liste": HODE + "x = " + "[" * 3000 + "]" * 3000,
    "dyp tabell": HODE + "x = " + "{ a = " * 3000 + "1" + " }" * 3000,
    "attributt": _formel("x.__class__"),
    "attributt med parentes": _formel("(1).__class__"),
    "kall av import": _formel("__import__('os')"),
    "lambda": _formel("lambda: 1"),
    "indeks": _formel("x[0]"),
    "krøllparentes": _formel("{1}"),
    "semikolon": _formel("1; import os"),
    "hashtegn": _formel("1 # import os"),
    "omvendt skråstrek": _formel("1 \\\\ 2"),
    "opphøyd": _formel("10 ** 1000"),
    "nulltegn": _formel("1 \\u0000 2"),
    "snudd skrift": _formel("1 \\u202e 2"),
    "kode i hull": _formel("1", mer="forklaring = \"{__import__('os').system('ls')}\"\n"),
    "formatering i hull": _formel("1", mer='forklaring = "{x!r:>1000000000}"\n'),
    "attributt i hull": _formel("1", mer='forklaring = "{x.__class__}"\n'),
    "regelnavn som er python": HODE + '["__import__(\'os\')"]\nenhet = "tall"\nformel = "1"\n',
    "gruppe som finnes bare i python": _formel("antall(ja for hver __class__)"),
    "dato før kalenderen": _formel("0000-01-01", "dato"),
    "versjon før kalenderen": HODE + '[x]\nenhet = "tall"\n"0000-01-01" = { verdi = 1 }\n',
    "klokkeslett": HODE
    + '[x]\nenhet = "dato"\n2031-01-01 = { verdi = 2031-01-01T00:00:00Z, kilde = "loven" }\n',
    "ring gjennom 500 regler": HODE
    + "".join(_regel(f"r{i}", f"r{(i + 1) % 500}") for i in range(500)),
    "ikke utf-8": HODE + "\udcff",
}
STOPPES_NAAR_DET_REGNES = {
    "deles på null": _formel("1 / (år - 2031)"),
    "null delt på null": _formel("(år - 2031) / (år - 2031)"),
    "påske i fjern fremtid": _formel("påskedag(99999)", "dato"),
    "påske i år null": _formel("påskedag(0)", "dato"),
    "påske i stort år": _formel("påskedag(9999999999999999999999999999999999999999)", "dato"),
    "påske midt i året": _formel("påskedag(år + 0.5)", "dato"),
    "dato i år null": _formel("dato(0, 1, 1)", "dato"),
    "dato i år 10000": _formel("dato(10000, 1, 1)", "dato"),
    "dato i trettende måned": _formel("dato(år, 13, 1)", "dato"),
    "dato på dag null": _formel("dato(år, 1, 0)", "dato"),
    "dato pluss mange år": _formel("første_dag + 9000 år", "dato"),
    "dato minus mange år": _formel("første_dag - 9000 år", "dato"),
    "dato pluss mange dager": _formel("første_dag + 999999999999999999999 dager", "dato"),
    "dato pluss en halv dag": _formel("første_dag + 0.5 dager", "dato"),
    "dagen etter den siste": _formel("9999-12-31 + 1 dag", "dato"),
    "året før det første": HODE
    + _regel("x", "y på 0001-01-01")
    + _regel("y", "forrige(z)")
    + _regel("z", "årstall(første_dag)"),
    "løkke over ti tusen år": _formel("sum(1 for hver dag fra 0001-01-01 til 9999-12-31)"),
    "løkke i løkke i løkke": _formel(
        _hundre_aar("sum(dag_i_måned(dagen) for hver dag fra dagen til 2126-01-01)")
    ),
    "løkke i løkke gjennom regler": HODE
    + _regel("x", _hundre_aar("a"))
    + _regel("a", _hundre_aar("b + dag_i_måned(denne(dagen))"), periode="dag")
    + _regel("b", _hundre_aar("dag_i_måned(denne(dagen))"), periode="dag"),
    "barn i barn i barn": _formel(
        "antall(" * 30 + "ja" + " for hvert barn) > 0" * 29 + " for hvert barn)"
    ),
    "doblet hundre ganger": HODE
    + _regel("x", "r0")
    + "".join(_regel(f"r{i}", f"r{i + 1} * r{i + 1}") for i in range(40))
    + _regel("r40", "10"),
    "halvert hundre ganger": HODE
    + _regel("x", "1 / r0")
    + "".join(_regel(f"r{i}", f"r{i + 1} * r{i + 1}") for i in range(40))
    + _regel("r40", "0.1"),
    "snitt av ingenting": _formel("snitt(år for hver dag hvor nei)"),
    "første av ingen datoer": _formel("laveste(dagen for hver dag hvor nei)", "dato"),
    "steg som blir null": _formel("avrund(5, år - 2031)"),
    "kjede av 5000 regler": HODE
    + _regel("x", "r0")
    + "".join(_regel(f"r{i}", f"r{i + 1}") for i in range(5000))
    + _regel("r5000", "1"),
    "tilstand fra tidenes morgen": HODE
    + _regel("x", "t på 2031-01-01")
    + _regel("t", "forrige(t) + 1", periode="dag"),
    "stor nøkkel i tabell": HODE
    + '[x]\nenhet = "tall"\ntabell_etter = "r0"\n'
    + '2030-01-01 = { tabell = { "1" = 1 }, kilde = "loven" }\n\n'
    + "".join(_regel(f"r{i}", f"r{i + 1} * r{i + 1}") for i in range(9))
    + _regel("r9", "10"),
}
GAAR_BRA = {
    "løkke i løkke som er lik hver gang": _formel(_hundre_aar(_hundre_aar("1"))),
    "løkke i løkke som er lik hver dag": HODE
    + _regel("x", _hundre_aar("a"))
    + _regel("a", _hundre_aar("b"), periode="dag")
    + _regel("b", _hundre_aar("1"), periode="dag"),
    "navn som ligner python": HODE
    + "".join(_regel(n, "1") for n in _PYTHON if n != "__class__" and n[0] != "_")
    + _regel("x", " + ".join(n for n in _PYTHON if n[0] != "_")),
    "rader som ligner python": HODE
    + '[x]\nenhet = "tall"\ntabell_etter = "v"\n'
    + "2030-01-01 = { tabell = { \"__import__('os')\" = 1, "
    + '"\') or eval(\'1" = 2, ellers = 3 }, kilde = "loven" }\n\n'
    + '[v]\nenhet = "tekst"\nformel = "\'lambda: E\'"\n',
    "tekst som ligner python": _formel("hvis 'a' = '__class__' så 1 ellers 2"),
    "60 parenteser": _formel("(" * 59 + "1" + ")" * 59),
    "100 ledd": _formel("1 + " * 100 + "1"),
    "100 med": _formel("1" + " med x = 1" * 100),
    "100 hvis": _formel("hvis nei så 1 ellers " * 90 + "1"),
    "mange argumenter": _formel("laveste(" + "1, " * 600 + "1)"),
    "60 funksjoner": _formel("laveste(1, " * 59 + "1" + ")" * 59),
    "et helt hundreår": _formel(_hundre_aar("1")),
    "kjede av 40 regler": HODE
    + _regel("x", "r0")
    + "".join(_regel(f"r{i}", f"r{i + 1}") for i in range(40))
    + _regel("r40", "1"),
    "20 000 linjer": HODE + "# linje\n" * 20_000 + _regel("x", "1"),
}


def provd(tekst: str) -> str:
    """Read and reckon a file and say how it ended."""
    try:
        bok = Regelbok(
            [{"mappe/fil.toml": tekst.encode("utf-8", "surrogateescape")}],
        )
        with regnemodus():
            kjoring = bok.kjor(Gitt((), (("barn", 10),)), date(2030, 1, 1), date(2032, 12, 31))
            kjoring.les("mappe.x", DAG)
    except Feilsamling as e:
        return "feil" if str(e) else "uten ord"
    except (Regnefeil, Ukjent) as e:
        return "regnefeil" if str(e) else "uten ord"
    return "svar"


if __name__ == "__main__":
    foer = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for samling in (STOPPES_NAAR_FILEN_LESES, STOPPES_NAAR_DET_REGNES, GAAR_BRA):
        for sak in samling.values():
            provd(sak)
    sys.stdout.write(str((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - foer) // 1024))
