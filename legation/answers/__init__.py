"""Shapes what the record knows into timelines, pages and rows to show. Pure functions: asking changes nothing."""

from legation.answers.dossier import event_page
from legation.answers.marking import Piece
from legation.answers.page import Fact, Page, Passage, Source
from legation.answers.papers import PaperRow, document_page, paper_rows
from legation.answers.people import person_page
from legation.answers.quotations import quotation_pages, verdict_line
from legation.answers.reports import HitRow, hit_rows, report_page
from legation.answers.sayings import SayingRow, saying_rows, statement_page
from legation.answers.timeline import SURE, TimelineRow, tally, timeline_rows
from legation.answers.words import holdings

__all__ = [
    "SURE",
    "Fact",
    "HitRow",
    "Page",
    "PaperRow",
    "Passage",
    "Piece",
    "SayingRow",
    "Source",
    "TimelineRow",
    "document_page",
    "event_page",
    "hit_rows",
    "holdings",
    "paper_rows",
    "person_page",
    "quotation_pages",
    "report_page",
    "saying_rows",
    "statement_page",
    "tally",
    "timeline_rows",
    "verdict_line",
]
