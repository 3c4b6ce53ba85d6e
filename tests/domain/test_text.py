import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.text import Run, clean_line, clean_runs, clean_text, plain, runs_from_data, runs_to_data

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()))
RUNS = st.lists(st.builds(Run, ANY_TEXT, bold=st.booleans(), italic=st.booleans()))


@given(ANY_TEXT)
def test_clean_text_can_be_written_and_cleaned_again_without_a_change(text: str) -> None:
    clean = clean_text(text)
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)


@given(ANY_TEXT)
def test_clean_text_holds_no_control_but_tab_and_line_feed(text: str) -> None:
    assert not {c for c in clean_text(text) if unicodedata.category(c) in {"Cc", "Cs"}} - {"\t", "\n"}


def test_clean_text_ends_lines_in_one_way() -> None:
    assert clean_text("a\r\nb\rc\u2028d\u2029e\x85f\x0bg") == "a\nb\nc\nd\ne\nf\ng"


def test_clean_text_keeps_welsh_letters_and_joins_their_accents() -> None:
    assert clean_text("Llŷr, dŵr, y\u0302") == "Llŷr, dŵr, ŷ"


def test_what_a_removed_character_kept_apart_is_joined() -> None:
    assert clean_text("w\x00\u0302") == "ŵ"


@given(ANY_TEXT)
def test_a_line_is_one_line_without_spaces_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip(" ")
    assert clean_line(line) == line


@given(RUNS)
def test_clean_runs_say_the_same_words_and_come_back_from_data(runs: list[Run]) -> None:
    clean = clean_runs(runs)
    assert plain(clean) == plain(clean_runs(clean))
    assert runs_from_data(runs_to_data(clean)) == clean
    assert clean_runs(clean) == clean


def test_neighbours_set_alike_are_one_run() -> None:
    assert clean_runs([Run("a"), Run(""), Run("b"), Run("c", bold=True)]) == (Run("ab"), Run("c", bold=True))
