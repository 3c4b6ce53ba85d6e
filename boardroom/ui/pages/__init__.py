"""The places on the rail, a page to a file."""
