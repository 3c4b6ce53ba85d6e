"""What people do: one module per part of the work, plain functions that take a writing session."""
