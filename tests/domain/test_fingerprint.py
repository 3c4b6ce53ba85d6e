from datetime import UTC, date, datetime

from boardroom.domain.fingerprint import record_hash, short_form
from boardroom.domain.meeting import Correction, Seal
from tests.made_up import everything
from tests.make import a_meeting


def test_the_same_record_has_the_same_hash() -> None:
    record = everything().record
    assert record_hash(record) == record_hash(record)


def test_the_order_in_which_rows_were_read_does_not_matter() -> None:
    record = everything().record
    before = record_hash(record)
    record.points.reverse()
    assert record_hash(record) == before


def test_any_changed_word_changes_the_hash() -> None:
    record = everything().record
    before = record_hash(record)
    record.votes[0].name += "!"
    assert record_hash(record) != before


def test_a_seal_and_corrections_come_after_what_is_sealed() -> None:
    maker = a_meeting()
    decision = maker.decide(maker.item("1", "Minutes"), "Confirmed.")
    before = record_hash(maker.record)
    maker.row(
        Seal,
        decision_id=decision.id,
        signed_by="Ann",
        signed_on=date(2027, 1, 1),
        sealed_at=datetime(2027, 1, 1, tzinfo=UTC),
        record_hash=before,
    )
    maker.row(Correction, corrected_on=date(2027, 2, 1), text="later")
    assert record_hash(maker.record) == before


def test_the_short_form_is_twelve_digits_in_three_groups() -> None:
    assert short_form("7f3a91c4e0d2" + "0" * 52) == "7f3a 91c4 e0d2"
