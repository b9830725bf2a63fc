"""The records of the readers, and what building one with options checks."""

import subprocess
import sys

import pytest

from eventx.readers import reader_records

RECORDS = {record.name: record for record in reader_records()}


def test_records_are_for_the_documented_suffixes():
    assert {suffix for record in RECORDS.values() for suffix in record.suffixes} >= {
        *(".txt", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".html", ".htm")
    }


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_reader_takes_a_limit(name):
    assert RECORDS[name].build({"max_bytes": 10}).max_bytes == 10


@pytest.mark.parametrize("options", [{"max_byte": 10}, {"max_bytes": 0}, {"max_bytes": "10"}, {"max_bytes": True}])
def test_wrong_options_are_refused(options):
    with pytest.raises(ValueError, match="max_bytes"):
        RECORDS["text"].build(options)


def test_delimiter_of_a_table_can_be_chosen():
    assert RECORDS["csv"].build({"delimiter": ";"}).delimiter == ";"
    assert RECORDS["tsv"].build({}).delimiter == "\t"


def test_building_every_reader_loads_no_heavy_library():
    code = (
        "import sys\nfrom eventx.readers import reader_records\nfor record in reader_records(): record.build({})\n"
        "print([name for name in ('trafilatura', 'htmldate', 'dateparser', 'spacy', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
