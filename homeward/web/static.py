"""Static files, named by what is in them so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):
    """Also renames what a JavaScript module imports."""

    support_js_module_import_aggregation = True
