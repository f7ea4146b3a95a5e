"""Ways of showing an answer. Every view reads the same frozen ``Resultat`` and adds no figures."""

from ytelsesrad.visning.csv import grenser_csv
from ytelsesrad.visning.json import fra_json, skjema, som_json
from ytelsesrad.visning.tekst import svar
from ytelsesrad.visning.tekst.grenser import grenser_tekst

__all__ = ["fra_json", "grenser_csv", "grenser_tekst", "skjema", "som_json", "svar"]
