package se.framsteg.employment.outreach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.contact.Contacts;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.WorkplaceId;

/**
 * A contact with an employer as it is shown.
 *
 * @param told what is kept of it beside the contact; empty if nobody has told which employer it was
 * @param called the employer, and the workplace if there was one, by name
 * @param nextDone the day on which what was next was done
 */
public record EmployerContact(
        Contacts.Shown contact, Optional<Told> told, String called, Optional<LocalDate> nextDone) {

    /** An employer, and where of theirs it was if that is known. */
    public record Where(EmployerId employer, Optional<WorkplaceId> workplace) {
        /** As a form names it. */
        public String value() {
            return employer + workplace.map(id -> "." + id).orElse("");
        }

        /**
         * Reads what a form has named.
         *
         * @throws IllegalArgumentException if it is none
         */
        public static Where of(String text) {
            var dot = text.indexOf('.');
            return dot < 0
                    ? new Where(EmployerId.of(text), Optional.empty())
                    : new Where(
                            EmployerId.of(text.substring(0, dot)),
                            Optional.of(WorkplaceId.of(text.substring(dot + 1))));
        }
    }

    /**
     * What came of a contact, whichever employer it was with.
     *
     * @param matches whether the work is what the person wants; empty if nobody has told, and always if it was about nobody
     * @param nextStep up to 200 characters, may be empty
     * @param nextOn when that is to be done
     */
    public record Result(
            Optional<Boolean> matches, ContactOutcome outcome, String nextStep, Optional<LocalDate> nextOn) {
        static final int LONGEST = 200;

        List<Refusal> faults(int persons) {
            var faults = new ArrayList<Refusal>();
            if (matches.isPresent() && persons == 0) {
                faults.add(Refusal.of("wanted", "employer-contact.matches.nobody"));
            }
            if (nextOn.isPresent() && nextStep.isEmpty()) {
                faults.add(Refusal.of("nextStep", "employer-contact.next.required"));
            }
            return faults;
        }

        @Override
        public String toString() {
            return "result of a contact with an employer";
        }
    }

    /** What is kept of it beside the contact. */
    public record Told(Where where, Result result) {}

    @Override
    public String toString() {
        return "contact with an employer";
    }
}
