"""A file tells of a thing once, and only a withdrawal goes without a text."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('dispatch', '0003_texts_that_were_sent')]

    operations = [
        migrations.RemoveField(model_name='sent', name='edition'),
        migrations.AddConstraint(
            model_name='sent',
            constraint=models.UniqueConstraint(fields=('matter', 'subject'), name='a_file_tells_of_a_thing_once'),
        ),
        migrations.AddConstraint(
            model_name='sent',
            constraint=models.CheckConstraint(
                condition=models.Q(('draft__isnull', True), ('purpose', 'withdrawn')) | models.Q(models.Q(('purpose', 'withdrawn'), _negated=True), ('draft__isnull', False)),
                name='only_a_withdrawal_goes_without_text',
            ),
        ),
    ]
