"""Announcements for other programs."""
