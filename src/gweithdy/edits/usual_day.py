"""A usual day: the blocks that a new plan can start from, in both languages."""

from gweithdy.domain.agenda import Block, BlockKind
from gweithdy.domain.text import Text, both


def _block(
    kind: BlockKind, minutes: int, cy: str, en: str, *, online: tuple[str, str] = ("", "")
) -> Block:
    meanwhile = both(*online) if online[0] else Text()
    return Block(
        id="", session="", title=both(cy, en), kind=kind, minutes=minutes, online=meanwhile
    )


USUAL_DAY = (
    _block(
        BlockKind.WELCOME,
        20,
        "Croeso a chyflwyniadau",
        "Welcome and introductions",
        online=("Profi'r sain; dweud helô yn y sgwrs", "Sound check; say hello in the chat"),
    ),
    _block(
        BlockKind.TALK,
        45,
        "Cyflwyniad a chwestiynau",
        "Talk and questions",
        online=("Gofyn cwestiynau yn y sgwrs", "Ask questions in the chat"),
    ),
    _block(BlockKind.BREAK, 15, "Egwyl", "Break"),
    _block(
        BlockKind.CAPTURE,
        90,
        "Beth sy'n bwysig, a beth sydd yn y ffordd?",
        "What matters, and what is in the way?",
        online=("Ysgrifennu yn y sgwrs", "Write in the chat"),
    ),
    _block(BlockKind.LUNCH, 45, "Cinio", "Lunch"),
    _block(
        BlockKind.VOTE,
        25,
        "Dewis beth sydd bwysicaf",
        "Choose what counts most",
        online=("Pleidleisio yn y sgwrs", "Vote in the chat"),
    ),
    _block(
        BlockKind.ACTIONS,
        35,
        "Pwy fydd yn gwneud beth, ac erbyn pryd?",
        "Who will do what, and by when?",
        online=("Cynnig camau gweithredu yn y sgwrs", "Suggest actions in the chat"),
    ),
    _block(
        BlockKind.REFLECTION,
        25,
        "Beth ddysgon ni heddiw?",
        "What did we learn today?",
        online=("Un frawddeg yr un yn y sgwrs", "One sentence each in the chat"),
    ),
)
"""Five hours: 300 minutes with their breaks. Ids, session and order are given on use."""
