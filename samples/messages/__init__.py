"""Every kind of message that a sender can get, about invented letters."""
