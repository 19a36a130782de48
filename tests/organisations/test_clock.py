"""What day it is: the real one, unless this is a demonstration and its day was set."""

from datetime import date

import pytest
from django.utils import timezone

from homeward.organisations import clock
from homeward.organisations.models import Installation

SET, STAYS = date(2026, 12, 1), date(2026, 11, 24)


@pytest.mark.django_db
def test_a_real_record_knows_only_the_real_day(settings):
    settings.TODAY = SET

    assert clock.today() == timezone.localdate()


@pytest.mark.django_db
def test_a_demonstration_stays_on_its_day_until_another_is_set(settings):
    Installation.objects.create(pk=1, is_demo=True, demo_today=STAYS)
    settings.TODAY = None
    stays = clock.today()
    settings.TODAY = SET

    assert (stays, clock.today()) == (STAYS, SET)


@pytest.mark.django_db
def test_a_demonstration_without_a_day_goes_on_with_the_real_ones(settings):
    Installation.objects.create(pk=1, is_demo=True)
    settings.TODAY = None

    assert clock.today() == timezone.localdate()
