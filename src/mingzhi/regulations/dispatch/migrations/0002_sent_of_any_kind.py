"""What is sent elsewhere is any matter that is public, not only a decision; it is known by the number of its text."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dispatch', '0001_tables'),
        ('disclosure', '0003_bulletins_and_lapses'),
        ('engine', '0001_tables'),
        ('figures', '0001_tables'),
    ]

    operations = [
        migrations.AlterModelOptions(name='sent', options={'ordering': ['id'], 'verbose_name': '报送的内容'}),
        # A publication has the id of its matter: the column stays, only what it points at is wider.
        migrations.RenameField(model_name='sent', old_name='publication', new_name='subject'),
        migrations.AlterField(
            model_name='sent',
            name='subject',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='engine.matter', verbose_name='报送的内容'),
        ),
        migrations.RenameField(model_name='sent', old_name='decision_number', new_name='number'),
        migrations.AlterField(model_name='sent', name='number', field=models.CharField(max_length=64, verbose_name='文号')),
        migrations.AlterField(
            model_name='sent',
            name='purpose',
            field=models.CharField(choices=[('new', '首次报送'), ('changed', '变更后报送'), ('corrected', '更正后报送'), ('withdrawn', '撤回')], max_length=10, verbose_name='报送事由'),
        ),
        migrations.AddField(model_name='sent', name='draft', field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='第几稿')),
        migrations.AddField(model_name='sent', name='title', field=models.CharField(blank=True, default='', max_length=300, verbose_name='名称'), preserve_default=False),
    ]
