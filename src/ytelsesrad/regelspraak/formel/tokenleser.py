"""Small steps through the tokens of a formula, and the faults that are found on the way."""

from __future__ import annotations

from calendar import monthrange

from ytelsesrad.regelspraak.formel.leksing import FormelFeil, Slag, Token, les_tokens

MAKS_LEDD = 100
SAMMENLIGN = frozenset(("=", "<>", "<", "<=", ">", ">="))
HVIS = "hvis … så … ellers …"
SMAA_ORD = frozenset(("hvis", "ikke"))
"""Words that can begin a formula, where some write a capital."""


class Tokenleser:
    """The tokens of a formula, the place in them, and how much has been read."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.tokens = les_tokens(tekst)
        self.i = 0
        self.dybde = 0
        self.antall_ledd = 0

    # ── small steps ────────────────────────────────────────────────────────────────────────────

    @property
    def her(self) -> Token:
        """Return the token that comes now."""
        return self.tokens[self.i]

    @property
    def ferdig(self) -> bool:
        """Tell whether all tokens have been read."""
        return self.i == len(self.tokens) - 1

    def neste(self) -> Token:
        """Return the token that comes now, and pass it."""
        token = self.tokens[self.i]
        if token.slag is not Slag.SLUTT:
            self.i += 1
        return token

    def er(self, *ord_: str) -> bool:
        """Tell whether one of these words or signs comes now."""
        return self.her.slag in (Slag.ORD, Slag.TEGN) and self.her.tekst in ord_

    def ta(self, ord_: str) -> bool:
        """Pass a word or sign if it comes now; return whether it did."""
        if self.er(ord_):
            self.i += 1
            return True
        return False

    def krev(self, ord_: str, hva: str, rett: str) -> Token:
        """Pass a word or sign that must come now. Raises FormelFeil."""
        if not self.er(ord_):
            if self.her.slag is Slag.TEGN and self.her.tekst in SAMMENLIGN:
                raise self._to_sammenligninger()
            if self.er(",") and self.tokens[self.i - 1].slag is Slag.TALL:
                etter = self.tokens[self.i + 1]
                if etter.slag is Slag.TALL and etter.fra == self.her.til:
                    raise self._komma(self.tokens[self.i - 1])
            raise self.feil(hva, rett)
        return self.neste()

    def feil(self, hva: str, rett: str = "", *, erstatt: str | None = None) -> FormelFeil:
        """Return a fault at the token that comes now."""
        t = self.her
        if erstatt is None and t.slag is Slag.SLUTT:
            return FormelFeil(max(0, t.fra - 1), 1, hva, rett)
        return FormelFeil(t.fra, t.til - t.fra, hva, rett, erstatt=erstatt)

    def nytt_ledd(self) -> None:
        """Count what makes the tree deeper without brackets, such as long sums."""
        self.antall_ledd += 1
        if self.antall_ledd > MAKS_LEDD:
            raise FormelFeil(
                self.her.fra,
                1,
                f"Formelen har for mange ledd ({MAKS_LEDD} er grensen).",
                "Del den i flere regler.",
                "R02",
            )

    def rest(self) -> FormelFeil:
        """Return what is wrong when something is left after a whole expression."""
        t = self.her
        forrige = self.tokens[self.i - 1]
        if t.slag is Slag.TALL and forrige.slag is Slag.TALL:
            sammen = f"{forrige.tekst}_{t.tekst}"
            return FormelFeil(
                forrige.fra,
                t.til - forrige.fra,
                "Tall skrives uten mellomrom.",
                f"Skriv {sammen}, ikke {forrige.tekst} {t.tekst}.",
                erstatt=sammen,
            )
        if t.tekst == "," and forrige.slag is Slag.TALL:
            return self._komma(forrige)
        if t.tekst in SAMMENLIGN:
            return self._to_sammenligninger()
        if t.tekst == ")":
            return self.feil("Det er en sluttparentes for mye.", erstatt="")
        if t.tekst in ("så", "ellers"):
            return self.feil(
                f"«{t.tekst}» hører sammen med «hvis», men det står ingen «hvis» foran.", HVIS
            )
        if (liten := forrige.tekst.lower()) != forrige.tekst and liten in SMAA_ORD:
            hva = f"«{liten}» skrives med liten forbokstav."
            return FormelFeil(forrige.fra, forrige.til - forrige.fra, hva, erstatt=liten)
        return self.feil(
            f"Skjønner ikke «{t.tekst}» her. Mangler det et tegn foran, for eksempel * eller +?",
            f"Skriv for eksempel «{forrige.tekst} * {t.tekst}».",
        )

    def _komma(self, forrige: Token) -> FormelFeil:
        etter = self.tokens[self.i + 1]
        if etter.slag is not Slag.TALL:
            return self.feil("Her skulle det ikke stå komma.", erstatt="")
        return FormelFeil(
            forrige.fra,
            etter.til - forrige.fra,
            "Tall skrives med punktum, ikke komma.",
            erstatt=f"{forrige.tekst}.{etter.tekst}",
        )

    def _to_sammenligninger(self) -> FormelFeil:
        return self.feil(
            "To sammenligninger kan ikke stå etter hverandre.",
            "Skriv for eksempel «a < b og b < c».",
        )


def umulig_dato(t: Token) -> FormelFeil:
    """Return the fault of a date that does not exist."""
    aar, maaned, dag = (int(del_) for del_ in t.tekst.split("-"))
    hva = f"Datoen {t.tekst} finnes ikke."
    if not (aar and 1 <= maaned <= 12 and dag):
        return FormelFeil(t.fra, t.til - t.fra, hva, "En dato skrives ÅÅÅÅ-MM-DD: 2026-01-31.")
    siste = f"{aar:04d}-{maaned:02d}-{monthrange(aar, maaned)[1]}"
    return FormelFeil(
        t.fra, t.til - t.fra, f"{hva} Den siste dagen i måneden er {siste}.", erstatt=siste
    )
