import django.db.models.deletion
import homeward.support.codes
import homeward.web.uuid7
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        ('organisations', '__first__'),
        ('placements', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SupportRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('return', 'Support to return'), ('fresh_start', 'A fresh start at a new school'), ('post_16', 'Post-16'), ('question', 'A question')], max_length=11)),
                ('tried', models.TextField(blank=True)),
                ('asks', models.TextField()),
                ('sharing_basis', models.TextField(blank=True)),
                ('asked_on', models.DateField()),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_from', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('placement', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.team')),
            ],
            options={
                'indexes': [models.Index(fields=['placement'], name='request_of_placement'), models.Index(fields=['keeper', 'team', 'id'], name='request_of_team'), models.Index(fields=['asked_from', 'id'], name='request_of_school')],
                'constraints': [models.CheckConstraint(condition=models.Q(('asks', ''), _negated=True), name='request_asks_something'), models.CheckConstraint(condition=models.Q(('kind', homeward.support.codes.RequestKind['QUESTION']), ('placement__isnull', False), _connector='OR'), name='request_is_about_a_placement'), models.CheckConstraint(condition=models.Q(models.Q(('kind', homeward.support.codes.RequestKind['POST_16']), _negated=True), models.Q(('sharing_basis', ''), _negated=True), _connector='OR'), name='request_post_16_says_why_shared')],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('returned', 'The child came back to school'), ('supported', 'Support was agreed and goes on'), ('new_school', 'A new school said yes'), ('destination', 'A post-16 place was found'), ('advised', 'Advice was given'), ('passed_on', 'Passed on to another service'), ('not_needed', 'No longer needed')], max_length=11)),
                ('came_of_it', models.TextField()),
                ('closed_on', models.DateField()),
                ('reopened_on', models.DateField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('reopened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='support.supportrequest')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('reopened_on__isnull', True)), fields=('keeper', 'request'), name='request_closed_once'), models.CheckConstraint(condition=models.Q(('came_of_it', ''), _negated=True), name='outcome_says_what_came'), models.CheckConstraint(condition=models.Q(models.Q(('reopened_by__isnull', True), ('reopened_on__isnull', True)), models.Q(('reopened_by__isnull', False), ('reopened_on__gte', models.F('closed_on'))), _connector='OR'), name='outcome_reopened_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='SchoolAsked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('asked_on', models.DateField()),
                ('answer', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No')], max_length=3)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('because', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='support.supportrequest')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('answer', homeward.support.codes.Answer['NO']), _negated=True), fields=('keeper', 'request', 'school'), name='school_asked_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False)), _connector='OR'), name='school_answered_on_a_day'), models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), ('answered_on__gte', models.F('asked_on')), _connector='OR'), name='school_answered_after_it_was_asked'), models.CheckConstraint(condition=models.Q(models.Q(('answer', homeward.support.codes.Answer['NO']), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='school_says_why_no')],
            },
        ),
        migrations.CreateModel(
            name='RequestStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('visit', 'Visit'), ('meeting', 'Meeting'), ('call', 'Call'), ('referral', 'Referral to another service'), ('other', 'Something else')], max_length=8)),
                ('what', models.CharField(max_length=300)),
                ('written_on', models.DateField()),
                ('by_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('came_of_it', models.TextField(blank=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='support.supportrequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('done_on__isnull', False), ('came_of_it', ''), _connector='OR'), name='request_step_done_before_told')],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('is_from_team', models.BooleanField()),
                ('text', models.TextField()),
                ('awaits', models.CharField(choices=[('team', 'The team'), ('school', 'The school'), ('nobody', 'Nobody')], max_length=6)),
                ('written_on', models.DateField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('reopens', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='support.outcome')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_from', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='support.supportrequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='reply_says_something'), models.CheckConstraint(condition=models.Q(('is_from_team', True), ('awaits', homeward.support.codes.Awaits['TEAM']), _connector='OR'), name='reply_of_the_school_awaits_the_team'), models.CheckConstraint(condition=models.Q(('reopens__isnull', True), ('awaits', homeward.support.codes.Awaits['TEAM']), _connector='OR'), name='reply_that_reopens_awaits_the_team')],
            },
        ),
        migrations.CreateModel(
            name='Ownership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='support.supportrequest')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on__isnull', True)), fields=('keeper', 'request'), name='request_has_one_owner'), models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='ownership_ends_after_it_starts')],
            },
        ),
    ]
