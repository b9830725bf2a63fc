"""What came of checking a plugin."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from attrs import field, frozen

from eventx.model._convert import as_tuple
from eventx.testing.checks import Check

Outcome = Literal["passed", "failed", "skipped", "expected", "warned"]


@frozen(kw_only=True)
class CheckResult:
    """One check on one component.

    Attributes:
        id: Such as ``extractor.surface_text[rules:events]``.
        check: The check.
        outcome: ``passed``, ``failed``, ``skipped`` (does not apply), ``expected`` (it fails, as announced) or
            ``warned`` (it would fail, but the check is new).
        messages: One for each problem; of a skipped check, why.
    """

    id: str
    check: Check
    outcome: Outcome
    messages: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __str__(self) -> str:
        return "\n".join([f"{self.outcome:<8} {self.id}", *(f"  {message}" for message in self.messages)])


@frozen(kw_only=True)
class CheckReport:
    """What came of checking a plugin; as text, what went wrong and a summary.

    Attributes:
        plugin: Name of the plugin.
        results: One for each check on each component.
    """

    plugin: str
    results: tuple[CheckResult, ...] = field(converter=as_tuple)

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The checks that failed, an expected failure that did not come among them."""
        return tuple(result for result in self.results if result.outcome == "failed")

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failures

    def raise_failures(self) -> None:
        """Raise what failed, as a test wants it.

        Raises:
            AssertionError: With every message.
        """
        if not self.ok:
            raise AssertionError(str(self))

    def __str__(self) -> str:
        told = [str(result) for result in self.results if result.outcome in ("failed", "warned")]
        counts = Counter(result.outcome for result in self.results)
        summary = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        return "\n".join([*told, f"plugin {self.plugin}: {summary}"])
