"""Other people's tools, unmodified, read what the router prints."""
