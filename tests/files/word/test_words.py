"""Every word a Word document adds is in its template, and asks for what it is given."""

from desktop.files.word.words import words


def test_every_word_is_there_and_takes_its_places() -> None:
    fixed = words()
    assert "không được đọc lại" in fixed.not_read
    assert fixed.bar.format(label="T1", text="10") == "T1: 10"
    assert "Tiêu đề" in fixed.chart.format(title="Tiêu đề", bars="x")
