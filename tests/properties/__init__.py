"""Properties: what must hold for every line and configuration that the grammars allow."""
