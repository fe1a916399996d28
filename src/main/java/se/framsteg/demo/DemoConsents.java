package se.framsteg.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Given;
import se.framsteg.consent.Kind;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.Sheet;
import se.framsteg.consent.Sheet.Asked;
import se.framsteg.consent.colleague.Colleagues;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.shared.CaseId;

/**
 * What some of the invented people said when they were asked whether something may be shared with the other parties, and who of
 * these is named on their cases.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoConsents {
    private static final List<Set<Kind>> SHARED = List.of(
            EnumSet.of(Kind.IDENTITY, Kind.PLAN, Kind.ACTIVITIES, Kind.ASSESSMENTS),
            EnumSet.of(Kind.IDENTITY, Kind.PLAN, Kind.WORK),
            EnumSet.of(Kind.IDENTITY, Kind.HEALTH, Kind.PLAN));

    private final Consents consents;
    private final Colleagues colleagues;
    private final ConsentTexts texts;

    DemoConsents(Consents consents, Colleagues colleagues, ConsentTexts texts) {
        this.consents = consents;
        this.colleagues = colleagues;
        this.texts = texts;
    }

    /** @param surely whether this one is asked for certain, and says yes to the first party */
    Course of(Workplace place, CaseId id, Life life, boolean surely) {
        return new Course(place, id, life, surely);
    }

    /** What is said in one case, round by round. Has chance of its own, so that the lives stay the same. */
    final class Course {
        private final Workplace place;
        private final CaseId id;
        private final boolean surely;
        private final Random random;
        private final List<ConsentId> given = new ArrayList<>();

        private Course(Workplace place, CaseId id, Life life, boolean surely) {
            this.place = place;
            this.id = id;
            this.surely = surely;
            this.random = new Random(~Double.doubleToLongBits(life.level()[0]));
        }

        /** What is said at the time of a round, to whoever has the case then. */
        void at(Actor.Staff caseworker, LocalDate day, int round) {
            DemoClock.on(day, () -> {
                if (round == 0 && (surely || random.nextInt(3) == 0)) {
                    ask(caseworker, day);
                }
                if (round == 2 && !surely && !given.isEmpty()) {
                    changeMind(caseworker, day);
                }
                return true;
            });
        }

        private void ask(Actor.Staff caseworker, LocalDate day) {
            var asked = new ArrayList<Asked>();
            for (int i = 0; i < place.partners().size(); i++) {
                var partner = place.partners().get(i);
                var yes = (surely && i == 0) || random.nextInt(3) > 0;
                var to = new Recipient.Organisation(partner.organisation());
                asked.add(new Asked(ConsentId.create(), to, yes, SHARED.get(i)));
                if (yes || random.nextInt(4) == 0) {
                    colleagues.name(caseworker, id, partner.id()).orThrow();
                }
            }
            if (!asked.isEmpty()) {
                var sheet = new Sheet(
                        said(How.E_ID, day),
                        "För att planera stödet tillsammans, så att personen slipper berätta allt flera gånger.",
                        Optional.of(day.plusMonths(13)),
                        asked);
                consents.record(caseworker, id, sheet).orThrow();
                asked.stream().filter(Asked::yes).map(Asked::id).forEach(given::add);
            }
        }

        /**
         * Some of those who share anything are asked anew with the text that names the joint plan, which their first answers were too
         * early for.
         */
        void lately(Actor.Staff caseworker, LocalDate today) {
            if (given.isEmpty() || !Kind.JOINT_PLAN.isIn(texts.current()) || !surely && random.nextInt(3) > 0) {
                return;
            }
            var kinds = EnumSet.copyOf(SHARED.getFirst());
            kinds.add(Kind.JOINT_PLAN);
            var to = new Recipient.Organisation(place.partners().getFirst().organisation());
            var sheet = new Sheet(
                    said(How.E_ID, today),
                    "För att planera tillsammans i en gemensam plan.",
                    Optional.of(today.plusMonths(13)),
                    List.of(new Asked(ConsentId.create(), to, true, kinds)));
            consents.record(caseworker, id, sheet).orThrow();
        }

        private void changeMind(Actor.Staff caseworker, LocalDate day) {
            switch (random.nextInt(4)) {
                case 0 ->
                    consents.withdraw(caseworker, id, given.getFirst(), 1, said(How.SPOKEN, day))
                            .orThrow();
                case 1 ->
                    consents.narrow(caseworker, id, given.getLast(), 1, Set.of(Kind.PLAN), said(How.SPOKEN, day))
                            .orThrow();
                default ->
                    consents.renew(caseworker, id, given.getFirst(), 1, day.plusMonths(18), said(How.E_ID, day))
                            .orThrow();
            }
        }

        private Given said(How how, LocalDate day) {
            return new Given(
                    how,
                    day,
                    how == How.SPOKEN ? "Sagt vid mötet om stegen" : "",
                    Optional.empty(),
                    Optional.of(texts.current()),
                    Optional.of("sv"),
                    false);
        }
    }
}
