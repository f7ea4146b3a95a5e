"""Kontroll for hånd: nøkkeltall for hver person, regnet ut fra lov og satser uten biblioteket.

Regnestykket står over hvert tall. G er 130 160 kroner til 30. april 2026 og 136 549 kroner etter.
Skatten i 2026 (og i 2027, som regnes med de samme satsene) er denne, ledd for ledd i hele kroner:

    minstefradrag  46 prosent, høyst 95 700       personfradrag 114 540
    skatt          11,35 + 2,40 + 8,25 prosent av det som er igjen
    trinnskatt     1,7 prosent over 226 100, 4,0 over 318 300, 13,7 over 725 050
    trygdeavgift   7,6 prosent
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.eksempler.personer import svaret


def rett(navn: str, plan: str, ytelse: str, aar: int) -> Decimal:
    """Det året gir til slutt av en ytelse, i kroner."""
    funnet = next(p for p in svaret(navn).planer if p.navn == plan)
    aaret = next(a for a in funnet.aar if a.aar == aar)
    if ytelse == "å leve for":
        belop = aaret.gjort_opp_netto
    else:
        belop = next(x.gjort_opp for x in aaret.linjer if x.ytelse == ytelse)
    assert belop is not None
    return belop


def paa_konto(navn: str, plan: str, ytelse: str, maaned: str) -> Decimal:
    """Det som kommer av en ytelse en måned, før skatt."""
    funnet = next(p for p in svaret(navn).planer if p.navn == plan)
    return next(m.brutto.get(ytelse, Decimal(0)) for m in funnet.maaneder if m.maaned == maaned)


HAAND: list[tuple[str, str, str, int, int]] = [
    # ── Sam: minste AAP 2,041 G. Dagsats 2,041 · 130 160 / 260 = 1 021,76, og 1 071,91 fra 1. mai.
    # 2026 har 2 virkedager før 5. januar, 84 fra 5. januar til 30. april, og 175 etter.
    # Uten jobb: 86 · 1 022 + 175 · 1 072 = 87 892 + 187 600
    ("p1", "Som nå", "aap", 2026, 275_492),
    # 37,5 av 75 timer er 50 prosent: 2 · 1 022 + 84 · 511 + 175 · 536 = 2 044 + 42 924 + 93 800
    ("p1", "50 prosent stilling", "aap", 2026, 138_768),
    # 400 000 / 2 / 12 = 16 667. Januar 20 av 22 dager: 15 152. 15 152 + 11 · 16 667
    ("p1", "50 prosent stilling", "lonn", 2026, 198_489),
    # Skatten følger det som er betalt: 142 120 i AAP + 198 489 = 340 609.
    # Minstefradrag 95 700, igjen 130 369: 14 797 + 3 129 + 10 755. Trinnskatt
    # 0,017 · 92 200 + 0,04 · 22 309 = 2 460. Trygdeavgift 25 886. Til sammen 57 027
    ("p1", "50 prosent stilling", "skatt", 2026, -57_027),
    # 138 768 + 198 489 − 57 027
    ("p1", "50 prosent stilling", "å leve for", 2026, 280_230),
    # 45 timer er 60 prosent: 2 · 1 022 + 84 · 409 + 175 · 429 = 2 044 + 34 356 + 75 075
    ("p1", "60 prosent stilling", "aap", 2026, 111_475),
    # 48,5 timer eller mer er over taket: bare de to dagene før jobben, 2 · 1 022
    ("p1", "65 prosent stilling", "aap", 2026, 2_044),
    # ── Kim: under 25 år, to tredeler: 681,17 og 714,61 om dagen. 86 · 681 + 175 · 715
    ("p2", "Som nå", "aap", 2026, 183_691),
    # Kortene er 25,5, 34,5 (med kvarteret fra forrige kort), 50 og 18,5 timer: 34, 46, 67 og 25
    # prosent. Dagen gir 66, 54, 0 og 75 prosent: 450, 368, 0 og 511; fra mai 472, 386, 0 og 536.
    # Fra 5. januar til april er det 24, 20, 20 og 20 dager, og fra mai 46, 49, 40 og 40:
    # 2 · 681 + 24 · 450 + 20 · 368 + 20 · 511 + 46 · 472 + 49 · 386 + 40 · 536
    ("p2", "Alle vaktene", "aap", 2026, 91_808),
    # ── Nor: 0,66 · 3,4 G / 260 = 1 123,38 og 1 178,52 om dagen, og 2 · 38 i barnetillegg.
    # Uten jobb 1 199 og 1 255 om dagen: 86 · 1 199 + 175 · 1 255
    ("p3", "Som nå", "aap", 2026, 322_739),
    # 30 av 75 timer er 40 prosent: 60 prosent av begge er 720 og 753. Jobben begynner 12. januar:
    # 7 · 1 199 + 79 · 720 + 175 · 753 = 8 393 + 56 880 + 131 775
    ("p3", "40 prosent stilling", "aap", 2026, 197_048),
    # 15 t · 204,79 · 52 / 12 = 13 311. Januar 15 av 22 dager: 9 076. 9 076 + 11 · 13 311
    ("p3", "40 prosent stilling", "lonn", 2026, 155_497),
    # 2 · 1 968 + 2 516 i januar, og 2 · 2 012 + 2 572 i elleve måneder
    ("p3", "Som nå", "barnetrygd", 2026, 79_008),
    # ── Mari: 2,529 G · 34/40 / 12 er 23 317, og 24 461 fra mai. 4 · 23 317 + 8 · 24 461
    ("p4", "Som nå", "uforetrygd", 2026, 288_956),
    # 20 t · 236,54 · 52 / 12 = 20 500, i året 246 000. Over 136 549 er det 109 451.
    # 2,529 · 0,85 · 136 549 / 490 000 = 59,90 prosent. 288 956 − 65 561
    ("p4", "20 timer i uka", "uforetrygd", 2026, 223_395),
    # ── Ali: 2,959 G er 32 095 i måneden, og 33 671 fra mai. 4 · 32 095 + 8 · 33 671
    ("p5", "20 prosent stilling", "uforetrygd", 2026, 397_748),
    # 7,5 t · 215 · 52 / 12 = 6 988 i fire måneder. Under 0,4 G = 54 620
    ("p5", "20 prosent stilling", "lonn", 2026, 27_952),
    # 2027: to måneder med 0,4 G og ti med 1 G er 0,9 G = 122 894,10. Lønn 162 618 (13 975 i elleve
    # måneder, og 8 893 i juli med 8 dager ferie) + feriepenger 2 851 = 165 469.
    # 2,959 / 4,5 = 65,76 prosent av 42 574,90 er 27 997. 12 · 33 671 − 27 997
    ("p5", "40 prosent fra nyttår", "uforetrygd", 2027, 376_055),
    # ── Tone: 66 prosent av 4,4 G, halvert: 15 749 og 16 522. 4 · 15 749 + 8 · 16 522
    ("p6", "60 prosent stilling", "uforetrygd", 2026, 195_172),
    # 80 prosent: 36 000 i ti måneder og 32 571 i august (25 feriedager tar juli og to dager) er
    # 392 571, og 31 440 i feriepenger: 424 011. Bunnfradraget er 273 000 + 136 549 = 409 549.
    # 396 522 / 546 000 er 72,63 prosent, men høyst 70: 0,70 · 14 462 = 10 123. Under taket 436 800
    ("p6", "80 prosent stilling", "uforetrygd", 2026, 185_049),
    # ── Per: 2,529 G er 27 431 og 28 778. 4 · 27 431 + 8 · 28 778
    ("p7", "Som nå", "uforetrygd", 2026, 339_948),
    # 37,5 t · 249 · 52 / 12 = 40 463. Mai, 20 av 21 dager: 38 536. 38 536 + 7 · 40 463
    ("p7", "Full jobb", "lonn", 2026, 321_777),
    # 2,529 / 3,5 = 72,26 prosent, men høyst 70: 339 948 − 0,70 · (321 777 − 136 549)
    ("p7", "Full jobb", "uforetrygd", 2026, 210_288),
    # 50 375 i måneden blir 400 601, mer enn 80 prosent av 3,5 G = 382 337,20
    ("p7", "Full jobb med overtid", "uforetrygd", 2026, 0),
    # 2027: 454 289 + 32 821 er mer enn taket
    ("p7", "Full jobb", "uforetrygd", 2027, 0),
    # Slutter i mars: 3 · 40 463 = 121 389, feriepenger 32 821 + 12,5 prosent av 121 389 = 15 174
    # (59 år i 2027). 345 336 − 0,70 · (169 384 − 136 549)
    ("p7", "Slutter i mars 2027", "uforetrygd", 2027, 322_352),
    # ── Lea: par 2,329 G er 25 262 og 26 502. 4 · 25 262 + 8 · 26 502
    ("p8", "10 timer i uka", "uforetrygd", 2026, 313_064),
    # Barnetillegg 0,8 G er 8 677 og 9 103 i måneden: 107 532. Fribeløp 4,6 + 0,4 = 5 G = 682 745.
    # Lønn 122 068 + uføretrygd 313 064 + samboeren 520 000 − 136 549 = 818 583.
    # 107 532 − 0,50 · 135 838
    ("p8", "10 timer i uka", "barnetillegg_uforetrygd", 2026, 39_613),
    # Uten jobb: 696 515, og 107 532 − 0,50 · 13 770
    ("p8", "Som nå", "barnetillegg_uforetrygd", 2026, 100_647),
    # 18 timer: 219 723 i lønn. 2,329 / 3,5 = 66,54 prosent: 313 064 − 0,6654 · 83 174
    ("p8", "18 timer i uka", "uforetrygd", 2026, 257_720),
    # ── Ole: 18,75 t · 210 · 52 / 12 = 17 063, mai 16 250. 16 250 + 7 · 17 063
    ("p9", "50 prosent stilling", "lonn", 2026, 135_691),
    # Ingen skatt, bare trygdeavgift, høyst 25 prosent av 135 691 − 99 650
    ("p9", "50 prosent stilling", "skatt", 2026, -9_010),
    # Uten inntekt: 73,7 prosent av (89 029 − 25 752) / 12 = 3 886 for mai. Fra juni er boutgiften
    # taket 92 234: 73,7 prosent av (92 234 − 26 576) / 12 = 4 032 i sju måneder
    ("p9", "Som nå", "bostotte", 2026, 32_110),
    # 4 · 3 000 + 8 · (8 300 + 8 900 + 900), minus 28 078 i bostøtte som kommer i året
    ("p9", "Som nå", "sosialhjelp", 2026, 128_722),
    # ── Siri: 0,66 · 3,9 G / 260 = 1 351,84. 86 virkedager til 30. april: 86 · 1 352
    ("p10", "Som nå", "aap", 2027, 116_272),
    # 45 timer er 60 prosent: 1 dag à 1 352 og 85 à 541
    ("p10", "60 prosent stilling", "aap", 2027, 47_337),
    # Arbeidsgiveren betaler til 21. september. 7 av 22 dager i september og 11 av 21 i oktober
    # faller bort, og Nav betaler ikke: 272 514 − 7 255 − 11 943
    ("p10", "60 prosent, syk i høst", "lonn", 2027, 253_316),
    # ── Jo: 1 071,91 om dagen. 30 prosent av lønnen tar 30 prosent av AAP, så 750, og 643 fra juli:
    # 1 · 1 072 + 128 · 750 + 132 · 643
    ("p11", "Lære som tiltak", "aap", 2027, 181_948),
    # Uten tiltak er full tid over taket på 45 timer: bare 1. januar, 1 072
    ("p11", "Lære uten tiltak", "aap", 2027, 1_072),
    # ── Ane: 2,379 G er 25 804 og 27 071. 4 · 25 804 + 8 · 27 071
    ("p12", "Som nå", "uforetrygd", 2026, 319_784),
    # 12 t · 204,79 · 52 / 12 = 10 649, januar 9 681: 126 820, under 136 549. Ingen reduksjon
    ("p12", "12 timer i uka", "uforetrygd", 2026, 319_784),
    # 446 604 − 95 700 − 114 540 = 236 364: 26 827 + 5 673 + 19 500. Trinnskatt 1 567,40 +
    # 5 132,16 = 6 700. Trygdeavgift 33 942. 446 604 − 92 642
    ("p12", "12 timer i uka", "å leve for", 2026, 353_962),
]


@pytest.mark.parametrize(("navn", "plan", "ytelse", "aar", "ventet"), HAAND)
def test_det_er_som_regnet_for_haand(
    navn: str, plan: str, ytelse: str, aar: int, ventet: int
) -> None:
    assert abs(rett(navn, plan, ytelse, aar) - ventet) < 1


@pytest.mark.parametrize(
    ("navn", "plan", "ytelse", "maaned", "ventet"),
    [
        # Nor i september: 20 dager à 753 og 13 311 i lønn gir 340 452 i året, delt på vekten 1,30.
        # Egenandel 26 576 + 0,1644 · 124 424 + 0,6356 · 16 608, boutgift 145 056 (taket for tre):
        # 73,7 prosent av resten, delt på 12. Pengene kommer i oktober
        ("p3", "40 prosent stilling", "bostotte", "2026-10", 5_372),
        # Ane før oktober: 0,4 G er 52 064 av G fra 2025, og 2,379 / 3,3 er 72,09 prosent.
        # (12 · 25 804 − 0,7209 · 74 756 − 25 804) / 11
        ("p12", "12 timer i uka", "uforetrygd", "2026-02", 20_905),
        # Ane uten jobb: 2,329 G i juli, og i oktober 27 071 + 3 · 569
        ("p12", "Som nå", "uforetrygd", "2026-07", 26_502),
        ("p12", "Som nå", "uforetrygd", "2026-10", 28_778),
        # Per året etter: lønnen er over inntektstaket hele året
        ("p7", "Full jobb", "uforetrygd", "2027-01", 0),
        # Jo i februar: 20 dager à 750
        ("p11", "Lære som tiltak", "aap", "2027-02", 15_000),
    ],
)
def test_pengene_kommer_som_regnet_for_haand(
    navn: str, plan: str, ytelse: str, maaned: str, ventet: int
) -> None:
    assert abs(paa_konto(navn, plan, ytelse, maaned) - ventet) < 1
