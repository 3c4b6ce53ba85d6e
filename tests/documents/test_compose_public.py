"""What the public may not see is in no corner of a document."""

from collections.abc import Callable

import pytest

from boardroom.documents.blocks import Document
from boardroom.documents.compose.agenda import compose_agenda
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.record import MeetingRecord
from tests.documents.conftest import Load
from tests.documents.reading import every_string, said
from tests.made_up import HIDDEN, everything
from tests.make import a_meeting

Composer = Callable[[MeetingRecord, Audience], Document]
COMPOSERS = pytest.mark.parametrize("compose", [compose_minutes, compose_agenda])


@COMPOSERS
def test_nothing_restricted_is_in_a_public_document(load: Load, compose: Composer) -> None:
    document = compose(load("everything", Audience.PUBLIC), Audience.PUBLIC)
    assert [text for text in every_string(document) if HIDDEN.casefold() in text.casefold()] == []


@COMPOSERS
def test_members_get_what_the_public_does_not(load: Load, compose: Composer) -> None:
    document = compose(load("everything", Audience.MEMBERS), Audience.MEMBERS)
    assert any(HIDDEN in text for text in every_string(document))


def test_a_restricted_item_keeps_number_public_title_and_ground(load: Load) -> None:
    text = said(compose_minutes(load("everything", Audience.PUBLIC), Audience.PUBLIC))
    expected = "## [14] 6 A contract\nsmall: *Not for the public:* exempt, Schedule 12A paragraph 3.\n"
    assert expected in text


def test_a_sub_item_of_a_restricted_one_has_its_ground(load: Load) -> None:
    text = said(compose_minutes(load("everything", Audience.PUBLIC), Audience.PUBLIC))
    assert "### 6.1 Restricted item\nsmall: *Not for the public:* exempt, Schedule 12A paragraph 3.\n" in text


def test_the_foot_says_what_is_left_out(load: Load) -> None:
    record = load("everything", Audience.PUBLIC)
    minutes, agenda = compose_minutes(record, Audience.PUBLIC), compose_agenda(record, Audience.PUBLIC)
    expected = "Public version. Two items, one paragraph and one paper are restricted and are left out."
    assert minutes.footnote == expected
    assert agenda.footnote == "Public version. Two items and one paper are restricted and are left out."


def test_one_item_is_left_out_in_the_singular() -> None:
    maker = a_meeting()
    maker.item("1", "", public_title="A contract", restricted=True)
    maker.record.left_out = 1
    footnote = compose_minutes(maker.record, Audience.PUBLIC).footnote
    assert footnote == "Public version. One item is restricted and is left out."


def test_a_public_version_with_nothing_left_out_says_no_more() -> None:
    assert compose_minutes(a_meeting().record, Audience.PUBLIC).footnote == "Public version."


@COMPOSERS
def test_a_record_loaded_for_members_is_never_composed_for_the_public(compose: Composer) -> None:
    with pytest.raises(ValueError, match="can't be composed for the public"):
        compose(everything().record, Audience.PUBLIC)


@COMPOSERS
def test_nor_is_one_with_a_restricted_paragraph(compose: Composer) -> None:
    maker = a_meeting()
    maker.write(maker.item("1", "Play"), "names", restricted=True)
    with pytest.raises(ValueError, match="can't be composed for the public"):
        compose(maker.record, Audience.PUBLIC)
