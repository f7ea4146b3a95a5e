"""From formulas to Python: what a rule is once it is made ready to run."""

from ytelsesrad.regelspraak.oversett.oversetter import Oversetter

__all__ = ["Oversetter"]
