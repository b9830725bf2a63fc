"""Whether the plugin keeps to what eventx demands; its cases are in eventx_cases.toml."""

from eventx_example import plugin

from eventx.testing import BoundCheck, parametrize_with_checks


@parametrize_with_checks(plugin, name="example")
def test_plugin_conforms(check: BoundCheck) -> None:
    check()
