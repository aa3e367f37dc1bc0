"""The tests: they mirror iossim/; transcripts/ holds sessions as Markdown, properties/ what Hypothesis proves."""
