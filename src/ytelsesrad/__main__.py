"""``python -m ytelsesrad``."""

import sys

from ytelsesrad.kommandolinje.prosess import start

if __name__ == "__main__":
    sys.exit(start())
