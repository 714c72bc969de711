"""Thin Prefect flows around `cleaners`; all input and output lives here.

A few of Prefect's own defaults do not suit a run that starts its server for itself; they are
changed here, before Prefect is imported, and only where the environment says nothing.
"""

import os

TRIGGERS = "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED"

_DEFAULTS = {
    # On a busy machine, or the first time, its server takes longer to start than it is given.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    # It ends with the run: automations are for a server that stays, and here their bookkeeping
    # locks its small database against the run's own.
    TRIGGERS: "false",
    # Nothing is sent anywhere.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}
for _name, _value in _DEFAULTS.items():
    os.environ.setdefault(_name, _value)
