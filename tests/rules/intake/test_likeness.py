"""The likeliest comes first, and what has nothing in common is not offered."""

from desktop.rules.intake.likeness import OFFERED, Candidate, offers


def test_the_same_number_decides_between_texts_alike() -> None:
    here = [
        Candidate(id="a", name="Tập huấn nghiệp vụ cho cán bộ xã", number="2.1"),
        Candidate(id="b", name="Tập huấn nghiệp vụ cho cán bộ huyện", number="2.2"),
        Candidate(id="c", name="In pa nô, áp phích", number="2.3"),
    ]
    found = offers("Tập huấn nghiệp vụ cho cán bộ", "2.2", here)
    assert [one for one, _ in found] == ["b", "a"]


def test_no_more_is_offered_than_is_shown() -> None:
    here = [Candidate(id=str(n), name=f"Hội nghị {n}") for n in range(20)]
    assert len(offers("Hội nghị", "", here)) == OFFERED
