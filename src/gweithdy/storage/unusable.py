"""Unusable: a library that does not open as it is, so that a person decides what becomes of it."""

from gweithdy.domain.problem import Problem


class NoLibrary(Problem):
    """There is no library here, and nothing tells that there ever was one."""


class Unusable(Problem):
    """The library cannot be used as it is. One of its backups can take its place."""


class Missing(Unusable):
    """There is no library where one was, or where the folder is missing.

    An empty one is made there only if a person says so.
    """
