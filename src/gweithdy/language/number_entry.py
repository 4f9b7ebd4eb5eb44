"""Whole numbers as people type them."""

from gweithdy.domain.problem import N_, Problem


def read_number(typed: str, least: int, most: int) -> int:
    """The number that was typed. Raises Problem where it is none from `least` to `most`."""
    typed = " ".join(typed.split())
    # More figures than the most has are not read: Python takes long over thousands of them.
    is_number = typed.isdecimal() and len(typed.lstrip("0")) <= len(str(most))
    if is_number and least <= int(typed) <= most:
        return int(typed)
    if typed:
        message = N_(
            "“{text}” is not a whole number from {least} to {most}. Until then the old number "
            "stands; Esc brings it back."
        )
        raise Problem(message, text=typed, least=least, most=most)
    message = N_(
        "Write a whole number from {least} to {most}. Until then the old number stands; Esc "
        "brings it back."
    )
    raise Problem(message, least=least, most=most)
