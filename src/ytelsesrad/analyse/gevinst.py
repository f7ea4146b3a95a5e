"""What a plan gives, in the words people use: a month, a year, the leanest month, when it shows."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Kroner, Modell, Resultat

_MERKBART = 1


class Gevinst(Modell):
    """A plan against the first one, for one year when all is settled."""

    plan: str
    aar: int
    per_maaned: Kroner | None
    """Kroner more (or less) a month; None when it is not known."""
    per_aar: Kroner | None
    laveste_maaned: str | None
    """The month with the least money on the account, e.g. ``2026-02``; None when not known."""
    laveste_belop: Kroner | None
    laveste_mot_grunnlag: Kroner | None
    """That month against the same month of the first plan."""
    forste_maaned_med_mer: str | None
    """The first month with more money on the account than in the first plan."""
    maaneder_med_mindre: tuple[str, ...]


def gevinster(resultat: Resultat) -> tuple[Gevinst, ...]:
    """Return what each plan gives each year, compared with the first plan."""
    planer = {p.navn: p for p in resultat.planer}
    svar = []
    for e in resultat.endringer:
        maaneder = [m for m in planer[e.plan].maaneder if m.maaned.startswith(f"{e.aar}-")]
        kjent = not any(m.mangler for m in maaneder)
        lavest = min(maaneder, key=lambda m: m.netto) if maaneder and kjent else None
        mot = [(m.maaned, m.mot_grunnlag) for m in maaneder if kjent and m.mot_grunnlag is not None]
        svar.append(
            Gevinst(
                plan=e.plan,
                aar=e.aar,
                per_maaned=e.per_maaned,
                per_aar=e.gjort_opp,
                laveste_maaned=lavest.maaned if lavest else None,
                laveste_belop=lavest.netto if lavest else None,
                laveste_mot_grunnlag=lavest.mot_grunnlag if lavest else None,
                forste_maaned_med_mer=next((m for m, x in mot if x >= _MERKBART), None),
                maaneder_med_mindre=tuple(m for m, x in mot if x <= -_MERKBART),
            )
        )
    return tuple(svar)
