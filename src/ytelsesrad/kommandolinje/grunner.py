"""Why a file could not be read or written, in bokmål."""

from __future__ import annotations

import errno

_GRUNNER = {
    errno.ENOENT: "den finnes ikke",
    errno.ENOTDIR: "noe på veien dit er en fil, ikke en mappe",
    errno.EISDIR: "det er en mappe",
    errno.EACCES: "du har ikke lov til det",
    errno.EPERM: "du har ikke lov til det",
    errno.EROFS: "her kan det ikke skrives",
    errno.ENOSPC: "det er ikke mer plass",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EBADF: "den er lukket",
}


def grunn(feil: OSError) -> str:
    """Return what stood in the way. Words of the system itself are used for what is rare."""
    return _GRUNNER.get(feil.errno or 0) or feil.strerror or "ukjent grunn"
