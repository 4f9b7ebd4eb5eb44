"""Reports of who was in a meeting, from Teams and Zoom: how they are known, and names in them."""

import re

COLUMNS = (
    re.compile(r"first join.*last leave", re.IGNORECASE),
    re.compile(r"user action.*timestamp", re.IGNORECASE),
    re.compile(r"join time.*leave time", re.IGNORECASE),
    re.compile(r"total duration \(minutes\)", re.IGNORECASE),
    re.compile(r"ymuno (?:gyntaf|am y tro cyntaf).*gadael", re.IGNORECASE),
)

LOOKED_AT = 30
LONGEST = 2000
"""Lines, as a report begins with a summary, and letters of each."""

ROLE = re.compile(
    r"\s*\((?:external|unverified|guest|host|co-host|organi[sz]er|presenter|attendee|me"
    r"|allanol|heb ei (?:d|dd)ilysu|gwestai|gwesteiwr|trefnydd|cyflwynydd|fi)\)\s*$",
    re.IGNORECASE,
)
TENANT = re.compile(r"^\[[^\]]{1,60}\]\s*")
DIALLED = re.compile(r"\+?[\d *x().-]*[*x]{2,}[\d *x().-]*", re.IGNORECASE)
"""A telephone number with stars in it: nobody knows who that was."""


def is_report(text: str) -> bool:
    """Whether a text is such a report."""
    start = [line[:LONGEST] for line in text[: LOOKED_AT * LONGEST].splitlines()[:LOOKED_AT]]
    return any(column.search(line) for line in start for column in COLUMNS)


def plain_name(name: str) -> str:
    """A name without what the meeting program put beside it; "" for a masked telephone number."""
    if DIALLED.fullmatch(name.strip()):
        return ""
    plain = TENANT.sub("", name)
    while plain != (plain := ROLE.sub("", plain)):
        pass
    return plain.strip() or name.strip()
