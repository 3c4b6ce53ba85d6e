"""The two letters of a sector's mark: painted on the screen, printed, and typed in front of a proposal."""

from boardroom.domain.words import Sector

SECTOR_LETTERS = {
    Sector.LOCAL_AUTHORITY: "LA",
    Sector.HEALTH: "HE",
    Sector.POLICE: "PO",
    Sector.PROBATION: "PB",
    Sector.EDUCATION: "ED",
    Sector.OTHER_PUBLIC: "OP",
    Sector.VOLUNTARY: "VO",
    Sector.COMMUNITY: "CO",
    Sector.FAITH: "FA",
    Sector.PRIVATE: "PV",
    Sector.SERVICE_USERS: "SU",
}
"""Of every sector but the unknown one, which has no mark."""

SECTOR_OF_LETTERS = {letters: sector for sector, letters in SECTOR_LETTERS.items()}
