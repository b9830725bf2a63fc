"""The rules keep to what eventx demands of extractors; their cases are in eventx_cases.toml."""

from __future__ import annotations

from eventx_rules import plugin

from eventx.testing import BoundCheck, parametrize_with_checks


@parametrize_with_checks(plugin, name="rules")
def test_rules_conform(check: BoundCheck) -> None:
    check()
