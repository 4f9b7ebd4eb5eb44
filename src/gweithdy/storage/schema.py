"""Schema: the version of the tables, which follows from the migrations."""

import pkgutil

from gweithdy.storage.migrations import versions

SCHEMA = max(int(one.name[:4]) for one in pkgutil.iter_modules(versions.__path__))
"""The number of the newest migration. Older libraries are migrated, newer ones refused."""
