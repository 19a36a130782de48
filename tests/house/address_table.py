"""The table of addresses: one row for each page of the house, by the name of its address."""

from tests.house import address_records as find

SHOWN = frozenset({200})
ELSEWHERE = frozenset({302})
NOT_THERE = frozenset({404})
SHOWN_OR_ELSEWHERE = SHOWN | ELSEWHERE

RECORDS: dict[str, find.Find] = {
    "organisations:demo_sign_in": lambda world: [
        find.Record({"reference": world.cast.lead.reference})
    ],
    "organisations:invitation": find.said(token="no-such-token"),
    "organisations:people_at": find.kept_place(),
    "organisations:invite": find.kept_place(),
    "organisations:end_membership": find.membership,
    "organisations:withdraw": find.invitation,
    "organisations:policy_number": find.said(key="first_review_school_weeks"),
    "organisations:policy_preview": find.said(key="first_review_school_weeks"),
    "organisations:policy_removal": find.coming_number,
    "openid_connect_login": find.said(provider_id="nobody"),
    "openid_connect_callback": find.said(provider_id="nobody"),
    "account_reset_password_from_key": find.said(uidb36="1", key="set-password"),
    "portal:school": find.said(urn="999901"),
    "due:waive": find.due,
    "due:waiver": find.due,
    "calendars:place": find.term_dates(),
    "calendars:calendar_file": find.term_dates(),
    "calendars:year": find.term_dates(year="2026-27"),
    "calendars:load_terms": find.kept_place(year="2026-27"),
    "calendars:add_closure": find.kept_place(),
    "calendars:removal": find.closure,
    "providers:provider": find.provider,
    "providers:amend": find.kept_provider,
    "providers:registration": find.provider,
    "providers:add_site": find.provider,
    "providers:confirm": find.provider,
    "providers:close_site": find.site,
    "providers:take_back": find.confirmation,
    "pupils:pupil": find.pupil,
    "pupils:identity": find.pupil,
    "pupils:needs": find.pupil,
    "pupils:move": find.pupil,
    "pupils:add_adult": find.pupil,
    "pupils:add_household": find.pupil,
    "pupils:raise_shield": find.pupil,
    "pupils:amend_adult": find.family(adult="mother"),
    "pupils:amend_household": find.family(household="household"),
    "pupils:lower_shield": find.shield,
    "placements:begin": find.pupil,
    "placements:placement": find.placement(),
    "placements:why": find.placement(),
    "placements:provider": find.placement(),
    "placements:dates": find.placement(),
    "placements:week": find.placement(),
    "placements:arrangements": find.placement(),
    "placements:people": find.placement(),
    "placements:name_adult": find.placement(),
    "placements:end_adult": find.within_running("adult", find.adult),
    "placements:agreement": find.placement(),
    "placements:urgent": find.placement(),
    "placements:first_session": find.placement(),
    "placements:closing": find.placement(),
    "placements:plan": find.placement(),
    "placements:plan_versions": find.placement(),
    "placements:plan_version": find.within_running("number", lambda one: 1),
    "placements:milestone": find.within_running("thread", find.step),
    "placements:plan_section": find.placement(section="route"),
    "placements:contacts": find.placement(),
    "placements:record_contact": find.placement(),
    "placements:contact": find.within_running("contact", find.contact),
    "placements:correct_contact": find.within_running("contact", find.contact),
    "placements:take_back": find.within_running("contact", find.contact),
    "placements:safeguarding": find.placement(),
    "placements:telling": find.placement(audience="child"),
    "placements:record_belonging": find.placement(),
    "placements:record_review": find.placement(),
    "placements:record_ending": find.placement(),
    "placements:history": find.placement(),
}
"""What stands in each address that names a record; a name without a row names none."""

ANSWERS: dict[str, frozenset[int]] = {
    "account_login": SHOWN_OR_ELSEWHERE,
    "account_logout": SHOWN_OR_ELSEWHERE,
    "account_change_password": ELSEWHERE,
    "account_reauthenticate": frozenset({302, 403}),
    "mfa_authenticate": ELSEWHERE,
    "mfa_reauthenticate": frozenset({302, 403}),
    "mfa_deactivate_totp": frozenset({302, 404}),
    "mfa_view_recovery_codes": frozenset({302, 404}),
    "mfa_download_recovery_codes": frozenset({302, 404}),
    "openid_connect_login": NOT_THERE,
    "openid_connect_callback": NOT_THERE,
    "socialaccount_login_error": frozenset({401}),
    "organisations:demo_sign_in": NOT_THERE,
    "organisations:invitation": NOT_THERE,
    "organisations:policy_preview": ELSEWHERE,
    "due:waiver": ELSEWHERE,
}
"""How an address answers those who may see what it shows, where that is not the page itself.

Nobody of the cast has a second factor, nor the demonstration another service to sign in with; a
sign-in by one click is a form; what was not waived leads back to Today.
"""
