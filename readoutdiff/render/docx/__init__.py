"""The report as a Word document, for an editor to mark up."""
