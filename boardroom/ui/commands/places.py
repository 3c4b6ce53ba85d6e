"""The places on the rail, in order, and the commands that go there; the tenth goes by 0."""

from dataclasses import dataclass

from boardroom.ui.commands.command import Command, Menu


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the rail: the page behind it, its word and its icon."""

    page: str
    text: str
    icon: str


PLACES: tuple[Place, ...] = (
    Place("home", "Home", "house"),
    Place("meetings", "Meetings", "users-three"),
    Place("proposals", "Proposals", "chat-centered-text"),
    Place("strands", "Strands", "path"),
    Place("actions", "Actions", "check-square"),
    Place("decisions", "Decisions", "scales"),
    Place("forward", "Forward plan", "calendar"),
    Place("partners", "Partners", "handshake"),
    Place("reports", "Reports", "chart-bar"),
    Place("settings", "Board settings", "sliders"),
)

GOING: tuple[Command, ...] = tuple(
    Command(
        id=f"go.{place.page}", text=place.text, menu=Menu.GO, keys=(f"Ctrl+{digit % 10}",), icon=place.icon, group=2
    )
    for digit, place in enumerate(PLACES, start=1)
)
