"""Reading a request: bytes to a method and its parameters."""
