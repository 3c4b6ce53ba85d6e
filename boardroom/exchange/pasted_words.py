"""The words that tables use: spellings of headers, of sectors, of seats' roles, of an action's status."""

from boardroom.domain.pasted import Field, PastedKind
from boardroom.domain.words import ActionStatus, ItemKind, SeatRole, Sector


def _spelt(words: str) -> frozenset[str]:
    return frozenset(one.strip() for one in words.split(","))


HEADERS: dict[PastedKind, dict[Field, frozenset[str]]] = {
    PastedKind.MEMBERS: {
        Field.NAME: _spelt(
            "name, full name, member, members, member name, name of member, person, representative, rep, attendee, "
            "board member, contact, contact name, name of representative, enw, aelod"
        ),
        Field.FIRST_NAME: _spelt("first name, forename, given name, firstname, first names, forenames"),
        Field.LAST_NAME: _spelt("last name, surname, family name, lastname"),
        Field.SEAT: _spelt(
            "seat, role, position, job title, title, post, office, capacity, designation, board role, role on board, "
            "role on the board, job role, job, swydd, rôl"
        ),
        Field.ORGANISATION: _spelt(
            "organisation, organization, org, agency, body, partner, partner organisation, partner agency, employer, "
            "company, represents, representing, on behalf of, service, name of organisation, organisation name, "
            "sefydliad"
        ),
        Field.SECTOR: _spelt(
            "sector, type, organisation type, type of organisation, category, group, constituency, sector represented"
        ),
    },
    PastedKind.AGENDA: {
        Field.NUMBER: _spelt(
            "number, no, nr, #, item, item no, item number, agenda item no, agenda no, ref, agenda item number"
        ),
        Field.TITLE: _spelt(
            "title, item, agenda item, agenda, subject, topic, description, heading, matter, item title, business, "
            "agenda items, items, eitem"
        ),
        Field.TIME: _spelt(
            "time, times, minutes, mins, min, duration, time allotted, time allocated, allotted time, timing, timings, "
            "length, start, start time, amser"
        ),
        Field.LEAD: _spelt(
            "lead, owner, presenter, presented by, speaker, who, officer, lead officer, by, responsible, led by, "
            "lead member, report of, item lead"
        ),
        Field.ITEM_KIND: _spelt("kind, type, purpose, for, item type, nature, reason"),
    },
    PastedKind.ACTIONS: {
        Field.ACTION: _spelt(
            "action, actions, task, tasks, what, action required, action point, action points, agreed action, "
            "description, detail, details, action agreed, actions agreed, to do, what needs to be done, gweithred, "
            "open actions"
        ),
        Field.OWNER: _spelt(
            "owner, who, by whom, whom, lead, responsible, person responsible, responsibility, assigned to, "
            "action owner, officer, lead officer, responsible person, name, action by, owners"
        ),
        Field.ORGANISATION: _spelt("organisation, organization, org, agency, partner, body"),
        Field.DUE: _spelt(
            "due, due date, by when, when, deadline, target date, timescale, timescales, date, completion date, "
            "date due, target, due by, by, complete by, date for completion"
        ),
        Field.STATUS: _spelt("status, progress, rag, rag status, state, complete, completed, done"),
    },
}

_SECTORS: dict[Sector, frozenset[str]] = {
    Sector.LOCAL_AUTHORITY: _spelt(
        "la, council, local government, county council, borough council, unitary, local authorities, "
        "councillor, elected member, elected members"
    ),
    Sector.HEALTH: _spelt("he, nhs, health board, icb, ccg, pct, health service, health services"),
    Sector.POLICE: _spelt("po, constabulary, police force, policing"),
    Sector.PROBATION: _spelt("pb, probation service, national probation service"),
    Sector.EDUCATION: _spelt("ed, school, schools, college, colleges, university, further education, academy"),
    Sector.OTHER_PUBLIC: _spelt("op, public, public sector, public body, fire, fire and rescue, other statutory"),
    Sector.VOLUNTARY: _spelt(
        "vo, vcs, vcse, vcfs, charity, charities, third sector, voluntary sector, voluntary and community, "
        "voluntary and community sector, voluntary organisation"
    ),
    Sector.COMMUNITY: _spelt("co, community group, community sector, residents, community organisation"),
    Sector.PRIVATE: _spelt("pv, business, private sector, independent, independent sector, provider, commercial"),
    Sector.FAITH: _spelt("fa, faith group, faith sector, church, religious"),
    Sector.SERVICE_USERS: _spelt(
        "su, service user, users, parent, parents, carer, carers, parent carers, young people, parents and carers, "
        "experts by experience, lived experience"
    ),
}
_SECTOR_BY_WORD = {word: sector for sector, words in _SECTORS.items() for word in (sector.value, *words)}

_ROLES: dict[SeatRole, frozenset[str]] = {
    SeatRole.CHAIR: _spelt("chair, chairman, chairwoman, chairperson, cadeirydd"),
    SeatRole.VICE_CHAIR: _spelt(
        "vice chair, vice-chair, vice chairman, vice-chairman, deputy chair, deputy chairman, is-gadeirydd"
    ),
    SeatRole.MEMBER: _spelt("member, board member, full member, voting member"),
    SeatRole.CO_OPTED: _spelt("co-opted, co-opted member, coopted, coopted member, co-optee"),
    SeatRole.IN_ATTENDANCE: _spelt("in attendance, officer in attendance, adviser, advisor, secretary, clerk"),
    SeatRole.OBSERVER: _spelt("observer, observers"),
}
_ROLE_BY_WORD = {word: role for role, words in _ROLES.items() for word in words}

_KINDS: dict[ItemKind, frozenset[str]] = {
    ItemKind.DECISION: _spelt("decision, for decision, decide, approval, for approval, approve, agree"),
    ItemKind.DISCUSSION: _spelt("discussion, for discussion, discuss, debate, consider"),
    ItemKind.INFORMATION: _spelt("information, for information, info, inform, note, to note, for noting, update"),
    ItemKind.PROCEDURAL: _spelt("procedural, procedure, standing"),
}
_KIND_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words}

_OVER: dict[ActionStatus, frozenset[str]] = {
    ActionStatus.DONE: _spelt("done, complete, completed, closed, finished, yes, discharged, blue"),
    ActionStatus.DROPPED: _spelt("dropped, cancelled, superseded, no longer needed, withdrawn"),
}
_OVER_BY_WORD = {word: status for status, words in _OVER.items() for word in words}


def sector_of(words: str) -> Sector | None:
    """Return the sector that a cell names, in one of its spellings."""
    return _SECTOR_BY_WORD.get(words.casefold().replace("&", "and").strip(" ."))


def role_of(words: str) -> SeatRole | None:
    """Return the role that a cell names, if that is all it names."""
    return _ROLE_BY_WORD.get(words.casefold().strip(" ."))


def item_kind_of(words: str) -> ItemKind | None:
    """Return what an item asks of the board, as a cell has it."""
    return _KIND_BY_WORD.get(words.casefold().strip(" ."))


def over_as(words: str) -> ActionStatus | None:
    """Return how an action ended, where its status says that it did."""
    return _OVER_BY_WORD.get(words.casefold().strip(" ."))
