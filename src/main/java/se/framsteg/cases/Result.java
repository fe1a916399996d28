package se.framsteg.cases;

import java.util.List;
import se.framsteg.ui.Fields;

/**
 * What came of asking for a change. What was not done left nothing changed.
 *
 * @param <T> what is told of a change that was made
 */
public sealed interface Result<T> {
    record Done<T>(T value) implements Result<T> {}

    /** Something in it can't be so; each reason names the field that it concerns. */
    record Refused<T>(List<Refusal> reasons) implements Result<T> {
        /** Notes each reason at its field. */
        public void tell(Fields fields) {
            reasons.forEach(reason -> reason.tell(fields));
        }
    }

    /** Somebody else has changed the same thing since it was read. */
    record Stale<T>() implements Result<T> {}

    /**
     * One reason why not.
     *
     * @param field the field that it concerns; empty if the whole
     * @param key its text
     */
    record Refusal(String field, String key, List<Object> arguments) {
        public static Refusal of(String field, String key, Object... arguments) {
            return new Refusal(field, key, List.of(arguments));
        }

        /** Notes it at its field, unless something else is wrong with that already. */
        public void tell(Fields fields) {
            fields.fail(field, key, arguments.toArray());
        }
    }

    static <T> Result<T> refused(String field, String key, Object... arguments) {
        return new Refused<>(List.of(Refusal.of(field, key, arguments)));
    }

    /**
     * What was made, for callers that know their input to be good.
     *
     * @throws IllegalStateException if nothing was done; names the texts of the reasons
     */
    default T orThrow() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) ->
                throw new IllegalStateException(
                        "refused: " + reasons.stream().map(Refusal::key).toList());
            case Stale<T>() -> throw new IllegalStateException("stale");
        };
    }
}
