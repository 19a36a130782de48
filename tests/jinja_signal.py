"""Lets Django's test client see Jinja2 pages: `response.context` and `response.templates`."""

import jinja2
from django.test.signals import template_rendered

_render = jinja2.Template.render


def send():
    """Tell of each rendered page, as Django's own templates do."""
    jinja2.Template.render = _told


def _told(self, *args, **kwargs):
    template_rendered.send(sender=self, template=self, context=dict(*args, **kwargs))
    return _render(self, *args, **kwargs)
