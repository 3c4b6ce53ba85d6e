"""Meeting records made at random, at the real distribution of `tests/data/volume-stats.json`."""

import json
from bisect import bisect
from pathlib import Path
from random import Random
from typing import Any

_STATS = json.loads((Path(__file__).parent / "data" / "volume-stats.json").read_text(encoding="utf-8"))
_SECTORS = ("local authority", "health", "police", "education", "voluntary", "community", "service users", "unknown")
_ROLES = ("Chair", "Director", "Councillor", "Representative", "Officer", "Headteacher")
# fmt: off
_WORDS = (
    "budget", "plan", "service", "children", "family", "partner", "priority", "outcome", "review", "report",
    "school", "health", "street", "park", "library", "consultation", "proposal", "strategy", "funding", "group",
    "member", "officer", "quarter", "target", "area", "ŵyl", "gŵr", "tŷ", "ysgol", "cyngor",
)
# fmt: on
# What the results of the real data are in our words, with how often each stands there.
_RESULTS = {
    None: "None",
    "noted": "Kenntnisnahme",
    "carried": "einstimmig zugestimmt",
    "lost": "mehrheitlich abgelehnt",
    "disposed of": "erledigt",
    "referred": "verwiesen in Fachausschuss",
    "deferred": "vertagt",
    "no vote taken": "keine Abstimmung",
    "carried as amended": "Zugestimmt zu geändertem Beschlusstext",
    "carried in part": "teilweise zugestimmt",
    "withdrawn": "zurückgezogen",
}
_WEIGHTS = [_STATS["results"][name] for name in _RESULTS.values()]
# The 17 real records hold a point for every second item, a decision for every second, an action for every fifth.
_POINTS, _DECISIONS_MADE, _ACTIONS = 0.5, 0.45, 0.2
_ATTENDANCE = (0, 20)


def generated_record(rng: Random, number: int, *, board: str = "Partnership Board") -> dict[str, Any]:
    """Return a meeting record that fits the schema, as long as real meetings are.

    Args:
        rng: where chance comes from.
        number: of the meeting; gives its id and its day.
        board: name of the body.
    """
    has_agenda = rng.random() < _STATS["meetings_with_agenda"] / _STATS["meetings"]
    count = _at_quantile(rng, _STATS["items_per_meeting"]) if has_agenda else 0
    numbers = [str(at + 1) for at in range(count)]
    return {
        "format": "boardroom.meeting-record/1",
        "id": f"generated-{board}-{number}",
        "body": {"name": board, "type": "children's trust board", "area": "Anytown", "country": "England"},
        "meeting": {
            "date": f"{1990 + number // 336:04}-{number % 12 + 1:02}-{number // 12 % 28 + 1:02}",
            "start": f"{rng.randrange(9, 19):02}:30",
            "venue": _text(rng, 40),
            "kind": "ordinary",
            "status": rng.choice(("confirmed", "draft minutes")),
            "language": "en",
        },
        "attendance": [_line(rng) for _ in range(rng.randint(*_ATTENDANCE))],
        "agenda": [_item(rng, at, numbers) for at in range(count)],
        "next_meeting": {"as_stated": "to be arranged"},
    }


def _item(rng: Random, at: int, numbers: list[str]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "title": _text(rng, _at_quantile(rng, _STATS["title_length"])),
        "kind": rng.choice(("procedural", "decision", "discussion", "information")),
        "restricted": False,
    }
    if rng.random() > _STATS["unnumbered_headings"] / _STATS["agenda_items"]:
        item["number"] = numbers[at]
    if at and rng.random() < _STATS["items_with_sub_numbers"] / _STATS["agenda_items"]:
        item["number"] = f"{numbers[at - 1]}.1"
    if rng.random() < _POINTS:
        by = {"sector": rng.choice(_SECTORS), "role": rng.choice(_ROLES), "organisation": f"Body {rng.randrange(40)}"}
        kind = rng.choice(("report", "statement", "proposal", "concern", "question", "answer"))
        item["points"] = [{"kind": kind, "by": by, "text": _text(rng, 160)}]
    if rng.random() < _DECISIONS_MADE:
        item["decisions"] = [_decision(rng)]
    if rng.random() < _ACTIONS:
        item["actions"] = [{"text": _text(rng, 80), "owner_role": rng.choice(_ROLES), "status": "open"}]
    return item


def _decision(rng: Random) -> dict[str, Any]:
    result = rng.choices(list(_RESULTS), _WEIGHTS)[0]
    decision: dict[str, Any] = {"text": _text(rng, 110), "method": rng.choice(("consensus", "vote", "not stated"))}
    if result is not None:
        decision["result"] = result
    if decision["method"] == "vote":
        decision["votes"] = {"for": rng.randrange(30), "against": rng.randrange(30)}
    return decision


def _line(rng: Random) -> dict[str, Any]:
    line: dict[str, Any] = {
        "status": rng.choice(("present", "present", "present", "apologies", "in attendance")),
        "sector": rng.choice(_SECTORS),
        "role": rng.choice(_ROLES),
        "organisation": f"Body {rng.randrange(40)}",
    }
    if rng.random() < 0.5:
        line["name"] = f"{rng.choice(_WORDS).title()} Person{rng.randrange(60)}"
    else:
        line["count"] = rng.randint(1, 12)
    return line


def _at_quantile(rng: Random, quantiles: dict[str, int]) -> int:
    """Return a whole number whose logarithm goes straight between the stated quantiles: their tail is long."""
    shares = {"p10": 0.1, "p50": 0.5, "p90": 0.9, "p99": 0.99, "max": 1.0}
    known = [(0.0, 1), *((shares[name], value) for name, value in quantiles.items())]
    share = rng.random()
    at = bisect(known, (share,))
    (low, first), (high, last) = known[at - 1], known[at]
    return round(float(first * (last / first) ** ((share - low) / (high - low))))


def _text(rng: Random, length: int) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) <= length:
        words.append(rng.choice(_WORDS))
    return " ".join(words).capitalize()[: max(length, 1)].strip() or "A"
