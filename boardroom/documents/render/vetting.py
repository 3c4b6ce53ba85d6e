"""What every renderer does to people's text before its own escaping: directions and addresses."""

import re
from urllib.parse import quote

from boardroom.documents.blocks import Link

# Embeddings, overrides and isolates; marks (U+200E, U+200F, U+061C) stay: they can't reach past their neighbours.
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)


def neutral(text: str) -> str:
    """Return text that cannot turn round what stands beside it.

    U+202A to U+202E and U+2066 to U+2069 go, every letter stays: an override that is never closed would
    reorder the rest of its line, so that "1,000" reads "000,1" or a name's ending reads as another name.
    Letters of right-to-left scripts keep their own direction.
    """
    return text if text.isascii() else text.translate(_DIRECTIONS)


def safe_address(link: Link) -> str:
    """Return where a link may lead, in ASCII, or "" when it may lead nowhere.

    Only `http:`, `https:` and `mailto:` (hazard 16): the rest, `javascript:` and `file:` among it, is printed as words.
    """
    address = neutral(link.address).strip()
    if not _ADDRESS.fullmatch(address):
        return ""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
