package se.framsteg.plan.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.framsteg.consent.Kind;
import se.framsteg.consent.Recipient;
import se.framsteg.shared.OrganisationId;

/** To whom the person's yes lets it be told today that there is a plan, and so who may be called. */
record Allowed(OrganisationId own, Map<Recipient, Set<Kind>> open) {
    /** What somebody must have a yes to so as to be called. */
    private static final Kind LETS_THEM_KNOW = Kind.JOINT_PLAN;

    /** Whether this organisation may be called; the one that keeps the case needs no yes. */
    boolean organisation(OrganisationId id) {
        return id.equals(own) || lets(new Recipient.Organisation(id), LETS_THEM_KNOW);
    }

    /** Whether this organisation may have the person's identity number. */
    boolean identity(OrganisationId id) {
        return id.equals(own) || lets(new Recipient.Organisation(id), Kind.IDENTITY);
    }

    private boolean lets(Recipient recipient, Kind kind) {
        return open.getOrDefault(recipient, Set.of()).contains(kind);
    }

    /** Who is named in the ledger and may be called. */
    List<Recipient.Named> named() {
        return open.entrySet().stream()
                .filter(one -> one.getValue().contains(LETS_THEM_KNOW))
                .flatMap(one ->
                        one.getKey() instanceof Recipient.Named named ? Stream.of(named) : Stream.<Recipient.Named>of())
                .toList();
    }

    /** The one in the ledger who is called this, however it is typed, and may be called. */
    Optional<Recipient.Named> named(String name) {
        return named().stream()
                .filter(one -> new Recipient.Named(one.sort(), name).key().equals(one.key()))
                .findFirst();
    }

    /** Whether this one may be called, and told of what it is about. */
    boolean lets(Invitee.Asked asked) {
        return switch (asked.part()) {
            case PERSON, INTERPRETER -> true;
            case ORGANISATION -> organisation(asked.organisation().orElseThrow());
            case RELATIVE, OTHER -> asked.brought() || named(asked.name()).isPresent();
        };
    }

    @Override
    public String toString() {
        return "allowed " + open.size();
    }
}
