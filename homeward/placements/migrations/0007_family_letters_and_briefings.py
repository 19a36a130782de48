import django.db.models.deletion
import homeward.placements.codes
import homeward.web.uuid7
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0001_initial'),
        ('organisations', '0001_initial'),
        ('placements', '0006_index_what_is_checked'),
        ('pupils', '0003_find_by_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='parttimeanswer',
            name='adult',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pupils.familyadult'),
        ),
        migrations.AlterField(
            model_name='parttimeanswer',
            name='recorded_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('number', models.PositiveIntegerField()),
                ('briefing_for', models.CharField(choices=[('start', 'The start of the placement'), ('return', 'The return to school')], max_length=6)),
                ('good_at', models.TextField(blank=True)),
                ('helps', models.TextField(blank=True)),
                ('makes_worse', models.TextField(blank=True)),
                ('when', models.JSONField(default=list)),
                ('adjustments', models.JSONField(default=list)),
                ('safe_adult', models.CharField(blank=True, max_length=160)),
                ('safe_place', models.CharField(blank=True, max_length=200)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('written_on', models.DateField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('written_by_name', models.CharField(max_length=120)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['placement', '-number'], name='briefing_latest')],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'placement', 'number'), name='briefing_number_once')],
            },
        ),
        migrations.CreateModel(
            name='BriefingExcuse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('because', models.TextField()),
                ('said_on', models.DateField()),
                ('said_as', models.CharField(max_length=60)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='excuses', to='placements.briefing')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='briefing_excuse_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='BriefingOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('out_on', models.DateField()),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outs', to='placements.briefing')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('keeper', 'briefing'), name='briefing_out_once')],
            },
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('letter', models.CharField(max_length=40)),
                ('occasion', models.UUIDField(blank=True, null=True)),
                ('own_words', models.TextField(blank=True)),
                ('left_out', models.JSONField(default=list)),
                ('made_on', models.DateField()),
                ('made_by_name', models.CharField(max_length=120)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'letter'], name='mailing_of_placement')],
            },
        ),
        migrations.CreateModel(
            name='ReadinessRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('half_term', models.CharField(max_length=20)),
                ('rater', models.CharField(choices=[('child', 'The child'), ('parent', 'Parents or carers'), ('provider', 'The provider'), ('school', 'The school')], max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('answers', models.JSONField(default=dict)),
                ('words', models.TextField(blank=True)),
                ('rated_on', models.DateField()),
                ('rated_at', models.DateTimeField(auto_now_add=True)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pupils.familyadult')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'half_term'], name='readiness_of_placement')],
                'constraints': [models.CheckConstraint(condition=models.Q(('rater', homeward.placements.codes.Rater['PARENT']), ('adult__isnull', True), _connector='OR'), name='readiness_adult_is_a_parent')],
            },
        ),
        migrations.CreateModel(
            name='Teacher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'name'], name='teacher_at_school'), models.Index(fields=['person'], name='teacher_is_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='teacher_has_a_name'), models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('keeper', 'organisation', 'email'), name='teacher_once_an_address')],
            },
        ),
        migrations.CreateModel(
            name='TaughtBy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('subject', models.CharField(blank=True, max_length=80)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('teacher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.teacher')),
            ],
            options={
                'indexes': [models.Index(fields=['placement'], name='taught_by_of_placement')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on__isnull', True)), fields=('keeper', 'placement', 'teacher'), name='taught_by_once'), models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='taught_by_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('is_to_child', models.BooleanField(default=False)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('sent_again_on', models.DateField(blank=True, null=True)),
                ('adult', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pupils.familyadult')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('mailing', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='placements.mailing')),
                ('message', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='letters.message')),
                ('teacher', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.teacher')),
            ],
            options={
                'indexes': [models.Index(fields=['message'], name='sending_of_message'), models.Index(fields=['mailing'], name='sending_of_mailing')],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'message'), name='sending_once_a_message'), models.CheckConstraint(condition=models.Q(models.Q(('adult__isnull', False), ('is_to_child', False), ('teacher__isnull', True)), models.Q(('adult__isnull', True), ('is_to_child', False), ('teacher__isnull', False)), models.Q(('adult__isnull', True), ('is_to_child', True), ('teacher__isnull', True)), _connector='OR'), name='sending_is_to_one_person')],
            },
        ),
        migrations.CreateModel(
            name='BriefingReceipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('read_on', models.DateField()),
                ('read_at', models.DateTimeField(auto_now_add=True)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='placements.briefing')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('teacher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.teacher')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('keeper', 'briefing', 'teacher'), name='briefing_read_once')],
            },
        ),
        migrations.CreateModel(
            name='AdjustmentTick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('thread', models.UUIDField()),
                ('asked_on', models.DateField()),
                ('name', models.CharField(max_length=120)),
                ('happening', models.CharField(choices=[('yes', 'Yes'), ('partly', 'Sometimes'), ('no', 'No')], max_length=6)),
                ('comment', models.CharField(blank=True, max_length=300)),
                ('ticked_on', models.DateField()),
                ('ticked_at', models.DateTimeField(auto_now_add=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='placements.placement')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('teacher', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.teacher')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'thread'], name='tick_of_placement')],
            },
        ),
    ]
