"""Et syn skiller bare dagene noe under regelen endret seg. Andre kapitler koster ingenting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt, Kjoring, Oppgitt

HODE = """
tema    = "{tema}"
hjemmel = "loven"
periode = "måned"

[kilder]
loven = {{ navn = "Loven" }}
"""
REGELSETT = """
[regelsett]
navn        = "Syn"
dato        = 2031-12-01
stotter_fra = 2031-01-01
stotter_til = 2031-12-31
"""
STOTTE = (
    HODE.format(tema="Støtte")
    + """
[sats]
enhet      = "kr/måned"
2030-01-01 = { verdi = 100, kilde = "loven" }
2031-01-01 = { verdi = 200, i_bruk = 2031-07-01, kilde = "loven" }

[stotte]
enhet  = "kr/måned"
formel = "2 * sats"

[slik_det_saa_ut]
enhet  = "kr/måned"
formel = "stotte sett fra første_dag"
"""
)
LONN = (
    HODE.format(tema="Lønn")
    + """
[merke.teller]
enhet     = "ja/nei"
sporsmaal = "Teller den?"

[ytelse.lonn]
navn = "Lønn"
rett = "lonn"

[ytelse.bonus]
navn = "Bonus"
rett = "bonus"

[lonn]
enhet   = "kr/måned"
inndata = { sporsmaal = "Hva er lønnen?" }

[bonus]
enhet      = "kr/måned"
2030-01-01 = { verdi = 1, kilde = "loven" }
2031-01-01 = { verdi = 2, i_bruk = 2031-04-01, kilde = "loven" }

[betaling.lonn]
tittel  = "Lønn"
betaler = "Sjefen"
belop   = "lonn"
dag     = "dato(år, månedsnummer, 20)"
merker  = { teller = true }

[betaling.bonus]
tittel  = "Bonus"
betaler = "Sjefen"
belop   = "bonus"
dag     = "dato(år, månedsnummer, 20)"
merker  = { teller = true }

[inntekt]
enhet   = "kr/år"
periode = "år"
formel  = "sum(betaling.brutto for hver betaling hvor betaling.teller)"

[inntekt_slik_det_saa_ut]
enhet  = "kr/år"
formel = "inntekt sett fra første_dag"
"""
)
ANNET = (
    HODE.format(tema="Annet")
    + "[annet]\nenhet = 'kr/måned'\n2030-01-01 = { verdi = 1, kilde = 'loven' }\n"
    + "".join(f"2031-{m:02}-01 = {{ verdi = {m}, kilde = 'loven' }}\n" for m in range(1, 13))
)


def kjor(**kapitler: str) -> Kjoring:
    filer = {"regelsett.toml": REGELSETT}
    filer |= {f"{navn}/{navn}.toml": tekst for navn, tekst in kapitler.items()}
    gitt = Gitt((Oppgitt("lonn.lonn", alltid=Decimal(10)),)) if "lonn" in kapitler else Gitt(())
    return Regelbok.fra_tekst(filer).kjor(gitt, date(2031, 1, 1), date(2031, 12, 31))


def hele_aaret(kjoring: Kjoring, regel: str) -> list[object]:
    with regnemodus():
        return [kjoring.les(regel, date(2031, m, 1)) for m in range(1, 13)]


def husket(kjoring: Kjoring, regel: str) -> set[tuple[int, int]]:
    """Perioden og synet regelen er regnet ut i."""
    nr = kjoring.program.nummer[regel]
    return {(k[1], k[3]) for k in kjoring.husket if k[0] == nr}


def test_et_kapittel_regelen_aldri_spor_gir_ikke_flere_syn() -> None:
    alene, sammen = kjor(stotte=STOTTE), kjor(stotte=STOTTE, annet=ANNET)
    svar = hele_aaret(alene, "stotte.slik_det_saa_ut")
    assert svar == [200] * 6 + [400] * 6
    assert hele_aaret(sammen, "stotte.slik_det_saa_ut") == svar
    assert husket(sammen, "stotte.stotte") == husket(alene, "stotte.stotte")
    syn = {s for _, s in husket(sammen, "stotte.stotte")}
    assert syn == {date(2030, 1, 1).toordinal(), date(2031, 7, 1).toordinal()}


def test_et_belop_som_ikke_kan_endre_seg_regnes_ut_en_gang_per_maaned() -> None:
    kjoring = kjor(lonn=LONN)
    # 12 · 10 i lønn, og bonus på 1 til 2 ble tatt i bruk i april
    assert hele_aaret(kjoring, "lonn.inntekt_slik_det_saa_ut") == [132] * 3 + [144] * 9
    assert len(husket(kjoring, "lonn.lonn")) == 12
    assert len(husket(kjoring, "lonn.bonus")) == 24


def test_en_regel_med_en_versjon_som_ble_tatt_i_bruk_senere_ses_fra_den_dagen() -> None:
    stotte = STOTTE.replace('2030-01-01 = { verdi = 100, kilde = "loven" }\n', "").replace(
        'formel = "2 * sats"',
        'formel = "hvis grunn = 1 kr/måned så 7 kr/måned ellers 2 * sats"',
    ) + (
        "\n[grunn]\nenhet = 'kr/måned'\n2030-01-01 = { verdi = 1, kilde = 'loven' }\n"
        "2031-01-01 = { verdi = 2, i_bruk = 2031-09-01, kilde = 'loven' }\n"
    )
    assert hele_aaret(kjor(stotte=stotte), "stotte.slik_det_saa_ut") == [7] * 8 + [400] * 4


def test_et_grovere_syn_gir_samme_verdi_og_regnes_ut_en_gang() -> None:
    """Støtten kjenner bare juli; inntekten kjenner april òg, og spør støtten fra begge synene."""
    lonn = (
        LONN
        + '\n[begge]\nenhet = "kr/måned"\nformel = "bonus + stotte.stotte"\n'
        + (
            '\n[begge_slik_det_saa_ut]\nenhet = "kr/måned"\n'
            'formel = "begge på dato(2031, 12, 1) sett fra første_dag"\n'
        )
    )
    kjoring = kjor(lonn=lonn, stotte=STOTTE)
    svar = hele_aaret(kjoring, "lonn.begge_slik_det_saa_ut")
    assert svar == [1 + 200] * 3 + [2 + 200] * 3 + [2 + 400] * 6
    desember = {s for p, s in husket(kjoring, "stotte.sats") if p == 2031 * 12 + 11}
    assert desember == {date(2030, 1, 1).toordinal(), date(2031, 7, 1).toordinal()}
