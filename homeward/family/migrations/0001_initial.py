import django.db.models.deletion
import homeward.family.codes
import homeward.web.uuid7
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        ('placements', '0006_index_what_is_checked'),
        ('pupils', '0003_find_by_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChildWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('week', models.CharField(blank=True, max_length=1)),
                ('words', models.TextField(blank=True)),
                ('is_shared_with_parents', models.BooleanField(default=False)),
                ('is_worry', models.BooleanField(default=False)),
                ('said_on', models.DateField()),
                ('said_at', models.DateTimeField(auto_now_add=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'id'], name='child_words_of_placement')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('week', ''), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='child_words_are_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='FamilyAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('question', models.CharField(choices=[(homeward.family.codes.QuestionKind['PLAN'], 'plan'), (homeward.family.codes.QuestionKind['PART_TIME'], 'part_time'), (homeward.family.codes.QuestionKind['END_DATE'], 'end_date'), (homeward.family.codes.QuestionKind['REVIEW'], 'review')], max_length=9)),
                ('beside', models.UUIDField()),
                ('is_yes', models.BooleanField()),
                ('said', models.TextField(blank=True)),
                ('answered_on', models.DateField()),
                ('answered_at', models.DateTimeField(auto_now_add=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pupils.familyadult')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'id'], name='family_answer_of_placement')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.family.codes.NoteKind['NOTE'], 'note'), (homeward.family.codes.NoteKind['NEWS'], 'news')], max_length=4)),
                ('text', models.TextField()),
                ('written_on', models.DateField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('written_by_name', models.CharField(max_length=120)),
                ('taken_back_on', models.DateField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'id'], name='note_of_placement')],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='note_is_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.family.codes.ReplyKind['REPLY'], 'reply'), (homeward.family.codes.ReplyKind['NOT_RIGHT'], 'not_right')], max_length=9)),
                ('about', models.CharField(choices=[(homeward.family.codes.ReplyAbout['PLACEMENT'], 'placement'), (homeward.family.codes.ReplyAbout['CONTACT'], 'contact'), (homeward.family.codes.ReplyAbout['REVIEW'], 'review'), (homeward.family.codes.ReplyAbout['PLAN'], 'plan'), (homeward.family.codes.ReplyAbout['LETTER'], 'letter'), (homeward.family.codes.ReplyAbout['END_DATE'], 'end_date'), (homeward.family.codes.ReplyAbout['LADDER'], 'ladder')], max_length=9)),
                ('beside', models.UUIDField()),
                ('text', models.TextField()),
                ('said_on', models.DateField()),
                ('said_at', models.DateTimeField(auto_now_add=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pupils.familyadult')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'id'], name='reply_of_placement')],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='reply_is_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='ReplyAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('text', models.TextField()),
                ('answered_on', models.DateField()),
                ('answered_by_name', models.CharField(max_length=120)),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='family.reply')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='answer_is_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='WordsHeard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('heard_on', models.DateField()),
                ('heard_at', models.DateTimeField(auto_now_add=True)),
                ('heard_by_name', models.CharField(max_length=120)),
                ('is_for_worry', models.BooleanField(default=False)),
                ('what_happened', models.TextField(blank=True)),
                ('heard_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('words', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heard', to='family.childwords')),
            ],
            options={
                'indexes': [models.Index(fields=['words', 'id'], name='words_heard')],
            },
        ),
    ]
