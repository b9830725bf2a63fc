"""Checks of a plugin as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

from eventx.plugins.host import DISTRIBUTION
from eventx.plugins.selection import CORE
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.fresh import heavy_modules
from eventx.testing.subject import PluginUnderTest


@check("plugin.registers")
def registers(under_test: PluginUnderTest) -> Iterator[Problem]:
    """It can be loaded alone: known hooks, plain arguments, valid unique names, records of the right kind."""
    for failure in under_test.failures:
        yield Problem(what=failure.reason, remedy="see the reference of hooks; `eventx plugins` tells the same")


@check("plugin.types_described")
def types_described(under_test: PluginUnderTest) -> Iterator[Problem]:
    """Every event type that it adds says what it means, and how a timeline is to show it."""
    infos = [info for info in under_test.host.plugins() if info.name == under_test.name]
    for name in infos[0].event_types:
        event_type = under_test.host.catalogue()[name]
        for key in ("description", "summary"):
            if not getattr(event_type, key).strip():
                yield Problem(what=f"event type {name} has no {key}", remedy=f"write EventType({key}=…)")
        for role in event_type.roles:
            if not role.description.strip():
                yield Problem(what=f"role {role.name} of {name} has no description", remedy="write Role(description=…)")


@check("plugin.listing_is_cheap")
def listing_is_cheap(under_test: PluginUnderTest) -> Iterator[Problem]:
    """Importing it and asking it what it offers loads no model library."""
    if under_test.reference is None:
        raise Skip("another process cannot import it; check an installed plugin, or a module")
    loaded = heavy_modules(under_test.reference, under_test.name)
    if loaded:
        yield Problem(
            what=f"listing it loads {', '.join(loaded)}, which every command would have to wait for",
            remedy="import them inside build(), not at the top of a module that the plugin imports",
        )


@check("plugin.requires_eventx")
def requires_eventx(under_test: PluginUnderTest) -> Iterator[Problem]:
    """Its distribution requires eventx-core, with a lowest and a highest version."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    distributions = {info.distribution for info in under_test.host.plugins() if info.name == under_test.name}
    name = next(iter(distributions), "")
    if not name or under_test.name == CORE:
        raise Skip("it is not installed from a distribution of its own")
    remedy = 'write dependencies = ["eventx-core>=0.1,<0.2"] in its pyproject.toml'
    try:
        wanted = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError as error:
        raise Skip(f"the metadata of {name} cannot be read") from error
    own = [requirement for requirement in wanted if canonicalize_name(requirement.name) == DISTRIBUTION]
    if not own:
        yield Problem(what=f"{name} does not require {DISTRIBUTION}", remedy=remedy)
    for requirement in own:
        operators = {specifier.operator for specifier in requirement.specifier}
        if not operators & {"<", "<=", "==", "~="} or not operators & {">", ">=", "==", "~="}:
            yield Problem(
                what=f"{name} requires '{requirement}', which a later eventx may break, or an earlier one cannot meet",
                remedy=remedy,
            )
