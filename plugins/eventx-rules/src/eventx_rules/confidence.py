"""How often a rule is right, as measured on annotated news."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources

from attrs import field, frozen

from eventx_rules.entries import Trigger

# A rule seen this often weighs as much as what is known of its type: rare rules are not trusted on two hits.
_WEIGHT = 8.0
# No measurement is so good that the next mention cannot be wrong.
_HIGHEST, _LOWEST = 0.95, 0.05


@frozen(kw_only=True)
class Confidence:
    """Shares of right mentions.

    Attributes:
        shares: By ``TYPE.rule.construction``, by ``TYPE.rule`` and by ``TYPE``, the share that was right.
    """

    shares: Mapping[str, float] = field(factory=dict, repr=False)

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


def standard_confidence() -> Confidence:
    """The confidences measured for the standard trigger files."""
    text = resources.files("eventx_rules.data").joinpath("confidence.toml").read_text(encoding="utf-8")
    return Confidence(shares=tomllib.loads(text)["shares"])


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
