"""The host: finds plugins, guards them, lists them."""
