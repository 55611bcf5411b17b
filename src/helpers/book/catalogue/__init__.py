"""The catalogue of the tables: a page for each, downloads, and the index of archive files."""
