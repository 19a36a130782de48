from django.db import migrations

from homeward.history.triggers import FixedKeeper


class Migration(migrations.Migration):
    """The authority that keeps a record never changes."""

    dependencies = [("due", "0001_initial"), ("history", "0001_initial")]

    operations = [FixedKeeper("due_expectation")]
