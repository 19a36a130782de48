from django.db import migrations


class Migration(migrations.Migration):
    """What is typed past a time-out is kept with the session (ADR 0007)."""

    dependencies = [("history", "0002_guard_history")]

    operations = [migrations.DeleteModel(name="Draft")]
