"""Private: what marks a message that was not for everybody, in the languages of meeting programs.

It is read so that a doubt keeps words out: what is for everybody is known by name, all else is not.
"""

import re

EVERYBODY = re.compile(
    r"(?:everyone|everybody|pawb|bawb|all participants|yr holl gyfranogwyr)\b",
    re.IGNORECASE,
)

MARK = re.compile(
    r"\(\s*(?:privately|private(?: message)?|direct message|dm|yn breifat|preifat"
    r"|neges breifat|neges uniongyrchol)\s*\)",
    re.IGNORECASE,
)
"""Behind the name of whom it was for."""


def is_private(whom: str) -> bool:
    """Whether a message to `whom` was not for everybody; "" is everybody."""
    plain = " ".join(whom.split())
    return bool(plain) and (bool(MARK.search(plain)) or not EVERYBODY.match(plain))
