"""Whether an event is presented as having happened."""
