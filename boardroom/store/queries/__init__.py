"""Every SELECT that a page, a document or a command needs."""
