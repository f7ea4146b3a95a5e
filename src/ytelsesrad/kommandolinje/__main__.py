"""``python -m ytelsesrad.kommandolinje``."""

import sys

from ytelsesrad.kommandolinje import hoved

if __name__ == "__main__":
    sys.exit(hoved())
