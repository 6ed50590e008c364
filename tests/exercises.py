"""One exercise with every kind and every shape, and its key; the texts are our own."""

from readoutdiff.contract import Document, Excerpt, Party
from readoutdiff.exercise.values import Answer, Exercise, Item, Key, Option, Passage
from readoutdiff.value import replace

NORWAY = """Prime Minister Berg spoke with the Swedish Prime Minister today.

The Prime Minister stressed that the night train between Oslo and Gothenburg must run by May, \
and that its price should be low enough for students and families. \
He asked Sweden to mend the bridge at Kornsjø before the winter.

They also discussed herring. The Prime Minister thanked Sweden for the help of its fire brigades in August.
"""
SWEDEN = """The Prime Minister took a call from Prime Minister Berg of Norway on Monday.

They discussed the night train, which could run by June. \
The Prime Minister noted that 25,000 tonnes of grain are stored for the neighbours of Sweden.

Both leaders welcomed the help that fire brigades gave each other in August.
"""
STORY = """Norway and Sweden agreed on Monday that the night train will run by May, both governments said.

Sweden also promised to mend the bridge at Kornsjø, according to the Norwegian account.
"""
SIDES = (Option("only-no", "only Norway"), Option("both", "both"), Option("only-se", "only Sweden"))


def _document(id_, role, text, **rest):
    return Document(
        id=id_, role=role, name=f"{id_}.txt", language="en", encoding="utf-8", sha256="0" * 64, words=len(text.split()), text=text, **rest
    )


def _passage(document, text):
    """The words of a document with the rest of their sentence around them."""
    whole = {"norway": NORWAY, "sweden": SWEDEN, "story": STORY}[document]
    start = whole.index(text)
    end = start + len(text)
    opens, closes = whole.rfind(".", 0, start) + 1, whole.index(".", end - 1) + 1
    return Passage(document, start, end, text, whole[opens:start].lstrip(), whole[end:closes])


ITEMS = (
    Item(
        id="who-1",
        kind="who-says-it",
        shape="choice",
        prompt="Whose account says this?",
        passages=(_passage("sweden", "25,000 tonnes of grain are stored"),),
        options=(Option("no", "Norway"), Option("se", "Sweden")),
    ),
    Item(id="col-1", kind="three-columns", shape="choice", prompt="The bridge at Kornsjø", options=SIDES),
    Item(
        id="col-2",
        kind="three-columns",
        shape="choice",
        prompt="The fire brigades",
        passages=(_passage("norway", "the help of its fire brigades"),),
        options=SIDES,
    ),
    Item(
        id="left-1",
        kind="left-out",
        shape="several",
        prompt="Which of these does Sweden's readout not have?",
        options=(Option("price", "the price"), Option("grain", "the grain"), Option("herring", "herring"), Option("train", "the train")),
    ),
    Item(
        id="left-2",
        kind="left-out",
        shape="quote",
        prompt="Where does Norway's readout speak of the price of the night train?",
    ),
    Item(
        id="weight-1",
        kind="weight",
        shape="order",
        prompt="To which of these does Norway's readout give most words? Begin with the most.",
        options=(Option("herring", "herring"), Option("brigades", "the fire brigades"), Option("train", "the night train")),
    ),
    Item(
        id="word-1",
        kind="wording",
        shape="several",
        prompt="In what do the two accounts of the night train differ?",
        passages=(_passage("norway", "must run by May"), _passage("sweden", "could run by June")),
        options=(Option("date", "the date"), Option("firm", "how firmly it is put"), Option("place", "the place")),
    ),
    Item(
        id="check-1",
        kind="check-the-story",
        shape="choice",
        prompt="Do both readouts say this?",
        passages=(_passage("story", "the night train will run by May"),),
        options=(Option("yes", "Yes, both"), Option("one", "Only one of them"), Option("none", "Neither")),
    ),
    Item(id="write-1", kind="write-it", shape="text", prompt="Write a paragraph that tells both accounts of the night train."),
)

EXERCISE = Exercise(
    title="A night train, and what else was said",
    level="beginner",
    seed=7,
    parties=(
        Party(id="no", name="Norway", adjective="Norwegian", why="its readout"),
        Party(id="se", name="Sweden", adjective="Swedish", why="its readout"),
    ),
    documents=(
        _document("story", "article", STORY, title="Night train agreed"),
        _document("norway", "readout", NORWAY, party="no", date="2024-03-04"),
        _document("sweden", "readout", SWEDEN, party="se", date="2024-03-04"),
    ),
    items=ITEMS,
    minutes=25,
)
MARK = "5f" * 32

KEY = Key(
    exercise=MARK,
    items=(
        Answer(id="who-1", answer="se", evidence=("25,000 tonnes of grain are stored",), why="Grain is Sweden's."),
        Answer(id="col-1", answer="only-no", evidence=("He asked Sweden to mend the bridge at Kornsjø",), confirmed=True),
        Answer(id="col-2", answer="both", evidence=("the help of its fire brigades", "the help that fire brigades gave each other")),
        Answer(id="left-1", answer=("price", "herring"), evidence=("They also discussed herring.",), why="Nothing on either was found."),
        Answer(id="left-2", evidence=("its price should be low enough for students and families",), why="Price is the word."),
        Answer(id="weight-1", answer=("train", "brigades", "herring"), why="They have 31, 11 and 4 words."),
        Answer(id="word-1", answer=("date", "firm"), evidence=("must run by May", "could run by June"), why="Must is firmer than could."),
        Answer(id="check-1", answer="one", evidence=("must run by May",), why="Sweden's has June.", confirmed=True),
        Answer(
            id="write-1",
            answer="Norway said the night train must run by May; Sweden said it could run by June.",
            why="It gives each statement to its side.",
        ),
    ),
)


def _part(document):
    text = document.text
    start = text.index("\n\n") + 2
    end = text.index(".", start) + 1
    return replace(
        document, text="", excerpts=(Excerpt(start=0, end=20, text=text[:20]), Excerpt(start=start, end=end, text=text[start:end]))
    )


IN_EXCERPTS = replace(EXERCISE, documents=tuple(_part(d) for d in EXERCISE.documents))
