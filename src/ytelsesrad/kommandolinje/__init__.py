"""The ``ytelsesrad`` command. Answers go to stdout, faults to stderr.

Exit codes: 0 an answer (also when something is unknown), 1 examples differ, 2 a fault in a
situation or rule file or in the command, 3 no answer is possible.
"""

from ytelsesrad.kommandolinje.hoved import hoved

__all__ = ["hoved"]
