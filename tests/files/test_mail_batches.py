"""Files go into as few mails as their size asks for, none above the limit."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.files import mail
from desktop.files.mail_batches import batches, most_bytes, written_size
from desktop.files.split_file import join, read_piece


def test_the_limit_is_that_of_offices_mail() -> None:
    assert most_bytes() == 20_000_000


def test_what_fits_into_one_mail_goes_into_one() -> None:
    files = {"a": bytes(30_000), "b": bytes(20_000)}
    assert batches(files, 90_000) == (files,)


def test_files_stay_whole_where_they_can() -> None:
    files = {"a": bytes(30_000), "b": bytes(30_000), "c": bytes(5_000)}
    first, second = batches(files, 60_000)
    assert (set(first), set(second)) == ({"a", "c"}, {"b"})


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 120_000), min_size=1, max_size=6))
def test_every_byte_goes_and_no_mail_is_too_large(sizes: list[int]) -> None:
    files = {f"{n}.zip": bytes([n]) * size for n, size in enumerate(sizes)}
    most = 60_000
    made = batches(files, most)
    held: dict[str, bytes] = {}
    for batch in made:
        assert not held.keys() & batch.keys()
        assert sum(written_size(len(one)) for one in batch.values()) < most
        held |= batch
    for name, data in files.items():
        if name in held:
            assert held[name] == data
            continue
        pieces = [
            piece
            for one in held.values()
            if (piece := read_piece(one)) is not None and piece.name == name
        ]
        assert join(pieces, Path(name)) == data


def test_a_mail_is_written_no_larger_than_reckoned(tmp_path: Path) -> None:
    files = {f"gói số {n}.zip": bytes(range(256)) * (150 + n) for n in range(3)}
    path = tmp_path / "a.eml"
    mail.compose(path, subject="Báo cáo", body="Kính gửi", attachments=files)
    reckoned = sum(written_size(len(one)) for one in files.values())
    assert reckoned * 0.9 < path.stat().st_size < reckoned + 8_000
