"""Ways of showing an answer. Every view reads the same frozen ``Resultat`` and adds no figures."""

from ytelsesrad.visning.json import fra_json, skjema, som_json
from ytelsesrad.visning.tekst import svar

__all__ = ["fra_json", "skjema", "som_json", "svar"]
