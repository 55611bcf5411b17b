"""What the chapters import: tables with provenance, charts, controls; nothing is imported here."""
