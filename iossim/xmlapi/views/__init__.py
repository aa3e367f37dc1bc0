"""The ISget methods as data, and what fills them from a router."""
