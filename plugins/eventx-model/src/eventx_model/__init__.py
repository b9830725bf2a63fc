"""A trained extractor of visits, accusations, denials and attacks for eventx."""
