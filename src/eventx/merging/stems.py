"""Inflected forms folded into one."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Fold the inflected forms of a lower-case word; crude, alike for both sides of a comparison.

    >>> stem("bombings") == stem("bombed") == stem("bomb")
    True
    """
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in ("ings", "ing", "ies", "ied", "ers", "er", "ors", "or", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            if ending in {"ings", "ing", "ed", "er", "ers"} and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word
