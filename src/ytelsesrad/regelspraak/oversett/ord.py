"""The words of the language that have a name of their own in the Python that is made."""

from __future__ import annotations

from ytelsesrad.kalender import Periodetype

TING = {
    "dag": Periodetype.DAG,
    "meldeperiode": Periodetype.MELDEPERIODE,
    "måned": Periodetype.MAANED,
    "år": Periodetype.AAR,
}
FUNKSJON = {
    "avrund": "avrund",
    "avrund_ned": "avrund_ned",
    "avrund_opp": "avrund_opp",
    "avrund_partall": "avrund_partall",
    "avrund_halv_ned": "avrund_halv_ned",
    "laveste": "min",
    "høyeste": "max",
    "påskedag": "paaskedag",
    "dato": "dato",
    "ukedag": "ukedag",
    "dag_i_måned": "dag_i_maaned",
    "månedsnr": "maanedsnr",
    "årstall": "aarstall",
    "virkedager": "virkedager",
    "er_virkedag": "er_virkedag",
    "alder": "alder",
    "hele_måneder": "hele_maaneder",
}
BANKDAG = {
    "er_bankdag": "er_bankdag",
    "bankdag_før": "bankdag_for",
    "bankdag_etter": "bankdag_etter",
}
