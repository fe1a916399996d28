package se.framsteg.notification;

import java.util.UUID;

/** Asked just before a letter goes: much can have happened since it was put in the outbox. Rooms that write letters say so themselves. */
public interface LetterCheck {
    /**
     * Whether a letter about this may still go. Asked as the installation, within a transaction.
     *
     * @param about what the letter was said to be about; nothing of this room's lets it go
     */
    boolean mayGo(UUID about);
}
