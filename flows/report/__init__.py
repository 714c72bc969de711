"""What people read after a run: a summary in the Prefect UI and a page with documents in colour."""
