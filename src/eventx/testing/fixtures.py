"""Fixtures for tests of plugins: put ``pytest_plugins = ["eventx.testing.fixtures"]`` into the top conftest.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from eventx.model import Article
from eventx.plugins import PluginHost
from eventx.testing.network import no_network as network_off


@pytest.fixture
def eventx_host() -> Callable[..., PluginHost]:
    """Make a host with one plugin, whatever is installed: ``eventx_host(plugin, name="mine")``.

    What fails to load raises.
    """

    def make(plugin: object, name: str = "plugin") -> PluginHost:
        return PluginHost(plugins={name: plugin}, installed=False, environ={}, strict=True)

    return make


@pytest.fixture
def frozen_dct() -> dt.date:
    """A day of publication that never changes: Saturday, 9 March 2024."""
    return dt.date(2024, 3, 9)


@pytest.fixture
def article_factory(frozen_dct: dt.date) -> Callable[..., Article]:
    """Make articles of texts, with ids of their own, published on `frozen_dct` unless another day is given."""
    numbers = count(1)

    def make(text: str, **fields: Any) -> Article:
        given: dict[str, Any] = {"id": f"article-{next(numbers)}", "published": frozen_dct} | fields
        return Article.of(text, **given)

    return make


@pytest.fixture
def no_network() -> Iterator[list[str]]:
    """Make every use of the network fail; the value lists what was tried."""
    with network_off() as tried:
        yield tried
