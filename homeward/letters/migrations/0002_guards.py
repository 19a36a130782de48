from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper


class Migration(migrations.Migration):
    """Keepers never change; what was written to somebody stands word for word."""

    dependencies = [("letters", "0001_initial"), ("history", "0002_guard_history")]

    operations = [
        FixedKeeper("letters_message"),
        FixedKeeper("letters_approval"),
        FixedKeeper(
            "letters_delivery", parent_table="letters_message", parent_column="message_id"
        ),
        AppendOnly("letters_message"),
    ]
