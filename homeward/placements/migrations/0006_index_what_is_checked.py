from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("placements", "0005_ending_put_right")]

    operations = [
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                condition=models.Q(
                    ("checks_from_on__isnull", False),
                    ("held_on__isnull", True),
                    ("not_held_on__isnull", True),
                ),
                fields=["keeper", "id"],
                name="placement_checked_of_area",
            ),
        ),
    ]
