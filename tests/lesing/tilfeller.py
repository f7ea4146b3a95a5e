"""Filer som ikke er TOML, og hele meldingen om hver: filen, en strek, meldingen."""

from __future__ import annotations

TILFELLER = r'''
[plan]
timelonn = 236,54  # min
-----
S01  mari.toml, linje 2, kolonne 12
       timelonn = 236,54  # min
                  ^^^^^^
     Tall i filen skrives med punktum, ikke komma.
     Rett: timelonn = 236.54
=====
timelonn = 1.236,54
-----
S01  mari.toml, linje 1, kolonne 12
       timelonn = 1.236,54
                  ^^^^^^^^
     Tall i filen skrives med punktum, ikke komma, og uten tegn mellom tusenene.
     Rett: timelonn = 1236.54
=====
x = { kroner = 236,54, dato = 2026-01-01 }
-----
S01  mari.toml, linje 1, kolonne 16
       x = { kroner = 236,54, dato = 2026-01-01 }
                      ^^^^^^
     Tall i filen skrives med punktum, ikke komma.
     Rett: x = { kroner = 236.54, dato = 2026-01-01 }
=====
x = { kroner = 236,54 }
-----
S01  mari.toml, linje 1, kolonne 16
       x = { kroner = 236,54 }
                      ^^^^^^
     Tall i filen skrives med punktum, ikke komma.
     Rett: x = { kroner = 236.54 }
=====
fodt = 14.02.1981
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 14.02.1981
              ^^^^^^^^^^
     Datoen må skrives med år først.
     Rett: fodt = 1981-02-14
=====
fodt = 14.02.81
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 14.02.81
              ^^^^^^^^
     Datoen må skrives med år først, og med fire sifre i året.
     Rett: fodt = 1981-02-14
=====
fodt = 14. februar 1981
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 14. februar 1981
              ^^^^^^^^^^^^^^^^
     Datoen må skrives med tall og med år først.
     Rett: fodt = 1981-02-14
=====
fodt = 02/14/1981
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 02/14/1981
              ^^^^^^^^^^
     Datoen må skrives med år først.
     Rett: fodt = 1981-02-14
=====
fodt = 1981.2.4
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 1981.2.4
              ^^^^^^^^
     Datoen må skrives med bindestrek, og med to sifre i måned og dag.
     Rett: fodt = 1981-02-04
=====
fodt = { verdi = 14.02.1981, kilde = "a" }
-----
S01  mari.toml, linje 1, kolonne 18
       fodt = { verdi = 14.02.1981, kilde = "a" }
                        ^^^^^^^^^^
     Datoen må skrives med år først.
     Rett: fodt = { verdi = 1981-02-14, kilde = "a" }
=====
x = 100 000
-----
S01  mari.toml, linje 1, kolonne 5
       x = 100 000
           ^^^^^^^
     Tall skrives uten mellomrom.
     Rett: x = 100_000
=====
x = [100 000, 200]
-----
S01  mari.toml, linje 1, kolonne 6
       x = [100 000, 200]
            ^^^^^^^
     Tall skrives uten mellomrom.
     Rett: x = [100_000, 200]
=====
start = 2026-02-30
-----
S01  mari.toml, linje 1, kolonne 9
       start = 2026-02-30
               ^^^^^^^^^^
     30. februar finnes ikke. Februar 2026 har 28 dager.
     Rett: start = 2026-02-28  eller  start = 2026-03-01
=====
start = 2026-13-02
-----
S01  mari.toml, linje 1, kolonne 9
       start = 2026-13-02
               ^^^^^^^^^^
     Måned 13 finnes ikke. Datoer skrives år-måned-dag.
     Rett: start = 2026-02-13
=====
start = 2026-04-31
-----
S01  mari.toml, linje 1, kolonne 9
       start = 2026-04-31
               ^^^^^^^^^^
     31. april finnes ikke. April 2026 har 30 dager.
     Rett: start = 2026-04-30  eller  start = 2026-05-01
=====
start = { a = 2026-02-30 }
-----
S01  mari.toml, linje 1, kolonne 15
       start = { a = 2026-02-30 }
                     ^^^^^^^^^^
     30. februar finnes ikke. Februar 2026 har 28 dager.
     Rett: 2026-02-28  eller  2026-03-01
=====
fodt = 31.02.1981
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 31.02.1981
              ^^^^^^^^^^
     31. februar finnes ikke. Februar 1981 har 28 dager.
     Rett: fodt = 1981-02-28  eller  fodt = 1981-03-01
=====
by = Oslo
-----
S01  mari.toml, linje 1, kolonne 6
       by = Oslo
            ^^^^
     Tekst må stå i anførselstegn.
     Rett: by = "Oslo"
=====
x = vet ikke
-----
S01  mari.toml, linje 1, kolonne 5
       x = vet ikke
           ^^^^^^^^
     Tekst må stå i anførselstegn.
     Rett: x = "vet ikke"
=====
x = ja
-----
S01  mari.toml, linje 1, kolonne 5
       x = ja
           ^^
     Ja og nei skrives true og false.
     Rett: x = true
=====
x = “Oslo”
-----
S01  mari.toml, linje 1, kolonne 5
       x = “Oslo”
           ^^^^^^
     Anførselstegnene rundt en tekst må være rette: ".
     Rett: x = "Oslo"
=====
x = «Oslo
-----
S01  mari.toml, linje 1, kolonne 5
       x = «Oslo
           ^^^^^
     Anførselstegnene rundt en tekst må være rette: ".
     Rett: x = "Oslo"
=====
x = "Oslo
-----
S01  mari.toml, linje 1, kolonne 5
       x = "Oslo
           ^^^^^
     Det mangler et anførselstegn på slutten av teksten.
     Rett: x = "Oslo"
=====
x = { navn = "Oslo, b = 2 }
-----
S01  mari.toml, linje 1, kolonne 14
       x = { navn = "Oslo, b = 2 }
                    ^^^^^^^^^^^^^^
     Det mangler et anførselstegn på slutten av teksten.
     Rett: Skriv " der teksten slutter.
=====
x = "C:\mappe"
-----
S01  mari.toml, linje 1, kolonne 8
       x = "C:\mappe"
              ^^
     \m betyr ikke noe i en tekst med ". Tegnet \ må skrives \\.
     Rett: x = 'C:\mappe'
=====
x = "C:\"
-----
S01  mari.toml, linje 1, kolonne 5
       x = "C:\"
           ^^^^^
     Tegnet \ foran " gjør at teksten ikke slutter der.
     Rett: x = 'C:\'
=====
x = "a "b" c"
-----
S01  mari.toml, linje 1, kolonne 5
       x = "a "b" c"
           ^^^^^^^^^
     Teksten har anførselstegn inni seg.
     Rett: x = 'a "b" c'
=====
x = "a" b
-----
S01  mari.toml, linje 1, kolonne 9
       x = "a" b
               ^
     Det står noe etter verdien.
     Rett: Slett det, eller sett # foran hvis det er en merknad.
=====
x = """abc
def
-----
S01  mari.toml, linje 1, kolonne 5
       x = """abc
           ^^^^^^
     Teksten som begynner her med """, slutter aldri.
     Rett: Skriv """ der teksten slutter.
=====
a = 1
b = 2
a = 3
-----
S01  mari.toml, linje 1 og 3
       a = 1
       a = 3
     Nøkkelen «a» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.
=====
a = 1
b = 2
a = 3
-----
R01  mari.toml, linje 1 og 3
       a = 1
       a = 3
     Nøkkelen «a» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.
=====
[t2]
2026-06-01 = 245278
2026-06-02 = 245278
2026-06-01 = 245287
-----
S01  mari.toml, linje 2 og 4
       2026-06-01 = 245278
       2026-06-01 = 245287
     Nøkkelen «2026-06-01» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.
=====
[t2]
2026-06-01 = 245278
2026-06-02 = 245278
2026-06-01 = 245287
-----
R01  mari.toml, linje 2 og 4, [t2]
       2026-06-01 = 245278
       2026-06-01 = 245287
     To versjoner har samme virkningsdato, og filen er da ikke gyldig TOML. Bare én kan gjelde.
     Rett: Slett den ene. Er det en endring som ble gjort om, skriv begge i en liste med hver sin
           i_bruk:  2026-06-01 = [ { …, i_bruk = … }, { …, i_bruk = … } ]
=====
[plan."10 timer"]
a = 1
[plan."10 timer"]
-----
S01  mari.toml, linje 1 og 3
       [plan."10 timer"]
     To tabeller heter [plan."10 timer"]. Da kan de ikke skilles.
     Rett: Gi den ene et annet navn, for eksempel [plan."10 timer 2"], eller slå dem sammen.
=====
[a]
[a]
-----
S01  mari.toml, linje 1 og 2
       [a]
     To tabeller heter [a]. Da kan de ikke skilles.
     Rett: Gi den ene et annet navn, for eksempel [a_2], eller slå dem sammen.
=====
[[a]]
[a]
-----
S01  mari.toml, linje 1 og 2
       [[a]]
       [a]
     To tabeller heter [a]. Da kan de ikke skilles.
     Rett: Gi den ene et annet navn, for eksempel [a_2], eller slå dem sammen.
=====
a = 1
[a]
-----
S01  mari.toml, linje 1 og 2
       a = 1
       [a]
     Nøkkelen «a» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.
=====
a = 1
[a.b]
-----
S01  mari.toml, linje 1 og 2
       a = 1
       [a.b]
     Nøkkelen «a» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.
=====
timelonn 236
-----
S01  mari.toml, linje 1, kolonne 1
       timelonn 236
       ^^^^^^^^^^^^
     Det mangler = mellom «timelonn» og verdien.
     Rett: timelonn = 236
=====
timelonn: 236,5
-----
S01  mari.toml, linje 1, kolonne 1
       timelonn: 236,5
       ^^^^^^^^^^^^^^^
     Etter «timelonn» skal det stå =, ikke kolon.
     Rett: timelonn = 236.5
=====
timelonn
-----
S01  mari.toml, linje 1, kolonne 1
       timelonn
       ^^^^^^^^
     Det mangler = og en verdi etter «timelonn».
     Rett: timelonn = …
=====
= 3
-----
S01  mari.toml, linje 1, kolonne 1
       = 3
       ^
     Det mangler et navn foran =.
     Rett: navn = 3
=====
// hei
-----
S01  mari.toml, linje 1, kolonne 1
       // hei
       ^^^^^^
     Merknader begynner med #.
     Rett: # hei
=====
x = [1, 2
y = 3
-----
S01  mari.toml, linje 1, kolonne 5
       x = [1, 2
           ^
     [ åpnes her, men lukkes aldri.
     Rett: x = [1, 2]
=====
x = [
  1,
  2
y = 3
-----
S01  mari.toml, linje 1, kolonne 5
       x = [
           ^
     [ åpnes her, men lukkes aldri.
     Rett: Skriv ] der listen slutter.
=====
x = [1 2]
-----
S01  mari.toml, linje 1, kolonne 8
       x = [1 2]
              ^
     Det mangler et komma.
     Rett: x = [1, 2]
=====
x = ["a" "b"]
-----
S01  mari.toml, linje 1, kolonne 10
       x = ["a" "b"]
                ^
     Det mangler et komma.
     Rett: x = ["a", "b"]
=====
x = ["a"
 "b"]
-----
S01  mari.toml, linje 2, kolonne 2
        "b"]
        ^
     Det mangler et komma mellom verdien over og denne.
     Rett: Sett komma etter verdien på linjen over.
=====
x = { a = 1
y = 2
-----
S01  mari.toml, linje 1, kolonne 5
       x = { a = 1
           ^
     { åpnes her, men lukkes aldri.
     Rett: x = { a = 1 }
=====
x = { a = 1,
 b = 2 }
-----
S01  mari.toml, linje 1, kolonne 5
       x = { a = 1,
           ^^^^^^^^
     Alt mellom { og } må stå på én linje.
     Rett: Skriv alt på samme linje, eller lag en egen tabell med [navn].
=====
x = { a = 1, }
-----
S01  mari.toml, linje 1, kolonne 12
       x = { a = 1, }
                  ^
     Det kan ikke stå komma rett foran }.
     Rett: x = { a = 1 }
=====
x = { a = 1 b = 2 }
-----
S01  mari.toml, linje 1, kolonne 13
       x = { a = 1 b = 2 }
                   ^
     Det mangler et komma.
     Rett: x = { a = 1, b = 2 }
=====
x = [1, 2}
-----
S01  mari.toml, linje 1, kolonne 10
       x = [1, 2}
                ^
     [ må lukkes med ], ikke }.
     Rett: x = [1, 2]
=====
x = [1, 2
-----
S01  mari.toml, linje 1, kolonne 5
       x = [1, 2
           ^
     [ åpnes her, men lukkes aldri.
     Rett: x = [1, 2]
=====
x = [1, 2]]
-----
S01  mari.toml, linje 1, kolonne 11
       x = [1, 2]]
                 ^
     Det er for mange ] her.
     Rett: Slett ].
=====
år = 3
-----
S01  mari.toml, linje 1, kolonne 1
       år = 3
       ^^
     Navnet foran = kan bare ha bokstavene a–z, tall, _ og -.
     Rett: aar = 3  eller  "år" = 3
=====
lønn_for_år = 3,5
-----
S01  mari.toml, linje 1, kolonne 1
       lønn_for_år = 3,5
       ^^^^^^^^^^^
     Navnet foran = kan bare ha bokstavene a–z, tall, _ og -.
     Rett: lonn_for_aar = 3.5  eller  "lønn_for_år" = 3.5
=====
min inntekt = 3
-----
S01  mari.toml, linje 1, kolonne 1
       min inntekt = 3
       ^^^^^^^^^^^
     Navnet foran = kan ikke ha mellomrom.
     Rett: min_inntekt = 3  eller  "min inntekt" = 3
=====
[uføretrygd]
-----
S01  mari.toml, linje 1, kolonne 1
       [uføretrygd]
       ^^^^^^^^^^^^
     Navn i en overskrift kan bare ha bokstavene a–z, tall, _ og -, eller stå i anførselstegn.
     Rett: [uforetrygd]  eller  ["uføretrygd"]
=====
[plan.10 timer]
-----
S01  mari.toml, linje 1, kolonne 1
       [plan.10 timer]
       ^^^^^^^^^^^^^^^
     Navn i en overskrift kan bare ha bokstavene a–z, tall, _ og -, eller stå i anførselstegn.
     Rett: [plan."10 timer"]
=====
[plan
-----
S01  mari.toml, linje 1, kolonne 1
       [plan
       ^^^^^
     Overskriften må slutte med ].
     Rett: [plan]
=====
[[jobb]
-----
S01  mari.toml, linje 1, kolonne 1
       [[jobb]
       ^^^^^^^
     Overskriften må slutte med ]].
     Rett: [[jobb]]
=====
[]
-----
S01  mari.toml, linje 1, kolonne 1
       []
       ^^
     Det mangler et navn mellom klammene.
     Rett: [navn]
=====
[plan] x = 1
-----
S01  mari.toml, linje 1, kolonne 8
       [plan] x = 1
              ^^^^^
     Det kan ikke stå noe etter en overskrift på samme linje.
     Rett: [plan]
           x = 1
=====
[plan]]
-----
S01  mari.toml, linje 1, kolonne 7
       [plan]]
             ^
     Overskriften har for mange ].
     Rett: [plan]
=====
a = 1 b = 2
-----
S01  mari.toml, linje 1, kolonne 7
       a = 1 b = 2
             ^^^^^
     Det kan bare stå ett navn med verdi på hver linje.
     Rett: a = 1
           b = 2
=====
x =
-----
S01  mari.toml, linje 1, kolonne 3
       x =
         ^
     Det mangler en verdi etter «x =».
     Rett: Skriv verdien, eller slett linjen.
=====
x = [1,, 2]
-----
S01  mari.toml, linje 1, kolonne 8
       x = [1,, 2]
              ^
     Det mangler en verdi foran kommaet.
     Rett: Skriv verdien, eller slett kommaet.
=====
x = , 2
-----
S01  mari.toml, linje 1, kolonne 5
       x = , 2
           ^^^
     Verdien er ikke et tall, en dato eller en tekst i anførselstegn.
     Rett: Skriv for eksempel 100, "tekst" eller 2026-01-31.
=====
x = 007
-----
S01  mari.toml, linje 1, kolonne 5
       x = 007
           ^^^
     Tall kan ikke begynne med 0.
     Rett: x = 7
=====
x = .5
-----
S01  mari.toml, linje 1, kolonne 5
       x = .5
           ^^
     Det må stå et siffer på hver side av punktumet.
     Rett: x = 0.5
=====
x = 5.
-----
S01  mari.toml, linje 1, kolonne 5
       x = 5.
           ^^
     Det må stå et siffer på hver side av punktumet.
     Rett: x = 5.0
=====
x = −5
-----
S01  mari.toml, linje 1, kolonne 5
       x = −5
           ^^
     Minus skrives med bindestrek rett foran tallet.
     Rett: x = -5
=====
x = 24 461 kr
-----
S01  mari.toml, linje 1, kolonne 5
       x = 24 461 kr
           ^^^^^^^^^
     Her skal bare tallet stå, uten enhet.
     Rett: x = 24_461
=====
x = kr 100,-
-----
S01  mari.toml, linje 1, kolonne 5
       x = kr 100,-
           ^^^^^^^^
     Her skal bare tallet stå, uten enhet.
     Rett: x = 100
=====
x = 50 %
-----
S01  mari.toml, linje 1, kolonne 5
       x = 50 %
           ^^^^
     Her skal bare tallet stå, uten enhet.
     Rett: x = 50
=====
x = 08:30
-----
S01  mari.toml, linje 1, kolonne 5
       x = 08:30
           ^^^^^
     Klokkeslettet må ha sekunder.
     Rett: 08:30:00
=====
x = @@
-----
S01  mari.toml, linje 1, kolonne 5
       x = @@
           ^^
     Verdien er ikke et tall, en dato eller en tekst i anførselstegn.
     Rett: Skriv for eksempel 100, "tekst" eller 2026-01-31.
=====
a.b.å = 1
-----
S01  mari.toml, linje 1, kolonne 1
       a.b.å = 1
       ^^^^^
     Navnet foran = kan bare ha bokstavene a–z, tall, _ og -.
     Rett: a.b.aa = 1  eller  "a.b.å" = 1
=====
a."b"c = 1
-----
S01  mari.toml, linje 1, kolonne 1
       a."b"c = 1
       ^^^^^^^^^^
     Vi skjønner ikke hva som står her.
     Rett: En linje skrives  navn = 100,  navn = "tekst"  eller  navn = 2026-01-31.
=====
[a.b]
[a]
b.c = 1
-----
S01  mari.toml, linje 1 og 3
       [a.b]
       b.c = 1
     Nøkkelen «b» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.
=====
x = 123abc
-----
S01  mari.toml, linje 1, kolonne 5
       x = 123abc
           ^^^^^^
     Her skal bare tallet stå, uten enhet.
     Rett: x = 123
=====
x = 100,000,000
-----
S01  mari.toml, linje 1, kolonne 5
       x = 100,000,000
           ^^^^^^^^^^^
     Tall skrives uten komma mellom tusenene.
     Rett: x = 100_000_000
=====
"abc = 3
-----
S01  mari.toml, linje 1, kolonne 1
       "abc = 3
       ^^^^^^^^
     Det mangler et anførselstegn på slutten av teksten.
     Rett: Skriv " der teksten slutter.
=====
a = {b = [1, {c = 2
-----
S01  mari.toml, linje 1, kolonne 14
       a = {b = [1, {c = 2
                    ^
     { åpnes her, men lukkes aldri.
     Rett: Skriv } der tabellen slutter.
=====
x = """a\qb"""
-----
S01  mari.toml, linje 1, kolonne 9
       x = """a\qb"""
               ^^
     \q betyr ikke noe i en tekst med ". Tegnet \ må skrives \\.
     Rett: Skriv \\ i stedet for \.
=====
x = 12-2026
-----
S01  mari.toml, linje 1, kolonne 5
       x = 12-2026
           ^^^^^^^
     Verdien er ikke et tall, en dato eller en tekst i anførselstegn.
     Rett: Skriv for eksempel 100, "tekst" eller 2026-01-31.
=====
x = {å = 1}
-----
S01  mari.toml, linje 1, kolonne 6
       x = {å = 1}
            ^
     Navnet foran = kan bare ha bokstavene a–z, tall, _ og -.
     Rett: aa = 1  eller  "å" = 1
=====
x = { a 1 }
-----
S01  mari.toml, linje 1, kolonne 7
       x = { a 1 }
             ^^^
     Det mangler = mellom «a» og verdien.
     Rett: a = 1
=====
fodt = 14.02.30
-----
S01  mari.toml, linje 1, kolonne 8
       fodt = 14.02.30
              ^^^^^^^^
     Datoen må skrives med år først, og med fire sifre i året.
     Rett: fodt = 1930-02-14  eller  fodt = 2030-02-14
=====
start = 2026-03
-----
S01  mari.toml, linje 1, kolonne 9
       start = 2026-03
               ^^^^^^^
     Datoen må ha med dag.
     Rett: start = 2026-03-01
=====
x = 1 000,50
-----
S01  mari.toml, linje 1, kolonne 5
       x = 1 000,50
           ^^^^^^^^
     Tall i filen skrives med punktum, ikke komma, og uten tegn mellom tusenene.
     Rett: x = 1000.50
=====
x = - 5
-----
S01  mari.toml, linje 1, kolonne 5
       x = - 5
           ^^^
     Minus skrives med bindestrek rett foran tallet.
     Rett: x = -5
=====
x = Oslo"
-----
S01  mari.toml, linje 1, kolonne 5
       x = Oslo"
           ^^^^^
     Det mangler et anførselstegn foran teksten.
     Rett: x = "Oslo"
=====
x = True
-----
S01  mari.toml, linje 1, kolonne 5
       x = True
           ^^^^
     Ja og nei skrives true og false.
     Rett: x = true
=====
# en merknad

x = [
  1,
  100 000,
]
-----
S01  mari.toml, linje 5, kolonne 3
         100 000,
         ^^^^^^^
     Tall skrives uten mellomrom.
     Rett: 100_000,
=====
x = { a = 1
-----
S01  mari.toml, linje 1, kolonne 5
       x = { a = 1
           ^
     { åpnes her, men lukkes aldri.
     Rett: x = { a = 1 }
=====
x = 1 # ok
y = 2,5,7
-----
S01  mari.toml, linje 2, kolonne 6
       y = 2,5,7
            ^^^^
     Det står noe etter verdien.
     Rett: Slett det, eller sett # foran hvis det er en merknad.
=====
x = 'it's'
-----
S01  mari.toml, linje 1, kolonne 5
       x = 'it's'
           ^^^^^^
     Teksten har anførselstegn inni seg.
     Rett: x = "it's"
=====
[plan."10 timer]
-----
S01  mari.toml, linje 1, kolonne 7
       [plan."10 timer]
             ^^^^^^^^^^
     Det mangler et anførselstegn på slutten av teksten.
     Rett: Skriv " der teksten slutter.
=====
'''
