package se.framsteg.cases.extract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.framsteg.shared.StaffId;

/** One thing that is registered, as its fields in order. Never in logs. */
public record Entry(List<Field> fields) {
    public Entry {
        fields = List.copyOf(fields);
    }

    /**
     * @param name as in the structured extract; what it is called is under {@code extract.field}
     */
    public record Field(String name, Value value) {}

    /** What stands in a field. */
    public sealed interface Value {
        /** What somebody wrote, or what something is called. */
        record Written(String text) implements Value {}

        record Day(LocalDate day) implements Value {}

        record Moment(Instant at) implements Value {}

        record Amount(BigDecimal number) implements Value {}

        record Truth(boolean yes) implements Value {}

        /** One of a set of values; its text is under {@code texts}. */
        record Coded(String texts, String code) implements Value {}

        /** A member of staff, who is told by name and organisation. */
        record By(StaffId staff) implements Value {}

        /** A file that was handed in, in the structured extract as base64. */
        record Attached(byte[] content) implements Value {}

        /** What belongs to the entry. */
        record Parts(List<Entry> entries) implements Value {}
    }

    /** Nothing of it: it is about a person. */
    @Override
    public String toString() {
        return "entry";
    }
}
