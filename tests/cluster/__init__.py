"""Tests with a Dask cluster on this machine."""
