"""The signed PDF carries what anybody needs to count again."""

from desktop.files.attachments import JSON, WORKBOOK, attachments


def test_the_data_and_the_workbook_are_told_apart() -> None:
    data, book = attachments("a.json", b"{}", "a.xlsx", b"PK")
    assert (data.file_name, data.data, data.mime) == ("a.json", b"{}", JSON)
    assert (book.file_name, book.data, book.mime) == ("a.xlsx", b"PK", WORKBOOK)
    assert (data.relationship, book.relationship) == ("Data", "Supplement")
    assert "JSON" in data.description
    assert "truy vết" in book.description
