package se.framsteg.fidelity.unit;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.StaffId;

/** That somebody works by the method, for so much of full time between these days. */
public record Specialist(SpecialistId id, StaffId staff, Terms terms, int version) {

    /**
     * @param percent of full time, 1–100
     * @param to the last day; empty while it goes on
     */
    public record Terms(int percent, LocalDate from, Optional<LocalDate> to) {
        boolean ordered() {
            return to.filter(last -> last.isBefore(from)).isEmpty();
        }
    }
}
