"""The version of eventx-core; the changelog's newest entry says the same."""

__version__ = "0.1.0"
