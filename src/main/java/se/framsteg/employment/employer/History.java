package se.framsteg.employment.employer;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.contact.Contact.Place;

/**
 * One contact with an employer, as all coaches are told of it: nothing of whom it was about, nor whether it was about anybody.
 *
 * @param coach by name
 * @param workplace its name; empty if none
 * @param outcome empty if nobody has told
 * @param nextStep empty if none
 */
public record History(
        LocalDate day,
        String coach,
        Optional<Place> place,
        String workplace,
        Optional<ContactOutcome> outcome,
        String nextStep,
        Optional<LocalDate> nextOn,
        boolean nextDone) {}
