package se.framsteg.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.framsteg.assessment.talk.AgreementId;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.activity.ActivityId;
import se.framsteg.cases.note.DraftId;
import se.framsteg.cases.note.Note;
import se.framsteg.cases.note.NoteId;
import se.framsteg.employment.Employment;
import se.framsteg.employment.EmploymentId;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/**
 * What is done, written, agreed on and worked in the cases of one large initiative, as rows: as much of it as
 * {@link DemoEfforts} and {@link DemoTalks} make, and a note between the rounds too.
 */
final class LargeStory {
    private static final double WRITES = 0.6;
    private static final double PLACED = 0.1;

    private final AssociationId association;
    private final LocalDate today;
    private final Random random;

    private final Rows activities = new Rows(
            "activities",
            "id, association_id, case_id, kind, title, provider, from_on, to_on, hours, end_reason, registered_by,"
                    + " registered_at");
    private final Rows notes = new Rows("notes", "id, association_id, case_id");
    private final Rows versions =
            new Rows("note_versions", "note_id, number, kind, about_on, text, signed_by, signed_at, draft_id");
    private final Rows agreements = new Rows(
            "agreements",
            "id, association_id, case_id, participant_id, round_id, what, who, other, due_on, agreed_on, agreed_by,"
                    + " agreed_at");
    private final Rows outcomes =
            new Rows("agreement_outcomes", "agreement_id, number, round_id, outcome, words, told_on, told_by, told_at");
    private final Rows employments = new Rows(
            "employments",
            "id, association_id, case_id, kind, employer, from_on, to_on, hours, permanent, subsidy, end_reason,"
                    + " registered_by, registered_at");

    LargeStory(AssociationId association, LocalDate today, Random random) {
        this.association = association;
        this.today = today;
        this.random = random;
    }

    /** Whose case it is. */
    record Who(ParticipantId person, CaseId caseId, Life life) {}

    /** A round in which somebody answered. @param both whether both did, so that they could talk about it */
    record Held(RoundId round, LocalDate day, StaffId caseworker, boolean both) {}

    /** All that was made, in an order in which it can be stored. */
    List<Rows> rows() {
        return List.of(activities, notes, versions, agreements, outcomes, employments);
    }

    void of(Who who, List<Held> rounds) {
        Optional<AgreementId> open = Optional.empty();
        for (int i = 0; i < rounds.size(); i++) {
            var held = rounds.get(i);
            begin(who, held, i);
            write(who, held);
            if (held.both()) {
                open = talk(who, held, open);
            }
        }
        rounds.stream().reduce((_, later) -> later).ifPresent(last -> work(who, last.caseworker()));
    }

    private void begin(Who who, Held held, int number) {
        var pace = who.life().pace();
        if (number == 0 && pace > DemoEfforts.PACE_OF_ANY) {
            activity(who, held, any(DemoEfforts.WORK));
        }
        if (number == 0 && pace > DemoEfforts.PACE_OF_PARALLEL) {
            activity(who, held, any(DemoEfforts.BESIDE));
        }
        if (number == 1 && pace > DemoEfforts.PACE_OF_PARALLEL) {
            activity(who, held, any(DemoEfforts.THIRD));
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Ends with the case, if nothing has ended it before. */
    private void activity(Who who, Held held, DemoEfforts.Offer offer) {
        var planned = held.day().plusDays(random.nextInt(60, 300));
        var until = who.life().ending().map(Life.Ending::on).orElse(today);
        var ended = planned.isBefore(until);
        var over = ended || who.life().ending().isPresent();
        activities.add(
                ActivityId.create(),
                association,
                who.caseId(),
                offer.kind(),
                offer.title(),
                offer.provider(),
                held.day(),
                over ? (ended ? planned : until) : null,
                offer.hours(),
                over ? (ended ? Activity.EndReason.GOAL_REACHED : Activity.EndReason.CASE_ENDED) : null,
                held.caseworker(),
                LargeLives.at(held.day()));
    }

    private void write(Who who, Held held) {
        if (random.nextDouble() < WRITES) {
            note(who, held, Note.Kind.TALK, held.day(), any(DemoEfforts.TALKS));
        }
        var later = held.day().plusDays(random.nextInt(20, 60));
        var until = who.life().ending().map(Life.Ending::on).orElse(today);
        if (!later.isAfter(until) && random.nextDouble() < WRITES) {
            note(who, held, Note.Kind.EVENT, later, "Ringde och stämde av. " + any(DemoEfforts.TALKS));
        }
    }

    private void note(Who who, Held held, Note.Kind kind, LocalDate day, String text) {
        var id = NoteId.create();
        notes.add(id, association, who.caseId());
        versions.add(id, 1, kind, day, text, held.caseworker(), LargeLives.at(day), DraftId.create());
    }

    /** Asks about what was agreed the last time, and agrees on something new. @return what is to be asked about next */
    private Optional<AgreementId> talk(Who who, Held held, Optional<AgreementId> open) {
        if (random.nextDouble() < DemoTalks.WRITE_NOTHING_DOWN) {
            return open;
        }
        open.ifPresent(earlier -> {
            var went = any(DemoTalks.WENT);
            outcomes.add(
                    earlier,
                    1,
                    held.round(),
                    went.outcome(),
                    went.words(),
                    held.day(),
                    held.caseworker(),
                    LargeLives.at(held.day()));
        });
        var id = AgreementId.create();
        var idea = any(DemoTalks.IDEAS);
        var due = random.nextDouble() < DemoTalks.SET_A_DAY
                ? Optional.of(held.day().plusDays(random.nextInt(20, 80)))
                : Optional.<LocalDate>empty();
        agreements.add(
                id,
                association,
                who.caseId(),
                who.person(),
                held.round(),
                idea.what(),
                idea.who(),
                idea.other(),
                due,
                held.day(),
                held.caseworker(),
                LargeLives.at(held.day()));
        return Optional.of(id);
    }

    /** The placement that became a job, of those who end in work; now and then one that is going on. */
    private void work(Who who, StaffId by) {
        var ending = who.life().ending();
        if (ending.isEmpty() && random.nextDouble() < PLACED) {
            employment(who, by, new Place(Employment.Kind.PLACEMENT, today.minusDays(30), null, null));
        }
        ending.filter(end -> end.how().outcome() == Outcome.WORK || end.how().outcome() == Outcome.SUBSIDISED_WORK)
                .ifPresent(end -> {
                    var before = end.on().minusDays(1);
                    employment(
                            who,
                            by,
                            new Place(
                                    Employment.Kind.PLACEMENT,
                                    end.on().minusDays(60),
                                    before,
                                    Employment.EndReason.BECAME_JOB));
                    employment(who, by, new Place(Employment.Kind.JOB, end.on(), null, null));
                });
    }

    private record Place(
            Employment.Kind kind, LocalDate from, @Nullable LocalDate to, Employment.@Nullable EndReason reason) {}

    private void employment(Who who, StaffId by, Place place) {
        var job = place.kind() == Employment.Kind.JOB;
        employments.add(
                EmploymentId.create(),
                association,
                who.caseId(),
                place.kind(),
                any(DemoEfforts.EMPLOYERS),
                place.from(),
                place.to(),
                job ? 30 : 20,
                job ? random.nextBoolean() : null,
                job ? subsidy(who.life()) : null,
                place.reason(),
                by,
                LargeLives.at(place.from()));
    }

    private static Employment.Subsidy subsidy(Life life) {
        return life.ending()
                        .filter(end -> end.how().outcome() == Outcome.SUBSIDISED_WORK)
                        .isPresent()
                ? Employment.Subsidy.SUBSIDISED
                : Employment.Subsidy.NONE;
    }
}
