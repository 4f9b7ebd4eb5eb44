"""Formulas: words that a program for sheets would work out, and how they stay words."""

import re

_FORMULA = re.compile("'*[\\s\ufeff\u200b]*[=+\\-@\t\r＝＋－＠]")
"""What is taken for a formula, also after spaces; and what would look as if it were guarded."""


def is_formula(words: str) -> bool:
    """Whether a program for sheets could take `words` for a formula."""
    return bool(_FORMULA.match(words))


def guarded(words: str) -> str:
    """`words` so that no program takes them for a formula; `unguarded` undoes it exactly."""
    return f"'{words}" if is_formula(words) else words


def unguarded(words: str) -> str:
    """`words` as they were before `guarded`."""
    return words[1:] if words.startswith("'") and is_formula(words[1:]) else words
