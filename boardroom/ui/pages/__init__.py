"""The pages by their id: module and class, imported when a page is first shown."""

PAGES: dict[str, tuple[str, str]] = {
    "home": ("boardroom.ui.pages.home", "HomePage"),
    "meetings": ("boardroom.ui.pages.meetings", "MeetingsPage"),
    "meeting": ("boardroom.ui.pages.meeting", "MeetingPage"),
    "room": ("boardroom.ui.pages.room", "RoomPage"),
    "minutes": ("boardroom.ui.pages.minutes", "MinutesPage"),
    "versions": ("boardroom.ui.pages.versions", "VersionsPage"),
    "answers": ("boardroom.ui.pages.answers", "AnswersPage"),
    "proposals": ("boardroom.ui.pages.proposals", "ProposalsPage"),
    "calls": ("boardroom.ui.pages.calls", "CallsPage"),
    "strands": ("boardroom.ui.pages.strands", "StrandsPage"),
    "actions": ("boardroom.ui.pages.actions", "ActionsPage"),
    "decisions": ("boardroom.ui.pages.decisions", "DecisionsPage"),
    "forward": ("boardroom.ui.pages.forward", "ForwardPage"),
    "partners": ("boardroom.ui.pages.partners", "PartnersPage"),
    "reports": ("boardroom.ui.pages.reports", "ReportsPage"),
    "settings": ("boardroom.ui.pages.settings", "SettingsPage"),
    "search": ("boardroom.ui.pages.search", "SearchPage"),
    "export": ("boardroom.ui.pages.export", "ExportPage"),
    "arrivals": ("boardroom.ui.pages.arrivals", "ArrivalsPage"),
    "paste": ("boardroom.ui.pages.paste", "PastePage"),
    "keys": ("boardroom.ui.pages.keys", "KeysPage"),
    "history": ("boardroom.ui.pages.history", "HistoryPage"),
}

UNDER: dict[str, str] = {
    "meeting": "meetings",
    "room": "meetings",
    "minutes": "meetings",
    "versions": "meetings",
    "answers": "proposals",
    "calls": "strands",
}
"""Which place of the rail is lit for a page that isn't on it."""
