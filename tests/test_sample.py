import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from boardroom.documents.compose.minutes import compose_minutes
from boardroom.documents.formats import FORMATS
from boardroom.domain import contradictions
from boardroom.domain.audience import Audience
from boardroom.domain.fingerprint import record_hash
from boardroom.domain.meeting import Meeting, Seal
from boardroom.domain.record import MeetingRecord
from boardroom.domain.words import (
    AnswerKind,
    ItemState,
    PointKind,
    Presence,
    ReasonCategory,
    Sector,
    Stage,
    VoteMethod,
    VoteOption,
)
from boardroom.exchange.board_in import import_board, read_board
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from tests.sample_board import CANARIES, ROOT, SAMPLE, item, meeting, of_meeting, restricted_ids, rows, told_in_public

HELD = [f"{number}{'rd' if number == 3 else 'th'} meeting" for number in range(3, 15)]
LATEST = "14th meeting"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    path = tmp_path_factory.mktemp("sample") / "sample.boardroom"
    with BoardFile.create(path, who="Test") as made:
        with made.writing("Take in the sample board") as session:
            import_board(session, read_board(SAMPLE, SAMPLE.name))
        yield made


def _records(board: BoardFile, audience: Audience) -> list[MeetingRecord]:
    with board.reading() as session:
        return [load_meeting(session, one.id, audience) for one in session.query(Meeting)]


def _printed(board: BoardFile, audience: Audience) -> str:
    documents = [compose_minutes(record, audience) for record in _records(board, audience)]
    return "\n".join(FORMATS["md"].render(document).decode() for document in documents)


def _canaries(kind: str) -> list[str]:
    words: list[str] = json.loads(CANARIES.read_text(encoding="utf-8"))[kind]
    return words


def test_the_record_is_exactly_what_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "made.json"
    subprocess.run([sys.executable, str(ROOT / "packaging" / "make_sample.py"), str(made)], check=True)
    assert made.read_bytes() == SAMPLE.read_bytes(), "run: python packaging/make_sample.py"


def test_twelve_meetings_were_held_over_two_years_and_one_is_planned() -> None:
    days = [of_meeting("meeting_day", name)[0]["held_on"] for name in HELD]
    assert (days[0], days[-1]) == ("2025-01-23", "2026-12-03")
    assert days == sorted(days)
    assert {date.fromisoformat(day).strftime("%A") for day in days} == {"Thursday"}
    assert meeting(LATEST)["status"] == "draft minutes"
    assert {meeting(name)["status"] for name in HELD[:-1]} == {"confirmed"}
    assert meeting("15th meeting")["status"] == "planned"
    assert meeting("Extraordinary meeting")["status"] == "cancelled"


def test_every_sector_has_an_organisation_and_a_seat() -> None:
    known = {sector.value for sector in Sector} - {Sector.UNKNOWN.value}
    assert {row["sector"] for row in rows("organisation_status")} == known
    assert {row["sector"] for row in rows("seat")} == known


def test_organisations_and_seats_change_over_time() -> None:
    sectors: dict[str, set[str]] = {}
    for row in rows("organisation_status"):
        sectors.setdefault(row["organisation_id"], set()).add(row["sector"])
    assert {"voluntary", "private"} in sectors.values(), "one body changes its sector"
    assert [row for row in rows("organisation") if row.get("successor_id")], "one has a successor"
    assert [row for row in rows("organisation_status") if row["statutory"]]
    holders = Counter(row["seat_id"] for row in rows("membership"))
    assert [row for row in rows("seat") if not holders[row["id"]]], "a seat is vacant"
    assert [row for row in rows("membership") if row.get("ends")]
    assert max(Counter(row["seat_id"] for row in rows("deputy")).values()) > 1


def test_the_terms_of_reference_have_two_periods_and_every_form_of_quorum_but_a_bare_number() -> None:
    first, second = rows("terms_of_reference")
    assert first["ends"] < second["starts"]
    assert (second["quorum_numerator"], second["quorum_denominator"]) == (1, 2)
    assert second["quorum_floor"] == 6
    assert second["quorum_sectors"] == 5
    assert rows("quorum_need", sector="service users")


def test_the_latest_meeting_is_the_one_that_the_mock_up_of_the_minutes_shows() -> None:
    short_breaks = item(LATEST, "6")
    assert short_breaks["title"] == "Short breaks for disabled children"
    assert short_breaks["minute_number"] == "138"
    assert [row["number"] for row in rows("proposal", item_id=short_breaks["id"])] == ["41", "43", "44"]
    (decision,) = rows("decision", item_id=short_breaks["id"])
    assert decision["reference"] == "2026/31"
    (vote,) = rows("vote_event", decision_id=decision["id"])
    assert (vote["yes"], vote["no"], vote["abstain"]) == (10, 1, 1)
    assert [row["number"] for row in rows("action", item_id=short_breaks["id"])] == ["88", "89"]
    assert meeting(LATEST)["next_date"] == "2027-01-28"


def test_minutes_proposals_decisions_and_actions_are_numbered_without_a_gap() -> None:
    minutes = [
        int(row["minute_number"]) for name in HELD for row in of_meeting("agenda_item", name) if row["minute_number"]
    ]
    actions = [int(row["number"]) for row in rows("action")]
    references = [row["reference"].split("/") for row in rows("decision") if row["reference"]]
    for numbers in (
        minutes,
        actions,
        [int(number) for year, number in references if year == "2025"],
        [int(number) for year, number in references if year == "2026"],
    ):
        assert all(later == earlier + 1 for earlier, later in pairwise(numbers))
    assert sorted(int(row["number"]) for row in rows("proposal")) == list(range(1, 46))


def test_items_come_in_every_kind_and_state() -> None:
    states = {row["state"] for row in rows("agenda_item")}
    assert states == {state.value for state in ItemState}
    assert [row for row in rows("agenda_item", state="deferred") if "2026" in row["deferred_to"]]
    (withdrawn,) = rows("agenda_item", state="withdrawn")
    assert (withdrawn["number"], withdrawn["minute_number"]) == ("8", "81")
    assert [row for row in rows("agenda_item") if row.get("parent_id")]
    assert rows("agenda_item", standing=True)
    assert [row for row in rows("agenda_item", urgent=True) if row["late_reason"]]
    assert [row for row in rows("agenda_item", urgent=False) if row["late_reason"]]
    assert [row for row in rows("agenda_item") if row["taken_after"]]


def test_proposals_from_every_sector_are_answered_in_every_way_and_for_every_reason() -> None:
    answered = {row["proposal_id"] for row in rows("answer")}
    known = {sector.value for sector in Sector} - {Sector.UNKNOWN.value}
    assert {row["sector"] for row in rows("proposer") if row["proposal_id"] in answered} == known
    assert {row["answer"] for row in rows("answer")} == {answer.value for answer in AnswerKind}
    assert {row["category"] for row in rows("answer")} == {reason.value for reason in ReasonCategory}
    assert [row for row in rows("proposal") if row["id"] not in answered], "some still wait"
    assert max(Counter(row["proposal_id"] for row in rows("proposer")).values()) > 1


def test_early_proposals_were_taken_up_and_late_ones_fell_to_the_specification_or_the_timetable() -> None:
    def fates(*numbers: str) -> Counter[str]:
        ids = {row["id"] for row in rows("proposal") if row["number"] in numbers}
        return Counter(row["category"] for row in rows("answer", answer="declined") if row["proposal_id"] in ids)

    transport = fates("1", "2", "3", "4", "5", "16", "17")
    assert transport == {"timetable too tight": 2, "does not fit the specification": 3, "other": 1}
    assert fates("28", "41", "44") == {}


def test_motions_have_amendments_carried_and_lost_and_one_of_an_amendment() -> None:
    amendments = [row for row in rows("motion") if row.get("amends_id")]
    assert {row["result"] for row in amendments} >= {"carried", "lost"}
    ids = {row["id"] for row in amendments}
    assert [row for row in amendments if row["amends_id"] in ids]


def test_votes_are_held_in_every_way() -> None:
    events = rows("vote_event")
    assert {row["method"] for row in events} == {one.value for one in VoteMethod} - {"not stated"}
    assert [row for row in events if row.get("rest")], "a partial tally"
    (casting,) = [row for row in events if row.get("casting")]
    assert casting["yes"] == casting["no"]
    assert casting["casting"] == VoteOption.YES
    assert [row for row in events if row.get("basis") == "all voting members"], "a special majority"
    assert [row for row in rows("vote") if row["proxy_for"]]
    assert rows("sector_tally")
    assert len(rows("dissent")) > 3


def test_an_inquorate_meeting_decided_provisionally_and_the_next_one_ratified_it() -> None:
    assert meeting("9th meeting")["quorate"] is False
    provisional = {row["id"] for row in of_meeting("decision", "9th meeting") if row["reference"]}
    assert {row["provisional"] for row in of_meeting("decision", "9th meeting")} == {True}
    ratified = {row["of_decision_id"] for row in of_meeting("decision_link", "10th meeting", kind="ratifies")}
    assert provisional <= ratified
    assert {row["kind"] for row in rows("decision_link")} == {"ratifies", "amends", "supersedes"}


def test_a_meeting_was_adjourned_and_reconvened() -> None:
    first, second = of_meeting("meeting_day", "6th meeting")
    assert first["adjourned_because"]
    assert (first["held_on"], second["held_on"]) == ("2025-07-10", "2025-07-17")


def test_interests_are_declared_with_recusal_times_and_a_dispensation() -> None:
    recused = rows("declaration", recused=True)
    assert recused
    assert all(row["left_at"] < row["returned_at"] for row in recused)
    assert [row for row in rows("declaration") if row["dispensation"]]


def test_people_come_and_go_stand_in_and_hand_over_the_chair() -> None:
    present = {row["status"] for row in rows("attendance")}
    assert present == {one.value for one in Presence} - {"copied in"}
    assert [row for row in rows("stay") if row.get("arrived_at")]
    assert [row for row in rows("stay") if row.get("left_at")]
    assert rows("attendance", remote=True)
    assert rows("attendance", proxy=True)
    assert [row for row in rows("attendance", counted=True) if row.get("headcount")]
    assert [row for row in rows("attendance", counted=True) if row.get("headcount") is None]
    assert [row for row in rows("presiding") if row.get("from_item_id")]
    assert {row["kind"] for row in rows("point")} == {kind.value for kind in PointKind}


def test_earlier_minutes_are_confirmed_amended_sealed_and_once_corrected() -> None:
    assert len(rows("minutes_confirmation")) == 12
    assert len(rows("minutes_amendment")) > 3
    assert {row["meeting_id"] for row in rows("seal")} == {meeting("3rd meeting")["id"], meeting("4th meeting")["id"]}
    assert rows("correction")


def test_decisions_are_also_taken_between_meetings_recommended_and_reserved() -> None:
    between = [row for row in rows("decision", method="between meetings") if row.get("minuted_at_id")]
    assert len(between) == 4
    assert all(row.get("meeting_id") is None and row["decided_on"] for row in between)
    assert rows("decision", recommended_to="Arrowmere Council")
    assert rows("decision", reserved_to="Arrowmere Council")


def test_actions_have_owners_and_days_in_data_and_in_words_and_some_are_overdue() -> None:
    owners = rows("action_owner")
    assert [row for row in owners if row.get("person_id")]
    assert [row for row in owners if not row.get("person_id")]
    assert [row for row in rows("action") if row["owner_role"]]
    assert [row for row in rows("action") if row["due_words"]]
    assert [row for row in rows("action") if row.get("due_on") is None and not row["due_words"]]
    over = {row["action_id"] for row in rows("action_update") if row["status"] in {"done", "dropped"}}
    late = [row for row in rows("action") if row.get("due_on", "9") < "2026-12-03" and row["id"] not in over]
    assert len(late) >= 3


def test_one_meeting_is_minuted_in_welsh_and_english() -> None:
    assert meeting("11th meeting")["language"] == "en+cy"
    titled = {row["item_id"] for row in of_meeting("item_translation", "11th meeting", language="cy", field="title")}
    assert titled == {row["id"] for row in of_meeting("agenda_item", "11th meeting")}
    assert len(of_meeting("paragraph", "11th meeting", language="cy")) >= 8
    assert rows("declaration_translation", language="cy")


def test_restricted_items_say_why_and_until_when() -> None:
    restricted = rows("agenda_item", restricted=True)
    assert {row["restriction"] for row in restricted} == {"confidential", "exempt"}
    assert [row for row in restricted if row["ground"] == "paragraph 3"]
    assert all(row["public_title"] and row["restriction_reason"] and row["review_on"] for row in restricted)
    assert len(rows("paragraph", restricted=True)) == 3


def test_canaries_stand_in_everything_restricted_and_nowhere_else() -> None:
    hidden = restricted_ids()
    restrictable = (
        *rows("agenda_item", restricted=True),
        *rows("paper", restricted=True),
        *rows("paragraph", text_kind="minute text"),
        *rows("decision"),
    )
    for row in restrictable:
        if row["id"] in hidden:
            told = json.dumps(row, ensure_ascii=False)
            if "public_title" not in row or row["title"] != row["public_title"]:
                assert any(canary in told for canary in _canaries("restricted")), told
    public = told_in_public()
    assert [canary for canary in _canaries("restricted") + _canaries("notes") if canary in public] == []


def test_strands_of_every_stage_have_items_proposals_and_interests_on_them() -> None:
    begun = {row["stage"] for row in rows("strand_stage") if row.get("began")}
    assert begun == {stage.value for stage in Stage}
    for table in ("agenda_item", "proposal", "interest"):
        tied = {row["strand_id"] for row in rows(table) if row.get("strand_id")}
        assert tied <= {row["id"] for row in rows("strand")}
    items = Counter(row.get("strand_id") for row in rows("agenda_item", restricted=False))
    (apart,) = [row["id"] for row in rows("strand") if not items[row["id"]]]
    assert len(rows("involvement", strand_id=apart)) > 2
    assert not [row for row in rows("agenda_item", restricted=True) if row.get("strand_id")]
    assert [row for row in rows("strand") if row["reserved_to"] and row["reserved_reason"]]


def test_every_note_is_plainly_a_jotting() -> None:
    notes = rows("paragraph", text_kind="note")
    assert len(notes) >= 10
    (word,) = _canaries("notes")
    assert all(any(word in run[0] for run in row["runs"]) for row in notes)


def test_no_public_minutes_hold_anything_restricted_and_no_minutes_hold_a_note(board: BoardFile) -> None:
    public, members = _printed(board, Audience.PUBLIC), _printed(board, Audience.MEMBERS)
    assert [canary for canary in _canaries("restricted") if canary in public] == []
    assert [canary for canary in _canaries("restricted") if canary not in members] == []
    assert [canary for canary in _canaries("notes") if canary in public + members] == []


def test_nothing_contradicts_itself_but_the_two_partial_tallies_are_told(board: BoardFile) -> None:
    told = [one.sentence for record in _records(board, Audience.MEMBERS) for one in contradictions.warnings(record)]
    assert told == [
        "The rest (3) is worked out from the 14 voting members present.",
        "The rest (4) is worked out from the 13 voting members present.",
    ]


def test_the_seals_hold_the_hash_of_what_they_close(board: BoardFile) -> None:
    with board.reading() as session:
        for seal in session.query(Seal):
            record = load_meeting(session, seal.meeting_id, Audience.MEMBERS)
            assert seal.record_hash == record_hash(record)
