from django.db import migrations

from homeward.history.triggers import FixedKeeper

_PARENT = {"parent_table": "pupils_pupil", "parent_column": "pupil_id"}


class Migration(migrations.Migration):
    """Who keeps a child's record never changes, and everything below it has the same keeper."""

    dependencies = [("pupils", "0001_initial"), ("history", "0002_guard_history")]

    operations = [
        FixedKeeper("pupils_pupil"),
        FixedKeeper("pupils_pupilname", **_PARENT),
        FixedKeeper("pupils_household", **_PARENT),
        FixedKeeper("pupils_familyadult", **_PARENT),
        FixedKeeper("pupils_shield", **_PARENT),
    ]
