"""Whether the page on types files names all that may stand in one."""

import re
from pathlib import Path

import pytest
from eventx_rules.arguments.filler_tests import BUILT_IN
from eventx_rules.lexicon import filters
from eventx_rules.lexicon import reading as lexicon

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "types-files.md").read_text(encoding="utf-8")
# As in `object`, `[told.OTHER]`, `speech = true`.
NAMED = re.compile(r"`\[*\"?([a-z][a-z_ ]*[a-z])")


@pytest.mark.parametrize(
    "names",
    [
        lexicon._FILE_KEYS,
        (*lexicon._TRIGGER_KEYS, *lexicon._LINK_KEYS, *lexicon._TOLD_KEYS),
        filters.SLOTS,
        (*BUILT_IN, *lexicon._MADE),
    ],
    ids=["top", "tables", "slots", "tests"],
)
def test_page_names_all_that_may_be_written(names):
    assert set(names) - set(NAMED.findall(PAGE)) == set()
