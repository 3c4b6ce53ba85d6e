"""Widgets that know no meeting: theme, rows, fields, editor, marks; pages are made of them."""
