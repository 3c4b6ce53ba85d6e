"""Proxies in the attendance: a note on the member who is away, never a second chair.

A proxy is a sitting member who acts also for another (glossary). The record has a line of its own for it,
which the table of those present would show as one more person.
"""

from boardroom.documents.compose.source import Source
from boardroom.domain.attendance import Attendance
from boardroom.domain.presence import AWAY, IN_THE_ROOM


def stands_alone(source: Source, line: Attendance) -> bool:
    """Whether a line is printed for itself: all are, but for proxies of people who have a line of their own."""
    return not _is_proxy(line) or not any(_same(line, one) for one in source.record.attendances if _came(one))


def proxy_notes(source: Source, line: Attendance) -> list[str]:
    """Return what a line has to say of proxies: `proxy: Ann` for who is away, `proxy for Ben` for who came."""
    if _is_proxy(line):
        return [f"proxy for {_member(source, line)}"] if stands_alone(source, line) else []
    if line.proxy:
        return ["proxy"]
    notes = []
    for proxy in filter(_is_proxy, source.record.attendances):
        if line.status in AWAY and _acts_for(proxy, line):
            notes.append(f"proxy: {source.person(proxy.person_id, proxy.name)}")
        told = any(one.status in AWAY and _acts_for(proxy, one) for one in source.record.attendances)
        if _came(line) and _same(proxy, line) and not told:
            notes.append(f"proxy for {_member(source, proxy)}")
    return notes


def _is_proxy(line: Attendance) -> bool:
    """Whether a line is the proxy of somebody by name."""
    return line.proxy and bool(line.deputy_for or line.deputy_for_id)


def _came(line: Attendance) -> bool:
    return line.status in IN_THE_ROOM and not line.proxy


def _member(source: Source, proxy: Attendance) -> str:
    return source.person(proxy.deputy_for_id, proxy.deputy_for)


def _acts_for(proxy: Attendance, line: Attendance) -> bool:
    if proxy.deputy_for_id is not None and line.person_id is not None:
        return proxy.deputy_for_id == line.person_id
    return bool(line.name) and line.name == proxy.deputy_for


def _same(one: Attendance, other: Attendance) -> bool:
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    return bool(one.name) and one.name == other.name
