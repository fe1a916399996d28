package se.framsteg.testing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Lazy;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.InstrumentExamples;
import se.framsteg.cases.emergency.EmergencyExamples;
import se.framsteg.cases.emergency.EmergencyId;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.Kind;
import se.framsteg.consultation.ConsultationId;
import se.framsteg.consultation.Consultations;
import se.framsteg.contact.ContactId;
import se.framsteg.economy.EconomyExamples;
import se.framsteg.exchange.ImportExamples;
import se.framsteg.fidelity.FidelityExamples;
import se.framsteg.fidelity.scale.Scales;
import se.framsteg.group.GroupExamples;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.initiative.training.Training;
import se.framsteg.initiative.training.TrainingId;
import se.framsteg.initiative.training.Trainings;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.pathway.PathwayExamples;
import se.framsteg.plan.EffortExamples;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.NeedId;
import se.framsteg.report.ReportExamples;
import se.framsteg.review.ReviewExamples;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.Time;

/**
 * Everybody who might knock at a door, round one case. Four of them are colleagues of other organisations who are named on the
 * case, each with a consent in another state: none ("invited"), a yes to assessments and activities ("opened"), a yes to
 * everything ("opened-whole"), a yes to everything that was withdrawn ("withdrawn").
 */
@Lazy
public class Crowd {
    public static final String NOBODY = "nobody";
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");
    public static final List<String> STAFF = List.of(
            "caseworker",
            "other-caseworker",
            "lead",
            "other-lead",
            "foreign-lead",
            "team-member",
            "officer",
            "board",
            "evaluator",
            "organisation-administrator",
            "system-administrator",
            "stranger",
            "invited",
            "opened",
            "opened-whole",
            "withdrawn");
    private static final List<String> GUESTS = List.of("invited", "opened", "opened-whole", "withdrawn");
    public static final List<String> EVERYBODY = java.util.stream.Stream.concat(
                    STAFF.stream(), java.util.stream.Stream.of("respondent", "participant", NOBODY))
            .toList();

    /** All staff of the same association. */
    public static final List<String> COLLEAGUES =
            STAFF.stream().filter(name -> !name.equals("stranger")).toList();

    private final World world;
    private final CaseExamples cases;
    private final World.Place place;
    private final Map<String, Actor.Staff> staff = new LinkedHashMap<>();
    private final CaseId sharedCase;
    private final StoryExamples story;
    private final ContactExamples contacts;
    private final EmployerExamples employers;
    private final Trainings trainings;
    private final AffairsExamples affairs;
    private final PlanExamples plans;
    private final EffortExamples efforts;
    private final MethodExamples methods;
    private final ConsentExamples consents;
    private final OrganisationId region;
    private final OrganisationId provider;
    private final InstrumentExamples instruments;
    private final PathwayExamples pathways;
    private final ImportExamples importing;
    private final GroupExamples groups;
    private final FidelityExamples fidelity;
    private final EconomyExamples economy;
    private final Scales scales;
    private final ReportExamples reporting;
    private final ReviewExamples reviews;
    private final Sharing sharing;
    private final EmergencyExamples emergencies;
    private final Consultations consultations;
    private String link = "";

    Crowd(World world, ListableBeanFactory beans) {
        this.world = world;
        this.cases = new CaseExamples(beans);
        this.story = new StoryExamples(beans);
        this.contacts = new ContactExamples(beans);
        this.employers = new EmployerExamples(beans);
        this.trainings = beans.getBean(Trainings.class);
        this.affairs = new AffairsExamples(beans);
        this.plans = new PlanExamples(beans);
        this.efforts = new EffortExamples(beans);
        this.methods = new MethodExamples(beans);
        this.consents = new ConsentExamples(beans);
        this.instruments = new InstrumentExamples(beans);
        this.pathways = new PathwayExamples(beans);
        this.importing = new ImportExamples(beans);
        this.groups = new GroupExamples(beans);
        this.fidelity = new FidelityExamples(beans);
        this.economy = new EconomyExamples(beans);
        this.scales = beans.getBean(Scales.class);
        this.reporting = new ReportExamples(beans);
        this.reviews = new ReviewExamples(beans);
        this.consultations = beans.getBean(Consultations.class);
        this.emergencies = new EmergencyExamples(beans);
        this.place = world.place();
        var other = world.place();
        this.provider = world.organisation(place.association(), "Vårdgivare Prov", OrganisationKind.OTHER);
        this.region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        staff.put("caseworker", place.caseworker());
        staff.put("other-caseworker", place.otherCaseworker());
        staff.put("lead", place.lead());
        staff.put("other-lead", world.person(place.kommun(), "Ola Annan", Role.LEAD));
        staff.put("foreign-lead", world.person(region, "Rakel Region", Role.LEAD, Role.CASEWORKER));
        staff.put("team-member", world.person(region, "Tina Team", Role.TEAM_MEMBER));
        staff.put("officer", place.officer());
        staff.put("board", world.person(place.kommun(), "Berit Board", Role.BOARD));
        staff.put("evaluator", world.person(place.kommun(), "Eva Luering", Role.EVALUATOR));
        staff.put("organisation-administrator", place.administrator());
        staff.put("system-administrator", world.person(region, "Sven System", Role.SYSTEM_ADMINISTRATOR));
        staff.put("stranger", other.lead());
        this.sharing = new Sharing(beans.getBean(OwnerSql.class));
        GUESTS.forEach(name -> staff.put(
                name,
                world.person(
                        world.organisation(place.association(), "Inbjuden " + name, OrganisationKind.FK),
                        "Gunnar Gäst",
                        Role.TEAM_MEMBER)));
        this.sharedCase = started();
    }

    /** A case on which the colleagues of other organisations are named. */
    private CaseId started() {
        var id = cases.started(place);
        GUESTS.forEach(name -> sharing.name(id, guest(name)));
        sharing.yes(id, guest("opened").organisation(), "ASSESSMENTS", "ACTIVITIES");
        sharing.yes(id, guest("opened-whole").organisation(), Sharing.ALL_KINDS);
        sharing.withdraw(sharing.yes(id, guest("withdrawn").organisation(), Sharing.ALL_KINDS), 2);
        return id;
    }

    private Actor.Staff guest(String name) {
        return requireNonNull(staff.get(name));
    }

    /** One of {@link #STAFF}, as an actor. */
    public Actor.Staff actor(String name) {
        return requireNonNull(staff.get(name));
    }

    /** Where the crowd stands. */
    public World.Place place() {
        return place;
    }

    /** A case of its own, with the colleagues of other organisations named on it and their consents. */
    public CaseId anotherCase() {
        return started();
    }

    /** Everybody with a browser, signed in. */
    public Map<String, Visitor> visitors(int port) {
        var visitors = new LinkedHashMap<String, Visitor>();
        EVERYBODY.forEach(name -> visitors.put(name, visitor(name, port)));
        return visitors;
    }

    /** One of them with a new browser. */
    public Visitor visitor(String name, int port) {
        var person = staff.get(name);
        if (person != null) {
            return new Visitor(port).signIn(world.email(person));
        }
        return switch (name) {
            case "respondent" -> respondent(port);
            case "participant" -> participant(port);
            default -> new Visitor(port);
        };
    }

    /** The participant with a phone of the own, who has come in by the link. */
    private Visitor participant(int port) {
        if (link.isEmpty()) {
            var page = new Visitor(port)
                    .signIn(world.email(place.caseworker()))
                    .post("/cases/%s/rounds/%s/key".formatted(sharedCase, cases.baseline(place, sharedCase)), Map.of());
            link = LINK.matcher(page.body()).results().findFirst().orElseThrow().group();
        }
        var visitor = new Visitor(port);
        visitor.get(link);
        visitor.post(
                "/svara/identify", Map.of("second", CaseExamples.NUMBER.value().substring(0, 8)));
        return visitor;
    }

    /** The participant on the caseworker’s device, handed over: of the shared case, or of another one once its round has been sent in. */
    private Visitor respondent(int port) {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        handOver(visitor, sharedCase);
        if (visitor.get("/svara/start").statusCode() != 200) {
            handOver(visitor, started());
        }
        return visitor;
    }

    private void handOver(Visitor visitor, CaseId id) {
        visitor.post("/cases/%s/rounds/%s/hand-over".formatted(id, cases.baseline(place, id)), Map.of());
    }

    /**
     * The path of a route with the ids of what this crowd stands round.
     *
     * @param anew whether everything is made anew, so that one who is let in spoils nothing for the next
     */
    public String fill(String pattern, boolean anew) {
        if (pattern.endsWith("s/new")
                && !pattern.contains("{")
                && !pattern.startsWith("/referrals")
                && !pattern.startsWith("/consultations")) {
            return pattern + "?association=" + place.association() + "&owner=" + place.kommun();
        }
        if (pattern.startsWith("/cases/{caseId}/talk")) {
            return talk(pattern);
        }
        if (pattern.startsWith("/cases/{")) {
            var id = anew || pattern.endsWith("/close") ? started() : sharedCase;
            if (pattern.endsWith("/close")) {
                cases.caseworkerAnswers(place, cases.baseline(place, id), 3);
            }
            pattern = pattern.replaceFirst("\\{(id|caseId)}", id.toString());
            pattern = consents(pattern, id);
            if (pattern.contains("{needId}")) {
                pattern = pattern.replace("{needId}", plans.wanted(place, id).toString());
            }
            pattern = plans.fill(plans.in(pattern, place, id), place, id);
            pattern = methods.fill(planned(pattern, id), place, id);
            if (pattern.contains("/profile")) {
                employers.profile(place.caseworker(), id);
            }
            if (pattern.contains("{enrolmentId}")) {
                pattern =
                        pattern.replace("{enrolmentId}", groups.place(place, id).toString());
            }
            if (pattern.contains("{id}")) {
                pattern = pattern.replace("{id}", story.part(pattern, place.caseworker(), id));
            }
            return pattern.replace("{roundId}", cases.baseline(place, id).toString())
                    .replaceAll("\\{change:move.*}", "move")
                    .replaceAll("\\{change:.*}", "pause");
        }
        return switch (pattern.substring(1).split("/")[0]) {
            case "consultations" -> with(pattern, consultation());
            case "contacts" ->
                pattern.contains("{id}")
                        ? with(pattern, contacts.talk(place.caseworker(), cases.started(place)))
                        : pattern;
            case "employers" -> employer(pattern);
            case "employer-contacts" -> pattern.contains("{id}") ? with(pattern, metEmployer()) : pattern;
            case "cases" -> pattern.contains("{id}") ? with(pattern, emergency()) : pattern;
            case "groups" -> group(pattern);
            case "fidelity" -> fidelity(pattern);
            case "reports" -> report(pattern);
            case "economy" ->
                pattern.contains("{id}")
                        ? with(pattern, economy.calculation(place.lead(), Optional.of(place.initiative()), "Hela året"))
                        : pattern;
            case "referrals" -> with(pattern, cases.referral(place));
            case "initiatives" ->
                with(affairs.fill(pattern, place), place.initiative())
                        .replace("{importId}", imports(pattern))
                        .replace("{trainingId}", pattern.contains("{trainingId}") ? training() : "")
                        .replace(
                                "{specialistId}",
                                pattern.contains("{specialistId}")
                                        ? fidelity.specialist(
                                                        place,
                                                        world.person(place.kommun(), "Stina Ny", Role.CASEWORKER),
                                                        100)
                                                .toString()
                                        : "")
                        .replace("{measure}", "caseload?from=2026-01-01&to=2026-06-30")
                        .replace("{teamId}", UUID.randomUUID().toString())
                        .replace("{reviewId}", UUID.randomUUID().toString());
            case "associations" -> with(pattern, place.association());
            case "organisations" ->
                with(pattern, place.kommun())
                        .replace("{unit}", world.unit(place).toString());
            case "staff" ->
                with(
                        pattern,
                        world.person(place.kommun(), "Stina Ny", Role.CASEWORKER)
                                .id());
            case "teams" ->
                with(pattern, world.team(place))
                        .replace("{member}", place.caseworker().id().toString());
            case "instruments" -> instrument(pattern);
            case "pathways" -> pathway(pattern);
            case "log-review" ->
                pattern.contains("{id}")
                        ? with(pattern, reviews.started(place.administrator())).replace("{number}", "1")
                        : pattern;
            case "svara" ->
                methods.fill(pattern, place, sharedCase)
                        .replace("{number}", "1")
                        .replace("{code}", "K7QF3M9P2XWT")
                        .replace("{token}", "NOSUCHTOKEN")
                        .replace("{needId}", pattern.contains("{needId}") ? own().toString() : "")
                        .replace(
                                "{goalId}",
                                pattern.contains("{goalId}")
                                        ? plans.goal(place, sharedCase, "Ett jobb")
                                                .toString()
                                        : "")
                        .replace(
                                "{planId}",
                                pattern.contains("{planId}")
                                        ? plans.settled(place, sharedCase).toString()
                                        : "")
                        .replace(
                                "{meetingId}",
                                pattern.contains("{meetingId}")
                                        ? plans.meeting(place, sharedCase).toString()
                                        : "")
                        .replace(
                                "grupper/{id}",
                                pattern.contains("grupper/{id}") ? "grupper/" + groups.over(place, sharedCase) : "")
                        .replace("{id}", pattern.contains("samtycken/{id}") ? said().toString() : "");
            default -> pattern.replace("{token}", "NOSUCHTOKEN");
        };
    }

    /** A scale, or a review that the other caseworker rates, as far on as the route needs. */
    private String fidelity(String pattern) {
        if (!pattern.contains("{id}")) {
            return pattern;
        }
        if (pattern.startsWith("/fidelity/scales")) {
            return with(pattern, scales.offered(place.association()).getFirst().id());
        }
        if (pattern.endsWith("paper.pdf")) {
            return with(pattern, fidelity.agreed(place, place.otherCaseworker()));
        }
        var review = fidelity.review(place, place.otherCaseworker());
        if (pattern.endsWith("agree")) {
            fidelity.rated(place.otherCaseworker(), review, 3);
        }
        return with(pattern, review);
    }

    /** A report as far on as the route needs: written in, checked, or released. */
    private String report(String pattern) {
        if (!pattern.contains("{id}")) {
            return pattern;
        }
        var drafts = List.of("{section}", "check", "drop");
        if (drafts.stream().anyMatch(pattern::endsWith)) {
            return with(pattern, reporting.draft(place)).replace("{section}", "DEVIATIONS");
        }
        var checked = pattern.endsWith("release") || pattern.endsWith("reopen");
        return with(pattern, checked ? reporting.checked(place) : reporting.released(place));
    }

    /** One employer with all that can belong to it, and another one that it is the same as. */
    private String employer(String pattern) {
        if (!pattern.contains("{id}")) {
            return pattern;
        }
        var by = place.caseworker();
        var employer = employers.employer(by, "Provköket", TestOrganisationNumbers.next());
        var other = employers.employer(by, "Provköket AB");
        employers.met(by, employer, place.initiative(), EmployerExamples.introduced());
        var workplace = employers.workplace(by, employer, "Köket");
        var need = employers.need(by, employer);
        return with(pattern, employer)
                .replace("{workplaceId}", workplace.toString())
                .replace("{needId}", need.toString())
                .replace("{other}", other.toString())
                .replace(
                        "{mergeId}",
                        pattern.contains("{mergeId}")
                                ? employers.merged(by, employer, other).toString()
                                : "");
    }

    /** A contact with an employer about somebody. */
    private ContactId metEmployer() {
        var by = place.caseworker();
        var met = employers.employer(by, "Provlagret");
        return employers.met(by, met, place.initiative(), EmployerExamples.introduced(), cases.started(place));
    }

    /** A group that the other caseworker leads and that has had its last session, with one who takes part. */
    private String group(String pattern) {
        if (!pattern.contains("{id}")) {
            return pattern;
        }
        var group = groups.over(place, sharedCase);
        return with(pattern, group)
                .replace(
                        "{sessionId}",
                        groups.sessions(place, group).getFirst().id().toString());
    }

    /** Somebody of the resource group, or what stands in the plan. */
    private String planned(String pattern, CaseId id) {
        var by = place.caseworker();
        if (pattern.contains("{memberId}")) {
            pattern = pattern.replace(
                    "{memberId}", efforts.member(by, id, "En syster").toString());
        }
        if (pattern.contains("{callId}")) {
            var called = guest("opened-whole").organisation();
            pattern =
                    pattern.replace("{callId}", plans.called(place, id, called).toString());
        }
        if (pattern.contains("{effortId}")) {
            pattern = pattern.replace(
                    "{effortId}",
                    efforts.effort(by, id, LifeArea.WORK, "Ringa ett företag", Optional.empty())
                            .toString());
        }
        if (pattern.contains("{goalId}")) {
            pattern = pattern.replace(
                    "{goalId}",
                    efforts.goal(by, id, LifeArea.WORK, "Ett arbete").toString());
        }
        return pattern.contains("{planId}")
                ? pattern.replace("{planId}", efforts.opened(by, id).toString())
                : pattern;
    }

    /** A yes of two kinds, or the paper with one. */
    private String consents(String pattern, CaseId id) {
        if (pattern.contains("{paperId}")) {
            return pattern.replace(
                    "{paperId}", consents.paper(place.caseworker(), id, region).toString());
        }
        if (pattern.contains("{consentId}")) {
            var consent = consents.given(place.caseworker(), id, region, Kind.PLAN, Kind.HEALTH);
            return pattern.replace("{consentId}", consent.toString()).replaceAll("\\{change:withdraw[^}]*}", "narrow");
        }
        return pattern;
    }

    /** What the person has said yes to, anew each time: others may have stopped it. Opens nothing to anybody in the crowd. */
    private ConsentId said() {
        return consents.given(place.caseworker(), sharedCase, provider, Kind.PLAN);
    }

    /** A need of the participant’s to which they have said yes. */
    private NeedId own() {
        return plans.wanted(place, sharedCase);
    }

    /** A manager who has taken a course. */
    private String training() {
        var id = place.initiative();
        var course =
                trainings.choices(place.lead(), id, "sv").courses().getFirst().id();
        var done = new Training.When(Optional.empty(), Optional.of(LocalDate.now(Time.SWEDEN)));
        var manager = new Training.Who.Other("Eva Ek " + UUID.randomUUID(), "enhetschef");
        trainings.register(place.lead(), id, TrainingId.create(), List.of(manager), course, done);
        return trainings
                .see(place.lead(), id, "sv")
                .people()
                .orElseThrow()
                .getFirst()
                .training()
                .id()
                .toString();
    }

    /** A file that the lead has read in; where it is to be made, tried before; where it is to be undone, made. */
    private String imports(String pattern) {
        if (!pattern.contains("{importId}")) {
            return "";
        }
        return pattern.endsWith("/make") || pattern.endsWith("/undo")
                ? importing.tried(place, cases.started(place), pattern.endsWith("/undo"))
                : importing.staged(place, cases.started(place));
    }

    private ConsultationId consultation() {
        var id = ConsultationId.create();
        consultations.ask(place.otherCaseworker(), id, world.team(place), "Vem kan stötta den som vill studera?");
        return id;
    }

    /** A case that the other caseworker has opened in an emergency. */
    private EmergencyId emergency() {
        return emergencies.opened(place.otherCaseworker(), cases.started(place));
    }

    /** A talk about a baseline that both have answered, in which something has been agreed. */
    private String talk(String pattern) {
        var id = started();
        var round = cases.baseline(place, id);
        cases.participantAnswers(round, 2);
        cases.caseworkerAnswers(place, round, 3);
        return pattern.replace("{caseId}", id.toString())
                .replace("{roundId}", round.toString())
                .replace("{agreementId}", cases.agreed(place, id, round).toString());
    }

    /** What a route's form must hold for the door to be reached at all; the rest is left empty. */
    public Map<String, String> form(String route) {
        return switch (route) {
            case "POST /referrals/new" ->
                Map.of(
                        "id",
                        ReferralId.create().toString(),
                        "initiative",
                        place.initiative().toString());
            case "POST /initiatives/{id}/reports/new" ->
                Map.of("id", UUID.randomUUID().toString());
            case "POST /reports/{id}/correct" ->
                Map.of("next", UUID.randomUUID().toString());
            case "POST /reports/{id}/handed" -> Map.of("form", UUID.randomUUID().toString());
            case "POST /consultations/new" ->
                Map.of("id", ConsultationId.create().toString());
            case "POST /cases/{id}/person/named", "POST /cases/{id}/person/unnamed" ->
                Map.of("staff", place.lead().id().toString());
            case "POST /cases/{caseId}/activities/new",
                    "POST /cases/{caseId}/employments/new",
                    "POST /cases/{caseId}/counselling/new",
                    "POST /cases/{caseId}/disclosures/new",
                    "POST /cases/{caseId}/plan/needs/new",
                    "POST /cases/{caseId}/plan/begin",
                    "POST /cases/{caseId}/plan/{planId}/goals/new",
                    "POST /cases/{caseId}/plan/{planId}/efforts/new",
                    "POST /cases/{caseId}/plan/{planId}/versions/{number}/signatures/new",
                    "POST /cases/{caseId}/plan/{planId}/versions/{number}/copies/new",
                    "POST /cases/{caseId}/plan/meetings/new",
                    "POST /cases/{caseId}/plan/meetings/{meetingId}/invitees",
                    "POST /cases/{caseId}/plan/raise",
                    "POST /cases/{caseId}/pathways",
                    "POST /cases/{caseId}/pathways/{followedId}/stages/{stage}",
                    "POST /cases/{caseId}/pathways/{followedId}/worksheets/{sheet}",
                    "POST /svara/min-sida/blad/nytt/{followedId}/{sheet}",
                    "POST /svara/min-sida/plan/behov",
                    "POST /svara/min-sida/plan/mal/{goalId}",
                    "POST /cases/{caseId}/plan/people/new",
                    "POST /contacts/new",
                    "POST /employers/new",
                    "POST /employers/{id}/workplaces/new",
                    "POST /employers/{id}/needs/new",
                    "POST /employer-contacts/new",
                    "POST /initiatives/{id}/training/new",
                    "POST /cases/{caseId}/groups",
                    "POST /initiatives/{id}/groups/new",
                    "POST /initiatives/{id}/goals/new",
                    "POST /initiatives/{id}/officials/new",
                    "POST /initiatives/{id}/money/parties",
                    "POST /initiatives/{id}/money/costs/new",
                    "POST /initiatives/{id}/calendar/new",
                    "POST /initiatives/{id}/steps/new",
                    "POST /initiatives/{id}/documents/new",
                    "POST /initiatives/{id}/activities/new",
                    "POST /initiatives/{id}/fidelity/reviews/new",
                    "POST /economy/new",
                    "POST /initiatives/{id}/evaluations/enter",
                    "POST /economy/amounts/new",
                    "POST /groups/{id}/evaluation/enter" ->
                Map.of("id", UUID.randomUUID().toString());
            case "POST /cases/{caseId}/employments/{id}/changes/remove" -> Map.of("instead", "2026-01-01");
            case "POST /cases/{caseId}/plan/{planId}/goals/{goalId}/scaling" ->
                Map.of("scaling", UUID.randomUUID().toString());
            case "POST /initiatives/{id}/goals/{goalId}/results" ->
                Map.of("resultId", UUID.randomUUID().toString());
            case "POST /initiatives/{id}/steps/{stepId}/state" ->
                Map.of("changeId", UUID.randomUUID().toString());
            case "POST /initiatives/{id}/fidelity/specialists" ->
                Map.of("specialistId", UUID.randomUUID().toString());
            case "POST /initiatives/{id}/fidelity/log-reviews" ->
                Map.of("logReviewId", UUID.randomUUID().toString());
            case "POST /groups/{id}/sessions/new" ->
                Map.of("series", UUID.randomUUID().toString());
            case "POST /cases/{caseId}/plan/{planId}/goals/{goalId}/state" -> Map.of("state", "REACHED");
            case "POST /cases/{caseId}/plan/{planId}/efforts/{effortId}/state" -> Map.of("state", "DONE");
            case "POST /cases/{caseId}/colleagues/end" ->
                Map.of("staff", requireNonNull(staff.get("team-member")).id().toString());
            case "POST /cases/{caseId}/notes/drafts/{id}/autosave" -> Map.of("version", "1");
            case "POST /cases/{caseId}/plan/{planId}/texts/{part}/autosave" ->
                Map.of("version", "1", "WANTS", "Ett jobb");
            case "POST /svara/question/{number}", "POST /svara/send" ->
                Map.of("answer", "2", "round", cases.baseline(place, sharedCase).toString());
            case "POST /svara/line" ->
                Map.of(
                        "waiting",
                        "1:2:0",
                        "round",
                        cases.baseline(place, sharedCase).toString());
            default -> Map.of();
        };
    }

    private static String with(String pattern, Object id) {
        return pattern.replace("{id}", id.toString());
    }

    /** A draft where it is written, else one that is published; both the place's own. */
    private String pathway(String pattern) {
        if (!pattern.contains("{id}")) {
            return pattern;
        }
        var published =
                List.of("{id}", "copy", "retire", "yaml").contains(pattern.substring(pattern.lastIndexOf('/') + 1));
        return with(pattern, published ? pathways.published(place.officer()) : pathways.draft(place.officer()));
    }

    /** A draft where it is written, else one that is published; both the place's own. */
    private String instrument(String pattern) {
        if (!pattern.contains("{id}")) {
            return pattern;
        }
        var published = List.of("{id}", "copy", "retire", "yaml", "participant", "caseworker")
                .contains(pattern.substring(pattern.lastIndexOf('/') + 1));
        return with(pattern, published ? instruments.published(place.officer()) : instruments.draft(place.officer()))
                .replaceAll("\\{step:[^}]*}", "later")
                .replaceAll("\\{list:[^}]*}", "questions")
                .replace("{key}", "sover");
    }
}
