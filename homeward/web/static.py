"""Static files, named by what is in them so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Also renames what a JavaScript module imports."""

    support_js_module_import_aggregation = True
