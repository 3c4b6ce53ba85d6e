"""Meeting records as the schema allows them, with whatever text people may paste, for hypothesis."""

from typing import Any

from hypothesis import strategies as st

from boardroom.domain.words import (
    ActionStatus,
    ItemKind,
    MeetingKind,
    MeetingStatus,
    Method,
    PointKind,
    Presence,
    Result,
    Sector,
)

Json = Any

# Lone surrogates and control characters too: st.characters() leaves nothing out.
_any_text = st.text(st.characters(), max_size=12)
_text = st.one_of(
    _any_text, st.sampled_from(["Grants", "Ŵyn", "<b>", "=1+1", "e\u0301", "\r\n", "2024-02-29", "18:05"])
)
_number = st.one_of(st.sampled_from(["1", "2", "3.1", " 1", "1 ", "3.10", "A"]), _any_text)
_iso_date = st.dates().map(str)
_clock = st.times().map(lambda moment: moment.isoformat("minutes"))
_count = st.integers(min_value=-5, max_value=10**14)


def _word(kind: Any) -> st.SearchStrategy[str]:  # noqa: ANN401 - an enumeration
    return st.sampled_from([word.value for word in kind])


def _object(required: dict[str, st.SearchStrategy[Json]] | None = None, **optional: Json) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(required or {}, optional=optional)


def _or_null(strategy: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.one_of(st.none(), strategy)


def _list(strategy: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.lists(strategy, max_size=3)


_sector = _word(Sector)
_translations = st.dictionaries(
    st.sampled_from(["cy", "fr", "pl"]), st.dictionaries(st.sampled_from(["title", "nature", "note"]), _text)
)
_line = _object(
    {"status": _word(Presence)},
    name=_or_null(_text),
    role=_or_null(_text),
    organisation=_or_null(_text),
    sector=_sector,
    count=_or_null(st.integers(min_value=1, max_value=10**14)),
    for_items=_list(_number),
    arrived=st.one_of(_clock, _text),
    left=st.one_of(_clock, _text),
    proxy=st.booleans(),
    note=_or_null(_text),
)
_declaration = _object(
    {"by": _text, "nature": _text},
    sector=_sector,
    items=_list(_number),
    effect=_or_null(st.one_of(_text, st.just("left the room"))),
    translations=_translations,
)
_point = _object(
    {"text": _text},
    kind=_word(PointKind),
    by=_object(role=_or_null(_text), organisation=_or_null(_text), sector=_sector),
)
_votes = _object({}, **{key: _or_null(_count) for key in ("for", "against", "abstain")})
_decision = _object(
    {"text": _text},
    number=_or_null(_number),
    method=_word(Method),
    votes=_or_null(_votes),
    mover=_or_null(_text),
    seconder=_or_null(_text),
    conditions=_list(_text),
    provisional=st.booleans(),
    recommended_to=_text,
    ratifies=_text,
    amends=_text,
    note=_text,
    result=_word(Result),
)
_action = _object(
    {"text": _text},
    owner_role=_or_null(_text),
    owner_organisation=_or_null(_text),
    due=_or_null(st.one_of(_iso_date, _text)),
    status=_word(ActionStatus),
)
_item = _object(
    {"title": _text},
    number=_or_null(_number),
    minute_number=_or_null(_number),
    kind=_word(ItemKind),
    parent=_or_null(_number),
    taken_after=_or_null(_number),
    restricted=st.booleans(),
    restriction=_or_null(_text),
    paper=_or_null(_text),
    note=_or_null(_text),
    points=_list(_point),
    decisions=_list(_decision),
    actions=_list(_action),
    translations=_translations,
)
_meeting = _object(
    name=_or_null(_text),
    date=_or_null(_iso_date),
    start=_or_null(_clock),
    end=_or_null(_clock),
    venue=_or_null(_text),
    kind=_word(MeetingKind),
    status=_word(MeetingStatus),
    language=_text,
    quorate=_or_null(st.booleans()),
)
meeting_records = _object(
    {
        "format": st.just("boardroom.meeting-record/1"),
        "body": _object(
            {"name": st.sampled_from(["Trust Board", "Trust  Board", "Bwrdd Iechyd"])},
            type=_or_null(_text),
            area=_or_null(_text),
            country=_or_null(_text),
        ),
        "meeting": _meeting,
    },
    id=st.uuids().map(str),
    source=_object(url=_text, note=_or_null(_text), pages=_count),
    attendance=_list(_line),
    declarations=_list(_declaration),
    agenda=_list(_item),
    previous_minutes=_list(
        _object(
            meeting_date=_or_null(st.one_of(_iso_date, _text)),
            result=_text,
            corrections=_list(_text),
        )
    ),
    next_meeting=_or_null(_object(date=_or_null(st.one_of(_iso_date, _text)), as_stated=_or_null(_text))),
    why_here=_list(_text),
)
"""Records that fit the schema; items may stand under themselves, which `read_record` refuses."""
