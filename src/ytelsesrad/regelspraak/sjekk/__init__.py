"""Everything that is checked when a rule book is read: names, periods, members, units, circles.

All faults of a book are gathered; none stops the reading of the rest.
"""

from ytelsesrad.regelspraak.sjekk.bok import sjekk_bok

__all__ = ["sjekk_bok"]
