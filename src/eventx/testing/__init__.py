"""The conformance kit that plugin authors run.

`check_plugin` checks everything and reports; `parametrize_with_checks` makes one pytest test of each check;
``eventx check NAME`` does the same from the command line. `eventx.testing.fixtures` has fixtures,
`eventx.testing.strategies` has Hypothesis strategies.
"""

from eventx.testing.cases import Case, Cases, ExpectedMention, FileCase, cases_from_toml, read_cases
from eventx.testing.checks import Check, all_checks
from eventx.testing.echo import EchoExtractor
from eventx.testing.edge_articles import edge_articles
from eventx.testing.network import NetworkUsedError, no_network
from eventx.testing.report import CheckReport, CheckResult
from eventx.testing.run import BoundCheck, check_plugin, parametrize_with_checks

__all__ = [
    "BoundCheck",
    "Case",
    "Cases",
    "Check",
    "CheckReport",
    "CheckResult",
    "EchoExtractor",
    "ExpectedMention",
    "FileCase",
    "NetworkUsedError",
    "all_checks",
    "cases_from_toml",
    "check_plugin",
    "edge_articles",
    "no_network",
    "parametrize_with_checks",
    "read_cases",
]
