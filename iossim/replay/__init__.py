"""`iossim replay`: sends the requests of a capture to another CME, and compares the answers value by value."""

from iossim.replay.command import run_replay

__all__ = ["run_replay"]
