from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper

_OF_REQUEST = {"parent_table": "support_supportrequest", "parent_column": "request_id"}


class Migration(migrations.Migration):
    """Keepers never change; what was written once is only ever added to."""

    dependencies = [("support", "0001_initial"), ("history", "0002_guard_history")]

    operations = [
        FixedKeeper(
            "support_supportrequest",
            parent_table="placements_placement",
            parent_column="placement_id",
        ),
        *(
            FixedKeeper(f"support_{table}", **_OF_REQUEST)
            for table in ("ownership", "reply", "requeststep", "schoolasked", "outcome")
        ),
        AppendOnly("support_supportrequest"),
        AppendOnly("support_reply"),
    ]
