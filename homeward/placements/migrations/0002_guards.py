from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper

_OF_PUPIL = {"parent_table": "pupils_pupil", "parent_column": "pupil_id"}
_OF_PLACEMENT = {"parent_table": "placements_placement", "parent_column": "placement_id"}


class Migration(migrations.Migration):
    """Keepers never change; what was written down once is only ever added to."""

    dependencies = [("placements", "0001_initial"), ("history", "0002_guard_history")]

    operations = [
        FixedKeeper("placements_journey", **_OF_PUPIL),
        FixedKeeper("placements_placement", **_OF_PUPIL),
        *(
            FixedKeeper(f"placements_{table}", **_OF_PLACEMENT)
            for table in (
                "urgentstart",
                "ending",
                "party",
                "namedadult",
                "session",
                "planversion",
                "milestonedone",
                "contact",
                "telling",
                "belonging",
                "review",
            )
        ),
        FixedKeeper(
            "placements_planline",
            parent_table="placements_planversion",
            parent_column="version_id",
        ),
        *(
            AppendOnly(f"placements_{table}")
            for table in (
                "urgentstart",
                "ending",
                "planversion",
                "planline",
                "contact",
                "telling",
                "belonging",
                "review",
            )
        ),
    ]
