from django.db import migrations

from homeward.history.triggers import FixedKeeper


class Migration(migrations.Migration):
    """Keepers never change."""

    dependencies = [("links", "0001_initial"), ("history", "0002_guard_history")]

    operations = [
        FixedKeeper(f"links_{table}") for table in ("personallink", "device", "word", "code", "feed")
    ]
