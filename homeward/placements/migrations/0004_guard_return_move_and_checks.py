from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper

_OF_PLACEMENT = {"parent_table": "placements_placement", "parent_column": "placement_id"}
_ADDED_TO = (
    "reviewprogress",
    "enddatechange",
    "returnladder",
    "laddermove",
    "parttimeanswer",
    "adjustmentinplace",
    "schoolprepared",
    "moveanswer",
    "sustainedcheck",
    "authoritycheck",
)


class Migration(migrations.Migration):
    """Keepers never change; what was decided, answered or checked is only ever added to."""

    dependencies = [("placements", "0003_return_move_and_checks")]

    operations = [
        *(
            FixedKeeper(f"placements_{table}", **_OF_PLACEMENT)
            for table in (*_ADDED_TO, "reviewaction", "move", "waiting")
        ),
        FixedKeeper(
            "placements_ladderstep",
            parent_table="placements_returnladder",
            parent_column="ladder_id",
        ),
        *(AppendOnly(f"placements_{table}") for table in (*_ADDED_TO, "ladderstep")),
    ]
