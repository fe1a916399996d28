package se.framsteg.assessment.instrument;

import java.util.Map;

/** The fields of one value in the file. */
final class Fields {

    private final Value owner;
    private final Map<String, Value> values;

    Fields(Value owner, Map<String, Value> values) {
        this.owner = owner;
        this.values = values;
    }

    /** The field, reported as missing when it is not there. */
    Value required(String name) {
        if (!values.containsKey(name)) {
            owner.report(Fault.MISSING_FIELD, name);
        }
        return optional(name);
    }

    /** Whether there were fields to read at all. */
    boolean readable() {
        return !owner.isAbsent();
    }

    Value optional(String name) {
        return values.getOrDefault(name, owner.absent());
    }
}
