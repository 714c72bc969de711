import pytest


@pytest.fixture(scope="session")
def prefect_server():
    """A Prefect server of its own for the tests that need one; it takes half a minute to start."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield
