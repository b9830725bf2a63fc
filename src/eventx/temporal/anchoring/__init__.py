"""Which temporal expression dates an event."""
