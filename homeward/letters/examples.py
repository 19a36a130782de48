"""Invented values with which the catalogue shows its letters. Nobody here is real.

What each letter needs is what stands here: whoever writes one gives exactly these names.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.letters.codes import Reader

_EVERYWHERE: Mapping[str, Any] = {
    "reader": "Ms Nadia Hassan",
    "child": "Amira",
    "school": "Oak Park School (example)",
    "has_school": True,
    "place": "Bridge House (example)",
    "ring": "Joe Adeyemi, 020 7946 0300",
    "own_words": "",
    "has_link": True,
    "sender": "Mara Lind",
    "sender_at": "AP lead, Oak Park School (example)",
}
"""What most letters say; a letter's own values come on top.

`school` and `place` are empty where they are kept from the reader. `ring` is whom to ring, never empty.
"""

_STARTING: Mapping[str, Any] = {
    "starts_on": date(2026, 11, 30),
    "has_begun": False,
    "is_short": True,
    "ends_on": date(2027, 1, 29),
    "next": "home_school",
    "target_on": date(2027, 1, 14),
    "contact": "Joe Adeyemi",
}
_NEXT_STEP: Mapping[str, Any] = {
    "week": ["Monday to Friday, 2.5 hours each half day, at The Boathouse"],
    "next_step": "Meet the family at school",
    "next_step_on": date(2026, 12, 14),
    "key_worker": "Dee Moran",
}
_STEPS: Mapping[str, Any] = {
    "starts_on": date(2027, 1, 18),
    "full_time_on": date(2027, 2, 8),
    "steps": [
        {
            "from_on": date(2027, 1, 18),
            "at_school": "Monday and Wednesday mornings",
            "at_provider": "Thursday and Friday",
            "hours": "5",
        },
        {
            "from_on": date(2027, 1, 25),
            "at_school": "Monday to Wednesday",
            "at_provider": "Friday",
            "hours": "15",
        },
    ],
    "safe_adult": "Joe Adeyemi",
    "look_weeks": "2 weeks",
}
_DAY_BEFORE: Mapping[str, Any] = {
    "first_day_on": date(2027, 1, 18),
    "is_return": True,
    "to": "",
    "at_school": "Monday and Wednesday mornings",
    "met_by": "Joe Adeyemi",
    "safe_adult": "Joe Adeyemi",
    "safe_place": "The room beside the library",
}
_OVER: Mapping[str, Any] = {
    "ended_on": date(2027, 1, 29),
    "outcome": "returned",
    "destination": "",
    "first_day_on": date(2027, 2, 1),
    "went_well": "Amira asks for a break before it gets too much",
    "check_on": date(2027, 2, 15),
}
_BRIEFING: Mapping[str, Any] = {"starts_on": date(2027, 1, 18), "is_return": True}

_OF_LETTER: Mapping[str, Mapping[str, Any]] = {
    "placement_starting": {
        **_STARTING,
        **_NEXT_STEP,
        "ends_because": "Six school weeks are enough for the first steps",
        "review_on": date(2026, 12, 18),
    },
    "placement_starting_child": {**_STARTING, **_NEXT_STEP},
    "placement_starting_staff": {**_STARTING, "pupil": "Amira H. in Year 9"},
    "off_site_direction": {
        "is_maintained": True,
        "starts_on": date(2026, 11, 30),
        "ends_on": date(2027, 1, 29),
        "address": ["The Boathouse", "2 Canal Walk", "Uxbridge UB8 1AA"],
        "report_to": "Dee Moran",
        "days": "34 school days",
        "reason": "Behaviour that needs help in a small group",
        "objective": "Stay in four lessons out of five",
        "times": ["9.30am to 12 noon", "Break from 10.45am to 11am"],
        "review_on": date(2026, 12, 18),
    },
    "review_invitation": {
        "review_on": date(2026, 12, 18),
        "when_and_where": "10am at the school, in the room beside the office",
    },
    "review_invitation_child": {
        "review_on": date(2026, 12, 18),
        "when_and_where": "10am at the school, in the room beside the office",
        "contact": "Joe Adeyemi",
    },
    "review_outcome": {
        "held_on": date(2026, 12, 18),
        "decision": "return",
        "decided_because": "The first steps went well",
        "agreed": "Two visits to school before the first day",
        "ends_on": date(2027, 1, 29),
        "actions": ["Visit the tutor group: Joe Adeyemi, by Friday 8 January 2027"],
        "next_on": date(2027, 1, 22),
    },
    "end_date_changed": {
        "old_on": date(2027, 1, 29),
        "new_on": date(2027, 2, 12),
        "because": "Two more weeks to settle the new timetable",
        "who_agreed": "The review of 18 December",
        "weeks": "10 school weeks",
    },
    "return_plan": {
        **_STEPS,
        "first_day_on": date(2027, 1, 18),
        "is_part_time": True,
        "safe_place": "The room beside the library",
        "step_back_rule": "Two hard days in a row, and we go one step back",
        "adjustments": ["A card to leave the room for five minutes: every teacher"],
    },
    "part_time_agreement": {
        **_STEPS,
        "full_time_hours": "25",
        "weeks": "3 school weeks",
        "longer_because": "",
    },
    "day_before": _DAY_BEFORE,
    "day_before_child": {**_DAY_BEFORE, "helps": "Knowing what comes next"},
    "it_is_over": {**_OVER, "is_return": True, "follow_up": "A call from the tutor each week"},
    "it_is_over_child": {**_OVER, "said": "The workshop helped me most"},
    "check_in": {
        "since_on": date(2027, 2, 1),
        "is_return": True,
        "to": "",
        "check_on": date(2027, 2, 15),
    },
    "asked_again": {"asked_on": date(2026, 12, 7), "about": "The plan for coming back"},
    "briefing": {**_BRIEFING, "by_on": date(2027, 1, 15)},
    "briefing_again": _BRIEFING,
    "teacher_code": {"code": "480 213"},
}
"""What only some letters say."""

READERS: Mapping[Reader, str] = {
    Reader.ADULT: "Ms Nadia Hassan",
    Reader.CHILD: "Amira",
    Reader.STAFF: "Mr Owen Marsh",
}


def values_for(name: str, reader: Reader = Reader.ADULT) -> dict[str, Any]:
    """Every value that the letter of this name needs, invented."""
    return {**_EVERYWHERE, "reader": READERS[reader], **_OF_LETTER.get(name, {})}
