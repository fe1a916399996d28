package se.framsteg.pathway.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.StaffId;

/**
 * A worksheet of a person, as far as the reader may see it.
 *
 * @param worksheet what is asked on it
 * @param sharing empty while the person has it to themselves
 * @param versions the latest first, at least one
 */
public record Sheet(
        WorksheetId id,
        PathwayId pathwayId,
        Pathway pathway,
        Worksheet worksheet,
        Optional<Sharing> sharing,
        List<Version> versions) {

    public Sheet {
        versions = List.copyOf(versions);
    }

    /**
     * That others may read it.
     *
     * @param from the first version that they may read
     * @param byPerson whether the person has shared it: only then it is open to others than whoever has the case
     */
    public record Sharing(int from, Instant since, boolean byPerson) {
        boolean opens(Version version) {
            return version.number() >= from;
        }
    }

    /**
     * What stood on it once.
     *
     * @param number from 1
     * @param savedBy who wrote it together with the person; empty if the person wrote it on the own phone
     */
    public record Version(int number, Answers answers, Optional<StaffId> savedBy, Instant at) {
        @Override
        public String toString() {
            return "version " + number;
        }
    }

    public Version latest() {
        return versions.getFirst();
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** What others may read of it; empty if that is nothing. */
    Optional<Sheet> shared() {
        var open = sharing.stream()
                .flatMap(one -> versions.stream().filter(one::opens))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(id, pathwayId, pathway, worksheet, sharing, open));
    }

    /** Whether the person has shared it, and not only written it together with whoever has the case. */
    public boolean isSharedByPerson() {
        return sharing.filter(Sharing::byPerson).isPresent();
    }

    public boolean isShared() {
        return sharing.isPresent();
    }

    /** Nothing of what was written: it is the person’s. */
    @Override
    public String toString() {
        return "worksheet " + id;
    }
}
