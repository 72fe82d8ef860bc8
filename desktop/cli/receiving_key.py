"""`receiving-key`: show the office's key for receiving, or make it."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.cli.locked_words import locked_words
from desktop.operations.sending.receiving_key import (
    key_path,
    make_receiving_key,
    public_key,
)
from desktop.store.store import Store


@click.command(
    short_help="Xem hoặc tạo khóa nhận gói của cơ quan.",
    options_metavar="[TÙY CHỌN]",
    help="In khóa công khai (age1…) để đưa cho nơi gửi: gói khóa bằng khóa đó chỉ cơ "
    "quan này mở được. Kèm --words-file: tạo khóa khi chưa có.",
)
@options.office
@click.option(
    "--words-file",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tạo khóa; câu mật khẩu ở dòng đầu của tệp này khóa phần bí mật. Mất câu này "
    "thì không mở được các gói đã khóa.",
)
@options.as_json
def verb(office: Path, words_file: Path | None, as_json: bool) -> int:
    """Print the public half; make the pair when words are given."""
    with Store(office, writable=words_file is not None) as store:
        if words_file is not None:
            public = make_receiving_key(store, locked_words(words_file)).value
        else:
            public = public_key(store)
        place = key_path(store)
    here = place.is_file()
    answer = answers.Answer(
        lines=tuple(_lines(public, place, here=here)),
        data={"public": public or None, "secret": place if here else None},
        good=bool(public) and here,
    )
    return answers.give(answer, as_json=as_json)


def _lines(public: str, place: Path, *, here: bool) -> tuple[str, ...]:
    if not public:
        return ("Cơ quan chưa có khóa nhận; tạo bằng --words-file.",)
    secret = (
        f"Phần bí mật: {place}"
        if here
        else f"Máy này không có phần bí mật ({place}): chưa mở được gói đã khóa."
    )
    return (public, secret)
