"""Comments: below what the sender wrote, as a reply where a cell is discussed."""

from pathlib import Path

from lxml import etree

from desktop.files.forms.marks.comments import Comments
from desktop.files.forms.marks.parts import Parts
from desktop.files.forms.marks.sheet_cells import MAIN
from tests.files.forms.marks.books import a_returned_book, parts_of, with_parts

SHEET = "xl/worksheets/sheet1.xml"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
KIND = "http://schemas.microsoft.com/office/2017/10/relationships"
NOW = "2024-07-01T01:00:00.00"


def a_discussed_book(path: Path) -> Path:
    """Let B3 be under discussion, as Excel of today keeps it."""
    data = a_returned_book(path).read_bytes()
    parts = parts_of(data)
    thread = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B3" '
        'dT="2024-06-30T01:00:00.00" personId="{P}" id="{T1}"><text>ai ghi?</text>'
        "</threadedComment></ThreadedComments>"
    )
    persons = (
        f'<personList xmlns="{THREADS}"><person displayName="Xã" id="{{P}}" '
        'userId="x" providerId="None"/></personList>'
    )

    def related(name: str, kind: str, target: str) -> bytes:
        made = f'<Relationship Id="rX" Type="{KIND}/{kind}" Target="{target}"/>'
        return parts[name].replace(
            b"</Relationships>", f"{made}</Relationships>".encode()
        )

    sheet_rels, book_rels = (
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/_rels/workbook.xml.rels",
    )
    changed = {
        "xl/threadedComments/threadedComment1.xml": thread.encode(),
        "xl/persons/person.xml": persons.encode(),
        sheet_rels: related(
            sheet_rels, "threadedComment", "../threadedComments/threadedComment1.xml"
        ),
        book_rels: related(book_rels, "person", "persons/person.xml"),
    }
    path.write_bytes(with_parts(data, **changed))
    return path


def test_a_new_note_names_its_author_once(tmp_path: Path) -> None:
    parts = Parts(a_returned_book(tmp_path / "bieu.xlsx"))
    comments = Comments(parts, SHEET, "Phòng", NOW)
    comments.say("D4", "một")
    comments.say("D5", "hai")
    root = parts.root("xl/comments/comment1.xml")
    names = [one.text for one in root.iter(f"{MAIN}author")]
    assert names == ["Xã", "Phòng"]
    added = root.findall(f"{MAIN}commentList/{MAIN}comment")[1:]
    assert [(one.get("ref"), one.get("authorId")) for one in added] == [
        ("D4", "1"),
        ("D5", "1"),
    ]


def test_the_senders_own_words_stay_in_front(tmp_path: Path) -> None:
    parts = Parts(a_returned_book(tmp_path / "bieu.xlsx"))
    Comments(parts, SHEET, "Phòng", NOW).say("B3", "Chưa rõ.")
    root = parts.root("xl/comments/comment1.xml")
    (comment,) = root.iter(f"{MAIN}comment")
    assert "".join(comment.itertext()) == "ghi chú của xã\n\nPhòng:\nChưa rõ."
    assert comment.get("authorId") == "0"
    runs = comment.find(f"{MAIN}text").findall(f"{MAIN}r")
    assert len(runs) == len(comment.find(f"{MAIN}text")), "a bare text precedes no run"


def test_what_was_said_last_is_not_said_once_more(tmp_path: Path) -> None:
    parts = Parts(a_discussed_book(tmp_path / "bieu.xlsx"))
    for text in ("Chưa rõ.", "Chưa rõ.", "Đã sửa.", "Chưa rõ."):
        Comments(parts, SHEET, "Phòng", NOW).say("B3", text)
    (comment,) = parts.root("xl/comments/comment1.xml").iter(f"{MAIN}comment")
    told = "".join(comment.itertext()).split("\n\n")[1:]
    assert told == ["Phòng:\nChưa rõ.", "Phòng:\nĐã sửa.", "Phòng:\nChưa rõ."]
    replies = parts.root("xl/threadedComments/threadedComment1.xml")
    assert len(replies) == 1 + 3
    assert len({one.get("id") for one in replies}) == len(replies)


def test_a_cell_under_discussion_gets_a_reply_too(tmp_path: Path) -> None:
    parts = Parts(a_discussed_book(tmp_path / "bieu.xlsx"))
    comments = Comments(parts, SHEET, "Phòng", NOW)
    comments.say("B3", "Chưa rõ.")
    comments.say("D4", "Không phải số.")
    root = etree.fromstring(
        parts_of(parts.written())["xl/threadedComments/threadedComment1.xml"]
    )
    first, reply = root
    assert first[0].text == "ai ghi?"
    assert (reply.get("ref"), reply.get("parentId")) == ("B3", "{T1}")
    assert reply[0].text == "Phòng:\nChưa rõ."
    persons = etree.fromstring(parts_of(parts.written())["xl/persons/person.xml"])
    assert [one.get("displayName") for one in persons] == ["Xã", "Phòng"]
    assert reply.get("personId") == persons[1].get("id")
