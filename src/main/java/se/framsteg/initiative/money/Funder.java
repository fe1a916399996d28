package se.framsteg.initiative.money;

import se.framsteg.ui.Texts;

/**
 * Who pays for an initiative.
 *
 * @param name where the kind does not tell which, up to 200 characters; must be there of others
 * @param inKind whether it puts in work, rooms and the like instead of money
 */
public record Funder(FunderId id, Kind kind, String name, boolean inKind, int version) {

    /** Of which kind; the first is the association that finances initiatives. */
    public enum Kind {
        ASSOCIATION,
        FK,
        AF,
        KOMMUN,
        REGION,
        ESF,
        OTHER
    }

    /** Who it is, in words. */
    public String called(Texts texts) {
        var kind = texts.of("money.party", this.kind);
        var who = this.kind == Kind.OTHER ? name : name.isEmpty() ? kind : texts.of("money.party.named", kind, name);
        return inKind ? texts.of("money.party.in-kind", who) : who;
    }
}
