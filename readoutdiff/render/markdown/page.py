"""The report as Markdown: what was found, a table of the topics, then each topic with the words of the sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readoutdiff.contract import Comparison
from readoutdiff.render import words
from readoutdiff.render.cautions import cautions, outcome_sentence
from readoutdiff.render.checks import looked_up
from readoutdiff.render.chosen import ALL, Choice, chosen, in_words
from readoutdiff.render.markdown.escaping import escaped
from readoutdiff.render.quoting import in_signs
from readoutdiff.render.symbols import RICH
from readoutdiff.render.view.checked import Checked, Item, checked
from readoutdiff.render.view.passages import Passage, rest
from readoutdiff.render.view.rows import Cell, Put, Row, rows
from readoutdiff.render.view.summary import Account, about, accounts, counts, title
from readoutdiff.version import __version__


def render_markdown(comparison: Comparison, languages: Mapping[str, str], choice: Choice = ALL) -> str:
    """The report; `languages` names the documents' languages by id, `choice` says which topics are shown.

    It quotes the evidence alone, so it never has more of a text than that.

    >>> from readoutdiff import compare, read
    >>> render_markdown(compare(read("It rained.", name="story.txt")), {"en": "English"}).splitlines()[0]
    '# No comparison'
    """
    blocks = [*_head(comparison)]
    if comparison.outcome == "compared":
        table = rows(comparison, chosen(comparison, choice))
        blocks += [*_summary(comparison, table), *_topics(comparison, table, choice), *_checked(comparison, table)]
    else:
        blocks.append(escaped(outcome_sentence(comparison, languages)))
    return "\n\n".join([*blocks, "---", words.PROMISE, _signature(comparison)]) + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    yield f"# {escaped(title(comparison))}"
    yield escaped(about(comparison))


def _summary(comparison: Comparison, table: Sequence[Row]) -> Iterator[str]:
    yield f"**{words.counted(len(comparison.topics), 'topic')}**"
    yield _list(f"{c.symbol} {escaped(c.word)}: **{c.number}** ({escaped(c.meaning)})" for c in counts(comparison))
    yield "How much of each account is told:"
    yield _list(_account(account) for account in accounts(comparison, {row.id for row in table}))
    lines = cautions(comparison)
    if lines:
        yield "To bear in mind:"
        yield _list(escaped(line) for line in lines)


def _account(account: Account) -> str:
    told = f"**{escaped(account.name)}**: {escaped(account.told)} ({escaped(account.why)})"
    told += f"; weightiest that only it raises: {escaped(account.weightiest.label)}" if account.weightiest else ""
    return told + (f"; who asked for the call or made it, by its readout: {escaped(account.asked)}" if account.asked else "")


def _topics(comparison: Comparison, table: Sequence[Row], choice: Choice) -> Iterator[str]:
    yield "## Topics"
    yield f"{escaped(in_words(comparison, choice))}." if choice != ALL else "The weightiest first."
    if table:
        yield _table(comparison, table)
    for row in table:
        yield from _topic(row)
    for head, passages in rest(comparison):
        yield f"## {escaped(head)}"
        yield from map(_quote, passages)


def _table(comparison: Comparison, table: Sequence[Row]) -> str:
    """Who raises what, at a glance."""
    lines = [["topic", "verdict", *(escaped(p.name) for p in comparison.parties)], ["---"] * (2 + len(comparison.parties))]
    for row in table:
        cells = [cell.share or cell.standing for cell in row.cells if cell.side >= 0] or ["–"] * len(comparison.parties)
        lines.append([escaped(row.label), f"{row.symbol} {escaped(row.word)}", *cells])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _topic(row: Row) -> Iterator[str]:
    yield f"### {escaped(row.label)}"
    yield f"{row.symbol} **{escaped(row.word)}** – {escaped(row.verdict)}{_notes(row.notes)}"
    if row.findings:
        yield f"{RICH.apart} checked: {', '.join(f'finding {number}' for number in row.findings)}"
    for cell in row.cells:
        yield from _cell(cell)


def _cell(cell: Cell) -> Iterator[str]:
    """What a side says, or what is said of its silence, with the evidence under it."""
    head = f"**{escaped(cell.name)}**"
    if cell.kind in ("raised", "outlet"):
        yield f"{head} ({escaped(cell.figures)})" if cell.figures else head
    else:
        yield f"{head}: {escaped(cell.introduction)}"
    yield from (_quote(passage) for passage in cell.passages)
    yield from map(escaped, cell.again)
    for one in cell.near[:1]:
        if one.lead:
            yield f"{escaped(one.lead)} ({one.score})"
        yield _quote(one.passage)
    if cell.puts:
        yield _list(_put(put) for put in cell.puts)


def _put(put: Put) -> str:
    whom = f" ({escaped(put.whom)} otherwise)" if put.whom else ""
    return f"{RICH.differs} {escaped(put.kind)}: {escaped(put.words)}{whom}"


def _quote(passage: Passage) -> str:
    """The sentence, and under it where it stands and what is not quite sure of it."""
    return f"> {escaped(in_signs(passage.runs))}\n>\n> — {escaped(passage.place)}{_notes(passage.notes)}"


def _notes(notes: Sequence[str]) -> str:
    return "".join(f" [{escaped(note)}]" for note in notes)


def _checked(comparison: Comparison, table: Sequence[Row]) -> Iterator[str]:
    """The article against the readouts, finding by finding."""
    if comparison.mode != "triangulated":
        return
    yield "## The article against the readouts"
    yield looked_up(comparison)
    for side in checked(comparison, table):
        yield from _side(side)


def _side(side: Checked) -> Iterator[str]:
    yield f"### {escaped(side.name)}"
    if not side.kinds:
        yield "Nothing apart was found."
    for kind in side.kinds:
        yield f"**{kind.head}**"
        for item in kind.items:
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    topics = f", on {', '.join(escaped(label) for _, label in item.topics)}" if item.topics else ""
    yield f"{RICH.apart} finding {item.number}{topics}:"
    yield _quote(item.passage)
    yield escaped(item.lead)
    if item.readout:
        yield f"> {escaped(in_signs(item.readout))}"
    if item.beside:
        yield _quote(item.beside)
    if item.changes:
        yield _list(f"{RICH.differs} {escaped(change)}" for change in item.changes)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _signature(comparison: Comparison) -> str:
    texts = "; ".join(f"{d.id} sha256 {d.sha256[:12]}" for d in comparison.documents)
    return escaped(f"readoutdiff {__version__}; {comparison.signature}; {texts}")
