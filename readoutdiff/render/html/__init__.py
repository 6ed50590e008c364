"""The report as one page that stands alone: template, style and script are real files beside the code that fills them."""
