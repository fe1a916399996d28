package se.framsteg.shared.definition;

import java.util.Map;

/** The fields of one value in the file. */
public final class Fields {

    private final Value owner;
    private final Map<String, Value> values;

    Fields(Value owner, Map<String, Value> values) {
        this.owner = owner;
        this.values = values;
    }

    /** The field, reported as missing when it is not there. */
    public Value required(String name) {
        if (!values.containsKey(name)) {
            owner.report(FileFault.MISSING_FIELD, name);
        }
        return optional(name);
    }

    /** Whether there were fields to read at all. */
    public boolean readable() {
        return !owner.isAbsent();
    }

    /** The field, or what reads as nothing where it is not there. */
    public Value optional(String name) {
        return values.getOrDefault(name, owner.absent());
    }
}
