"""A password for one sign-in lapses: those given before anybody kept since when count from now."""

from django.db import migrations
from django.utils import timezone


def since_now(apps, schema_editor):
    people = apps.get_model('organs', 'User').objects
    people.filter(password_given=True, password_changed_at=None).update(password_changed_at=timezone.now())


class Migration(migrations.Migration):

    dependencies = [
        ('organs', '0004_post_of_discipline_inspection'),
    ]

    operations = [
        migrations.RunPython(since_now, migrations.RunPython.noop),
    ]
