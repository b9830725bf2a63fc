"""Dated news articles in, one timeline out: visits, accusations, denials and attacks."""
