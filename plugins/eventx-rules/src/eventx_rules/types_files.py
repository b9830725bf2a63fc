"""Event types of your own in TOML: beside the standard ones in a run, or shipped inside a plugin."""

from __future__ import annotations

from typing import Any

from eventx.components import ExtractorRecord, Options
from eventx.errors import did_you_mean
from eventx.schema import toml_text, types_from_toml

OPTIONS = ("types_files", "screened")


def rule_extractor(options: Options) -> Any:
    """Build the extractor of the standard types, and of those that types files describe.

    Args:
        options: ``types_files``: paths of types files. ``screened``: False to have every sentence parsed and read.

    Raises:
        ValueError: For an option it does not know.
        SchemaError: If a types file is wrong.
    """
    from eventx_rules.extractor import RuleExtractor
    from eventx_rules.lexicon.reading import read_lexicon, standard_files

    for name in options:
        if name not in OPTIONS:
            raise ValueError(f"no option {name!r}; it has: {', '.join(OPTIONS)}." + did_you_mean(name, OPTIONS))
    paths = options.get("types_files", ())
    own = [(str(path), toml_text(path)) for path in paths]
    lexicon = read_lexicon(standard_files(), own) if own else None
    return RuleExtractor(lexicon, screened=bool(options.get("screened", True)))


def extractor_record(text: str, *, source: str, name: str, description: str) -> ExtractorRecord:
    """Offer the extractor of a types file that a plugin brings along.

    Args:
        text: The types file.
        source: What to call it in messages.
        name: The extractor's name within the plugin.
        description: One line for listings.

    Returns:
        What the plugin's ``eventx_extractors`` returns; ``eventx_event_types`` returns
        ``eventx.schema.types_from_toml(text, source=source)``.

    Raises:
        SchemaError: If a type in it is wrong. Triggers and frames are looked at when the extractor is built.
    """

    def build(_options: Options) -> Any:
        from eventx_rules.extractor import RuleExtractor
        from eventx_rules.lexicon.reading import COMMON_FILE, read_lexicon, standard_files

        common = [file for file in standard_files() if file[0] == COMMON_FILE]
        return RuleExtractor(read_lexicon(common, [(source, text)]))

    types = tuple(event_type.name for event_type in types_from_toml(text, source=source))
    return ExtractorRecord(name=name, description=description, build=build, types=types)
