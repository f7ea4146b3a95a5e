"""Charts: each with its table, its sentence, two widths, and the same as Vega-Lite.

Drawn as plain SVG, with patterns that survive a black and white printer. No other package is
needed.
"""

from ytelsesrad.visning.figurer.figur import Figur, Tabell, Tegn
from ytelsesrad.visning.figurer.tidslinje import tidslinje

__all__ = ["Figur", "Tabell", "Tegn", "tidslinje"]
