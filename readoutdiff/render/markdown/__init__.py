"""The report as Markdown, to paste into an editorial system or a pull request."""
