"""The language server: what editors show of configurations while they are typed, by the Language Server Protocol."""
