"""Announcements: what an agency makes known until a day."""
