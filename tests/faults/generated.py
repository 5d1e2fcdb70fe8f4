"""A folder of generated reports, the same for the same seed: few happenings, each told by several reports."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from pathlib import Path

LEADERS = (
    ("Kazakh President Kassym-Jomart Tokayev", "Tokayev", "Astana"),
    ("Russian President Vladimir Putin", "Putin", "Moscow"),
    ("Chinese President Xi Jinping", "Xi", "Beijing"),
    ("French President Emmanuel Macron", "Macron", "Paris"),
    ("Turkish President Recep Tayyip Erdogan", "Erdogan", "Ankara"),
    ("Uzbek Foreign Minister Bakhtiyor Saidov", "Saidov", "Tashkent"),
    ("Hungarian Foreign Minister Peter Szijjarto", "Szijjarto", "Budapest"),
    ("Indian External Affairs Minister Subrahmanyam Jaishankar", "Jaishankar", "New Delhi"),
)
SUBJECTS = ("water", "transit", "gas supplies", "student exchange", "visa rules", "rail freight", "grain", "flights")
OUTLETS = ("Morning Courier", "River Gazette", "Steppe News", "Harbour Times")
QUOTES = (
    "We are ready to go further on {subject} than we have ever gone",
    "Without an agreement on {subject} there can be no trust between neighbours",
    "The talks on {subject} were frank, and they will be continued",
)
TELLINGS = (
    "{guest} met {host} in {city} on {date}. The two discussed {subject}.",
    "On {date}, {host} received {guest} in {city}. {subject_} was on the agenda.",
    "{guest} arrived in {city} on {date} on an official visit. {host_name} held talks with {guest_name} on {subject}.",
    "{host} and {guest} spoke by phone on {date}. They agreed to continue work on {subject}.",
    "In {city}, {guest} and {host} signed a joint statement on {subject} on {date}.",
)
BACKGROUND = (
    "Earlier, on {date}, {guest} paid a visit to {city}, where {host_name} told reporters that {subject} "
    "had become the main theme of relations between the two countries."
)
UNREAD = "Президенты двух стран встретились в столице и обсудили вопросы торговли, транспорта и водных ресурсов. "


@dataclass(frozen=True)
class Happening:
    guest: tuple[str, str, str]
    host: tuple[str, str, str]
    day: dt.date
    subject: str

    def told(self, pattern: str, *, year: bool) -> str:
        day = f"{self.day:%B} {self.day.day}"
        return pattern.format(
            guest=self.guest[0],
            guest_name=self.guest[1],
            host=self.host[0],
            host_name=self.host[1],
            city=self.host[2],
            date=f"{day}, {self.day.year}" if year else day,
            subject=self.subject,
            subject_=self.subject.capitalize(),
        )


def write_reports(folder: Path, count: int, seed: int = 7) -> None:
    """Write so many reports as text files, named by the day and their number; one in fifty cannot be read."""
    rng = random.Random(seed)
    happenings = [_happening(rng) for _ in range(max(1, count // 4))]
    for number in range(count):
        happening = rng.choice(happenings)
        published = happening.day + dt.timedelta(days=rng.randint(0, 3))
        recalled = rng.choice(happenings)
        foreign = number % 50 == 49
        text = f"{UNREAD * 4}№ {number}" if foreign else _report(rng, number, happening, recalled)
        (folder / f"{published.isoformat()}_{number:03d}.txt").write_text(f"{text}\n", encoding="utf-8")


def _happening(rng: random.Random) -> Happening:
    guest, host = rng.sample(LEADERS, 2)
    day = dt.date(2024, 1, 1) + dt.timedelta(days=rng.randrange(300))
    return Happening(guest, host, day, rng.choice(SUBJECTS))


def _report(rng: random.Random, number: int, told: Happening, recalled: Happening) -> str:
    quote = rng.choice(QUOTES).format(subject=told.subject)
    return "\n".join(
        [
            f"{told.host[2]} talks turn to {told.subject}, part {number}",
            f"{told.host[2].upper()}, {told.day:%B} {told.day.day}. /{rng.choice(OUTLETS)}/.",
            told.told(rng.choice(TELLINGS), year=rng.random() < 0.5),
            f'"{quote}," {told.host[1]} said.',
            recalled.told(BACKGROUND, year=rng.random() < 0.7),
        ]
    )
