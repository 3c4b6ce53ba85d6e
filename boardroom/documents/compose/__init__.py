"""Composers: a record and an audience become a document tree."""
