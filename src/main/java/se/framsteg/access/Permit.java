package se.framsteg.access;

import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.audit.Who;

/**
 * Somebody has been let in to ask for a change, and what came of it is to be journaled: the change if it was made, otherwise
 * the look, since whoever is refused is told what is there. It remembers what the thing was called before the change.
 */
public final class Permit {
    private final Journal journal;
    private final Who who;
    private final Trace what;

    Permit(Journal journal, Who who, Trace what) {
        this.journal = journal;
        this.who = who;
        this.what = what;
    }

    /** Journals what was done, in the transaction in which it was done. */
    public void journal(Action done) {
        journal.write(who, done.name(), what);
    }
}
