"""Learn from labelled stories how much each sign speaks for what: writes readoutdiff/lexicon/signs.toml.

    python -m tests.learn [FOLDER ...]              learn from these folders of cases, by default from the project's own
    python -m tests.learn --without FOLDER ...      and leave these out, to measure on them what is learned from the others

Logistic models, small and strongly regularised: one of four roles for a sentence that names no source; whether it is a
given side's; whether a person is a given side's; whether statements of two sides raise one point. The sentences are seen
twice, once with all sentences before them labelled right and once as the program itself labels them, so that the weights
bear with its errors. Needs scikit-learn (pip install 'readoutdiff[learn]').
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from readoutdiff.attribution.allegiance import placed, settle
from readoutdiff.attribution.attribute import Labeller, attribute
from readoutdiff.attribution.company import Company
from readoutdiff.attribution.context import Context
from readoutdiff.attribution.dates import page_date
from readoutdiff.attribution.figures import Figure, figures
from readoutdiff.attribution.home import find_home, most_named
from readoutdiff.attribution.introducing import introduce
from readoutdiff.attribution.owning import owner_signs
from readoutdiff.attribution.parts import Part, is_voice
from readoutdiff.attribution.people import People
from readoutdiff.attribution.signs import role_signs
from readoutdiff.attribution.unframed import decided, label_unframed
from readoutdiff.lexicon.compiled import FOLDER
from readoutdiff.lexicon.knowledge import Knowledge, load
from readoutdiff.lexicon.tables import ROLES, Signs
from readoutdiff.parsing.story import Sentence, Story, take_apart
from tests.cases import Case, Label, articles
from tests.links import linked

TESTS = Path(__file__).parent
SEEN = 5  # times a sign must be seen to count
ROLE, OWNER, PERSON, LINK = 0.1, 0.15, 1.0, 0.5  # how little the weights are held back


class Told(NamedTuple):
    """A case taken apart, with its people before they are settled."""

    case: Case
    story: Story
    people: People


class Unframed(NamedTuple):
    """A sentence that names no source: its label, its signs, and those of each side, or of all (None), as its owner."""

    label: Label
    signs: Sequence[str]
    owners: Mapping[str | None, Sequence[str]]
    sides: tuple[str, ...]


class Unplaced(NamedTuple):
    """A person whom the text does not place: the side, or None, and the signs of each."""

    party: str | None
    signs: Mapping[str | None, Sequence[str]]


def tell(case: Case, knowledge: Knowledge) -> Told:
    """Take a case apart."""
    story = take_apart(case.text, knowledge)
    people = introduce(story, knowledge, date.fromisoformat(day) if (day := page_date(story)) else None)
    sole = knowledge.grammar.words.sole
    return Told(case, story, people.settled(find_home(story, people, sole), sole, most_named(story)))


def unframed(told: Told, knowledge: Knowledge, right: bool) -> list[Unframed]:
    """All sentences that name no source; the ones before each are labelled `right`, or as the program would."""
    found: list[Unframed] = []

    def labeller(at: Context, number: int, sentence: Sentence, actor: str | None) -> Part:
        label = told.case.label(sentence.start, sentence.end)
        bare = Part(sentence.start, sentence.end, number, "background", actor=actor)
        if label is not None and label.role in ROLES and decided(at, bare, sentence) is None:
            candidates = (*at.sides, None)
            owners = {party: list(owner_signs(at, sentence, party)) for party in candidates}
            found.append(Unframed(label, role_signs(at, sentence), owners, at.sides))
        return _labelled(at, number, sentence, label) if right else label_unframed(at, number, sentence, actor)

    _attribute(told, knowledge, labeller)
    return found


def _attribute(told: Told, knowledge: Knowledge, labeller: Labeller) -> None:
    people = settle(told.story, told.people, told.case.sides, knowledge)
    attribute(told.story, people, told.case.sides, knowledge, labeller)


def _labelled(at: Context, number: int, sentence: Sentence, label: Label | None) -> Part:
    """The part that a sentence is by its label."""
    role = label.role if label is not None and label.role in ROLES else "background"
    parties = tuple(p for p in at.sides if label is not None and p in label.parties)
    last = at.last
    goes_on = last is not None and role in ("statement", "third_party") and (last.role, last.parties) == (role, parties)
    frame = last.frame if last is not None and goes_on else None
    return Part(sentence.start, sentence.end, number, role if parties or role != "statement" else "third_party", parties, frame=frame)


def unplaced(told: Told, knowledge: Knowledge) -> list[Unplaced]:
    """All persons whom the text does not place and who speak, with the signs that are there once all others are placed."""
    known = [(figure, party) for figure in figures(told.story, told.people) for party in _party_of(told, figure)]
    out = []
    for figure, party in known:
        people = placed(told.people, [(other, theirs) for other, theirs in known if other is not figure])
        company = Company(told.story, people, told.case.sides, knowledge)
        out.append(Unplaced(party, {side: list(company.signs(figure, side)) for side in (*told.case.sides, None)}))
    return out


def _party_of(told: Told, figure: Figure) -> list[str | None]:
    """Whose words a figure's are in most places, if the labels tell."""
    votes: Counter[str | None] = Counter()
    for number, noun in figure.places:
        sentence = told.story.sentences[number]
        label = told.case.labels.get(told.story.tokens[noun.first].start)
        if label is None or not any(is_voice(f) and f.source.first == noun.first for f in sentence.frames):
            continue
        if label.role in ROLES and len(label.parties) < 2:
            votes[next(iter(label.parties), None)] += 1
    return [party for party, _ in votes.most_common(1)]


Weights = dict[str, list[float]]
Tables = dict[str, Weights]


def _fitted(rows: Sequence[Iterable[str]], answers: Sequence[object], held: float, order: Sequence[object]) -> Weights:
    """The weights of each sign for the answers in that order, and of 'always'."""
    seen = Counter(sign for row in rows for sign in row)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{sign: 1.0 for sign in row if seen[sign] >= SEEN} for row in rows])
    model = LogisticRegression(C=held, max_iter=5000).fit(table, answers)
    at = [list(model.classes_).index(answer) for answer in order] if len(order) > 1 else [0]
    names = vectors.get_feature_names_out()
    weights = {"always": [round(float(model.intercept_[i]), 2) for i in at]}
    return weights | {name: [round(float(model.coef_[i][j]), 2) for i in at] for j, name in enumerate(names)}


def learn(told: Sequence[Told], knowledge: Knowledge) -> Tables:
    """The tables of weights; `knowledge` has them afterwards. What it had before plays no part.

    Persons come first, then sentences as their labels tell what stands before them, then also as the program itself does;
    last, with all these, the links between statements.
    """
    persons = [(signs, side == p.party) for t in told for p in unplaced(t, knowledge) for side, signs in p.signs.items()]
    person = _without_bias(_fitted([row for row, _ in persons], [answer for _, answer in persons], PERSON, [True]))
    knowledge.signs = signs_of({"role": {"always": [0.0] * len(ROLES)}, "owner": {}, "person": person, "link": {}})
    sentences: list[Unframed] = []
    for right in (True, False):
        sentences += [s for t in told for s in unframed(t, knowledge, right)]
        tables = {**_of_sentences(sentences), "person": person, "link": {}}
        knowledge.signs = signs_of(tables)
    links = list(linked((t.case for t in told), knowledge))
    tables["link"] = _of_links([link.signs for link in links], [link.same for link in links])
    knowledge.signs = signs_of(tables)
    return tables


def _of_links(rows: Sequence[Mapping[str, float]], answers: Sequence[bool]) -> Weights:
    """The weights of signs that are there to some extent."""
    vectors = DictVectorizer()
    model = LogisticRegression(C=LINK, max_iter=5000, fit_intercept=False).fit(vectors.fit_transform(rows), answers)
    return {name: [round(float(weight), 2)] for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)}


def _of_sentences(sentences: Sequence[Unframed]) -> Tables:
    role = _fitted([s.signs for s in sentences], [s.label.role for s in sentences], ROLE, ROLES)
    owned = [(signs, _owns(s, party)) for s in sentences if s.label.role == "statement" for party, signs in s.owners.items()]
    owner = _fitted([row for row, _ in owned], [answer for _, answer in owned], OWNER, [True])
    return {"role": role, "owner": _without_bias(owner)}


def signs_of(tables: Tables) -> Signs:
    """Tables of weights as the program reads them."""
    single = {name: {sign: weight for sign, [weight] in tables[name].items()} for name in ("owner", "person", "link")}
    return msgspec.convert({"role": tables["role"], **single}, Signs)


def _owns(sentence: Unframed, party: str | None) -> bool:
    return sentence.label.parties == ({party} if party else {*sentence.sides})


def _without_bias(weights: Weights) -> Weights:
    """All candidates have it alike."""
    return {sign: weight for sign, weight in weights.items() if sign != "always"}


HEAD = """\
# How much each sign speaks for what; the signs are told in signs.py, owning.py, company.py and linking.py. Learned from labelled stories by
# python -m tests.learn, not written by hand: positive speaks for, negative against. Of roles the weights are those of
# statement, outlet, background and third_party in this order.
"""


def write(tables: Tables, path: Path) -> None:
    """Write the lexicon's file of signs."""
    lines = [HEAD]
    for name, weights in tables.items():
        lines.append(f"[{name}]")
        lines += [f'"{sign}" = {weight if name == "role" else weight[0]}' for sign, weight in sorted(weights.items())]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def main(names: list[str]) -> None:
    """Learn and write."""
    left_out = [Path(n).resolve() for n in names[names.index("--without") + 1 :]] if "--without" in names else []
    given = [Path(n) for n in names[: names.index("--without") if "--without" in names else None]]
    missing = [str(f) for f in (*left_out, *given) if not f.is_dir()]
    if missing:
        sys.exit(f"{', '.join(missing)}: no such folder")
    folders = [f for f in given or default_folders() if f.resolve() not in left_out]
    knowledge = load()
    tables = learn([tell(case, knowledge) for case in articles(folders, knowledge)], knowledge)
    write(tables, FOLDER / "signs.toml")
    print(f"{len(folders)} folders; {', '.join(f'{len(weights)} signs of {name}' for name, weights in tables.items())}")


def default_folders() -> list[Path]:
    """The project's own stories and samples, and the hand-made cases where READOUTDIFF_GOLD names them."""
    gold = os.environ.get("READOUTDIFF_GOLD")
    own = [*sorted(TESTS.glob("stories/round-*"), key=lambda p: int(p.name.rpartition("-")[2])), TESTS.parent / "samples"]
    return [*own, Path(gold, "articles")] if gold else own


if __name__ == "__main__":
    main(sys.argv[1:])
