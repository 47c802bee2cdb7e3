"""Which text went, and how it was called, by number and title instead of by its row."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def name_the_texts(apps, schema_editor):
    sent, edition = apps.get_model('dispatch', 'Sent'), apps.get_model('disclosure', 'Edition')
    went = edition.objects.filter(pk=OuterRef('edition'))
    rows = sent.objects.filter(edition__isnull=False)
    rows.update(draft=Subquery(went.values('number')[:1]), title=Subquery(went.values('title')[:1]))


def point_at_the_texts(apps, schema_editor):
    sent, edition = apps.get_model('dispatch', 'Sent'), apps.get_model('disclosure', 'Edition')
    went = edition.objects.filter(matter=OuterRef('subject'), number=OuterRef('draft'))
    sent.objects.filter(draft__isnull=False).update(edition=Subquery(went.values('pk')[:1]))


class Migration(migrations.Migration):

    dependencies = [('dispatch', '0002_sent_of_any_kind')]

    operations = [migrations.RunPython(name_the_texts, point_at_the_texts)]
