"""A plugin whose answer depends on the order of a set, which differs from process to process."""

from __future__ import annotations

import attrs
from kit_parts import Plugin, Protests

WORDS = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}


class Unordered(Protests):
    def read(self, analysis):
        for mention in super().read(analysis):
            yield attrs.evolve(mention, rule="-".join(WORDS))


UNORDERED = Plugin(extractor=Unordered)


ORDERED = Plugin(extractor=Protests)
