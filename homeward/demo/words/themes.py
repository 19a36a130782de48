"""Every theme by its name."""

from homeward.demo.words import at_school, from_elsewhere, of_health

THEMES = {
    "busy_corridors": at_school.BUSY_CORRIDORS,
    "fallen_out": at_school.FALLEN_OUT,
    "behind_in_reading": at_school.BEHIND_IN_READING,
    "small_and_loud": at_school.SMALL_AND_LOUD,
    "year_eleven": at_school.YEAR_ELEVEN,
    "hard_mornings": of_health.HARD_MORNINGS,
    "grieving": of_health.GRIEVING,
    "mending": of_health.MENDING,
    "sixth_day": from_elsewhere.SIXTH_DAY,
    "under_review": from_elsewhere.UNDER_REVIEW,
    "no_place_yet": from_elsewhere.NO_PLACE_YET,
}
