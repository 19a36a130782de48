from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "homeward.portal"
    label = "portal"

    def ready(self) -> None:
        """Register the public sections, the promises that these pages keep, and their addresses."""
        from homeward.due.kinds import guidance_is_shown_at
        from homeward.portal.addresses import address_of
        from homeward.portal.kept import keep
        from homeward.web.navigation import Section, register
        from homeward.web.pages import PUBLIC

        guidance_is_shown_at(address_of)
        register(
            Section(
                "Guidance",
                "portal:guidance",
                PUBLIC,
                60,
                "What is promised to a child who is away from school, and where each promise is kept.",
            )
        )
        register(
            Section(
                "Schools",
                "portal:schools",
                PUBLIC,
                70,
                "Find a school by part of its name, open or closed, and what it became.",
            )
        )
        register(
            Section(
                "Who can help",
                "portal:contacts",
                PUBLIC,
                80,
                "The teams of the authority: when to ask them, and how to reach them.",
            )
        )
        keep(
            "R21",
            screen="Who can help",
            url_name="portal:contacts",
            test="tests/journeys/test_guidance.py",
        )
        keep(
            "R29",
            screen="Who can help",
            url_name="portal:contacts",
            test="tests/portal/test_contacts.py",
        )
        keep(
            "R30",
            screen="This page",
            url_name="portal:reintegration",
            test="tests/journeys/test_guidance.py",
        )
