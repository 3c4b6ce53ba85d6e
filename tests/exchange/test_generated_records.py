"""Whatever record the schema allows comes in, comes again without a change, and goes out equal."""

import json
from itertools import count
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from boardroom.domain.refusal import Refusal
from boardroom.exchange.meeting_format import canonical, identity, read_record
from boardroom.exchange.meeting_in import import_records
from boardroom.exchange.meeting_out import export_meeting
from boardroom.store.file import BoardFile
from tests.exchange.record_strategies import meeting_records
from tests.make_records import generated_record

ORDINALS = count(1)


@given(record=meeting_records)
def test_any_record_that_can_be_read_goes_out_equal(module_file: BoardFile, record: dict[str, Any]) -> None:
    if "id" in record:
        # Examples share a file, and hypothesis likes to give the same id to different ones.
        record["id"] = f"{record['id']} {next(ORDINALS)}"
    try:
        read = read_record(json.dumps(record).encode(), "generated.json")
    except Refusal as told:
        assume("stands under itself" not in str(told))
        raise
    with module_file.writing("Import") as session:
        first = import_records(session, [read], new_board=True)
    with module_file.writing("Import again") as session:
        again = import_records(session, [read])
    assert again.made == {}
    assert module_file.last_change.seq == 0
    known_as = identity(read.data)
    with module_file.reading() as session:
        exported = export_meeting(session, {**first.made, **first.unchanged}[known_as])
    assert canonical(exported) == canonical(record)
    # What goes out is JSON that can be read, and of the same identity.
    assert identity(read_record(json.dumps(exported).encode(), "again.json").data) == known_as


@given(seed=st.integers(0, 10**6), number=st.integers(0, 5000))
def test_records_made_for_the_benchmarks_can_be_read(seed: int, number: int) -> None:
    record = generated_record(Random(seed), number)
    assert read_record(json.dumps(record).encode(), "generated.json").data == record
