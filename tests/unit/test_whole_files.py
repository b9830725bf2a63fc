"""Files are replaced whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from eventx.whole_files import replacing


def test_file_is_there_when_the_block_ends_and_not_before(tmp_path):
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]


def test_error_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    path = tmp_path / "out.json"
    path.write_bytes(b"old")

    def write():
        with replacing(path) as stream:
            stream.write(b"half")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write()
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("out.json", b"old")]


def test_file_has_the_rights_that_new_files_have(tmp_path):
    (tmp_path / "new").touch()
    with replacing(tmp_path / "out.json"):
        pass
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == stat.S_IMODE((tmp_path / "new").stat().st_mode)


def test_link_stays_and_leads_to_the_new_file(tmp_path):
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to("real.json")
    with replacing(tmp_path / "link.json") as stream:
        stream.write(b"new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_pipe_is_written_to_and_not_replaced(tmp_path):
    # As /dev/null is, which must outlive a run with --output /dev/null.
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with replacing(path) as stream:
            stream.write(b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)
