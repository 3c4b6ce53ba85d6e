"""Reports over many meetings: figures that were counted in the board file become a document, with charts."""
