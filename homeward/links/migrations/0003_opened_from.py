from django.db import migrations, models


class Migration(migrations.Migration):
    """Who opened a link may open it again within a minute: a button that was pressed twice."""

    dependencies = [("links", "0002_guards")]

    operations = [
        migrations.AddField(
            model_name="personallink",
            name="opened_from",
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
