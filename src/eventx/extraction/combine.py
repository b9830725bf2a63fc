"""One list of mentions out of the layers of several extractors."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.model import EventMention


def combine(layers: Sequence[Sequence[EventMention]]) -> tuple[list[EventMention], int]:
    """Unite the mentions of one article.

    Where two extractors give mentions of one type on overlapping triggers, the more confident stands; of equally
    confident ones, the earlier layer's.

    Args:
        layers: Each extractor's mentions in text order, the preferred extractor first.

    Returns:
        The mentions in text order, and how many gave way.
    """
    full = [layer for layer in layers if layer]
    if len(full) < 2:
        return list(full[0]) if full else [], 0
    ranked = sorted(
        ((mention, rank) for rank, layer in enumerate(full) for mention in layer),
        key=lambda entry: (-entry[0].confidence, entry[1], entry[0].trigger.start),
    )
    kept: dict[str, list[tuple[EventMention, int]]] = {}
    gave_way = 0
    for mention, rank in ranked:
        rivals = kept.setdefault(mention.type, [])
        # Triggers of one layer may overlap each other as its extractor pleases.
        if any(other != rank and rival.trigger.overlaps(mention.trigger) for rival, other in rivals):
            gave_way += 1
        else:
            rivals.append((mention, rank))
    united = [mention for rivals in kept.values() for mention, _rank in rivals]
    return sorted(united, key=lambda mention: (mention.trigger.start, mention.type)), gave_way
