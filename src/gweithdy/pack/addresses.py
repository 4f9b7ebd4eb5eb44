"""E-mail addresses and telephone numbers in words."""

import re

EMAIL = re.compile(
    r"""(?<![\w.+%-])
    (?: [\w.+%-]+ | [\w.+%-] [\w.+%&'’\u2010\u2011-]{0,99} )
    @ [\w\u2010\u2011-]+ (?: \. [\w\u2010\u2011-]+ )+""",
    re.VERBOSE,
)
PHONE = re.compile(
    r"""(?<![\w+])
    (?: \+\d{1,3} (?: [ \u00a0-]? \(0\) )? | \(0\d{2,4}\) | 0\d )
    (?: (?: [ \u00a0\u2000-\u200a\u2010-\u2013\u202f()-]{0,3} | \n ) \d ){7,12}
    (?! \d )
    | (?<![\w+]) (?: \+\d{1,3} \. \d{2,4} | 0\d{2,4} ) (?: \. \d{3,4} ){2} (?! \d )""",
    re.VERBOSE,
)
"""With + and the number of a country, or with a first 0: nine digits or more in all.

With full stops only in groups as of telephones, for days and times have them too.
"""
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Letters that nobody sees, which come along from web pages: they hide nothing from a reader."""
