"""The words of the stories, read aloud before they were kept. They speak of no real child."""

from homeward.demo.words.conversations import AMIRA, Conversation, conversations
from homeward.demo.words.meetings import Meeting, meetings
from homeward.demo.words.theme import Theme, Voice
from homeward.demo.words.themes import THEMES

__all__ = [
    "AMIRA",
    "THEMES",
    "Conversation",
    "Meeting",
    "Theme",
    "Voice",
    "conversations",
    "meetings",
]
