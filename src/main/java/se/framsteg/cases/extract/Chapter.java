package se.framsteg.cases.extract;

import java.util.List;

/** All entries of one kind. */
public record Chapter(Topic topic, List<Entry> entries) {
    public Chapter {
        entries = List.copyOf(entries);
    }
}
