import django.db.models.deletion
import homeward.links.codes
import homeward.web.uuid7
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Guess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[(homeward.links.codes.GuessKind['LINK'], 'link'), (homeward.links.codes.GuessKind['WORD'], 'word'), (homeward.links.codes.GuessKind['CODE'], 'code'), (homeward.links.codes.GuessKind['FEED'], 'feed')], max_length=4)),
                ('came_from', models.CharField(max_length=64)),
                ('whom', models.UUIDField(blank=True, null=True)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['came_from', 'at'], name='guess_came_from'), models.Index(fields=['whom', 'at'], name='guess_about_whom')],
            },
        ),
        migrations.CreateModel(
            name='Code',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.links.codes.LinkKind['ADULT'], 'adult'), (homeward.links.codes.LinkKind['CHILD'], 'child'), (homeward.links.codes.LinkKind['TEACHER'], 'teacher')], max_length=7)),
                ('whom', models.UUIDField()),
                ('digest', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('wrong', models.PositiveSmallIntegerField(default=0)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['whom', 'sent_at'], name='code_for_whom')],
            },
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.links.codes.LinkKind['ADULT'], 'adult'), (homeward.links.codes.LinkKind['CHILD'], 'child'), (homeward.links.codes.LinkKind['TEACHER'], 'teacher')], max_length=7)),
                ('whom', models.UUIDField()),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('known_at', models.DateTimeField()),
                ('until_on', models.DateField()),
                ('seen_at', models.DateTimeField()),
                ('browser', models.CharField(blank=True, max_length=120)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['whom', 'kind'], name='device_of_whom')],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'digest'), name='device_digest_once')],
            },
        ),
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.links.codes.LinkKind['ADULT'], 'adult'), (homeward.links.codes.LinkKind['CHILD'], 'child'), (homeward.links.codes.LinkKind['TEACHER'], 'teacher')], max_length=7)),
                ('whom', models.UUIDField()),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('made_on', models.DateField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('keeper', 'digest'), name='feed_digest_once'), models.UniqueConstraint(condition=models.Q(('revoked_at__isnull', True)), fields=('keeper', 'whom'), name='feed_once')],
            },
        ),
        migrations.CreateModel(
            name='PersonalLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.links.codes.LinkKind['ADULT'], 'adult'), (homeward.links.codes.LinkKind['CHILD'], 'child'), (homeward.links.codes.LinkKind['TEACHER'], 'teacher')], max_length=7)),
                ('whom', models.UUIDField()),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('made_on', models.DateField()),
                ('expires_on', models.DateField()),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('opened_from', models.CharField(blank=True, max_length=64)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['whom', 'kind'], name='link_for_whom')],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'digest'), name='link_digest_once'), models.CheckConstraint(condition=models.Q(('expires_on__gte', models.F('made_on'))), name='link_expires_after_it_is_made')],
            },
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.links.codes.LinkKind['ADULT'], 'adult'), (homeward.links.codes.LinkKind['CHILD'], 'child'), (homeward.links.codes.LinkKind['TEACHER'], 'teacher')], max_length=7)),
                ('whom', models.UUIDField()),
                ('digest', models.CharField(max_length=200)),
                ('agreed_on', models.DateField()),
                ('wrong', models.PositiveSmallIntegerField(default=0)),
                ('blocked_at', models.DateTimeField(blank=True, null=True)),
                ('agreed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('keeper', 'whom'), name='word_once')],
            },
        ),
    ]
