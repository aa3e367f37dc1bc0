"""Configuration texts: decoding, lines, pasted sessions, wrapped lines, several routers, diagnostics. Reads into the config tree."""
