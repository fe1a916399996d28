package se.framsteg.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.cases.activity.Activities;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.activity.ActivityId;
import se.framsteg.cases.note.Draft;
import se.framsteg.cases.note.DraftId;
import se.framsteg.cases.note.Drafts;
import se.framsteg.cases.note.Note;
import se.framsteg.cases.note.NoteId;
import se.framsteg.employment.Employment;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.Employments;
import se.framsteg.employment.counsel.Counselling;
import se.framsteg.employment.counsel.Counsellings;
import se.framsteg.employment.counsel.Disclosure;
import se.framsteg.employment.counsel.Disclosures;
import se.framsteg.employment.counsel.TalkId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;

/** What fills the story of a case: activities, jobs, notes and drafts, made through their doors. */
public final class StoryExamples {
    private final Activities activities;
    private final Employments employments;
    private final Counsellings counsellings;
    private final Disclosures disclosures;
    private final Drafts drafts;

    public StoryExamples(ListableBeanFactory beans) {
        this.activities = beans.getBean(Activities.class);
        this.employments = beans.getBean(Employments.class);
        this.counsellings = beans.getBean(Counsellings.class);
        this.disclosures = beans.getBean(Disclosures.class);
        this.drafts = beans.getBean(Drafts.class);
    }

    /** An activity that goes on. */
    public ActivityId activity(Actor.Staff by, CaseId id, Activity.Kind kind, String title, LocalDate from) {
        return activity(by, id, kind, title, from, Optional.empty());
    }

    public ActivityId activity(
            Actor.Staff by, CaseId id, Activity.Kind kind, String title, LocalDate from, Optional<LocalDate> to) {
        var reason = to.map(_ -> Activity.EndReason.GOAL_REACHED);
        var details = new Activity.Details(kind, title, "", from, to, Optional.empty(), reason);
        return activities.register(by, id, ActivityId.create(), details).orThrow();
    }

    public EmploymentId job(Actor.Staff by, CaseId id, String employer, LocalDate from) {
        var terms = new Employment.Terms(true, Employment.Subsidy.NONE);
        var details = new Employment.Details(
                Employment.Kind.JOB,
                employer,
                "Lagerarbete",
                from,
                Optional.empty(),
                Optional.empty(),
                Optional.of(terms),
                Optional.empty());
        return employments.register(by, id, EmploymentId.create(), details).orThrow();
    }

    public TalkId counselling(Actor.Staff by, CaseId id, LocalDate on) {
        var details = new Counselling.Details(
                on,
                Counselling.GivenBy.SPECIALIST,
                Counselling.Occasion.BEFORE_START,
                Set.of(Counselling.About.BOSTADSBIDRAG),
                "Bidraget blir lägre");
        return counsellings.register(by, id, TalkId.create(), details).orThrow();
    }

    public TalkId disclosed(
            Actor.Staff by, CaseId id, Optional<EmploymentId> job, Disclosure.Decision decision, LocalDate on) {
        var mayTell = decision.open() ? "Att jag behöver pauser" : "";
        var details = new Disclosure.Details(on, job, true, decision, mayTell);
        return disclosures.register(by, id, TalkId.create(), details).orThrow();
    }

    public NoteId note(Actor.Staff by, CaseId id, LocalDate on, String text) {
        var content = new Note.Content(Note.Kind.TALK, on, text, "");
        return drafts.sign(by, id, DraftId.create(), Optional.empty(), 0, content)
                .orThrow();
    }

    public DraftId draft(Actor.Staff by, CaseId id, String text) {
        var draft = DraftId.create();
        drafts.save(by, id, draft, Optional.empty(), 0, typed(text)).orThrow();
        return draft;
    }

    public static Draft.Typed typed(String text) {
        return new Draft.Typed(Optional.of(Note.Kind.TALK), "2026-05-03", text, "");
    }

    /** The id of such a thing as a route's second {@code {id}} stands for. */
    String part(String route, Actor.Staff by, CaseId id) {
        var today = LocalDate.now(Time.SWEDEN);
        if (route.contains("/activities/")) {
            return activity(by, id, Activity.Kind.WORK, "Arbetsträning", today).toString();
        }
        if (route.contains("/employments/")) {
            return job(by, id, "Provbolaget", today).toString();
        }
        if (route.contains("/counselling/")) {
            return counselling(by, id, today).toString();
        }
        if (route.contains("/disclosures/")) {
            return disclosed(by, id, Optional.empty(), Disclosure.Decision.NO, today)
                    .toString();
        }
        return route.contains("/drafts/")
                ? draft(by, id, "Påbörjat").toString()
                : note(by, id, today, "Vi pratade om nästa steg").toString();
    }
}
