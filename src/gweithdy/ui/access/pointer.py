"""The void* in which Qt wants the parts of an accessible interface."""

from typing import cast

from shiboken6 import Shiboken


def as_pointer(part: object) -> int:
    """`part` for `interface_cast` to return; it must be kept by whoever hands it out.

    PySide reads the pointer out of the object itself; the number of one would be the pointer of
    that number, and None the pointer to Python's None: the program would crash. And Qt's C++ cannot
    see a second base of a class written in Python: each part is an object of its own.
    """
    return cast("int", Shiboken.VoidPtr(0) if part is None else part)
