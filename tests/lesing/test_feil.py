"""Meldingenes form: kode, sted, linjen med merker, hva som er galt, og hva som er rett."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.lesing import Feil, Feilsamling, Sted


def test_feil_med_kolonne():
    sted = Sted("mari.toml", 12, 1, "timelon = 236.54", 7)
    hva = "Ordet «timelon» finnes ikke under [plan.jobb]. Mente du «timelonn»?"
    assert str(Feil("S01", sted, hva, "timelonn = 236.54")) == (
        "S01  mari.toml, linje 12, kolonne 1\n"
        "       timelon = 236.54\n"
        "       ^^^^^^^\n"
        "     Ordet «timelon» finnes ikke under [plan.jobb]. Mente du «timelonn»?\n"
        "     Rett: timelonn = 236.54"
    )


def test_delen_av_filen_staar_til_slutt():
    linje = 'formel = "inntekt_etter_uforhet + friblop"'
    sted = Sted("rules/x/reduksjon.toml", 22, 35, linje, 7, "[bunnfradrag]")
    hva = "«friblop» finnes ikke i dette kapitlet eller i felles. Mente du «fribelop» (linje 14)?"
    rett = 'formel = "inntekt_etter_uforhet + fribelop"'
    assert str(Feil("R01", sted, hva, rett)) == (
        "R01  rules/x/reduksjon.toml, linje 22, kolonne 35, [bunnfradrag]\n"
        '       formel = "inntekt_etter_uforhet + friblop"\n'
        "                                         ^^^^^^^\n"
        f"     {hva}\n"
        f"     Rett: {rett}"
    )


def test_uten_linje_flere_setninger_og_brutte_linjer():
    hva = (
        "«ifu» mangler: inntekten din før uførhet. Uten den kan vi ikke regne ut hva som skjer når "
        "lønnen er over 136 549 kroner i året.\n"
        "Tallet står i vedtaket, under «Opplysninger vi har brukt i beregningen»."
    )
    rett = 'ifu = 490000        eller, hvis du ikke vet:  ifu = "vet ikke"'
    assert str(Feil("S05", Sted("mari.toml", hvor="[uforetrygd]"), hva, rett)) == (
        "S05  mari.toml, [uforetrygd]\n"
        "     «ifu» mangler: inntekten din før uførhet. Uten den kan vi ikke regne ut hva som skjer"
        " når\n"
        "     lønnen er over 136 549 kroner i året.\n"
        "     Tallet står i vedtaket, under «Opplysninger vi har brukt i beregningen».\n"
        '     Rett: ifu = 490000        eller, hvis du ikke vet:  ifu = "vet ikke"'
    )


def test_rett_over_flere_linjer_staar_under_den_forste():
    rett = "ytelsesrad regn mari.toml               for å regne på nytt\nytelsesrad vis mari.toml"
    assert str(Feil("S13", Sted("mari.toml"), "Svaret er gammelt.", rett)) == (
        "S13  mari.toml\n"
        "     Svaret er gammelt.\n"
        "     Rett: ytelsesrad regn mari.toml               for å regne på nytt\n"
        "           ytelsesrad vis mari.toml"
    )


def test_lang_rett_brytes_men_ikke_toml():
    lang = "Sett inn " + "ett ord til " * 12
    linjer = str(Feil("S01", Sted("f"), "Galt.", lang)).split("\n")
    assert len(linjer) == 4
    assert all(len(linje) <= 100 for linje in linjer)
    assert linjer[3].startswith(" " * 11 + "ett") or linjer[3].startswith(" " * 11)
    toml = 'formel = "' + "a + " * 40 + 'b"'
    assert str(Feil("S01", Sted("f"), "Galt.", toml)).split("\n")[-1] == f"     Rett: {toml}"


def test_flere_steder_vises_uten_merker():
    to = (Sted("f.toml", 15, 1, "stillingsprosent  = 30"),)
    feil = Feil("S08", Sted("f.toml", 14, 1, "timer_per_uke     = 10", 13), "Ulikt.", flere=to)
    assert str(feil) == (
        "S08  f.toml, linje 14 og 15\n"
        "       timer_per_uke     = 10\n"
        "       stillingsprosent  = 30\n"
        "     Ulikt."
    )
    like = (Sted("f.toml", 21, 1, "[a]"), Sted("f.toml", 30, 1, "[a]"))
    assert str(Feil("S12", Sted("f.toml", 2, 1, "[a]", 3), "Tre.", flere=like)) == (
        "S12  f.toml, linje 2, 21 og 30\n       [a]\n     Tre."
    )


def test_linje_uten_kolonne_har_ingen_merker():
    assert str(Feil("R03", Sted("f.toml", 3, None, "x = 1"), "Galt.")) == (
        "R03  f.toml, linje 3\n       x = 1\n     Galt."
    )


def merket(linje: str, kolonne: int, lengde: int) -> tuple[str, str]:
    _, vist, merker, _ = str(Feil("R01", Sted("f", 1, kolonne, linje, lengde), "x")).split("\n")
    return vist, merker


def test_lange_linjer_kuttes_rundt_stedet():
    linje = "a" * 200 + "HER" + "b" * 200
    vist, merker = merket(linje, 201, 3)
    assert vist == "       …" + "a" * 30 + "HER" + "b" * 58 + "…"
    assert merker == " " * 38 + "^^^"
    assert len(vist) == 100
    vist, merker = merket(linje, 1, 3)
    assert vist == "       " + "a" * 91 + "…"
    vist, merker = merket(linje, 403, 1)
    assert vist == "       …" + "b" * 31
    assert merker == " " * 38 + "^"


def test_merkene_stopper_ved_linjeslutt_og_er_minst_ett():
    assert merket("x = 12", 5, 99) == ("       x = 12", "           ^^")
    assert merket("x =", 4, 1) == ("       x =", "          ^")
    assert merket("", 1, 0) == ("       ", "       ^") or merket("", 1, 0)[1] == "       ^"


def test_merkene_staar_riktig_etter_brede_og_tynne_tegn():
    assert merket("\tå = x", 6, 1)[1] == " " * 7 + " " * 8 + "^"
    assert merket("a\u030a = x", 6, 1)[1] == " " * 7 + " " * 4 + "^"
    assert merket("漢 = x", 5, 1)[1] == " " * 7 + " " * 5 + "^"


def test_ingen_styretegn_slipper_gjennom():
    ond = "\x1b]0;hei\x07\u202e\x9b31m\r\ud800"
    feil = Feil("R01", Sted(ond, 1, 1, ond, 3, hvor=ond), ond, ond)
    tekst = str(feil)
    assert tekst.replace("\n", "").isprintable()
    assert "␛]0;hei␇" in tekst
    tekst.encode()


@given(st.text(max_size=200), st.integers(-3, 300), st.integers(-3, 300))
def test_ingen_linje_blir_for_bred(linje, kolonne, lengde):
    feil = Feil("R01", Sted("f", 1, kolonne, linje, lengde), "x")
    vist = str(feil).split("\n")
    assert len(vist) == 4
    assert all(len(v) <= 100 for v in vist if v.isascii())
    assert "^" in vist[2]


def test_kjempelange_ord_kuttes():
    assert len(str(Feil("R01", Sted("f"), "«" + "x" * 10**5 + "» er galt."))) < 400


def test_samling_sorterer_og_fjerner_like():
    a = Feil("R01", Sted("a.toml", 9), "Ni.")
    b = Feil("R01", Sted("a.toml", 10), "Ti.")
    c = Feil("R01", Sted("b.toml"), "Hele filen.")
    samling = Feilsamling([c, b, a, b, Feil("R01", Sted("a.toml", 9), "Ni.")])
    assert samling.feil == (a, b, c)
    assert str(samling) == (
        "R01  a.toml, linje 9\n     Ni.\n\n"
        "R01  a.toml, linje 10\n     Ti.\n\n"
        "R01  b.toml\n     Hele filen."
    )
    assert pickle.loads(pickle.dumps(samling)).feil == samling.feil
