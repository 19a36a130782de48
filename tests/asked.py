"""What a page asks of the database, sign-in and access apart: as tests and the benchmark count it."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

SIGN_IN_AND_ACCESS = re.compile(
    r'^(?:RELEASE )?SAVEPOINT|^BEGIN|^COMMIT|^UPDATE "organisations_person"|django_session|"history_reading"'
    r'|^SELECT (?:(?! FROM ).)* FROM "organisations_person" WHERE "organisations_person"."id" ='
    r'|^SELECT "organisations_membership"."id"'
)


def asked(work):
    """The queries of some work, as they were sent."""
    with CaptureQueriesContext(connection) as captured:
        work()
    return [query["sql"] for query in captured if not SIGN_IN_AND_ACCESS.search(query["sql"])]
