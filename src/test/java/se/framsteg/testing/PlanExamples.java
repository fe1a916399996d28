package se.framsteg.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.plan.meeting.Calls;
import se.framsteg.plan.meeting.Invitations;
import se.framsteg.plan.meeting.Invitee;
import se.framsteg.plan.meeting.InviteeId;
import se.framsteg.plan.meeting.Meeting;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** Needs of joint plans, plans, versions of them and meetings about them, by the doors. */
public final class PlanExamples {
    private final Needs needs;
    private final Plans plans;
    private final PlanDocuments documents;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Calls calls;
    private final OwnerSql owner;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public PlanExamples(ListableBeanFactory beans) {
        needs = beans.getBean(Needs.class);
        plans = beans.getBean(Plans.class);
        documents = beans.getBean(PlanDocuments.class);
        meetings = beans.getBean(Meetings.class);
        invitations = beans.getBean(Invitations.class);
        calls = beans.getBean(Calls.class);
        owner = beans.getBean(OwnerSql.class);
    }

    /** A need that nobody has asked the person about. */
    public NeedId seen(World.Place place, CaseId caseId, String what) {
        var seen = new Need.Seen(Need.By.OTHER_ORGANISATION, "Vårdcentralen", today, what);
        return needs.register(place.caseworker(), caseId, NeedId.create(), seen).orThrow();
    }

    /** One to which the person has said yes. */
    public NeedId wanted(World.Place place, CaseId caseId) {
        var id = seen(place, caseId, "Vården och kommunen planerar var för sig");
        return needs.answer(place.caseworker(), caseId, id, 1, Need.Said.YES, today, "Gärna")
                .orThrow();
    }

    /** The plan of the case that is open; begins one if there is none. */
    public PlanId open(World.Place place, CaseId caseId) {
        return begun(place, caseId, Plan.Kind.SIP);
    }

    /** The open plan of the case, begun of that kind if there is none. */
    public PlanId begun(World.Place place, CaseId caseId, Plan.Kind kind) {
        return plans.see(place.caseworker(), caseId)
                .open()
                .map(Plan::id)
                .orElseGet(() -> plans.begin(
                                place.caseworker(), caseId, PlanId.create(), kind, Optional.of(wanted(place, caseId)))
                        .orThrow());
    }

    /** A goal in it. */
    public GoalId goal(World.Place place, CaseId caseId, PlanId plan, String words) {
        return plans.addGoal(
                        place.caseworker(),
                        caseId,
                        plan,
                        GoalId.create(),
                        new Plan.Goal.Written(Plan.Term.SHORT, Optional.of(LifeArea.WORK), words))
                .orThrow();
    }

    /** An effort in it that the person answers for; its day may have been. */
    public EffortId effort(World.Place place, CaseId caseId, PlanId plan, String what, LocalDate due) {
        var written = new Plan.Effort.Written(
                Optional.empty(),
                Optional.of(LifeArea.WORK),
                Optional.empty(),
                what,
                new Plan.Responsible(Plan.ByWhom.PERSON, Optional.empty(), ""),
                Optional.of(today));
        var effort = plans.addEffort(place.caseworker(), caseId, plan, EffortId.create(), written)
                .orThrow();
        owner.sql("update plan_efforts set due_on = ? where id = ?")
                .params(due, effort.value())
                .update();
        return effort;
    }

    /** A path with what it names of a plan in place. */
    public String in(String pattern, World.Place place, CaseId caseId) {
        if (!pattern.contains("{planId}")) {
            return pattern;
        }
        var plan = settled(place, caseId);
        return pattern.replace("{planId}", plan.toString())
                .replace("{number}", "1")
                .replace("{part}", Plan.Part.WANTS.name())
                .replace("{goalId}", goal(place, caseId, plan, "Ett jobb").toString())
                .replace(
                        "{effortId}",
                        effort(place, caseId, plan, "Ringa", today).toString());
    }

    /** The same with a version that has been settled, in which something is written. */
    public PlanId settled(World.Place place, CaseId caseId) {
        var plan = begun(place, caseId, Plan.Kind.SIP);
        if (documents.versions(place.caseworker(), caseId, plan).last() == 0) {
            plans.write(place.caseworker(), caseId, plan, Plan.Part.WANTS, "Att slippa berätta allt igen", 0)
                    .orThrow();
            documents
                    .settle(place.caseworker(), caseId, plan, 1, Optional.empty())
                    .orThrow();
        }
        return plan;
    }

    /** A meeting in a fortnight at 13.30. */
    public Meeting.Planned inAFortnight() {
        return new Meeting.Planned(
                Meeting.Kind.FIRST, today.plusDays(14), LocalTime.of(13, 30), 60, "Stadshuset, rum 2", "", "");
    }

    /** The meeting that is ahead about the SIP of a case; both begin here if there are none. */
    public MeetingId meeting(World.Place place, CaseId caseId) {
        if (plans.see(place.caseworker(), caseId).open().isEmpty()) {
            begun(place, caseId, Plan.Kind.SIP);
        }
        return meetings.card(place.caseworker(), caseId)
                .meeting()
                .map(Meeting::id)
                .orElseGet(() -> meetings.plan(place.caseworker(), caseId, MeetingId.create(), inAFortnight())
                        .orThrow());
    }

    /** Somebody of the case's own organisation is asked to it. */
    public InviteeId invitee(World.Place place, CaseId caseId, MeetingId meeting) {
        var asked = new Invitee.Asked(
                Invitee.Part.ORGANISATION,
                Optional.of(place.kommun()),
                "Sara " + InviteeId.create(),
                "Socialsekreterare",
                "",
                false);
        return invitations
                .ask(place.caseworker(), caseId, meeting, InviteeId.create(), asked)
                .orThrow();
    }

    /** Somebody of another organisation is asked to it and has been told; the person has said yes to that organisation. */
    public InviteeId called(World.Place place, CaseId caseId, OrganisationId organisation) {
        var meeting = meeting(place, caseId);
        var asked = new Invitee.Asked(
                Invitee.Part.ORGANISATION,
                Optional.of(organisation),
                "Kallad " + InviteeId.create(),
                "Handläggare",
                "",
                false);
        var id = invitations
                .ask(place.caseworker(), caseId, meeting, InviteeId.create(), asked)
                .orThrow();
        var version = meetings.card(place.caseworker(), caseId)
                .meeting()
                .orElseThrow()
                .version();
        calls.send(place.caseworker(), caseId, meeting, version).orThrow();
        return id;
    }

    /** A path with the ids of the meeting that is ahead, and of somebody who is asked to it. */
    String fill(String pattern, World.Place place, CaseId caseId) {
        if (!pattern.contains("{meetingId}")) {
            return pattern;
        }
        var meeting = meeting(place, caseId);
        var filled = pattern.replace("{meetingId}", meeting.toString());
        return filled.contains("{inviteeId}")
                ? filled.replace("{inviteeId}", invitee(place, caseId, meeting).toString())
                : filled;
    }

    /** The open plan of the case; begins one without a need if there is none. */
    public PlanId mine(World.Place place, CaseId caseId) {
        return plans.see(place.caseworker(), caseId)
                .open()
                .map(Plan::id)
                .orElseGet(() -> plans.begin(
                                place.caseworker(), caseId, PlanId.create(), Plan.Kind.MY_PLAN, Optional.empty())
                        .orThrow());
    }

    /** A goal in the open plan of the case. */
    public GoalId goal(World.Place place, CaseId caseId, String words) {
        var id = GoalId.create();
        owner.sql("""
            insert into plan_goals (id, plan_id, term, area, words, state, state_on, version, added_at, saved_by, saved_at)
            values (?, ?, 'SHORT', 'WORK', ?, 'OPEN', cast(now() at time zone 'Europe/Stockholm' as date), 1, now(), ?, now())\
            """)
                .params(
                        id.value(),
                        mine(place, caseId).value(),
                        words,
                        place.caseworker().id().value())
                .update();
        return id;
    }

    /** Something that the organisation is to do, as the plan has it. */
    public void effort(World.Place place, CaseId caseId, String what, OrganisationId by) {
        owner.sql("""
            insert into plan_efforts (id, plan_id, what, by_whom, organisation_id, responsible, due_on, state, state_on, version, added_at,
              saved_by, saved_at)
            values (?, ?, ?, 'ORGANISATION', ?, 'Kurator', cast(now() at time zone 'Europe/Stockholm' as date) + 14, 'PLANNED', cast(now() at time zone 'Europe/Stockholm' as date), 1, now(), ?, now())\
            """)
                .params(
                        UUID.randomUUID(),
                        mine(place, caseId).value(),
                        what,
                        by.value(),
                        place.caseworker().id().value())
                .update();
    }

    /** A meeting that lies ahead, to which the person and these organisations are asked, and have been told. */
    public void meeting(World.Place place, CaseId caseId, String where, OrganisationId... invited) {
        var meeting = UUID.randomUUID();
        var by = place.caseworker().id().value();
        owner.sql("""
            insert into plan_meetings (id, plan_id, kind, meets_on, meets_at, minutes, place, video, interpreter, state, planned_by,
              planned_at, version)
            values (?, ?, 'FIRST', cast(now() at time zone 'Europe/Stockholm' as date) + 7, '10:00', 60, ?, '', '', 'PLANNED', ?, now(), 1)\
            """).params(meeting, mine(place, caseId).value(), where, by).update();
        invite(meeting, "PERSON", null, "");
        for (var one : invited) {
            invite(meeting, "ORGANISATION", one.value(), "Kallad " + one);
        }
    }

    private void invite(UUID meeting, String part, @org.jspecify.annotations.Nullable UUID organisation, String name) {
        owner.sql("""
            insert into plan_invitees (id, meeting_id, how, part, organisation_id, name, role, email, sent_at, sent_by, sent_version, version,
              added_at, saved_at)
            select :id, :meeting, 'INVITATION', :part, cast(:organisation as uuid), :name, '', 'hemlig@example.se', now(), planned_by, 1, 1,
              now(), now()
            from plan_meetings where id = :meeting\
            """)
                .param("id", UUID.randomUUID())
                .param("meeting", meeting)
                .param("part", part)
                .param("organisation", organisation)
                .param("name", name)
                .update();
    }
}
