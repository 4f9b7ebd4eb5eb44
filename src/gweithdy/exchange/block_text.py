"""Block text: words written so that every reader of YAML, 1.1 or 1.2, reads the same words."""

import json
import re
from collections.abc import Iterator

WIDTH = 100

# Only what no reader takes for anything else: starts with a letter, no ": ", no " #".
PLAIN = re.compile(r"[^\W\d_](?:[\w .,;!?'’‘“”()/&%+*=@€£–—-]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
MISREAD = {
    "y", "yes", "n", "no", "true", "false", "on", "off", "null",
}  # fmt: skip
ESCAPED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\xa0"
)


def scalar(key: str, text: str) -> Iterator[str]:
    """The lines of `key` (indented, with its colon) and `text`."""
    if _fits_literal(text):
        inner = " " * (_indent(key) + 2)
        yield f"{key} |-"
        yield from (f"{inner}{line}" if line else "" for line in text.split("\n"))
        return
    first, *rest = _folded(f"{key} {_one_line(text)}", _indent(key) + 2, len(key) + 1)
    yield first
    yield from rest


def _one_line(text: str) -> str:
    plain = (
        PLAIN.fullmatch(text)
        and text[-1] not in " :"
        and text.lower() not in MISREAD
        and not ESCAPED.search(text)
    )
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _fits_literal(text: str) -> bool:
    """Whether the words have lines that may stand as they are."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and not ESCAPED.search(text)
        and all(line == line.strip() for line in lines)
        and bool(lines[0])
        and bool(lines[-1])
    )


def _indent(key: str) -> int:
    return len(key) - len(key.lstrip(" "))


def _folded(line: str, indent: int, start: int) -> Iterator[str]:
    """Break at single spaces, which every reader joins again, where a line gets too long."""
    while len(line) > WIDTH:
        breaks = [found.start() for found in SINGLE_SPACE.finditer(line, max(start, indent) + 1)]
        fitting = [at for at in breaks if at <= WIDTH] or breaks[:1]
        if not fitting:
            break
        yield line[: fitting[-1]]
        line, start = " " * indent + line[fitting[-1] + 1 :], indent
    yield line


# Not before what could be taken for the start of a list, a key or a comment.
SINGLE_SPACE = re.compile(r"(?<=[^\s\\]) (?=[^\s\-?:#\"\\])")
