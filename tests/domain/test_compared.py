"""Two versions of a text: words that came in and went, paragraphs that came, went and stayed."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.compared import Fate, compare_texts, compare_words
from boardroom.domain.text import ParagraphState, Run
from boardroom.domain.words import ParagraphForm

TEXTS = st.text(alphabet="ab ŵ,.’-\n", max_size=40)


def said(number: int, words: str, form: ParagraphForm = ParagraphForm.BODY) -> ParagraphState:
    return ParagraphState(id=UUID(int=number), form=form, runs=(Run(words),) if words else ())


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.text, one.fate.value) for one in compare_words(before, after)]


def test_words_that_follow_each_other_are_one_change() -> None:
    assert pieces("Of 214, three in five wanted it.", "Of 214, nearly two thirds wanted it.") == [
        ("Of 214, ", "same"),
        ("three in five", "removed"),
        ("nearly two thirds", "inserted"),
        (" wanted it.", "same"),
    ]


def test_a_welsh_word_is_one_word() -> None:
    assert pieces("yn y tŷ", "yn y tai") == [("yn y ", "same"), ("tŷ", "removed"), ("tai", "inserted")]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_their_pieces(before: str, after: str) -> None:
    found = compare_words(before, after)
    assert "".join(one.text for one in found if one.fate is not Fate.INSERTED) == before
    assert "".join(one.text for one in found if one.fate is not Fate.REMOVED) == after


def test_a_text_too_long_for_words_is_shown_as_a_whole() -> None:
    long = "word " * 5000
    assert [one.fate for one in compare_words(long, long + "more")] == [Fate.REMOVED, Fate.INSERTED]


def test_what_went_stands_where_it_stood() -> None:
    before = [said(1, "one"), said(2, "two"), said(3, "three"), said(4, "four")]
    after = [said(3, "three"), said(5, "five"), said(4, "four!")]
    found = compare_texts(before, after)
    assert [(one.paragraph_id.int if one.paragraph_id else 0, one.fate) for one in found] == [
        (1, Fate.REMOVED),
        (2, Fate.REMOVED),
        (3, Fate.SAME),
        (5, Fate.INSERTED),
        (4, Fate.CHANGED),
    ]
    assert found[1].follows == (UUID(int=1),)
    assert found[4].follows == (UUID(int=3), UUID(int=2), UUID(int=1))


def test_a_paragraph_set_in_another_way_says_the_same() -> None:
    (only,) = compare_texts([said(1, "one")], [said(1, "one", ParagraphForm.BULLET)])
    assert only.only_setting
    (moved, _) = compare_texts([said(2, "two"), said(1, "one")], [said(1, "one"), said(2, "two")])
    assert moved.fate is Fate.SAME
