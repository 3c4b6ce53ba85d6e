"""For whom a document is made."""

from enum import StrEnum


class Audience(StrEnum):
    """Who may read a document; restricted matter is loaded for members only."""

    MEMBERS = "members"
    PUBLIC = "public"
