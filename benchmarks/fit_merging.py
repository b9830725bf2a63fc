"""Fits the weights by which merging decides to gold annotation, and says what they are worth on what was held out.

    python benchmarks/fit_merging.py within GOLD.jsonl ...     two mentions of one article: tables `sentence`, `article`
    python benchmarks/fit_merging.py about GOLD.jsonl ...      what a mention is about, in its article: table `about`
    python benchmarks/fit_merging.py across GOLD.jsonl ...     two articles of one topic: table `across`

Gold as `eventx evaluate` reads it; for ``across`` with a `topic` on each article. Ridge logistic regression over pairs
that gold calls one event or two, drawn towards the weights that are there: a weight moves only as far as the pairs
speak for it, and reasons that gold hardly has keep what they had. ``within`` and ``about`` learn from every article
twice: from its gold mentions, and from those that are extracted, with what extraction misses and misreads; of the
latter only those count that gold has too. The figures are B-cubed F1 (of ``about``: F1 of links) of gold mentions and
of extracted ones: with the weights that are there, and with weights fitted without the fold (for ``across``: without
the topic) they are measured on. ``--write`` puts the new tables into the package.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path

import click
import numpy as np
from attrs import evolve, frozen
from merging_gold import Told, analysed, extract, read

from eventx.entities import EnglishResolver
from eventx.merging import EnglishMerger, across, links, similarity, within
from eventx.merging.blocking import candidate_pairs
from eventx.merging.profiles import merged
from eventx.merging.weights import weights
from eventx.model import ArticleInfo
from eventx.schema import standard_types

FOLDS = 5
FEWEST = 5  # reasons of fewer pairs are left as they are
LEAST = 0.05  # a reason that weighs less is left out


@frozen
class Pair:
    """Two that may be one: in which fold, by which reasons, whether they are, and what the pair counts."""

    fold: Hashable
    reasons: tuple[str, ...]
    same: bool
    weight: float


def pairs_within(told: Sequence[Told]) -> dict[str, list[Pair]]:
    """Pairs of mentions in a sentence, and of what two sentences say of events."""
    out: dict[str, list[Pair]] = {"sentence": [], "article": []}
    for one in told:
        profiles = within.profiles_of(analysed(one), one.mentions, one.entities)
        cluster = [one.cluster.get(mention.mention_id) for mention in one.mentions]
        fold = fold_of(one)
        said: dict[tuple[str, int, Hashable], list[int]] = defaultdict(list)
        for j, later in enumerate(profiles):
            if cluster[j] is None:
                continue
            earlier = [
                i
                for i in range(j)
                if cluster[i] is not None and (profiles[i].type, profiles[i].sentence) == (later.type, later.sentence)
            ]
            for i in earlier:
                reasons = tuple(similarity.reasons_within(profiles[i], later))
                out["sentence"].append(Pair(fold, reasons, cluster[i] == cluster[j], len(earlier) ** -0.5))
            said[later.type, later.sentence, cluster[j]].append(j)
        groups = sorted(said.values())
        wholes = [merged([profiles[i] for i in group]) for group in groups]
        for b, later in enumerate(wholes):
            before = [a for a in range(b) if wholes[a].type == later.type and wholes[a].sentence != later.sentence]
            for a in before:
                reasons = tuple(similarity.reasons_between(wholes[a], later))
                same = cluster[groups[a][0]] == cluster[groups[b][0]]
                out["article"].append(Pair(fold, reasons, same, (len(groups[b]) / len(before)) ** 0.5))
    return out


def pairs_about(told: Sequence[Told]) -> dict[str, list[Pair]]:
    """Pairs of a mention and what it may be about, in one article."""
    out, types = [], {kind.name: kind for kind in standard_types()}
    for one in told:
        profiles = within.profiles_of(analysed(one), one.mentions, one.entities)
        cluster = [one.cluster.get(mention.mention_id) for mention in one.mentions]
        for i, candidates in links.reasons_linked(profiles, types):
            if one.mentions[i].mention_id not in one.about:
                continue
            answered = one.about[one.mentions[i].mention_id]
            known = [(j, reasons) for j, reasons in candidates if cluster[j] is not None]
            out += [
                Pair(fold_of(one), tuple(reasons), cluster[j] == answered, len(known) ** -0.5) for j, reasons in known
            ]
    return {"about": out}


def units(told: Sequence[Told]) -> list[across.Unit]:
    """What each article says of each event, as coreference finds it, with the run's entities."""
    merger, resolver, corefering, entities = EnglishMerger(), EnglishResolver(), [], []
    for one in told:
        corefering += merger.corefer(analysed(one), one.mentions, one.entities)
        entities += one.entities
    ids, run = resolver.link(entities)
    relabelled = [
        evolve(
            mention,
            arguments=[
                evolve(argument, entity_id=ids.get(argument.entity_id or "", argument.entity_id))
                for argument in mention.arguments
            ],
        )
        for mention in corefering
    ]
    infos = {one.gold.id: ArticleInfo(id=one.gold.id, published=one.gold.published) for one in told}
    return across.units_of(relabelled, infos, {entity.entity_id: entity for entity in run})


def pairs_across(told: Sequence[Told]) -> dict[str, list[Pair]]:
    """Pairs of units of different articles of one topic."""
    found, cluster, topic = units(told), clusters(told), {one.gold.id: fold_of(one, topics=True) for one in told}
    mostly = [Counter(cluster[mention.mention_id] for mention in unit.mentions).most_common(1)[0][0] for unit in found]
    pairs = [
        (i, j)
        for i, j in candidate_pairs([(unit.profile, unit.published) for unit in found])
        if found[i].article_id != found[j].article_id and topic[found[i].article_id] == topic[found[j].article_id]
    ]
    met = Counter(number for pair in pairs for number in pair)
    profiles = [(unit.article_id, unit.profile) for unit in found]
    stories, anchors = across.Stories(profiles), across.Anchors(profiles)
    out = []
    for i, j in pairs:
        told_by = [min(len(found[number].mentions), 4) for number in (i, j)]
        weight = (told_by[0] * told_by[1]) ** 0.5 / (met[i] * met[j]) ** 0.25
        reasons = tuple(across.reasons(found[i], found[j], stories, anchors))
        out.append(Pair(topic[found[i].article_id], reasons, mostly[i] == mostly[j], weight))
    return {"across": out}


def clusters(told: Iterable[Told]) -> dict[str, Hashable]:
    """Gold's event by mention id."""
    return {mention_id: event for one in told for mention_id, event in one.cluster.items()}


def fold_of(told: Told, *, topics: bool = False) -> Hashable:
    """What is held out together."""
    return told.gold.scope if topics else zlib.crc32(told.gold.id.encode()) % FOLDS


def fitted(pairs: Sequence[Pair], before: Mapping[str, float], trust: float, lean: float) -> dict[str, float]:
    """Weights that tell the pairs apart, drawn towards what they were before.

    Args:
        pairs: The pairs.
        before: The weights that are there.
        trust: How strongly they hold: as much as so many pairs.
        lean: Added to the bias: B-cubed asks for fewer splits than pairs do.
    """
    counts = Counter(reason for pair in pairs for reason in pair.reasons)
    names = ["bias", *sorted({name for name, count in counts.items() if count >= FEWEST} | set(before) - {"bias"})]
    column = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(pairs), len(names)))
    x[:, 0] = 1.0
    for row, pair in enumerate(pairs):
        for reason in pair.reasons:
            if reason in column:
                x[row, column[reason]] += 1.0
    y, w = np.array([pair.same for pair in pairs], float), np.array([pair.weight for pair in pairs])
    start = np.array([before.get(name, 0.0) for name in names])
    hold = np.full(len(names), trust)
    hold[0] = 0.1

    def loss(now: np.ndarray) -> float:
        score = x @ now
        return float((w * (np.logaddexp(0, score) - y * score)).sum() + 0.5 * (hold * (now - start) ** 2).sum())

    now = start.copy()
    for _ in range(40):
        likely = 1 / (1 + np.exp(-(x @ now)))
        slope = x.T @ (w * (likely - y)) + hold * (now - start)
        step = np.linalg.solve((x * (w * likely * (1 - likely))[:, None]).T @ x + np.diag(hold), slope)
        size = 1.0
        while size > 1e-4 and loss(now - size * step) > loss(now):
            size /= 2
        now = now - size * step
        if abs(size * step).max() < 1e-4:
            break
    out = dict(zip(names, now.tolist(), strict=True))
    return out | {"bias": out["bias"] + lean}


def f1(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """B-cubed F1 of (gold event, found event) of each mention."""
    both, gold, found = Counter(pairs), Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    precision = sum(n * n / found[event] for (_, event), n in both.items()) / len(pairs)
    recall = sum(n * n / gold[event] for (event, _), n in both.items()) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def measure_within(told: Sequence[Told], tables: Callable[[Hashable], Mapping[str, Mapping[str, float]]]) -> str:
    """How well coreference does on gold mentions and on extracted ones, each article with the tables for its fold."""
    merger, pairs = EnglishMerger(), defaultdict(list)
    for one in told:
        use(tables(fold_of(one)))
        for mention in merger.corefer(analysed(one), one.mentions, one.entities):
            if mention.mention_id in one.cluster:
                event = (one.gold.id, one.cluster[mention.mention_id])
                pairs[one.extracted].append((event, (one.gold.id, mention.event_id)))
    return f"{f1(pairs[False]):.4f} (extracted: {f1(pairs[True]):.4f})"


def measure_about(told: Sequence[Told], tables: Callable[[Hashable], Mapping[str, Mapping[str, float]]]) -> str:
    """How well it is told what mentions are about, each article with the tables for its fold.

    A link is right if it leads to an event that a mention of gold's belongs to.
    """
    merger, right, said, wanted = EnglishMerger(), Counter[bool](), Counter[bool](), Counter[bool]()
    for one in told:
        use(tables(fold_of(one)))
        done = [
            mention
            for mention in merger.corefer(analysed(one), one.mentions, one.entities)
            if mention.mention_id in one.cluster
        ]
        found = {(one.cluster[mention.mention_id], mention.event_id) for mention in done}
        for mention in done:
            answered = one.about[mention.mention_id]
            said[one.extracted] += mention.about is not None
            wanted[one.extracted] += answered is not None
            right[one.extracted] += mention.about is not None and (answered, mention.about) in found
    figures = [2 * right[kind] / ((said[kind] + wanted[kind]) or 1) for kind in (False, True)]
    return f"{figures[0]:.4f} (extracted: {figures[1]:.4f})"


def measure_across(told: Sequence[Told], tables: Callable[[Hashable], Mapping[str, Mapping[str, float]]]) -> str:
    """How well merging does, each topic with the tables for it, all articles in one run."""
    found, cluster, pairs = units(told), clusters(told), []
    topic = {one.gold.id: fold_of(one, topics=True) for one in told}
    for held_out in sorted(set(topic.values()), key=str):
        use(tables(held_out))
        for number, group in enumerate(across.merge_units(found)):
            for unit in (found[i] for i in group):
                if topic[unit.article_id] == held_out:
                    pairs += [(cluster[one.mention_id], (held_out, number)) for one in unit.mentions]
    return f"{f1(pairs):.4f}"


def use(tables: Mapping[str, Mapping[str, float]]) -> None:
    """Let merging decide by these tables, and by its own where they have none."""
    within.weights = links.weights = across.weights = lambda decision: tables.get(decision) or weights(decision)


def write(tables: Mapping[str, Mapping[str, float]]) -> None:
    """Put the tables in the place of those in the package."""
    path = Path(str(resources.files("eventx.merging").joinpath("data/weights.toml")))
    head, *sections = path.read_text(encoding="utf-8").split("\n[")
    out = [head]
    for section in sections:
        name = section.partition("]")[0]
        if name in tables:
            kept = sorted((key, value) for key, value in tables[name].items() if abs(value) >= LEAST or key == "bias")
            section = f"{name}]\n" + "".join(f'"{key}" = {value:.2f}\n' for key, value in kept)
        out.append(section)
    path.write_text("\n[".join(out), encoding="utf-8")


# How each decision is learned: pairs, what they are measured by, and what is added to the bias. B-cubed asks for fewer
# splits than pairs do; but where the firmest tie of two groups counts beside all others, ties are to be firmer.
LEARNED = {
    "within": (pairs_within, measure_within, -0.25),
    "about": (pairs_about, measure_about, -0.1),
    "across": (pairs_across, measure_across, 0.5),
}


def main() -> None:
    """Fit, say what it is worth, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=tuple(LEARNED))
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--trust", type=float, default=40.0)
    parser.add_argument("--lean", type=float, default=None, help="default: -0.25 within, -0.1 about, 0.5 across")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    by_topics = options.what == "across"
    pairs_of, measure, usual = LEARNED[options.what]
    lean = options.lean if options.lean is not None else usual
    told = read(options.gold)
    if not by_topics:
        told += extract([one.gold for one in told])
    pairs = pairs_of(told)

    def tables(held_out: Hashable = None) -> dict[str, dict[str, float]]:
        return {
            name: fitted([pair for pair in some if pair.fold != held_out], weights(name), options.trust, lean)
            for name, some in pairs.items()
        }

    folds = {fold_of(one, topics=by_topics) for one in told}
    without = {fold: tables(fold) for fold in folds}
    as_it_is, fitted_anew = measure(told, lambda _: {}), measure(told, lambda fold: without[fold])
    click.echo(f"{sum(map(len, pairs.values()))} pairs of {len({one.gold.id for one in told})} articles")
    click.echo(f"as it is {as_it_is}, fitted without what is measured {fitted_anew}")
    if options.write:
        write(tables())


if __name__ == "__main__":
    main()
