"""The report for the terminal: a summary, then a row for each topic with the sides' words side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readoutdiff.contract import Candidate, Comparison, Party, Span, Topic
from readoutdiff.render import words
from readoutdiff.render.drawing import Drawing, Style, draw

NARROW = 90  # columns: below, cells are stacked
_SEVERAL = 2  # sides: with more, a matrix helps
_BAR = 10  # cells of an emphasis bar
_COLORS = {"shared": "bold", "possible": "italic", "one_sided": "bold", "outlet_only": "dim"}


def render_text(comparison: Comparison, style: Style, languages: dict[str, str]) -> str:
    """The whole report as text, with ANSI colours where `style` has them; lines are no wider than its width."""
    return draw(_Report(comparison, style).parts(words.outcome_sentence(comparison, languages)), style)


class _Report(Drawing):
    def __init__(self, comparison: Comparison, style: Style) -> None:
        super().__init__(comparison, style)
        self.heaviest = max((e.share for t in comparison.topics for e in t.emphasis.values()), default=0.0)

    def parts(self, sentence: str) -> Iterator[RenderableType]:
        yield self.title("No comparison")
        if self.comparison.outcome != "compared":
            yield Text(self.plain(sentence))
            return
        yield from (Padding(line, (0, 0, 0, 2)) for line in self._summary())
        yield Text("")
        columns = self.style.width is not None and self.style.width >= NARROW and len(self.comparison.parties) * 36 <= self.style.width
        yield from self._several()
        yield from self._findings()
        yield self._table() if columns else Group(*self._stacked())
        yield from self._loose()
        yield Text(words.PROMISE, style="dim")

    def _summary(self) -> Iterator[Text]:
        """How many topics of each verdict, how much of each account is told, what to bear in mind."""
        counts = Counter(t.status for t in self.comparison.topics)
        only = Counter(next(iter(t.segments)) for t in self.comparison.topics if t.status == "one_sided")
        yield Text(words.counted(len(self.comparison.topics), "topic"), style="bold")
        yield Text(f"{self.signs.shared} both       {counts['shared']:>3}   raised by two sides or more")
        yield Text(
            f"{self.signs.possible} possible   {counts['possible']:>3}   one side raises it; whether another does is left to the reader"
        )
        for place, party in enumerate(self.comparison.parties):
            yield Text(f"{self._arrow(place)} only       {only[party.id]:>3}   ").append(party.name, style=self.colors[party.id])
        yield Text(f"{self.signs.outlet} outlet     {counts['outlet_only']:>3}   the outlet's own, given to no side")
        differing = sum(len(t.differences) for t in self.comparison.topics)
        if differing:
            yield Text(f"{self.signs.differs} differ     {differing:>3}   put differently within a shared point; both may be true")
        yield from (self.coverage(party) for party in self.comparison.parties)
        yield from (self._asked(party) for party in self.comparison.parties if party.id in self.comparison.asked)
        yield from (
            Text(f"! {caution}", style="yellow") for caution in (*words.cautions(self.comparison), *words.corrections(self.comparison))
        )

    def _several(self) -> Iterator[RenderableType]:
        """With three sides or more: who raises what, at a glance."""
        if len(self.comparison.parties) > _SEVERAL:
            from readoutdiff.render.matrix import matrix, silences

            yield from (matrix(self), silences(self), Text(""))

    def _findings(self) -> Iterator[RenderableType]:
        """Of an article beside readouts: what it and they have apart."""
        if self.comparison.mode == "triangulated":
            from readoutdiff.render.findings import findings

            yield from findings(self)

    def _asked(self, party: Party) -> Text:
        """Who asked for the call, by a side's own readout."""
        reading = self.comparison.asked[party.id]
        told = self.plain(self.comparison.text_of(Span(document=reading.document, start=reading.start, end=reading.end)))
        asker = words.party_of(self.comparison, reading.normal).name
        return Text(f"Asked for the call, by {words.genitive(party.name)} readout: {asker} (“{told}”)")

    def _loose(self) -> Iterator[RenderableType]:
        """What the article says is missing, where it could not be told of which statement."""
        remarks = words.loose_remarks(self.comparison)
        if remarks:
            yield Text("The article also says:", style="bold")
        yield from (Text(f"  {self._words_of(remark.id)}") for remark in remarks)

    def _arrow(self, place: int) -> str:
        return self.signs.left if place == 0 else self.signs.right

    def _table(self) -> Table:
        sides = len(self.comparison.parties)
        free = (self.style.width or NARROW) - 2 - 3 * (sides + 1)  # without edges and the space between columns
        label = free * 3 // (3 + 5 * sides)
        side = (free - label) // sides
        table = Table(box=box.ASCII if self.style.ascii_only else box.HORIZONTALS, show_lines=True, pad_edge=False)
        table.add_column("Topic", width=label, overflow="fold")
        for party in self.comparison.parties:
            table.add_column(Text(party.name, style=self.colors[party.id]), width=side, overflow="fold")
        for topic in self.comparison.topics:
            table.add_row(self._heading(topic), *self._cells(topic))
        return table

    def _heading(self, topic: Topic) -> Text:
        head = Text(f"{self._sign(topic)} {self._word(topic)}", style=_COLORS[topic.status])
        head.append(f"\n{self.plain(topic.label)}", style="not italic not dim")
        return head.append(self._vouched(topic.corrected, topic.confirmed), style="not bold not italic dim")

    def _word(self, topic: Topic) -> str:
        if topic.status == "one_sided":
            return f"only {words.party_of(self.comparison, next(iter(topic.segments))).name}"
        if topic.status == "shared" and len(self.comparison.parties) > 2:
            return f"{len(topic.segments)} of {len(self.comparison.parties)}"
        return words.short_verdict(topic)

    def _sign(self, topic: Topic) -> str:
        if topic.status == "one_sided":
            return self._arrow([p.id for p in self.comparison.parties].index(next(iter(topic.segments))))
        return {"shared": self.signs.shared, "possible": self.signs.possible, "outlet_only": self.signs.outlet}[topic.status]

    def _cells(self, topic: Topic) -> list[RenderableType]:
        if topic.status == "outlet_only":
            told = Text(" ".join(self._words_of(s) for s in topic.outlet), style="dim")
            return [told, *(Text("") for _ in self.comparison.parties[1:])]
        return [self._cell(topic, party) for party in self.comparison.parties]

    def _cell(self, topic: Topic, party: Party) -> Text:
        if party.id in topic.segments:
            cell = Text(style="")
            for number, segment in enumerate(topic.segments[party.id]):
                cell.append("\n" if number else "")
                if self._told_beside(segment, party):
                    cell.append("the same joint statement", style="dim")
                    continue
                cell.append_text(self._evidence(segment, self.colors[party.id]))
                cell.append(self._mark(segment), style="dim")
            cell.append_text(self._differences(topic, party))
            return cell.append("\n").append_text(self._bar(topic, party))
        if party.id in topic.possible:
            return self._undecided(topic, party, topic.possible[party.id])
        cell = Text(words.silence(self.comparison, party.id), style="dim")
        if party.id in topic.remarks:
            cell.append(" The article says: ").append(self._words_of(topic.remarks[party.id]), style="not dim")
        near = topic.nearest.get(party.id)
        return cell.append(" Nearest: ").append(self._passage(near)) if near else cell

    def _told_beside(self, segment: str, party: Party) -> bool:
        """Whether a joint statement stands in the column of a side before this one."""
        behind = self.segments[segment].parties
        return next(p.id for p in self.comparison.parties if p.id in behind) != party.id

    def _undecided(self, topic: Topic, party: Party, found: tuple[Candidate, ...]) -> Text:
        nearest = found[0] if found else None
        if nearest is None or not nearest.score:
            why = "nothing of its account is told" if nearest is None else "no passage shares a word with it"
            return Text(f"{self.signs.possible} not decided: {why}", style="dim")
        near = "may be the same point" if words.is_near(self.comparison, topic, party.id, nearest) else "not decided; what comes nearest"
        told = near if party.id in self.segments[nearest.segment].parties else f"the outlet tells, of whom is not said; {near}"
        return Text(f"{self.signs.possible} {told}: ").append(self._passage(nearest), style="italic")

    def _words_of(self, segment: str) -> str:
        return self.plain(self.comparison.text_of(self.segments[segment]))

    def _evidence(self, segment: str, color: str) -> Text:
        """The whole sentence in which a statement stands, with the statement marked where it is but a part of it."""
        found = self.segments[segment]
        if found.sentence is None:
            return Text(self._words_of(segment), style=color)
        document = found.document
        before, after = (
            self.plain(self.comparison.text_of(Span(document=document, start=start, end=end)))
            for start, end in ((found.sentence.start, found.start), (found.end, found.sentence.end))
        )
        opens, closes = self.signs.part
        cell = Text(f"{before} " if before else "", style="dim")
        cell.append(f"{opens}{self._words_of(segment)}{closes}", style=f"not dim {color}")
        return cell.append(f" {after}" if after and after[0].isalnum() else after, style="dim")

    def _mark(self, segment: str) -> str:
        """What is not quite sure about a statement is said beside it; so is whose account it is of what another side said."""
        found = self.segments[segment]
        mark = f" [{found.tier}]" if found.tier in ("inferred", "carried") else " [joint]" if len(found.parties) > 1 else ""
        told = words.told_of(self.comparison, found)
        return f"{mark}{f' [{told}]' if told else ''}{self._vouched(found.corrected, found.confirmed)}"

    @staticmethod
    def _vouched(corrected: bool, confirmed: bool) -> str:
        return f"{' [corrected]' if corrected else ''}{' [confirmed]' if confirmed else ''}"

    def _differences(self, topic: Topic, party: Party) -> Text:
        """The side's own words for what others put differently."""
        others: dict[tuple[str, str], list[str]] = {}
        for difference in topic.differences:
            reading = difference.values.get(party.id)
            if reading is not None:
                span = Span(document=reading.document, start=reading.start, end=reading.end)
                told = self.plain(self.comparison.text_of(span))
                others.setdefault((difference.kind, told), []).extend(
                    words.party_of(self.comparison, p).name for p in difference.values if p != party.id
                )
        lines = Text()
        for (kind, told), names in others.items():
            whom = f" ({words.joined(list(dict.fromkeys(names)))} otherwise)" if len(self.comparison.parties) > _SEVERAL else ""
            lines.append(f"\n{self.signs.differs} {kind}: {told}{whom}", style="yellow")
        return lines

    def _passage(self, candidate: Candidate) -> str:
        return f"{self._words_of(candidate.segment)} ({candidate.score:.2f})"

    def _bar(self, topic: Topic, party: Party) -> Text:
        emphasis = topic.emphasis[party.id]
        filled = max(1, round(_BAR * emphasis.share / self.heaviest)) if self.heaviest else 0
        bar = Text(self.signs.full * filled, style=self.colors[party.id]).append(self.signs.empty * (_BAR - filled), style="dim")
        notes = [f"{emphasis.share:.0%} of its words"]
        notes += [f"{len(emphasis.emphatic)} emphatic"] if emphasis.emphatic else []
        notes += [f"{emphasis.quoted:.0%} quoted"] if emphasis.quoted else []
        return bar.append(" " + ", ".join(notes), style="not bold dim")

    def _stacked(self) -> Iterator[RenderableType]:
        for topic in self.comparison.topics:
            head = Text(f"{self._sign(topic)} {self._word(topic)}: ", style=_COLORS[topic.status])
            head.append(self.plain(topic.label), style="not italic not dim bold")
            yield head.append(self._vouched(topic.corrected, topic.confirmed), style="not bold not italic dim")
            yield Padding(Text(words.verdict(self.comparison, topic), style="dim"), (0, 0, 0, 2))
            if topic.status == "outlet_only":
                yield Padding(self._cells(topic)[0], (0, 0, 0, 2))
            for party in self.comparison.parties if topic.status != "outlet_only" else ():
                yield Padding(Text(party.name, style=self.colors[party.id]), (0, 0, 0, 2))
                yield Padding(self._cell(topic, party), (0, 0, 0, 4))
            yield Text("")
