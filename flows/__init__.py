"""Thin Prefect flows around `cleaners`; all input and output lives here."""
