"""E-mail addresses and telephone numbers in words."""

import re

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"""(?<![\w+])
    (?: \+\d{1,3} (?: [ \u00a0-]? \(0\) )? | \(0\d{2,4}\) | 0\d )
    (?: [ \u00a0()-]{0,2} \d ){7,12}
    (?![\d\w])""",
    re.VERBOSE,
)
"""With + and the number of a country, or with a first 0: nine digits or more in all."""
