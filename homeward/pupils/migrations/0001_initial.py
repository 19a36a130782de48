import django.db.models.deletion
import homeward.pupils.codes
import homeward.web.uuid7
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Pupil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('first_name', models.CharField(max_length=80)),
                ('last_name', models.CharField(max_length=80)),
                ('preferred_first_name', models.CharField(blank=True, max_length=80)),
                ('preferred_last_name', models.CharField(blank=True, max_length=80)),
                ('former_names', models.CharField(blank=True, max_length=200)),
                ('born_on', models.DateField()),
                ('sex', models.CharField(blank=True, max_length=1)),
                ('upn', models.CharField(blank=True, max_length=13)),
                ('uln', models.CharField(blank=True, max_length=10)),
                ('year_group', models.SmallIntegerField()),
                ('sen_provision', models.CharField(blank=True, max_length=1)),
                ('sen_need', models.CharField(blank=True, max_length=4)),
                ('has_ehc_plan', models.BooleanField(default=False)),
                ('is_looked_after', models.BooleanField(default=False)),
                ('has_social_worker', models.BooleanField(default=False)),
                ('social_worker', models.CharField(blank=True, max_length=160)),
                ('ethnicity', models.CharField(blank=True, max_length=4)),
                ('first_language', models.CharField(blank=True, max_length=60)),
                ('languages', models.CharField(blank=True, max_length=160)),
                ('needs_interpreter', models.BooleanField(default=False)),
                ('edited', models.PositiveIntegerField(default=0)),
                ('home_school', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('moved_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pupils.pupil')),
            ],
            options={
                'indexes': [models.Index(fields=['home_school', 'last_name', 'id'], name='pupil_of_school'), models.Index(fields=['keeper', 'last_name', 'id'], name='pupil_of_authority'), models.Index(fields=['upn'], name='pupil_by_upn')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('upn', ''), _negated=True), fields=('keeper', 'upn'), name='pupil_upn_once_an_authority'), models.CheckConstraint(condition=models.Q(('year_group__gte', -2), ('year_group__lte', 14)), name='pupil_year_group_exists')],
            },
        ),
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('street', models.CharField(max_length=160)),
                ('town', models.CharField(blank=True, max_length=120)),
                ('postcode', models.CharField(max_length=8)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('is_childs_home', models.BooleanField(default=False)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='households', to='pupils.pupil')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('street', ''), _negated=True), models.Q(('postcode', ''), _negated=True)), name='household_has_an_address')],
            },
        ),
        migrations.CreateModel(
            name='FamilyAdult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('relationship', models.CharField(choices=[(homeward.pupils.codes.Relationship['MOTHER'], 'mother'), (homeward.pupils.codes.Relationship['FATHER'], 'father'), (homeward.pupils.codes.Relationship['STEP_PARENT'], 'step parent'), (homeward.pupils.codes.Relationship['GRANDPARENT'], 'grandparent'), (homeward.pupils.codes.Relationship['CARER'], 'carer'), (homeward.pupils.codes.Relationship['FOSTER_CARER'], 'foster carer'), (homeward.pupils.codes.Relationship['SOCIAL_WORKER'], 'social worker'), (homeward.pupils.codes.Relationship['OTHER'], 'other')], max_length=13)),
                ('has_parental_responsibility', models.BooleanField(blank=True, null=True)),
                ('may_receive_letters', models.BooleanField(default=True)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('language', models.CharField(blank=True, max_length=60)),
                ('needs_interpreter', models.BooleanField(default=False)),
                ('channel', models.CharField(choices=[(homeward.pupils.codes.Channel['LETTER'], 'Letter'), (homeward.pupils.codes.Channel['EMAIL'], 'Email'), (homeward.pupils.codes.Channel['PHONE'], 'Phone')], default=homeward.pupils.codes.Channel['LETTER'], max_length=6)),
                ('court_order', models.CharField(blank=True, max_length=200)),
                ('court_order_expires_on', models.DateField(blank=True, null=True)),
                ('left_on', models.DateField(blank=True, null=True)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='adults', to='pupils.household')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adults', to='pupils.pupil')),
            ],
            options={
                'indexes': [models.Index(fields=['pupil'], name='family_adult_of_pupil')],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='family_adult_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='PupilName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=80)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='name_words', to='pupils.pupil')),
            ],
            options={
                'indexes': [models.Index(fields=['keeper', 'word', 'pupil'], name='pupil_name_begins', opclasses=['int8_ops', 'varchar_pattern_ops', 'int8_ops'])],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'pupil', 'word'), name='pupil_name_word_once')],
            },
        ),
        migrations.CreateModel(
            name='Shield',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('hides', models.CharField(choices=[(homeward.pupils.codes.Hides['HOUSEHOLD'], 'Household'), (homeward.pupils.codes.Hides['PHONE'], 'Phone'), (homeward.pupils.codes.Hides['SCHOOL'], 'School'), (homeward.pupils.codes.Hides['PROVIDER'], 'Provider')], max_length=9)),
                ('because', models.CharField(max_length=300)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('from_adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shields', to='pupils.familyadult')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shields', to='pupils.pupil')),
            ],
            options={
                'indexes': [models.Index(fields=['pupil'], name='shield_of_pupil')],
                'constraints': [models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='shield_has_a_reason'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='shield_ends_after_it_starts')],
            },
        ),
    ]
