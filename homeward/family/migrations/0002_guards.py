from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper

_OF_PLACEMENT = {"parent_table": "placements_placement", "parent_column": "placement_id"}


class Migration(migrations.Migration):
    """Keepers never change; what somebody said is only ever added to."""

    dependencies = [
        ("family", "0001_initial"),
        ("history", "0002_guard_history"),
        ("placements", "0008_guard_letters_and_briefings"),
    ]

    operations = [
        *(
            FixedKeeper(f"family_{table}", **_OF_PLACEMENT)
            for table in ("reply", "familyanswer", "childwords", "note")
        ),
        FixedKeeper("family_replyanswer", parent_table="family_reply", parent_column="reply_id"),
        FixedKeeper(
            "family_wordsheard", parent_table="family_childwords", parent_column="words_id"
        ),
        *(
            AppendOnly(f"family_{table}")
            for table in ("reply", "replyanswer", "familyanswer", "childwords", "wordsheard")
        ),
    ]
