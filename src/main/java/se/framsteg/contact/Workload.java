package se.framsteg.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.Contact.With;

/**
 * How time was spent, in sums. What was withdrawn is not in it.
 *
 * @param parts a sum for each kind, place and phase that there is
 */
public record Workload(List<Part> parts) {
    public Workload {
        parts = List.copyOf(parts);
    }

    /**
     * @param place empty for travel
     * @param contacts how many, tries in which the person was missed among them
     * @param minutes of them together
     */
    public record Part(Kind kind, Optional<Place> place, Phase phase, int contacts, int missed, long minutes) {}

    /** One row of a table: how many contacts of it there were, and how long. */
    public record Row<K>(K of, int contacts, long minutes) {}

    /** How much of all the time it is. */
    public record Share(long minutes, long of) {
        /** In whole percent; empty if no time at all was logged. */
        public Optional<Long> percent() {
            return of == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * minutes / of));
        }
    }

    public int contacts() {
        return parts.stream()
                .filter(part -> part.kind().with() != With.OWN_TIME)
                .mapToInt(Part::contacts)
                .sum();
    }

    public int missed() {
        return parts.stream().mapToInt(Part::missed).sum();
    }

    public long minutes() {
        return minutes(_ -> true);
    }

    private long minutes(Predicate<Part> which) {
        return parts.stream().filter(which).mapToLong(Part::minutes).sum();
    }

    /** The kinds that there is time of, in their order. */
    public List<Row<Kind>> byKind() {
        return rows(Kind.values(), (part, kind) -> part.kind() == kind);
    }

    /** The places, in their order; travel has none. */
    public List<Row<Place>> byPlace() {
        return rows(Place.values(), (part, place) -> part.place().equals(Optional.of(place)));
    }

    private interface Belongs<K> {
        boolean to(Part part, K of);
    }

    private <K> List<Row<K>> rows(K[] all, Belongs<K> belongs) {
        return Arrays.stream(all)
                .map(one -> {
                    var own =
                            parts.stream().filter(part -> belongs.to(part, one)).toList();
                    return new Row<>(
                            one,
                            own.stream().mapToInt(Part::contacts).sum(),
                            own.stream().mapToLong(Part::minutes).sum());
                })
                .filter(row -> row.contacts() > 0)
                .toList();
    }

    /** Time out of the office, of all that was logged (IPS-25 item 24): travel is time, and at no place. */
    public Share inCommunity() {
        return new Share(minutes(part -> part.place().filter(Place::out).isPresent()), minutes());
    }

    /** Time for work and study, of all that was logged (IPS-25 item 2). */
    public Share employmentServices() {
        return new Share(minutes(part -> part.phase().employmentServices()), minutes());
    }

    /** Time that was about nobody in particular, of all that was logged. */
    public Share ownTime() {
        return new Share(minutes(part -> part.kind().with() == With.OWN_TIME), minutes());
    }

    static Workload together(Stream<Workload> some) {
        return new Workload(some.flatMap(one -> one.parts().stream()).toList());
    }
}
