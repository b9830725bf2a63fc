"""Running checks: all at once for a report, or one by one for pytest."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from eventx.errors import did_you_mean
from eventx.guard import CAUGHT, what_happened
from eventx.testing.cases import Cases, read_cases
from eventx.testing.checks import Check, Problem, Skip, all_checks
from eventx.testing.report import CheckReport, CheckResult
from eventx.testing.subject import PluginUnderTest, Subject, load

if TYPE_CHECKING:
    import pytest

_NOT_REGISTERED = "the plugin cannot be registered, so nothing of it can be checked"


@frozen(kw_only=True)
class BoundCheck:
    """A check on one component. Call it, as a test does: it raises AssertionError where the check fails.

    Attributes:
        id: Such as ``extractor.surface_text[rules:events]``.
        check: The check.
        subject: What it is run on.
    """

    id: str
    check: Check
    subject: PluginUnderTest | Subject = field(repr=False)

    def __call__(self) -> None:
        """Run it under pytest."""
        import pytest

        result = self.result()
        if result.outcome == "skipped":
            pytest.skip(result.messages[0])
        if result.outcome == "warned":
            warnings.warn(f"{self.id} is new and will fail: {'; '.join(result.messages)}", FutureWarning, stacklevel=2)
        if result.outcome == "failed":
            raise AssertionError("\n".join([self.id, *result.messages]))

    def result(self) -> CheckResult:
        """Run it."""
        try:
            problems = tuple(self.check.run(self.subject))
        except Skip as reason:
            return CheckResult(id=self.id, check=self.check, outcome="skipped", messages=[str(reason)])
        except CAUGHT as error:
            problems = (Problem(what=f"it raised {what_happened(error)}", remedy="see where it comes from; mend it"),)
        if not problems:
            return CheckResult(id=self.id, check=self.check, outcome="passed")
        messages = dict.fromkeys(_message(self.subject.label, problem) for problem in problems)
        return CheckResult(
            id=self.id, check=self.check, outcome="warned" if self.check.warns else "failed", messages=messages
        )


def check_plugin(
    plugin: object,
    *,
    name: str | None = None,
    cases: Cases | str | Path | None = None,
    expected_failures: Mapping[str, str] | None = None,
) -> CheckReport:
    """Check a plugin against everything that eventx demands of one.

    Args:
        plugin: Name of an installed plugin (its entry point), or a module or object with hook implementations.
        name: What to call a module or object.
        cases: Texts and what must be found in them; left out, those in ``eventx_cases.toml`` in the plugin's package.
        expected_failures: Why a check may fail, by its id (``"extractor.same_twice"``, or with the component:
            ``"extractor.same_twice[mine:events]"``). One that passes is a failure too, so that no entry outlives its
            reason.

    Raises:
        ComponentNotFoundError: If no plugin of that name is installed.
        SchemaError: If the cases are wrong.
        ValueError: If an expected failure has no reason, or names no check.

    >>> from eventx.testing import EchoExtractor
    >>> print(check_plugin(EchoExtractor([]).plugin(), name="echo").failures[0].id)
    extractor.known_types[echo:echo]
    """
    expected = dict(expected_failures or {})
    bound = list(bound_checks(plugin, name=name, cases=cases))
    _check_expected(expected, bound)
    results = []
    for one in bound:
        result = one.result()
        reason = expected.get(one.id, expected.get(one.check.id))
        results.append(result if reason is None else _as_expected(result, reason))
    return CheckReport(plugin=bound[0].id.partition("[")[2].rstrip("]"), results=results)


def parametrize_with_checks(
    plugin: object,
    *,
    name: str | None = None,
    cases: Cases | str | Path | None = None,
    expected_failures: Mapping[str, str] | None = None,
) -> pytest.MarkDecorator:
    """Make one test for each check and component, with stable ids.

    ::

        @parametrize_with_checks("protests")
        def test_plugin_conforms(check):
            check()

    Args:
        plugin: As of `check_plugin`.
        name: As of `check_plugin`.
        cases: As of `check_plugin`.
        expected_failures: As of `check_plugin`; such tests are strict xfails.
    """
    import pytest

    expected = dict(expected_failures or {})
    bound = list(bound_checks(plugin, name=name, cases=cases))
    _check_expected(expected, bound)
    parameters = []
    for one in bound:
        reason = expected.get(one.id, expected.get(one.check.id))
        marks = [] if reason is None else [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)]
        parameters.append(pytest.param(one, id=one.id, marks=marks))
    return pytest.mark.parametrize("check", parameters)


def bound_checks(
    plugin: object, *, name: str | None = None, cases: Cases | str | Path | None = None
) -> Iterator[BoundCheck]:
    """Every check on everything that a plugin offers; of one that cannot be registered, only that it should."""
    own = read_cases(cases) if isinstance(cases, str | Path) else cases
    under_test = load(plugin, name=name, cases=own)
    for check in all_checks():
        if check.kind != "plugin":
            continue
        if check.id == "plugin.registers" or not under_test.failures:
            yield BoundCheck(id=f"{check.id}[{under_test.name}]", check=check, subject=under_test)
    if under_test.failures:
        return
    for component in under_test.components:
        subject = Subject(under_test, component)
        for check in all_checks():
            if check.kind == component.kind:
                yield BoundCheck(id=f"{check.id}[{component.qualified}]", check=check, subject=subject)


def _message(label: str, problem: Problem) -> str:
    where = "" if problem.article_id is None else f", article {problem.article_id!r}"
    return f"{label}{where}: {problem.what.rstrip('.')}. Remedy: {problem.remedy.rstrip('.')}."


def _check_expected(expected: Mapping[str, str], bound: list[BoundCheck]) -> None:
    known = {check.id for check in all_checks()} | {one.id for one in bound}
    for check_id, reason in expected.items():
        if check_id not in known:
            raise ValueError(f"expected_failures: there is no check {check_id!r}.{did_you_mean(check_id, known)}")
        if not reason.strip():
            raise ValueError(f"expected_failures: {check_id} needs a reason")


def _as_expected(result: CheckResult, reason: str) -> CheckResult:
    if result.outcome == "failed":
        return CheckResult(id=result.id, check=result.check, outcome="expected", messages=(reason, *result.messages))
    if result.outcome == "passed":
        message = f"it passes now, and was expected to fail because: {reason}. Remedy: take the entry out."
        return CheckResult(id=result.id, check=result.check, outcome="failed", messages=[message])
    return result
