"""How ids, dates and times are written in the formats, and what each pattern is called in a sentence."""

from collections.abc import Mapping
from types import MappingProxyType

ID = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TIME = "^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?$"
CLOCK = "^[0-2][0-9]:[0-5][0-9]$"
INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$"

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        ID: "an id like 01890a5d-ac96-774b-bcce-b302099a8057",
        DATE: "a date like 2024-03-31",
        TIME: "a time like 18:30",
        CLOCK: "a time like 18:30",
        INSTANT: "an instant like 2024-03-31T18:30:00Z",
    }
)
