"""Files of every kind that arrives, as the programs write them; the people in them are invented."""

import codecs
import json
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook

CRLF = "\r\n"


def utf16(text: str) -> bytes:
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def book(title: str, rows: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with one sheet, in which words are words."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def packed(rows: str, shared: str = "") -> bytes:
    """A workbook with one sheet of this XML, and these texts that its cells share."""
    relation = '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
    parts = {
        "workbook": '<workbook><sheets><sheet name="One" id="r1"/></sheets></workbook>',
        "_rels/workbook.xml": f"<Relationships>{relation}</Relationships>",
        "worksheets/sheet1": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        "sharedStrings": f"<sst>{shared}</sst>",
        "styles": "<styleSheet/>",
    }
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name, data in parts.items():
            made.writestr(f"xl/{name}.{'rels' if '_rels' in name else 'xml'}", data)
    return file.getvalue()


def moment(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - as a sheet has it


TEAMS_CLASSIC = (
    "[2:04 PM] Noa Álvarez\nWhat should the pier be used for?\n\n\n"
    "[2:05 PM] Priya Nand\nA ferry stop, all year\nand a café\n like 2 heart 1\n\n"
    "[2:06 PM] Sam Rivera (Guest)\n=SUM(A1) is not a formula :)\n"
)
TEAMS_NEW = (
    "Chat\nHas context menu\nThursday, September 10\n"
    "What should the pier be used for? by Noa Alvarez\nNoa Alvarez\n10/09/2026 2:04 pm\n\n"
    "What should the pier be used for?\n\n"
    "A ferry stop, all year... by Priya Nand\nPriya Nand\n10/09/2026 2:05 pm\n\n"
    "A ferry stop, all year\nand a café\n👍\n2 like reactions.\n2\nLast read\n"
    "Begin Reference, What should the pier... by Sam Rivera\nSam Rivera\n10/09/2026 2:06 pm\n\n"
    "Noa Alvarez\n10/09/2026 2:04 pm\nWhat should the pier be used for?\nA market on Sundays\n"
)
TEAMS_NEW_WELSH = (
    "Sgwrs\nDydd Iau, 10 Medi\n"
    "Beth ddylai fod ar y pier? gan Noa Alvarez\nNoa Alvarez\n10/09/2026 2:04 yh\n\n"
    "Beth ddylai fod ar y pier?\n\n"
    "Fferi drwy'r flwyddyn gan Siân Puw\nSiân Puw\n10/09/2026 2:05 yh\n\n"
    "Fferi drwy'r flwyddyn\n❤️\n3 adwaith calon.\n3\nDarllenwyd ddiwethaf\n"
)
ZOOM_NOW = CRLF.join(
    (
        "14:04:11 From  Noa Álvarez  to  Everyone:", "\tWhat should the pier be used for?",
        "14:05:02 From  Priya Nand  to  Everyone:", "\tA ferry stop, all year",
        "\tand a café: open late",
        "14:05:40 From  Sam Rivera  to  Noa Álvarez(Direct Message):",
        "\tPlease do not read this one out",
        "14:06:10 From  Sam Rivera  to  Everyone:", '\tReplying to "What should the pier..."', "",
        "\tA market on Sundays",
        "14:06:15 From  Priya Nand  to  Everyone:", '\tReacted to "A market on Sundays" with 👍',
        "14:06:20 From  Priya Nand  to  Everyone:", "\t👍", "",
    )
)  # fmt: skip
ZOOM_2021 = CRLF.join(
    (
        "14:04:11\t From  Noa Álvarez  to  Everyone : What should the pier be used for?",
        "14:05:02\t From  Priya Nand  to  Everyone : A ferry stop, all year", "and a café",
        "14:05:40\t From  Sam Rivera  to  Noa Álvarez(Privately) : Please do not read this one out",
        "",
    )
)  # fmt: skip
ZOOM_WELSH = CRLF.join(
    (
        "14:04:11 O  Noa Álvarez  i  Bawb:", "\tBeth ddylai fod ar y pier?",
        "14:05:40 O  Sam Rivera  i  Noa Álvarez(Neges Uniongyrchol):", "\tPeidiwch â darllen hwn",
        "",
    )
)  # fmt: skip
ZOOM_RECORDED = (
    "00:01:08\tNoa Álvarez:\tWhat should the pier be used for?\r\n"
    "00:01:59\tPriya Nand:\tA ferry stop, all year\r\nand a café\r\n"
)
VTT_TEAMS = (
    "WEBVTT\n\n3f2b9c1a-0d44/14-0\n00:00:09.000 --> 00:00:12.500\n"
    "<v Priya Nand>A ferry stop &amp; a café, all year.</v>\n\n3f2b9c1a-0d44/12-0\n"
    "00:00:03.713 --> 00:00:08.211\n<v Noa Álvarez>What should the pier\nbe used for?</v>\n"
)
VTT_ZOOM = (
    "WEBVTT\r\n\r\n1\r\n00:00:03.710 --> 00:00:08.210\r\n"
    "Noa Álvarez: What should the pier be used for?\r\n\r\n"
    "2\r\n00:00:09.000 --> 00:00:12.500\r\nPriya Nand: A ferry stop, all year.\r\n"
)
FORMS_ROWS = (
    (
        "ID", "Start time", "Completion time", "Email", "Name", "Last modified time",
        "Which uses fit the pier?\n(choose all)", "Anything\u00a0else?",
    ),
    (
        1, moment(2026, 9, 9, 14, 5, 2), moment(2026, 9, 9, 14, 7, 40), "anonymous", None, None,
        "Ferry stop;Café;", '=HYPERLINK("http://evil.example","click")',
    ),
    (
        2, moment(2026, 9, 9, 14, 6), moment(2026, 9, 9, 14, 9, 1), "priya.nand@example.org",
        "Priya Nand", None, "Market;", "Ramp needed at the steps",
    ),
)  # fmt: skip
MENTIMETER_ROWS = (
    ("Harbour day",), (),
    (
        "Date (UTC)", "Session", "Voter", "What should the pier be used for?: Answer",
        "How sure are you?:: The costs are right", "How sure are you?:: The time is right",
    ),
    (moment(2026, 9, 10, 12, 5, 2), 1, "Voter 1", "Ferry stop", 4, 2),
    (moment(2026, 9, 10, 12, 5, 9), 1, "Voter 2", "Market", 5, None),
)  # fmt: skip
SLIDO = json.dumps(
    [
        {
            "type": "Question", "event_question_id": 101, "text": "Who pays for the ramp?",
            "score": 7, "is_public": True, "is_answered": False, "date_deleted": None,
            "date_created": "2026-09-10T12:07:00Z", "is_anonymous": True,
        },
        {
            "type": "Question", "event_question_id": 102, "text": "(deleted)", "score": 0,
            "is_public": True, "date_created": "2026-09-10T12:08:00Z",
            "date_deleted": "2026-09-10T12:09:00Z",
        },
        {
            "type": "Question", "event_question_id": 103, "text": "Held back", "is_public": False,
            "date_created": "2026-09-10T12:08:30Z",
        },
    ],
    indent=1,
)  # fmt: skip
CSV = 'Syniad,Enw,Dyddiad\r\n"Fferi, drwy\'r flwyddyn",Siân Puw,10/09/2026 14:05\r\nMarchnad,,\r\n'
CSV_SEMICOLON = CSV.replace('"Fferi, ', '"Fferi; ').replace(",", ";").replace(";;", ";;")
LINES = "- A ferry stop, all year\r\n- Caffi â tho newydd\r\n\r\n- Llwybr i bawb\r\n"
ATTENDANCE = CRLF.join(
    (
        "1. Summary", 'Meeting title\tHarbour day: ideas for "old pier"',
        "Attended participants\t4", "", "2. Participants",
        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
        "Álvarez, Noa\t9/10/26, 1:55:03 PM\t9/10/26, 4:31:44 PM\t2h 36m\tnoa@x.org\t\tOrganizer",
        "Priya Nand\t9/10/26, 2:01:10 PM\t9/10/26, 4:30:02 PM\t2h 20m 9s\tpri@x.org\t\tPresenter",
        "Sam Rivera (Unverified)\t9/10/26, 2:03:44 PM\t9/10/26, 2:21:00 PM\t17m\t\t\tPresenter",
        '" +44 20 ****001"\t9/10/26, 2:10:00 PM\t9/10/26, 3:02:30 PM\t52m 30s\t\t\tAttendee', "",
        "3. In-Meeting Activities", "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
        "Álvarez, Noa\t9/10/26, 1:55:03 PM\t9/10/26, 4:31:44 PM\t2h 36m 41s\tnoa@example.org\t", "",
    )
)  # fmt: skip
ATTENDANCE_2020 = CRLF.join(
    (
        "Full Name\tUser Action\tTimestamp", "Noa Álvarez\tJoined\t9/10/2020, 1:55:03 PM",
        "Sam Rivera (Guest)\tJoined\t9/10/2020, 2:03:44 PM",
        "Sam Rivera (Guest)\tLeft\t9/10/2020, 2:21:00 PM", "",
    )
)  # fmt: skip
ZOOM_PARTICIPANTS = (
    "\ufeffMeeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\r\n"
    '"812 3456 7890","Harbour day, ideas","09/10/2026 01:55:00 PM","09/10/2026 04:31:00 PM",'
    "noa@example.org,156,3\r\n\r\nName (Original Name),User Email,Join Time,Leave Time,"
    "Duration (Minutes),Guest,Recording Consent\r\n"
    "Noa Álvarez,noa@example.org,09/10/2026 01:55:00 PM,09/10/2026 04:31:00 PM,156,No,\r\n"
    '"Pri (Priya Nand)",priya@x.org,09/10/2026 02:01:00 PM,09/10/2026 03:00:00 PM,59,Yes,Y\r\n'
    '"Pri (Priya Nand)",priya@x.org,09/10/2026 03:08:00 PM,09/10/2026 04:30:00 PM,82,Yes,Y\r\n'
    "iPhone (2),,09/10/2026 02:03:00 PM,09/10/2026 02:21:00 PM,18,Yes,\r\n"
)

FILES: dict[str, bytes] = {
    "teams-classic.txt": TEAMS_CLASSIC.encode(),
    "teams-new.txt": TEAMS_NEW.encode(),
    "teams-new-welsh.txt": TEAMS_NEW_WELSH.encode(),
    "meeting_saved_chat.txt": ZOOM_NOW.encode(),
    "zoom-2021.txt": ZOOM_2021.encode(),
    "zoom-welsh.txt": ZOOM_WELSH.encode(),
    "chat.txt": ZOOM_RECORDED.encode(),
    "teams.vtt": VTT_TEAMS.encode(),
    "zoom.vtt": VTT_ZOOM.encode(),
    "forms.xlsx": book("Sheet1", FORMS_ROWS),
    "voters.xlsx": book("Voters", MENTIMETER_ROWS),
    "slido.json": SLIDO.encode(),
    "ideas.csv": b"\xef\xbb\xbf" + CSV.encode(),
    "ideas-semicolon.csv": CSV_SEMICOLON.encode("cp1252", "replace"),
    "ideas-excel.csv": utf16(CSV.replace(",", "\t").replace('"Fferi\t', '"Fferi,')),
    "list.txt": LINES.encode(),
}
"""Files that hold what people said, by a name as they might have."""

REPORTS: dict[str, bytes] = {
    "attendance.csv": utf16(ATTENDANCE),
    "attendance-2020.csv": utf16(ATTENDANCE_2020),
    "participants.csv": ZOOM_PARTICIPANTS.encode(),
}
"""Files that hold who was there."""
