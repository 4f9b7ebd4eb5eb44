"""Transcripts (WebVTT, SRT) from Teams and Zoom: all that was said, of which a person picks."""

import html
import re

from gweithdy.domain.text import on_one_line
from gweithdy.exchange.incoming.messages import Message

CUE = re.compile(
    r"(?P<stamp>(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3})\s+-->\s+(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}.*"
)
VOICE = re.compile(r"<v(?:\.[^ >]{0,99})?\s+(?P<who>[^>]{1,200})>")
TAG = re.compile(r"<[^>]{0,300}>")
SPEAKER = re.compile(r"(?P<who>[^\W\d_][^:\n]{0,79}): (?P<words>.+)", re.DOTALL)


def is_transcript(text: str) -> bool:
    """Whether a transcript begins here."""
    start = text[:2000].lstrip()
    return start.startswith("WEBVTT") or bool(CUE.search(start))


def read_transcript(text: str) -> list[Message]:
    """What was said, in the order of time; cues may overlap and stand in any order."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = [
        _message(cue["stamp"], block[cue.end() :].strip())
        for block in blocks
        if (cue := CUE.search(block))
    ]
    return sorted(found, key=lambda message: message.stamp.rjust(13, "0"))


def _message(stamp: str, body: str) -> Message:
    voice = VOICE.search(body)
    words = html.unescape(TAG.sub("", body)).strip()
    author = html.unescape(voice["who"]).strip() if voice else ""
    if not voice and (spoken := SPEAKER.fullmatch(words)):
        author, words = spoken["who"].strip(), spoken["words"]
    words = on_one_line(words)
    return Message(words, f"{stamp} {author}".strip(), words, author, stamp)
