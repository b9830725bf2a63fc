"""Whether the plugin keeps to what eventx demands; its cases are in eventx_cases.toml."""

from __future__ import annotations

from eventx.testing import BoundCheck, parametrize_with_checks


@parametrize_with_checks("model")
def test_plugin_conforms(check: BoundCheck) -> None:
    check()
