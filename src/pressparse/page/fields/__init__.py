"""A post's authors, dates, tags and source: the visible text is believed before the metadata."""

from pressparse.page.fields.authors import confirmed_authors, visible_authors
from pressparse.page.fields.dates import Dates, dates_of, url_date, visible_date
from pressparse.page.fields.labels import tags_and_categories, visible_source
from pressparse.page.fields.signed import Signed

__all__ = [
    "Dates",
    "Signed",
    "confirmed_authors",
    "dates_of",
    "tags_and_categories",
    "url_date",
    "visible_authors",
    "visible_date",
    "visible_source",
]
