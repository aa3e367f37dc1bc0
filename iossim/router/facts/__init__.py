"""Tables of Unified CME that the EXEC commands and the XML API both read. A table is here once."""
