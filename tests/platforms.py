"""What learning platforms must read in the files for them: from the exercise and its key; and hostile exercises to try it with."""

from html.parser import HTMLParser

from hypothesis import strategies as st

from readoutdiff import compare, read, read_file
from readoutdiff.exercise.forms.meanings import meanings
from readoutdiff.exercise.forms.questions import questions
from readoutdiff.exercise.values import Answer, Item, Key, Option, Passage
from readoutdiff.render.shown import plain
from readoutdiff.value import Value, replace
from tests.conftest import DEMO
from tests.exercises import EXERCISE, KEY, MARK
from tests.hostile import ACTING, FORMULAS
from tests.stories import OSLO, STOCKHOLM, beside

ALTERED = "Norway stressed that the night train would run “on time and at a low price,” the Norwegian readout said."
TOKENS = (
    *ACTING.values(), *FORMULAS,
    "~%50%x", "%100%x", "=a -> b", "####", "#", "$CATEGORY: x", "::a::", "// x", "\\n", "\\\\", "\\", "{", "}", "[html]", "[plain] x",
    "&&058;", "]]>", "&#36;", "&lt;", "$$x$$", "\\(x\\)", "\\[x\\]", "www.evil.example",
    "GROUP", "END_GROUP", "1. x", "1.", "1...", "a) x", "*a) x", "[*] x", "[ ] x", "... x", "...", "Title: x", "Text: x",
    "Quiz title: x", "! x", "____", "```", "```{.python .run}", "~~~", "COMMENT", "% x", "$x$", "$5 and $6", "\\num{x}", "\\SI{5}{\\m}",
    "<!-- x -->", "-- --- ...", "'a' \"b\" it's", ": x", "> x", "+ x", "===", "***", "[^1]: x", "[a]: http://evil.example", "a | b",
    "", " ", "\ud800", "\x02\x03", "True",
)  # fmt: skip
_PIECES = st.sampled_from(TOKENS) | st.text("\\~=#{}:/->$%[]()&<`*_.1a \n", max_size=6) | st.text(max_size=4)
TEXTS = st.lists(_PIECES, max_size=3).map(" ".join)
STORIES = {
    "article": lambda: compare(read_file(str(DEMO))),
    "readouts": lambda: compare(read(OSLO, role="readout", party="no"), read(STOCKHOLM, role="readout", party="se")),
    "article-beside-readouts": lambda: beside(ALTERED),
}
SHAPES = ("choice", "several", "order", "quote", "text")


class Words(HTMLParser):
    """The blocks of a piece of HTML as they are read, and its tags."""

    def __init__(self, html):
        super().__init__()
        self.blocks, self.tags, self.attributes = [""], set(), []
        self.feed(html)
        self.close()
        self.blocks = [found for found in (" ".join(block.split(" ")).strip() for block in self.blocks) if found]

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        if tag in ("p", "blockquote"):
            self.blocks.append("")

    def handle_data(self, data):
        self.blocks[-1] += data.strip("\n")


class Read(Value, frozen=True):
    """A question: its name, the blocks that ask it, each answer with 1 for a right one or its place in an order, the blocks told then."""

    name: str
    asked: tuple[str, ...]
    answers: tuple[tuple[str, int], ...]
    told: tuple[str, ...]


def said(text):
    return " ".join(plain(text).split()) or "–"


def labels(item):
    """The options; of those that read the same the second is numbered."""
    found = []
    for label in (said(option.label) for option in item.options):
        found.append(next(name for n in range(1, 99) for name in [label if n == 1 else f"{label} ({n})"] if name not in found))
    return found


def wanted(exercise, key):
    """All questions of an exercise, each as a platform must read it, but for its name, and how it is answered."""
    return [_wanted(question, key.of(question.item.id)) for question in questions(exercise)]


def _wanted(question, answer):
    item = question.item
    first, *lines = item.prompt.splitlines() or [""]
    asked = [f"{question.number}. {said(first)}", *(said(line) for line in lines if line.strip())]
    asked += [_passage(shown) for shown in question.passages]
    parts = any(passage.before or passage.after for passage in item.passages)
    asked += ["The question is about the words in bold; the rest of a sentence only shows where they stand."] if parts else []
    asked += [f"{meaning.label}: {meaning.text}." for meaning in meanings(item.kind, [item])]
    given = (answer.answer,) if isinstance(answer.answer, str) else answer.answer
    places = [given.index(o.id) + 1 if o.id in given else 0 for o in item.options]
    marks = places if item.shape == "order" else [int(place > 0) for place in places]
    told = ["A model answer:", *(said(line) for line in str(given[0]).splitlines() if line.strip())] if item.shape == "text" else []
    told += ["Evidence:", *map(said, answer.evidence)] if answer.evidence else []
    told += ["And of the other side:", *map(said, answer.beside)] if answer.beside else []
    why = answer.why if answer.confirmed else f"{answer.why} (Made by machine; no teacher has confirmed it.)".strip()
    return Read("", tuple(asked), tuple(zip(labels(item), marks, strict=True)), (*told, *([said(why)] if why else [])))


def _passage(shown):
    whose = f"{shown.whose}: " if shown.whose else ""
    words = [whose + shown.passage.before, said(shown.passage.text), shown.passage.after]
    return " ".join("".join(plain(f".{word}.")[1:-1] for word in words).split())


def unnamed(read, how=1):
    """What was read without its name, and without what says how it is answered."""
    return replace(read, name="", asked=read.asked[:-how])


def everywhere(place):
    """An exercise in which each token stands in such a place of a question, and its key."""
    one = EXERCISE.items[0]
    items, answers = [], []
    for n, text in enumerate(TOKENS):
        id_ = f"{n} {text}" if place == "id" else str(n)
        passage = replace(one.passages[0], text=text, before=f"{text} ", after=f" {text}") if place == "passage" else one.passages[0]
        options = (replace(one.options[0], label=text if place == "label" else "Norway"), one.options[1])
        items.append(replace(one, id=id_, prompt=text if place == "prompt" else one.prompt, options=options, passages=(passage,)))
        answers.append(replace(KEY.items[0], id=id_, why=text if place == "why" else "Why not?", evidence=(text,) * (place == "evidence")))
    return replace(EXERCISE, items=tuple(items)), Key(exercise=MARK, items=tuple(answers))


PLACES = ("prompt", "passage", "label", "why", "evidence", "id")


@st.composite
def _items(draw, id_, shape, texts):
    marked = shape in ("choice", "several", "order")
    options = tuple(Option(f"o{n}", draw(texts)) for n in range(draw(st.integers(2, 5)))) if marked else ()
    passages = [Passage("norway", 0, 1, draw(texts), f"{draw(texts)} ", f" {draw(texts)}") for _ in range(draw(st.integers(0, 2)))]
    return Item(id=id_ + draw(texts), kind="wording", shape=shape, prompt=draw(texts), passages=tuple(passages), options=options)


@st.composite
def _answers(draw, item, texts):
    ids = [option.id for option in item.options]
    several = st.lists(st.sampled_from(ids), min_size=1, unique=True) if ids else st.nothing()
    given = {"choice": st.sampled_from(ids or [""]), "several": several.map(tuple), "order": st.permutations(ids).map(tuple)}
    evidence, beside = (tuple(draw(st.lists(texts, max_size=2))) for _ in range(2))
    answer = draw(given.get(item.shape, texts))
    return Answer(id=item.id, answer=answer, evidence=evidence, beside=beside, why=draw(texts), confirmed=draw(st.booleans()))


@st.composite
def hostile_exercises(draw, texts=TEXTS):
    """An exercise with a question of each shape, and its key, in which any text may be any."""
    items, answers = [], []
    for n, shape in enumerate(SHAPES):
        item = draw(_items(f"{n}", shape, texts))
        items.append(item)
        answers.append(draw(_answers(item, texts)))
    documents = tuple(replace(d, text=draw(texts), title=draw(texts)) for d in EXERCISE.documents)
    parties = tuple(replace(p, name=draw(texts)) for p in EXERCISE.parties)
    exercise = replace(EXERCISE, title=draw(texts), parties=parties, documents=documents, items=tuple(items))
    return exercise, Key(exercise=MARK, items=tuple(answers))
