import django.db.models.deletion
import homeward.letters.codes
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
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('about', models.UUIDField()),
                ('letter', models.CharField(max_length=40)),
                ('letterhead', models.TextField()),
                ('reply_to', models.EmailField(blank=True, max_length=254)),
                ('to_name', models.CharField(max_length=160)),
                ('channel', models.CharField(choices=[(homeward.letters.codes.Channel['EMAIL'], 'email'), (homeward.letters.codes.Channel['PRINT'], 'print'), (homeward.letters.codes.Channel['COPY'], 'copy')], max_length=5)),
                ('address', models.EmailField(blank=True, max_length=254)),
                ('postal', models.TextField(blank=True)),
                ('language', models.CharField(default='en-gb', max_length=12)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('english', models.TextField(blank=True)),
                ('link', models.UUIDField(blank=True, null=True)),
                ('message_id', models.CharField(db_index=True, max_length=200)),
                ('written_on', models.DateField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('written_by_name', models.CharField(max_length=120)),
                ('from_organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['about', 'id'], name='message_about')],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'message_id'), name='message_id_once'), models.CheckConstraint(condition=models.Q(models.Q(('channel', homeward.letters.codes.Channel['EMAIL']), _negated=True), models.Q(('address', ''), _negated=True), _connector='OR'), name='message_email_has_one'), models.CheckConstraint(condition=models.Q(models.Q(('subject', ''), _negated=True), models.Q(('body', ''), _negated=True)), name='message_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField(blank=True, null=True)),
                ('last_problem', models.CharField(blank=True, max_length=300)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('bounced_at', models.DateTimeField(blank=True, null=True)),
                ('bounced_because', models.CharField(blank=True, max_length=300)),
                ('handed_over_on', models.DateField(blank=True, null=True)),
                ('is_plain_pdf', models.BooleanField(default=False)),
                ('handed_over_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='letters.message')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('next_try_at__isnull', False)), fields=['next_try_at'], name='delivery_waiting')],
                'constraints': [models.UniqueConstraint(fields=('keeper', 'message'), name='delivery_once_a_message'), models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), ('failed_at__isnull', True), _connector='OR'), name='delivery_sent_or_given_up')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.UUIDField(default=homeward.web.uuid7.uuid7, editable=False, unique=True)),
                ('language', models.CharField(max_length=12)),
                ('letter', models.CharField(max_length=40)),
                ('digest', models.CharField(max_length=64)),
                ('approved_on', models.DateField()),
                ('approved_by_name', models.CharField(max_length=120)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keeper', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('keeper', 'language', 'letter', 'digest'), name='translation_approved_once')],
            },
        ),
    ]
