"""Decoding: the text in the bytes of a file, whatever program wrote it."""

import codecs
import re

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.keys import LARGEST_FILE

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

NO_TEXT = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""Signs that no text has; one of them is a slip, many are another kind of file."""

MOST_SIGNS = 0.002


def decoded(data: bytes) -> str:
    """The text of a file, line ends as they stand; Problem if it is none, or too large.

    Its mark decides; then zero bytes in every other place; then whether it is UTF-8. What is left
    is the code page of Western Windows, in which older programs write; but not UTF-8 with a slip
    in it, of which every accent would become two letters.
    """
    check_size(data)
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(NO_TEXT.findall(text)) > max(2, MOST_SIGNS * len(text)):
            continue
        return text.lstrip("\ufeff")
    raise Problem(
        N_("This is no text: it may be a picture, a document or damaged. Nothing was imported.")
    )


def check_size(data: bytes) -> None:
    """Problem if a file is larger than any chat or list."""
    if len(data) > LARGEST_FILE:
        raise Problem(
            N_("The file is larger than {size} MB. Nothing was imported."),
            size=LARGEST_FILE // 1024 // 1024,
        )


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return (encoding,)
    start = data[:2000]
    half = len(start) // 2
    if half and start[1::2].count(0) > half * 0.6:
        return ("utf-16-le",)
    if half and start[::2].count(0) > half * 0.6:
        return ("utf-16-be",)
    read = data.decode("utf-8", "replace")
    slips = read.count("\ufffd")
    is_other = slips > sum(letter > "\x7f" for letter in read) - slips
    return ("cp1252",) if is_other else ("utf-8",)
