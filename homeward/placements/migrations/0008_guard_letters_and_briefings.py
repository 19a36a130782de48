from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper

_OF_PLACEMENT = {"parent_table": "placements_placement", "parent_column": "placement_id"}
_ADDED_TO = (
    "mailing",
    "briefing",
    "briefingout",
    "briefingreceipt",
    "briefingexcuse",
    "adjustmenttick",
    "readinessrating",
)


class Migration(migrations.Migration):
    """Keepers never change; what was written, read, ticked or rated is only ever added to."""

    dependencies = [("placements", "0007_family_letters_and_briefings")]

    operations = [
        *(FixedKeeper(f"placements_{table}", **_OF_PLACEMENT) for table in (*_ADDED_TO, "taughtby")),
        FixedKeeper("placements_teacher"),
        FixedKeeper(
            "placements_sending", parent_table="placements_mailing", parent_column="mailing_id"
        ),
        *(AppendOnly(f"placements_{table}") for table in _ADDED_TO),
    ]
