"""Read what an input is on the quick way: a question of at most eight, or an assumption."""

from __future__ import annotations

from ytelsesrad.regelspraak.enheter import UkjentEnhet, les_enhet
from ytelsesrad.regelspraak.kapittel import Raskt
from ytelsesrad.regelspraak.les.tabell import Tabell

_NOKLER = (
    "nr",
    "naar",
    "antatt",
    "fordi",
    "lavest",
    "hoyest",
    "hjelp",
    "enhet",
    "plan",
    "forutsetter",
    "sporsmaal",
    "flere",
)
_FLERE = 'raskt = { nr = 4, flere = true, fordi = "du har ikke oppgitt noen" }'
_IKKE_MED_FLERE = ("antatt", "lavest", "hoyest", "plan", "enhet")


def les_raskt(under: Tabell, for_hver: str | None) -> Raskt:
    """Read the mark of a rule that may be for each member. Faults are noted in the table."""
    t = under.under("raskt")
    t.kjente(*_NOKLER)
    nr = t.tall("nr")
    if nr is not None and (nr < 1 or nr % 1):
        t.meld("R04", "«nr» er plassen i rekken: 1, 2, 3 og så videre.", "nr = 3", "nr", verdi=True)
        nr = None
    if "nr" not in t and "antatt" not in t:
        t.meld(
            "R04",
            "«raskt» sier verken at det skal spørres, eller hva som ellers antas.",
            'raskt = { nr = 3 }   eller   raskt = { antatt = "…", fordi = "…" }',
        )
    if "antatt" in t:
        t.krev("fordi", 'raskt = { antatt = "…", fordi = "…" }')
    if ("lavest" in t) != ("hoyest" in t):
        hva = "«lavest» og «hoyest» står sammen: de sier hva svaret kan være."
        t.meld("R04", hva, "lavest = …, hoyest = …")
    plan = t.tekst("plan")
    if plan is not None and ("{}" not in plan or "nr" not in t):
        hva = "«plan» gir planen navn etter svaret: det må spørres, og {} er der svaret skal stå."
        t.meld("R04", hva, 'raskt = { nr = 8, plan = "{} i uka" }', "plan", verdi=True)
    flere = t.ja_nei("flere")
    if flere:
        _sjekk_flere(t, for_hver)
    return Raskt(
        nr=int(nr) if nr is not None else None,
        naar=t.formel("naar"),
        antatt=t.formel("antatt"),
        fordi=t.tekst("fordi"),
        lavest=t.tall("lavest"),
        hoyest=t.tall("hoyest"),
        hjelp=t.tekst("hjelp"),
        enhet=_enhet(t),
        plan=plan,
        forutsetter=t.tekst("forutsetter"),
        sporsmaal=t.tekst("sporsmaal"),
        flere=flere,
    )


def _sjekk_flere(t: Tabell, for_hver: str | None) -> None:
    if for_hver is None:
        hva = "«flere» gir et medlem for hvert svar, men regelen er ikke «for_hver» noe."
        t.meld("R04", hva, 'for_hver = "barn"', "flere")
    t.krev("nr", _FLERE)
    t.krev("fordi", _FLERE)
    for navn in _IKKE_MED_FLERE:
        if navn in t:
            hva = f"«{navn}» kan ikke stå sammen med «flere»: uten svar er det ingen medlemmer."
            t.meld("R04", hva, _FLERE, navn)


def _enhet(t: Tabell) -> str | None:
    enhet = t.tekst("enhet")
    if enhet is None:
        return None
    try:
        les_enhet(enhet)
    except UkjentEnhet:
        t.meld("R04", f"Enheten «{enhet}» finnes ikke.", 'enhet = "kr/dag"', "enhet", verdi=True)
        return None
    return enhet
