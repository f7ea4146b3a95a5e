"""From tokens to a tree. The grammar is written out in ``docs/referanse/regelspraak.md``.

A recursive-descent parser, one method for each line of the grammar. It counts its own depth, so
no text can exhaust the stack.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ytelsesrad.regelspraak.formel.leksing import FormelFeil, Slag, Token
from ytelsesrad.regelspraak.formel.tokenleser import HVIS, SAMMENLIGN, Tokenleser, umulig_dato
from ytelsesrad.regelspraak.tre import (
    Dato,
    ErOppgitt,
    Fortegn,
    Hvis,
    Ikke,
    JaNei,
    Kall,
    Logisk,
    Med,
    Navn,
    Node,
    Paa,
    Regning,
    Samling,
    Sammenlign,
    SettFra,
    Tall,
    Tekst,
    VetIkke,
)

MAKS_DYBDE = 60

ENHETSORD = frozenset(
    (
        "kr øre prosent time timer dag dager uke uker måned måneder "
        "meldeperiode meldeperioder år gang ganger"
    ).split()
)
_SAMLINGER = frozenset(("sum", "antall", "snitt", "laveste", "høyeste"))
_BARE_SAMLING = frozenset(("sum", "antall", "snitt"))
_TIDSTING = frozenset(("dag", "meldeperiode", "måned", "år"))
_OMFANG = {"måneden": "måned", "meldeperioden": "meldeperiode", "året": "år"}
_NOKKELORD = frozenset(
    (
        "hvis så ellers eller og ikke på sett fra med for hver hvert hvor i hittil til av "
        "ja nei ukjent"
    ).split()
)
_DE = "snitt(de 3 høyeste av x for hvert år fra … til …)"
_FOR_HVER = "sum(x for hver måned)"


def les_formel(tekst: str) -> Node:
    """Read an expression. Raises FormelFeil with place, cause and remedy."""
    return _Parser(tekst).les()


class _Parser(Tokenleser):
    def les(self) -> Node:
        if self.ferdig:
            raise FormelFeil(0, 1, "Formelen er tom.", "Skriv for eksempel «0.4 * sats».")
        node = self.formel()
        if not self.ferdig:
            raise self.rest()
        return node

    def formel(self) -> Node:
        self.dybde += 1
        if self.dybde > MAKS_DYBDE:
            raise FormelFeil(
                self.her.fra,
                1,
                f"Formelen er for dypt nøstet ({MAKS_DYBDE} nivåer er grensen).",
                "Del den i flere regler.",
                "R02",
            )
        try:
            return self.hvis() if self.er("hvis") else self.eller()
        finally:
            self.dybde -= 1

    def hvis(self) -> Node:
        """Read a chain «hvis … så … ellers hvis …» without recursion along the chain."""
        ledd: list[tuple[int, Node, Node]] = []
        while self.er("hvis"):
            self.nytt_ledd()
            fra = self.neste().fra
            vilkaar = self.formel()
            self.krev("så", "Etter vilkåret i «hvis» må det komme «så».", HVIS)
            saa = self.formel()
            self.krev("ellers", "Etter «så …» må det komme «ellers».", HVIS)
            ledd.append((fra, vilkaar, saa))
        node = self.formel()
        for fra, vilkaar, saa in reversed(ledd):
            node = Hvis(fra, node.til, vilkaar, saa, node)
        return node

    def eller(self) -> Node:
        node = self.og()
        while self.ta("eller"):
            self.nytt_ledd()
            b = self.og()
            node = Logisk(node.fra, b.til, "eller", node, b)
        return node

    def og(self) -> Node:
        node = self.ikke()
        while self.ta("og"):
            self.nytt_ledd()
            b = self.ikke()
            node = Logisk(node.fra, b.til, "og", node, b)
        return node

    def ikke(self) -> Node:
        if self.er("ikke"):
            fra = self.neste().fra
            node = self.sammenligning()
            return Ikke(fra, node.til, node)
        return self.sammenligning()

    def sammenligning(self) -> Node:
        node = self.summen()
        if self.her.slag is Slag.TEGN and self.her.tekst in SAMMENLIGN:
            op = self.neste().tekst
            b = self.summen()
            node = Sammenlign(node.fra, b.til, op, node, b)
        return node

    def summen(self) -> Node:
        node = self.produkt()
        while self.er("+", "-"):
            self.nytt_ledd()
            op = self.neste().tekst
            b = self.produkt()
            node = Regning(node.fra, b.til, op, node, b)
        return node

    def produkt(self) -> Node:
        node = self.fortegn()
        while self.er("*", "/"):
            self.nytt_ledd()
            op = self.neste().tekst
            b = self.fortegn()
            node = Regning(node.fra, b.til, op, node, b)
        return node

    def fortegn(self) -> Node:
        if self.er("-"):
            fra = self.neste().fra
            node = self.syn()
            return Fortegn(fra, node.til, node)
        return self.syn()

    def syn(self) -> Node:
        node = self.atom()
        while True:
            if self.er("på", "sett", "med"):
                self.nytt_ledd()
            if self.ta("på"):
                if not isinstance(node, Navn):
                    raise FormelFeil(
                        node.fra,
                        node.til - node.fra,
                        "«på» kan bare stå etter navnet på en regel.",
                        "Skriv for eksempel «G på første_dag».",
                    )
                dag = self.atom()
                node = Paa(node.fra, dag.til, node, dag)
            elif self.ta("sett"):
                self.krev(
                    "fra", "Etter «sett» må det komme «fra» og en dato.", "x sett fra første_dag"
                )
                dag = self.atom()
                node = SettFra(node.fra, dag.til, node, dag)
            elif self.ta("med"):
                navn = self.navn()
                self.krev(
                    "=", "Etter «med» og et navn må det komme «=» og en verdi.", "x med y = (1 kr)"
                )
                verdi = self.atom()
                node = Med(node.fra, verdi.til, node, navn, verdi)
            else:
                return node

    def atom(self) -> Node:
        t = self.her
        if t.slag is Slag.TALL:
            return self.tall()
        if t.slag is Slag.DATO:
            self.neste()
            try:
                return Dato(t.fra, t.til, date.fromisoformat(t.tekst))
            except ValueError:
                raise umulig_dato(t) from None
        if t.slag is Slag.TEKST:
            self.neste()
            return Tekst(t.fra, t.til, t.tekst[1:-1])
        if self.er("("):
            self.neste()
            node = self.formel()
            slutt = self.krev(")", "Det mangler en sluttparentes «)».", "( … )")
            node.fra, node.til = t.fra, slutt.til
            return node
        if t.slag is Slag.ORD:
            return self.ord_()
        if t.slag is Slag.SLUTT:
            raise self.feil(
                "Formelen slutter for tidlig: det mangler noe på slutten.",
                "Skriv ferdig, eller slett det siste tegnet.",
            )
        forrige = self.tokens[self.i - 1] if self.i else t
        if t.tekst == "=" == forrige.tekst and t is not forrige:
            hva = "Likhet skrives med ett likhetstegn."
            raise FormelFeil(forrige.fra, t.til - forrige.fra, hva, erstatt="=")
        raise self.feil(
            f"Her skulle det stå et tall, et navn eller en parentes, ikke «{t.tekst}».", "a + b * c"
        )

    def ord_(self) -> Node:
        t = self.her
        if t.tekst in ("ja", "nei"):
            self.neste()
            return JaNei(t.fra, t.til, t.tekst == "ja")
        if t.tekst == "ukjent":
            self.neste()
            return VetIkke(t.fra, t.til)
        if t.tekst == "hvis":
            raise self.feil(
                "«hvis» midt i et regnestykke må stå i parentes.",
                "Skriv for eksempel «a + (hvis b så c ellers d)».",
            )
        if t.tekst in _NOKKELORD:
            raise self.feil(
                f"Her skulle det stå et tall eller et navn, ikke «{t.tekst}».", "a + b * c"
            )
        etter = self.tokens[self.i + 1]
        if etter.slag is Slag.TEGN and etter.tekst == "(" and etter.fra == t.til:
            return self.kall()
        return self.navn()

    def tall(self) -> Tall:
        t = self.neste()
        verdi = Decimal(t.tekst.replace("_", ""))
        if self.her.slag is not Slag.ORD or self.her.tekst not in ENHETSORD:
            return Tall(t.fra, t.til, verdi, None)
        enhet = self.neste()
        tekst, til = enhet.tekst, enhet.til
        if self.er("/") and self.her.fra == til:
            under = self.tokens[self.i + 1]
            if under.fra == self.her.til and under.tekst in ENHETSORD:
                self.neste()
                self.neste()
                tekst, til = f"{tekst}/{under.tekst}", under.til
        return Tall(t.fra, til, verdi, tekst)

    def navn(self) -> Navn:
        t = self.her
        if t.slag is not Slag.ORD or t.tekst in _NOKKELORD:
            raise self.feil("Her skulle det stå navnet på en regel.", "forrige(utbetalt)")
        self.neste()
        return Navn(t.fra, t.til, t.tekst)

    def kall(self) -> Node:
        start = self.neste()
        self.neste()
        if start.tekst in ("forrige", "denne"):
            navn = self.navn()
            slutt = self.krev(
                ")",
                f"«{start.tekst}(…)» tar ett navn og slutter med «)».",
                f"{start.tekst}({navn.navn})",
            )
            return Navn(start.fra, slutt.til, navn.navn, start.tekst)
        if start.tekst == "oppgitt":
            navn = self.navn()
            slutt = self.krev(
                ")", "«oppgitt(…)» tar ett navn og slutter med «)».", f"oppgitt({navn.navn})"
            )
            return ErOppgitt(start.fra, slutt.til, navn)
        velg = self.velg() if start.tekst in _SAMLINGER else None
        argumenter: list[Node] = []
        if not self.er(")"):
            argumenter.append(self.formel())
        if start.tekst in _SAMLINGER and self.er("for"):
            return self.samling(start, argumenter[0], velg)
        if start.tekst in _BARE_SAMLING or velg is not None:
            raise self.feil(
                f"Etter «{start.tekst}(…» må det komme «for hver …».",
                f"Skriv for eksempel «{start.tekst}(x for hver måned)».",
            )
        while self.ta(","):
            argumenter.append(self.formel())
        if not self.er(")"):
            t, forrige = self.her, self.tokens[self.i - 1]
            if t.slag is Slag.TALL and forrige.slag is Slag.TALL:
                raise self.rest()
            raise self.feil(
                f"Det mangler «)» på slutten av «{start.tekst}(…»."
                if t.slag is Slag.SLUTT
                else f"Skjønner ikke «{t.tekst}» her. Mangler det et komma eller regnetegn foran?",
                f"{start.tekst}(a, b)",
            )
        slutt = self.neste()
        return Kall(start.fra, slutt.til, start.tekst, argumenter)

    def velg(self) -> int | None:
        if not self.er("de"):
            return None
        self.neste()
        t = self.her
        if t.slag is not Slag.TALL or not t.tekst.isdigit() or not 1 <= len(t.tekst) <= 3:
            raise self.feil("Etter «de» må det stå et helt tall.", _DE)
        antall = int(self.neste().tekst)
        if not self.er("høyeste", "laveste"):
            raise self.feil(f"Etter «de {antall}» må det stå «høyeste» eller «laveste».", _DE)
        hoyest = self.neste().tekst == "høyeste"
        self.krev("av", "Etter «høyeste» eller «laveste» må det komme «av».", _DE)
        return antall if hoyest else -antall

    def samling(self, start: Token, uttrykk: Node, velg: int | None) -> Samling:
        self.neste()
        if not (self.ta("hver") or self.ta("hvert")):
            raise self.feil("Etter «for» må det komme «hver» eller «hvert».", _FOR_HVER)
        ting = self.her
        if ting.slag is not Slag.ORD or ting.tekst in _NOKKELORD:
            raise self.feil(
                "Etter «for hver» må det stå dag, meldeperiode, måned, år eller en gruppe.",
                _FOR_HVER,
            )
        self.neste()
        omfang, a, b = self.omfang()
        hvor = self.formel() if self.ta("hvor") else None
        slutt = self.krev(")", f"«{start.tekst}(…» mangler «)» på slutten.", _FOR_HVER)
        return Samling(
            start.fra, slutt.til, start.tekst, uttrykk, ting.tekst, omfang, a, b, hvor, velg
        )

    def omfang(self) -> tuple[str | None, Node | None, Node | None]:
        if self.ta("fra"):
            a = self.summen()
            self.krev("til", "Etter «fra …» må det komme «til …».", "fra første_dag til siste_dag")
            return "fra til", a, self.summen()
        hittil = self.ta("hittil")
        if not self.ta("i"):
            if hittil:
                raise self.feil("Etter «hittil» må det stå hva det er hittil i.", "hittil i året")
            return None, None, None
        if not self.er(*_OMFANG):
            raise self.feil(
                "Etter «i» må det stå «måneden», «meldeperioden» eller «året».", "i året"
            )
        hva = _OMFANG[self.neste().tekst]
        return (f"hittil {hva}" if hittil else hva), None, None


def er_tidsting(ting: str) -> bool:
    """Tell whether «for hver …» loops over a kind of period."""
    return ting in _TIDSTING
