package se.framsteg.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.cases.activity.Activities;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.activity.Activity.Kind;
import se.framsteg.cases.activity.ActivityId;
import se.framsteg.cases.note.Draft;
import se.framsteg.cases.note.DraftId;
import se.framsteg.cases.note.Drafts;
import se.framsteg.cases.note.Note;
import se.framsteg.cases.note.Notes;
import se.framsteg.shared.CaseId;

/**
 * Fills the story of the invented lives: activities and notes. Those who have something work-directed and
 * something else beside it progress most, those with nothing stand still, as in BIP.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoEfforts {
    static final double PACE_OF_PARALLEL = 0.25;
    static final double PACE_OF_ANY = 0.05;

    record Offer(Kind kind, String title, String provider, int hours) {}

    static final List<Offer> WORK = List.of(
            new Offer(Kind.WORK, "Arbetsträning", "Återbruket", 12),
            new Offer(Kind.WORK, "Jobbsökning med coach", "Arbetsförmedlingen", 6),
            new Offer(Kind.WORK, "Arbetsträning i kök", "Socialt företag", 16));
    static final List<Offer> BESIDE = List.of(
            new Offer(Kind.HEALTH, "Samtalsstöd", "Vårdcentralen", 1),
            new Offer(Kind.SOCIAL, "Boendestöd", "Socialtjänsten", 3),
            new Offer(Kind.HEALTH, "Fysisk träning", "Friskvården", 3),
            new Offer(Kind.SOCIAL, "Budgetrådgivning", "Kommunens rådgivare", 1));
    static final List<Offer> THIRD = List.of(
            new Offer(Kind.COMPETENCE, "Svenska på kvällstid", "Studieförbund", 4),
            new Offer(Kind.GROUP, "Må bra-grupp", "Teamet", 3),
            new Offer(Kind.COMPETENCE, "Studievägledning", "Vuxenutbildningen", 2));
    static final List<String> TALKS = List.of(
            "Vi såg på bilden tillsammans. Sömnen är bättre och förmiddagarna fungerar.",
            "Vi pratade om vad som är roligt med arbetet och vad som tar kraft. Fortsätter på samma sätt.",
            "Hen berättar att kontakten med kollegorna känns lättare. Vi provar en timme till i veckan.",
            "Nästa steg är ett studiebesök. Hen ringer själv och bestämmer tid.");
    static final List<String> EMPLOYERS = List.of(
            "Lagerhuset i Norrdalen AB",
            "Kafé Linden",
            "Byggvaror i Provstad AB",
            "Förskolan Gläntan",
            "Cykelverkstan HB");

    private final Activities activities;
    private final Drafts drafts;
    private final Notes notes;
    private final DemoPlans plans;

    DemoEfforts(Activities activities, Drafts drafts, Notes notes, DemoPlans plans) {
        this.activities = activities;
        this.drafts = drafts;
        this.notes = notes;
        this.plans = plans;
    }

    /** A life's efforts, to be lived beside its rounds. */
    Course of(CaseId id, Life life) {
        return new Course(id, life);
    }

    /** What is done and written in one case, round by round. Has chance of its own, so that the lives stay the same. */
    final class Course {
        private final CaseId id;
        private final Life life;
        private final Random random;
        private final List<Running> running = new ArrayList<>();

        private record Running(ActivityId id, Activity.Details details) {}

        private Course(CaseId id, Life life) {
            this.id = id;
            this.life = life;
            this.random = new Random(Double.doubleToLongBits(life.level()[0]));
        }

        /** What happens at the time of a round, by whoever has the case then. */
        void at(Actor.Staff caseworker, LocalDate day, int round) {
            DemoClock.on(day, () -> {
                begin(caseworker, day, round);
                if (round == 1 && life.pace() > PACE_OF_PARALLEL) {
                    plans.at(caseworker, id, life, day);
                } else if (round > 1) {
                    plans.later(caseworker, id, life, day);
                }
                if (round == 2 && running.size() > 1) {
                    end(caseworker, running.removeLast(), day);
                }
                if (random.nextInt(10) < 6) {
                    write(caseworker, day);
                }
                return true;
            });
        }

        private void begin(Actor.Staff caseworker, LocalDate day, int round) {
            if (round == 0 && life.pace() > PACE_OF_ANY) {
                register(caseworker, any(WORK), day);
            }
            if (round == 0 && life.pace() > PACE_OF_PARALLEL) {
                register(caseworker, any(BESIDE), day);
            }
            if (round == 1 && life.pace() > PACE_OF_PARALLEL && random.nextBoolean()) {
                register(caseworker, any(THIRD), day);
            }
        }

        private Offer any(List<Offer> offers) {
            return offers.get(random.nextInt(offers.size()));
        }

        private void register(Actor.Staff caseworker, Offer offer, LocalDate day) {
            var details = new Activity.Details(
                    offer.kind,
                    offer.title,
                    offer.provider,
                    day.plusDays(random.nextInt(15)),
                    Optional.empty(),
                    Optional.of(BigDecimal.valueOf(offer.hours)),
                    Optional.empty());
            var activity = activities
                    .register(caseworker, id, ActivityId.create(), details)
                    .orThrow();
            running.add(new Running(activity, details));
        }

        private void end(Actor.Staff caseworker, Running one, LocalDate day) {
            var before = one.details;
            var details = new Activity.Details(
                    before.kind(),
                    before.title(),
                    before.provider(),
                    before.from(),
                    Optional.of(day),
                    before.hours(),
                    Optional.of(Activity.EndReason.GOAL_REACHED));
            activities.change(caseworker, id, one.id, 0, details).orThrow();
        }

        private void write(Actor.Staff caseworker, LocalDate day) {
            var content = new Note.Content(Note.Kind.TALK, day, TALKS.get(random.nextInt(TALKS.size())), "");
            if (random.nextInt(30) == 0) {
                var typed = new Draft.Typed(Optional.of(content.kind()), day.toString(), content.text(), "");
                drafts.save(caseworker, id, DraftId.create(), Optional.empty(), 0, typed)
                        .orThrow();
                return;
            }
            var note = drafts.sign(caseworker, id, DraftId.create(), Optional.empty(), 0, content)
                    .orThrow();
            if (random.nextInt(12) == 0) {
                var right = new Note.Content(
                        Note.Kind.TALK, day, content.text() + " Nästa möte är om två veckor.", "Mötestiden saknades.");
                drafts.sign(caseworker, id, DraftId.create(), Optional.of(new Draft.Correcting(note, 1)), 0, right)
                        .orThrow();
            }
            if (random.nextInt(15) == 0) {
                notes.dissent(caseworker, id, note, day, "Det var inte riktigt så. Jag vill vänta lite till.")
                        .orThrow();
            }
        }
    }
}
