"""The host: finds plugins, guards them, lists them."""

from eventx.plugins.component import Built, Component, provenance
from eventx.plugins.host import PluginHost
from eventx.plugins.listing import ComponentInfo, PluginInfo
from eventx.plugins.observers import Observers

__all__ = ["Built", "Component", "ComponentInfo", "Observers", "PluginHost", "PluginInfo", "provenance"]
