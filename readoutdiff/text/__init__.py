"""Characters: tokens, sentences, quotations, and which lines of a page are no text. Nothing here knows a word of a language."""
