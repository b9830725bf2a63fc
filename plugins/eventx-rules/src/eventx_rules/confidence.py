"""How often a mention is right, as measured on annotated news: by its rule, by its company, by what is known of it."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources

from attrs import field, frozen

from eventx.model import EventMention
from eventx_rules.lexicon.entries import Trigger

# A rule seen this often weighs as much as what is known of its type: rare rules are not trusted on two hits.
_WEIGHT = 8.0
# No measurement is so good that the next mention cannot be wrong.
_HIGHEST, _LOWEST = 0.97, 0.03


# What is weighed besides the rule's share.
SIGNS = ("constant", "rule", "alone", "paired", "bare")


@frozen(kw_only=True)
class Confidence:
    """Shares of right mentions, and what tells right from wrong besides the rule.

    Attributes:
        shares: By ``TYPE.rule.construction``, by ``TYPE.rule`` and by ``TYPE``, the share that was right.
        weights: How much each of `SIGNS` tells, as log-odds; nothing is weighed where there are none.
    """

    shares: Mapping[str, float] = field(factory=dict, repr=False)
    weights: Mapping[str, float] = field(factory=dict)

    def of_mention(self, mention: EventMention, others: int) -> float:
        """The confidence in a mention.

        An attack in an article that tells of no other is wrong far more often than one of many, whatever its rule:
        "attack" is then a word of sport or debate. So is one of which nothing is said.

        Args:
            mention: The mention, its ``confidence`` that of its rule.
            others: How many more mentions of its type the article has.
        """
        if not self.weights or mention.type not in self.shares:
            return mention.confidence
        found = signs(mention.confidence, others, bare=not mention.arguments)
        odds = sum(self.weights[sign] * value for sign, value in zip(SIGNS, found, strict=True))
        return min(max(1 / (1 + math.exp(-odds)), _LOWEST), _HIGHEST)

    def of(self, trigger: Trigger, construction: str) -> float:
        """The confidence in a mention; what the file says, and its type, for rules never measured."""
        return self.of_rule(trigger.type, f"{trigger.rule}.{construction}", trigger.confidence)

    def of_rule(self, type_name: str, rule: str, unmeasured: float) -> float:
        """The confidence in mentions of a rule, written as in ``EventMention.rule``."""
        for key in (f"{type_name}.{rule}", f"{type_name}.{rule.rpartition('.')[0]}"):
            if key in self.shares:
                return self.shares[key]
        # Rare rules are written down modestly: they turn out nearly as good as their type.
        return (2 * self.shares[type_name] + unmeasured) / 3 if type_name in self.shares else unmeasured


def signs(share: float, others: int, *, bare: bool) -> tuple[float, ...]:
    """What `Confidence.weights` weigh, in the order of `SIGNS`.

    Args:
        share: How often the rule is right.
        others: How many more mentions of its type the article has.
        bare: Whether no role is filled.
    """
    share = min(max(share, _LOWEST), _HIGHEST)
    return (1.0, math.log(share / (1 - share)), float(others == 0), float(others == 1), float(bare))


def standard_confidence() -> Confidence:
    """The confidences measured for the standard trigger files."""
    data = tomllib.loads(resources.files("eventx_rules.data").joinpath("confidence.toml").read_text(encoding="utf-8"))
    return Confidence(shares=data["shares"], weights=data["weights"])


def measure(outcomes: Iterable[tuple[str, str, bool]]) -> Confidence:
    """Turn outcomes into confidences, drawing what was seen rarely towards what is known of its kind.

    Args:
        outcomes: Of mentions found in annotated articles: type, ``rule.construction``, and whether it was right.
    """
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for type_name, rule, is_right in outcomes:
        name = rule.rpartition(".")[0]
        for key in (type_name, f"{type_name}.{name}", f"{type_name}.{rule}"):
            seen[key] += 1
            right[key] += is_right
    shares: dict[str, float] = {}
    for key in sorted(seen, key=lambda key: (key.count("."), key)):
        above = shares.get(key.rpartition(".")[0], 0.5)
        share = (right[key] + _WEIGHT * above) / (seen[key] + _WEIGHT)
        shares[key] = min(max(share, _LOWEST), _HIGHEST)
    return Confidence(shares=shares)
