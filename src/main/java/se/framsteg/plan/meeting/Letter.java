package se.framsteg.plan.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.framsteg.plan.Plan;

/**
 * What stands on one paper, gathered so that no transaction lasts while it is printed.
 *
 * @param to who it is to
 * @param about the person's name, with the identity number where the recipient may have it; empty to those who are told the day and
 *     the place alone
 * @param within in what time a called party is to come, where that has been agreed on
 * @param day on which it is written
 * @param replyBy the last day on which it is wished that they answer; empty if the meeting is so soon that they answer at once
 * @param from the organisation that calls
 * @param sender who there
 * @param ownHouse whether it is to the organisation that calls
 * @param others who else is asked; told to the person alone
 * @param language in which it is written, as in {@link se.framsteg.ui.Language}
 */
public record Letter(
        Invitee invitee,
        Guest to,
        String about,
        Plan.Kind plan,
        Optional<Within> within,
        Meeting meeting,
        LocalDate day,
        Optional<LocalDate> replyBy,
        String from,
        Sender sender,
        boolean ownHouse,
        List<Guest> others,
        String language) {
    public Letter {
        others = List.copyOf(others);
    }

    /**
     * Somebody who is asked, as they are called in a letter.
     *
     * @param called the organisation or the name; empty if neither is known
     */
    public record Guest(Invitee.Part part, String called, String name, String role) {
        static Guest of(Invitee invitee, String called) {
            var asked = invitee.asked();
            return new Guest(
                    asked.part(), called, asked.part() == Invitee.Part.ORGANISATION ? asked.name() : "", asked.role());
        }

        @Override
        public String toString() {
            return part.toString();
        }
    }

    /** In how many days a called party comes, and the last of them. */
    public record Within(int days, LocalDate last) {}

    /** Whoever sends it, as their account has it. */
    public record Sender(String name, String organisation, String email) {
        @Override
        public String toString() {
            return "sender";
        }
    }

    public boolean summons() {
        return invitee.how() == Invitee.How.SUMMONS;
    }

    public boolean toPerson() {
        return to.part() == Invitee.Part.PERSON;
    }

    public boolean toOrganisation() {
        return to.part() == Invitee.Part.ORGANISATION;
    }

    /** Whether it tells what it is about. */
    public boolean tells() {
        return toPerson() || !about.isEmpty();
    }

    @Override
    public String toString() {
        return invitee.toString();
    }
}
