"""People: added, put right, and taken out where nothing leads to them."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.people import Person
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.standing_rows import standing
from boardroom.services.stated import stated_line
from boardroom.store.queries.uses import users_of


def add_person(session: Session, name: str, *, email: str = "", language: str = "") -> Person:
    """Add a person, also one of the same name as another.

    Raises:
        Refusal: the name is blank, or the e-mail address can't be one.
    """
    person = Person(name=_named(name), email=_address(email), language=clean_line(language))
    session.add(person)
    return person


def change_person(
    session: Session,
    person_id: UUID,
    *,
    name: str | Kept = KEPT,
    email: str | Kept = KEPT,
    language: str | Kept = KEPT,
) -> Person:
    """Put a person's name, e-mail address or language right; what minutes printed of them stays.

    Raises:
        Refusal: the person is gone, the name is blank, or the e-mail address can't be one.
    """
    person = standing(session, Person, person_id, "That person")
    person.name = _named(given(name, person.name))
    person.email = _address(given(email, person.email))
    person.language = clean_line(given(language, person.language))
    return person


def remove_person(session: Session, person_id: UUID) -> None:
    """Take out a person to whom nothing leads.

    Raises:
        Refusal: they are gone, or something in the file is theirs.
    """
    person = standing(session, Person, person_id, "That person")
    if users_of(session, Person, person_id):
        message = f"{person.name} holds a seat or stands in the record, so stays; end the membership instead."
        raise Refusal(message)
    session.delete(person)


def _named(name: str) -> str:
    return stated_line(name, "Give the person a name.")


def _address(email: str) -> str:
    email = clean_line(email)
    before, at, after = email.partition("@")
    if email and (not before or not at or "." not in after or " " in email or "@" in after):
        message = f"“{email}” is no e-mail address; it should look like name@example.org."
        raise Refusal(message)
    return email
