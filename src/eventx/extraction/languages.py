"""Which language an article is in: as declared, else guessed from its small words."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from attrs import frozen

from eventx.model import Article

# A guess rests on the beginning of an article; more of it would cost time and change nothing.
SAMPLE = 4_000
# Fewer words than this are no ground for a guess.
FEWEST_WORDS = 15
# Small words are at least this share of running text in the languages of the list (English news: 0.30 to 0.45).
LEAST_SHARE = 0.12
# By so much another language must beat English: names and quotations bring foreign small words into English texts.
MARGIN = 1.5

_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")  # what tells Japanese from Chinese


@frozen(kw_only=True)
class _Languages:
    words: dict[str, tuple[str, ...]]  # languages by small word
    scripts: dict[str, re.Pattern[str]]  # letters by language
    names: dict[str, str]  # language codes by other names


@functools.cache
def _languages() -> _Languages:
    text = resources.files("eventx.extraction").joinpath("stop_words.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    words: dict[str, tuple[str, ...]] = {}
    for language, line in tables["words"].items():
        for word in line.split():
            words[word] = (*words.get(word, ()), language)
    scripts = {language: re.compile(f"[{letters}]") for language, letters in tables["scripts"].items()}
    return _Languages(words=words, scripts=scripts, names=tables["names"])


def article_language(article: Article) -> str | None:
    """The article's language as an ISO 639-1 code: as declared, else a cheap guess, None where nothing tells."""
    if article.language:
        code = re.split(r"[-_.]", article.language.strip().lower())[0]
        known = _languages().names.get(code, code)
        if len(known) == 2:
            return known
    return guess_language(article.text)


def guess_language(text: str) -> str | None:
    """Guess the language of a text from its beginning; None where there is too little to go by."""
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    if not sample.isascii():
        letters = sum(map(len, words))
        for language, pattern in _languages().scripts.items():
            if letters and len(pattern.findall(sample)) * 2 > letters:
                return "ja" if language == "zh" and _KANA.search(sample) else language
    if len(words) < FEWEST_WORDS:
        return None
    by_word, hits = _languages().words, dict.fromkeys(("en",), 0)
    for languages in filter(None, map(by_word.get, words)):
        for language in languages:
            hits[language] = hits.get(language, 0) + 1
    best = max(hits, key=lambda language: hits[language])
    if hits[best] < LEAST_SHARE * len(words):
        return None
    return best if hits[best] > MARGIN * hits["en"] else "en"
