"""What an input may hold to act somewhere: in a terminal, a page, Markdown, a spreadsheet, a document."""

from readoutdiff import compare, read

ACTING = {
    "terminal": "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x9b31m",
    "directions": "\u202eevil\u202c \u2067evil\u2069 re\u200bfund \ufeff",
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)> <b onclick=alert(1)>bold</b> </td></table> <!-- x --> &lt; &amp;nbsp",
    "links": "javascript:alert(1) [click](javascript:alert(1)) ![pixel](http://evil.example/x.png) <http://evil.example> https://evil.example/a",
    "addresses": "www.evil.example WWW.Evil.Example http://evil.example mailto:a@evil.example b@evil.example @octocat #17 ftp://evil.example",
    "markdown": "*a* **b** __c__ `d` ``e`` ~~f~~ ==g== ^h^ a_b_c | x | y | [^1] [^1]: note [ref]: x $5 and $6$ \\ \\* {.x} {#y} :::",
    "templates": "{{ 7*7 }} {% include x %} {{< shortcode >}}",
    "heading": "\n# head",
    "rule": "\n---\n===\n***\n",
    "list": "\n- item\n1. item\n+ item\n> item\n",
    "code": "\n\n    code\n```\nfence\n~~~\n",
    "table": "\n| a | b |\n|---|---|\n| c | d |\n",
    "xml": "]]> <w:p/> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e; _x0041_ \ufffe\uffff \x0b\x0c\x1c\x85",
    "null": "nu\x00ll",
}  # fmt: skip
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x", "\ufe661", " =1", "\n=1",
    "\u00a0=1", "\u00ad=1",
    '=HYPERLINK("http://evil.example")', "=cmd|' /C calc'!A0",
]  # fmt: skip
HALF = "ha\udce9lf.txt"  # a file's name that is not UTF-8


def hostile(text):
    """A comparison of two readouts that raise the same point in the same sentence, which holds the text; so do the names of the files."""
    said = f'{text} was in the night train from Oslo that runs at dawn, "{text}" and all.'
    return compare(
        read(f"Norway spoke with Sweden about grain.\n\n{said}", role="readout", party="no", name=f"{text}.txt", language="en"),
        read(f"Sweden spoke with Norway about herring.\n\n{said}", role="readout", party="se", name=HALF, language="en"),
    )
