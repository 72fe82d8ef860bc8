"""The checklist for a real PC has a task, a sight and an empty place on each line."""

import re

import checks_page

TEXT = checks_page.PAGE.read_text("utf-8")
HEADING, *ROWS = checks_page.rows_of(TEXT)


def test_lines_are_numbered_and_wait_for_a_tick() -> None:
    assert HEADING == ["Số", "Làm", "Phải thấy", "Đạt"]
    assert [row[0] for row in ROWS] == [str(n) for n in range(1, len(ROWS) + 1)]
    for number, task, sight, tick in ROWS:
        assert task, number
        assert sight, number
        assert not tick, number


def test_what_has_to_be_seen_on_a_real_pc_is_all_there() -> None:
    for word in (
        "bảo vệ PC",
        "FAT32",
        "1809",
        "200 %",
        "UniKey",
        "A4",
        "Defender",
        "OneDrive",
        "rút USB",
        "Cập nhật từ tệp",
        "đang mở",
        "Gỡ ở Cài đặt",
        "Nguyễn Thị Đậu",
    ):
        assert any(word in cell for row in ROWS for cell in row), word


def test_the_page_keeps_every_cell_and_shows_no_mark_of_markdown() -> None:
    page = checks_page.as_html(TEXT)
    assert page.count("<tr>") == len(ROWS) + 1
    body = page.partition("</head>")[2]
    for mark in ("|", "`", "](", "# "):
        assert mark not in body
    assert "<h1>" in body


def test_the_long_list_lives_beside_it() -> None:
    (name,) = re.findall(r"\]\(([^)]+)\)", TEXT)
    long_list = (checks_page.PAGE.parent / name).read_text("utf-8")
    assert len(checks_page.rows_of(long_list)) > 2 * len(ROWS)
    assert "(windows-checks.md)" in long_list


def test_what_looks_like_markup_stays_text() -> None:
    page = checks_page.as_html("# A & <b>\n\n| a | b | c | d |\n|---|---|---|---|\n")
    assert "<h1>A &amp; &lt;b&gt;</h1>" in page
