package se.framsteg.plan.document;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.shared.OrganisationId;

/**
 * Somebody who took part, as they sign and are given copies.
 *
 * @param name up to {@value Signature#LONGEST} characters; empty if it is the person
 * @param role what they come as and from where, as long
 */
record Signer(PlanContent.As as, String name, String role, Optional<OrganisationId> organisation) {
    static final Signer PERSON = new Signer(PlanContent.As.PERSON, "", "", Optional.empty());

    static Signer of(PlanContent.Participant one) {
        if (one.as() == PlanContent.As.PERSON) {
            return PERSON;
        }
        var parts = Stream.of(one.name(), one.role(), one.organisation())
                .filter(part -> !part.isBlank())
                .toList();
        var name = parts.isEmpty() ? "?" : parts.getFirst();
        var role = parts.stream().skip(1).collect(Collectors.joining(", "));
        return new Signer(one.as(), shortened(name), shortened(role), one.organisationId());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), Signature.LONGEST));
    }

    /** The same with all that is told of them as the name, which is as long as a name may be. */
    Signer asRecipient() {
        return new Signer(as, shortened(label("")), "", organisation);
    }

    /** @param called what the person goes by */
    String label(String called) {
        if (name.isEmpty()) {
            return called;
        }
        return role.isEmpty() ? name : name + ", " + role;
    }

    @Override
    public String toString() {
        return "signer " + as;
    }
}
