"""Spelling: which words of a text are looked up, in which dictionary, and the process that looks them up."""
