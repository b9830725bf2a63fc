"""Tags with more attributes than any page has: lxml compares each with all others, and that can take minutes."""

from __future__ import annotations

import re

# A tag up to its end, which does not stand in a quoted value.
_TAG = re.compile(r"""<[a-zA-Z](?:[^>="']++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")

# What a tag with hundreds of attributes costs grows with their square; all such tags of a page may cost a second or so.
_MANY, _MOST_COMPARISONS = 200, 10_000_000


def check_attributes(html: str) -> None:
    """Check that no tag has so many attributes that to parse it would be no end of work.

    Raises:
        ValueError: If one has.
    """
    comparisons = 0
    for tag in _TAG.finditer(html):
        if tag.end() - tag.start() <= 2 * _MANY:
            continue
        names = len(_VALUE.sub("= ", tag[0]).replace("/", " ").split())
        if names > _MANY:
            comparisons += names * names
            if comparisons > _MOST_COMPARISONS:
                raise ValueError(f"a tag in it has {names:,} attributes, as no page has that is meant to be read")
