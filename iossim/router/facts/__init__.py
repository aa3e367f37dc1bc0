"""Tables of Unified CME that the EXEC commands and the XML API both read; each table is here once."""
