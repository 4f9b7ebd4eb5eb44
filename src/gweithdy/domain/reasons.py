"""Why the system refuses a file or a folder, in words of the catalogue where that is usual."""

import errno

from gweithdy.domain.problem import N_, Phrase

_IN_USE = Phrase(N_("another program is using it"))
_FORBIDDEN = Phrase(N_("you do not have permission for this"))
_FULL = Phrase(N_("the disk is full"))

_USUAL = {
    errno.ENOENT: Phrase(N_("there is nothing of this name")),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: Phrase(N_("nothing can be written there")),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EBUSY: _IN_USE,
    errno.EISDIR: Phrase(N_("it is a folder")),
    errno.ENOTDIR: Phrase(N_("a part of its path is no folder")),
    errno.ENAMETOOLONG: Phrase(N_("its name is too long")),
}

_WINDOWS = {
    5: Phrase(N_("another program is using it, or you do not have permission for this")),
    32: _IN_USE,
    33: _IN_USE,
}
"""What Windows says more exactly than `errno`, where all of these are "no permission".

A file that is open in another program and is to be replaced is 5, like one that is forbidden.
"""


def why(error: OSError) -> str:
    """Why something could not be done, to stand inside a Problem; else as the system says it."""
    if found := _WINDOWS.get(getattr(error, "winerror", None) or 0):
        return found
    return _USUAL.get(error.errno or 0) or error.strerror or str(error)
