from django.db import migrations

from homeward.history.triggers import AppendOnly, FixedKeeper


class Migration(migrations.Migration):
    """History is only ever added to; its words may be erased, never changed."""

    dependencies = [("history", "0001_initial")]

    operations = [
        AppendOnly("history_entry"),
        AppendOnly("history_entrypayload", may_delete=True),
        AppendOnly("history_reading", may_delete=True),
        FixedKeeper("history_chain"),
        FixedKeeper(
            "history_entrypayload", parent_table="history_entry", parent_column="entry_id"
        ),
        FixedKeeper("history_draft"),
    ]
