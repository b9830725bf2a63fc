"""From a trigger to what fills its roles: slots, frames, and the words that a reader would quote."""
