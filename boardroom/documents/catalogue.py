"""The documents that can be made of a meeting; a new one is a file in compose/ and a line here."""

from collections.abc import Callable
from typing import TypeAlias

from boardroom.documents.blocks import Document
from boardroom.documents.compose.agenda import compose_agenda
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.record import MeetingRecord

Composer: TypeAlias = Callable[[MeetingRecord, Audience], Document]

DOCUMENTS: dict[str, Composer] = {"agenda": compose_agenda, "minutes": compose_minutes}
