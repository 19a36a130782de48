import django.db.models.deletion
import django.db.models.functions.text
import homeward.organisations.codes
import homeward.web.uuid7
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('is_active', models.BooleanField(default=True)),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='person_email_once')],
            },
        ),
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField(default=False)),
                ('demo_today', models.DateField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='installation_is_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.organisations.codes.OrganisationKind['AUTHORITY'], 'Authority'), (homeward.organisations.codes.OrganisationKind['SCHOOL'], 'School'), (homeward.organisations.codes.OrganisationKind['PROVIDER'], 'Provider')], max_length=10)),
                ('name', models.CharField(max_length=160)),
                ('search_key', models.CharField(editable=False, max_length=160)),
                ('code', models.CharField(blank=True, max_length=12)),
                ('gss_code', models.CharField(blank=True, max_length=9)),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('is_closed', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations_of_area', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'search_key', 'id'], name='organisation_by_name'), models.Index(fields=['authority', 'kind'], name='organisation_of_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['authority', 'school', 'provider'])), name='organisation_kind_known'), models.UniqueConstraint(condition=models.Q(('kind', 'authority')), fields=('code',), name='organisation_authority_code_once'), models.CheckConstraint(condition=models.Q(models.Q(('authority__isnull', True), ('kind', 'authority')), models.Q(('kind', 'authority'), _negated=True), _connector='OR'), name='organisation_authority_is_its_own')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urn', models.CharField(max_length=6)),
                ('linked_urn', models.CharField(max_length=6)),
                ('linked_name', models.CharField(blank=True, max_length=160)),
                ('kind', models.CharField(choices=[(homeward.organisations.codes.LinkKind['PREDECESSOR'], 'Predecessor'), (homeward.organisations.codes.LinkKind['SUCCESSOR'], 'Successor')], max_length=11)),
                ('detail', models.CharField(blank=True, max_length=80)),
                ('linked_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['linked_urn'], name='organisation_link_back')],
                'constraints': [models.UniqueConstraint(fields=('urn', 'linked_urn', 'kind'), name='organisation_link_once')],
            },
        ),
        migrations.CreateModel(
            name='PolicyValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60)),
                ('value', models.PositiveIntegerField()),
                ('from_on', models.DateField()),
                ('source', models.CharField(blank=True, max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='policy_values', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'key', 'from_on'), name='policy_value_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='School',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urn', models.CharField(max_length=6, unique=True)),
                ('establishment_number', models.CharField(blank=True, max_length=4)),
                ('ukprn', models.CharField(blank=True, max_length=8)),
                ('authority_code', models.CharField(max_length=3)),
                ('authority_name', models.CharField(blank=True, max_length=80)),
                ('status', models.CharField(blank=True, max_length=40)),
                ('phase', models.CharField(blank=True, max_length=40)),
                ('type_code', models.CharField(blank=True, max_length=3)),
                ('type_name', models.CharField(blank=True, max_length=80)),
                ('lowest_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('highest_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('trust', models.CharField(blank=True, max_length=160)),
                ('street', models.CharField(blank=True, max_length=160)),
                ('locality', models.CharField(blank=True, max_length=160)),
                ('town', models.CharField(blank=True, max_length=120)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('telephone', models.CharField(blank=True, max_length=20)),
                ('website', models.CharField(blank=True, max_length=300)),
                ('census_type', models.CharField(blank=True, max_length=60)),
                ('easting', models.PositiveIntegerField(blank=True, null=True)),
                ('northing', models.PositiveIntegerField(blank=True, null=True)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('is_example', models.BooleanField(default=False)),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='school', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['authority_code', 'urn'], name='school_of_authority')],
                'constraints': [models.CheckConstraint(condition=models.Q(('urn__regex', '^[0-9]{6}$')), name='school_urn_is_six_digits')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(homeward.organisations.codes.TeamKind['EXCLUSIONS'], 'Exclusions'), (homeward.organisations.codes.TeamKind['POST16'], 'Post16'), (homeward.organisations.codes.TeamKind['PARTICIPATION'], 'Participation'), (homeward.organisations.codes.TeamKind['ADMISSIONS'], 'Admissions'), (homeward.organisations.codes.TeamKind['OTHER'], 'Other')], max_length=13)),
                ('name', models.CharField(max_length=120)),
                ('when_to_use', models.TextField(blank=True)),
                ('mailbox', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('verified_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'name'), name='team_name_once')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('role', models.CharField(choices=[(homeward.organisations.codes.RoleName['AP_LEAD'], 'ap_lead'), (homeward.organisations.codes.RoleName['CONTACT_ADULT'], 'contact_adult'), (homeward.organisations.codes.RoleName['HEADTEACHER'], 'headteacher'), (homeward.organisations.codes.RoleName['DEPUTY'], 'deputy'), (homeward.organisations.codes.RoleName['TEACHER'], 'teacher'), (homeward.organisations.codes.RoleName['DSL'], 'dsl'), (homeward.organisations.codes.RoleName['EXCLUSIONS_OFFICER'], 'exclusions_officer'), (homeward.organisations.codes.RoleName['POST16_OFFICER'], 'post16_officer'), (homeward.organisations.codes.RoleName['COMMISSIONER'], 'commissioner'), (homeward.organisations.codes.RoleName['ADMINISTRATOR'], 'administrator'), (homeward.organisations.codes.RoleName['KEY_WORKER'], 'key_worker'), (homeward.organisations.codes.RoleName['PROVIDER_MANAGER'], 'provider_manager')], max_length=20)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='organisations.team')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'role'], name='membership_of_organisation')],
                'constraints': [models.UniqueConstraint(fields=('person', 'organisation', 'role', 'from_on'), name='membership_once'), models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='membership_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('role__in', ['ap_lead', 'contact_adult', 'headteacher', 'deputy', 'teacher', 'dsl', 'exclusions_officer', 'post16_officer', 'commissioner', 'administrator', 'key_worker', 'provider_manager'])), name='membership_role_known')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=120)),
                ('role', models.CharField(choices=[(homeward.organisations.codes.RoleName['AP_LEAD'], 'ap_lead'), (homeward.organisations.codes.RoleName['CONTACT_ADULT'], 'contact_adult'), (homeward.organisations.codes.RoleName['HEADTEACHER'], 'headteacher'), (homeward.organisations.codes.RoleName['DEPUTY'], 'deputy'), (homeward.organisations.codes.RoleName['TEACHER'], 'teacher'), (homeward.organisations.codes.RoleName['DSL'], 'dsl'), (homeward.organisations.codes.RoleName['EXCLUSIONS_OFFICER'], 'exclusions_officer'), (homeward.organisations.codes.RoleName['POST16_OFFICER'], 'post16_officer'), (homeward.organisations.codes.RoleName['COMMISSIONER'], 'commissioner'), (homeward.organisations.codes.RoleName['ADMINISTRATOR'], 'administrator'), (homeward.organisations.codes.RoleName['KEY_WORKER'], 'key_worker'), (homeward.organisations.codes.RoleName['PROVIDER_MANAGER'], 'provider_manager')], max_length=20)),
                ('token_digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('invited_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='organisations.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='organisations.team')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'email'], name='invitation_of_organisation')],
                'constraints': [models.CheckConstraint(condition=models.Q(('accepted_at__isnull', True), ('withdrawn_at__isnull', True), _connector='OR'), name='invitation_accepted_or_withdrawn'), models.CheckConstraint(condition=models.Q(('role__in', ['ap_lead', 'contact_adult', 'headteacher', 'deputy', 'teacher', 'dsl', 'exclusions_officer', 'post16_officer', 'commissioner', 'administrator', 'key_worker', 'provider_manager'])), name='invitation_role_known')],
            },
        ),
    ]
