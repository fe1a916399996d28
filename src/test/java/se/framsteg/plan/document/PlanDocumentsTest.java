package se.framsteg.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plan.Part;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.print.Pdfs;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** A joint plan as a document: settled, signed, handed out and printed. */
@FramstegTest
class PlanDocumentsTest {
    private static final String NAME = "M10 20L30 40L50 60M5 5L600 200L0 0";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    PlanDocuments documents;

    @Autowired
    Signatures signatures;

    @Autowired
    PlanCopies copies;

    @Autowired
    Plans plans;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private PlanId plan;
    private OrganisationId region;

    @BeforeEach
    void aPlan() {
        place = world.place();
        id = world.aCase(place).started();
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        plan = new PlanExamples(beans).begun(place, id, Plan.Kind.SIP);
    }

    private void write(Part part, String text) {
        var version = plans.see(place.caseworker(), id)
                .open()
                .orElseThrow()
                .text(part)
                .version();
        plans.write(place.caseworker(), id, plan, part, text, version).orThrow();
    }

    private Result<Integer> settle(int number) {
        return documents.settle(place.caseworker(), id, plan, number, Optional.empty());
    }

    private PlanDocuments.Version version(int number) {
        return documents.see(place.caseworker(), id, plan, number);
    }

    private Signature signature(String name, Signature.How how, LocalDate on) {
        var drawing = how == Signature.How.DRAWN ? Drawing.of(NAME) : Optional.<Drawing>empty();
        return new Signature(SignatureId.create(), how, name, "Syster", drawing, name.isEmpty(), on);
    }

    private Result<SignatureId> sign(String name, Signature.How how) {
        return signatures.sign(place.caseworker(), id, plan, 1, signature(name, how, today));
    }

    private int journaled(String action) {
        return owner.sql("select count(*) from journal where action = ? and case_id = ?")
                .params(action, id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aVersionHoldsThePlanAsItStoodAndEmptiesWhatBelongedToOneMeeting() {
        write(Part.WANTS, "Lugn och ro");
        write(Part.SUMMARY, "Vi ses igen i maj");
        settle(1).orThrow();
        write(Part.WANTS, "Ett arbete");
        assertThat(version(1).content().texts())
                .containsEntry(Part.WANTS, "Lugn och ro")
                .containsEntry(Part.SUMMARY, "Vi ses igen i maj");
        var now = plans.see(place.caseworker(), id).open().orElseThrow();
        assertThat(now.text(Part.SUMMARY).text()).isEmpty();
        assertThat(documents.settling(place.caseworker(), id, plan).changes())
                .containsExactly(new Change.Text(Part.WANTS, "Lugn och ro", "Ett arbete"));
        settle(2).orThrow();
        assertThat(version(2).changes()).hasSize(1);
        assertThat(documents.versions(place.lead(), id, plan).last()).isEqualTo(2);
    }

    @Test
    void settledAtAMeetingItTellsWhoCameAndWhenTheNextOneIs() {
        var meeting = meeting("HELD", today);
        meeting("PLANNED", today.plusDays(30));
        invited(meeting, "ORGANISATION", "Rut Region", true);
        invited(meeting, "RELATIVE", "Kom Inte", false);
        invited(meeting, "RELATIVE", "Sara Syster", true);
        documents.settle(place.caseworker(), id, plan, 1, Optional.of(meeting)).orThrow();
        var content = version(1).content();
        assertThat(content.participants())
                .extracting(PlanContent.Participant::name)
                .containsExactly("", "Rut Region", "Sara Syster");
        assertThat(content.participants().get(1).organisation()).isEqualTo("Region Prov");
        assertThat(content.next().orElseThrow().day()).isEqualTo(today.plusDays(30));
        assertThat(documents.settle(place.caseworker(), id, plan, 2, Optional.of(meeting("HELD", today))))
                .as("a meeting at which nothing changed is settled all the same")
                .isEqualTo(new Result.Done<>(2));
    }

    private MeetingId meeting(String state, LocalDate on) {
        var meeting = MeetingId.create();
        owner.sql("""
            insert into plan_meetings (id, plan_id, kind, meets_on, meets_at, minutes, place, video, interpreter, state, planned_by,
              planned_at, settled_by, settled_at, held_on, version)
            values (:id, :plan, 'FIRST', :on, '09:00', 60, 'Här', '', '', :state, :by, now(),
              case when :state = 'PLANNED' then null else cast(:by as uuid) end, case when :state = 'PLANNED' then null else now() end,
              case when :state = 'HELD' then cast(:on as date) end, 1)\
            """)
                .param("id", meeting.value())
                .param("plan", plan.value())
                .param("on", on)
                .param("state", state)
                .param("by", place.caseworker().id().value())
                .update();
        return meeting;
    }

    private void invited(MeetingId meeting, String part, String name, boolean came) {
        owner.sql("""
            insert into plan_invitees (id, meeting_id, how, part, organisation_id, name, role, email, came, version, added_at,
              saved_at)
            values (:id, :meeting, 'INVITATION', :part, :organisation, :name, '', '', :came, 1, clock_timestamp(), now())\
            """)
                .param("id", UUID.randomUUID())
                .param("meeting", meeting.value())
                .param("part", part)
                .param("organisation", part.equals("ORGANISATION") ? region.value() : null)
                .param("name", name)
                .param("came", came)
                .update();
    }

    @Test
    void ofTwoWhoSettleAtOnceOneIsTold() throws Exception {
        write(Part.WANTS, "Lugn");
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Result<Integer>>> both = List.of(
                    () -> documents.settle(place.caseworker(), id, plan, 1, Optional.empty()),
                    () -> documents.settle(place.lead(), id, plan, 1, Optional.empty()));
            var results =
                    two.invokeAll(both).stream().map(one -> one.resultNow()).toList();
            assertThat(results).contains(new Result.Done<>(1), new Result.Stale<>());
        }
        assertThat(documents.versions(place.lead(), id, plan).versions()).hasSize(1);
    }

    @Test
    void theSameFormTwiceIsOneVersionAndNothingNewIsNone() {
        write(Part.GONE, "Bättre");
        settle(1).orThrow();
        assertThat(settle(1)).isEqualTo(new Result.Done<>(1));
        assertThat(settle(2)).isEqualTo(Result.refused("", "plan-document.settle.nothing"));
        write(Part.GONE, "Ännu bättre");
        assertThat(settle(1)).as("what is new is in no version").isInstanceOf(Result.Stale.class);
        assertThat(settle(2)).isEqualTo(new Result.Done<>(2));
    }

    @Test
    void aVersionASignatureAndACopyStayAsTheyAreWhoeverAsks() {
        settle(1).orThrow();
        sign("", Signature.How.PAPER).orThrow();
        handOut("", Optional.empty()).orThrow();
        for (var change : List.of(
                "update plan_versions set content = '{}'",
                "update plan_signatures set name = 'Annan'",
                "update plan_copies set recipient = 'Annan'")) {
            assertThatThrownBy(() -> owner.sql(change).update()).hasMessageContaining("plan_");
        }
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    asking.by(place.caseworker());
                    application.sql("delete from plan_versions").update();
                }))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void thePersonAndOthersSignOnceEachInAnyWay() {
        settle(1).orThrow();
        sign("", Signature.How.DRAWN).orThrow();
        assertThat(sign("", Signature.How.PAPER)).isEqualTo(Result.refused("who", "plan-document.sign.already"));
        sign("Sara Syster", Signature.How.PAPER).orThrow();
        assertThat(sign("SARA syster", Signature.How.DRAWN))
                .isEqualTo(Result.refused("who", "plan-document.sign.already"));
        var own = SignatureId.create();
        signatures.confirm(place.caseworker(), id, plan, 1, own).orThrow();
        signatures.confirm(place.caseworker(), id, plan, 1, own).orThrow();
        assertThat(signatures.confirm(place.caseworker(), id, plan, 1, SignatureId.create()))
                .isEqualTo(Result.refused("who", "plan-document.sign.already"));
        assertThat(version(1).signatures()).hasSize(3);
        assertThat(version(1).may().confirm()).isFalse();
        assertThat(journaled("SIGN_PLAN")).isEqualTo(4);
    }

    @Test
    void nobodySignsBeforeTheVersionWasMadeOrOnADayThatHasNotCome() {
        settle(1).orThrow();
        var tomorrow = signature("", Signature.How.PAPER, today.plusDays(1));
        assertThat(signatures.sign(place.caseworker(), id, plan, 1, tomorrow))
                .isEqualTo(Result.refused("on", "plan-document.day.future"));
        var yesterday = signature("", Signature.How.PAPER, today.minusDays(1));
        assertThat(signatures.sign(place.caseworker(), id, plan, 1, yesterday))
                .isEqualTo(Result.refused("on", "plan-document.day.before-version"));
        assertThatThrownBy(() -> signatures.sign(place.caseworker(), id, plan, 2, tomorrow))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aForgedDrawingIsRefusedAndNothingThatWasTypedIsLost() {
        settle(1).orThrow();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/plan/" + plan + "/versions/1";
        var typed = new HashMap<>(
                Map.of("id", SignatureId.create().toString(), "who", "OTHER", "name", "Sara Syster", "how", "DRAWN"));
        for (var forged : List.of("", "M1 1<script>alert(1)</script>", "M1 1" + "L2 2".repeat(100_000))) {
            typed.put("drawing", forged);
            var refused = visitor.post(path + "/signatures/new", typed);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Sara Syster").doesNotContain("<script>alert");
        }
        assertThat(version(1).signatures()).isEmpty();
        typed.put("drawing", NAME);
        assertThat(visitor.post(path + "/signatures/new", typed).statusCode()).isEqualTo(302);
        assertThat(visitor.get(path).body()).contains("d=\"" + NAME + "\"", "Sara Syster");
        typed.put("id", SignatureId.create().toString());
        assertThat(visitor.post(path + "/signatures/new", typed).body())
                .contains("Den personen har redan skrivit under den här versionen.");
    }

    private Result<CopyId> handOut(String recipient, Optional<OrganisationId> organisation) {
        var copy = new Copy(CopyId.create(), recipient, Copy.How.HANDED, today);
        return copies.handOut(place.caseworker(), id, plan, 1, copy, organisation);
    }

    @Test
    void anOrganisationIsGivenThePlanWithThePersonsYesAlone() {
        settle(1).orThrow();
        handOut("", Optional.empty()).orThrow();
        handOut("Sara Syster", Optional.empty()).orThrow();
        handOut("Provstads kommun", Optional.of(place.kommun())).orThrow();
        assertThat(handOut("Region Prov", Optional.of(region)))
                .isEqualTo(Result.refused("to", "plan-document.copy.no-consent"));
        var yes = new Sharing(owner).yes(id, region, "JOINT_PLAN");
        handOut("Region Prov", Optional.of(region)).orThrow();
        new Sharing(owner).withdraw(yes, 2);
        assertThat(handOut("Region Prov", Optional.of(region)))
                .isEqualTo(Result.refused("to", "plan-document.copy.said-no"));
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get("/cases/" + id + "/plan/" + plan + "/versions/1/copies/new")
                        .body()
                        .replaceAll("<[^>]*>", ""))
                .contains("Region Prov: personen har sagt nej");
        assertThatThrownBy(() -> handOut("Annan", Optional.of(world.place().kommun())))
                .isInstanceOf(NotFoundException.class);
        assertThat(version(1).copies())
                .extracting(Copy::recipient)
                .containsExactly("", "Sara Syster", "Provstads kommun", "Region Prov");
        assertThat(journaled("HAND_OUT_PLAN")).isEqualTo(4);
    }

    @Test
    void nobodyElseSignsAsSomebodyWhoIsSignedIn() {
        settle(1).orThrow();
        assertThatThrownBy(() -> insertedBy(place.caseworker(), place.lead()))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> insertedBy(place.otherCaseworker(), place.otherCaseworker()))
                .hasStackTraceContaining("row-level security");
        for (var stranger : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> documents.see(stranger, id, plan, 1)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> signatures.confirm(stranger, id, plan, 1, SignatureId.create()))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    private void insertedBy(Actor.Staff asker, Actor.Staff signs) {
        transactions.executeWithoutResult(_ -> {
            asking.by(asker);
            application
                    .sql("""
                        insert into plan_signatures (id, plan_id, number, how, name, role, staff_id, by_person, signed_on, recorded_by,
                          recorded_at)
                        values (:id, :plan, 1, 'SIGNED_IN', 'Någon', '', :staff, false, :today, :staff, now())\
                        """)
                    .param("id", UUID.randomUUID())
                    .param("plan", plan.value())
                    .param("staff", signs.id().value())
                    .param("today", today)
                    .update();
        });
    }

    @Test
    void aColleagueByThePersonsYesSignsForThemselvesAndHandsNothingOut() {
        settle(1).orThrow();
        var colleague = world.person(region, "Rut Region", Role.CASEWORKER);
        var sharing = new Sharing(owner);
        sharing.name(id, colleague);
        assertThatThrownBy(() -> documents.see(colleague, id, plan, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> insertedBy(colleague, colleague)).hasStackTraceContaining("row-level security");
        var yes = sharing.yes(id, region, "JOINT_PLAN");
        sign("", Signature.How.PAPER).orThrow();
        signatures.confirm(colleague, id, plan, 1, SignatureId.create()).orThrow();
        var seen = documents.see(colleague, id, plan, 1);
        assertThat(seen.signatures()).extracting(Signature::name).containsExactly("Rut Region");
        assertThat(seen.may()).isEqualTo(new PlanDocuments.May(false, false, false, false, false, false));
        assertThatThrownBy(() -> copies.handOut(
                        colleague,
                        id,
                        plan,
                        1,
                        new Copy(CopyId.create(), "X", Copy.How.HANDED, today),
                        Optional.empty()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> signatures.sign(colleague, id, plan, 1, signature("Annan", Signature.How.PAPER, today)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.print(colleague, id, plan, 1)).isInstanceOf(NotFoundException.class);
        var visitor = new Visitor(port).signIn(world.email(colleague));
        assertThat(visitor.get("/cases/" + id + "/plan/" + plan + "/versions/1").body())
                .contains("Rut Region")
                .doesNotContain("/copies/new", "paper.pdf");
        sharing.withdraw(yes, 2);
        assertThatThrownBy(() -> documents.see(colleague, id, plan, 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void thePaperIsATaggedDocumentWithAllThatWasSettledAndNothingOfWhatWasPrepared() throws Exception {
        var example = new PlanPaperExample(beans, owner);
        example.fill(place, id, plan, region);
        var meeting = meeting("HELD", today);
        meeting("PLANNED", today.plusDays(60));
        invited(meeting, "ORGANISATION", "Rut Region", true);
        invited(meeting, "RELATIVE", "Sara Syster", true);
        write(Part.GONE, "Bättre än väntat.");
        documents.settle(place.caseworker(), id, plan, 1, Optional.of(meeting)).orThrow();
        sign("", Signature.How.DRAWN).orThrow();
        signatures
                .confirm(place.caseworker(), id, plan, 1, SignatureId.create())
                .orThrow();
        for (var language : List.of("sv", "en")) {
            var printed = print("/versions/1/paper.pdf?lang=" + language);
            Pdfs.pictures(printed.body(), "plan-" + language);
            Pdfs.assertValid(printed.body());
            assertThat(Pdfs.text(printed.body()).replaceAll("\\s+", " "))
                    .contains(
                            "Provsson", "Ett arbete", "Arbetsträning", "Region Prov", "Rut Region", "Hanna Handläggare")
                    .contains("Hanna Handläggare, Provstads kommun")
                    .containsPattern("(För målet:|For the goal:) Sova hela natten")
                    .containsPattern("(Vem som gör vad|Who does what).*(För planen i stort|For the plan as a whole)")
                    .doesNotContain(PlanPaperExample.NOT_TAKEN_UP, "plan-document.", " ,");
            assertThat(Pdfs.metadata(printed.body())).doesNotContain("Provsson");
            assertThat(Pdfs.text(printed.body()))
                    .as("a day stays on one line")
                    .contains(today.plusDays(14).getDayOfMonth() + "\u00a0");
            assertThat(Pdfs.pages(printed.body())).isLessThanOrEqualTo(2);
        }
        var draft = print("/draft.pdf");
        Pdfs.pictures(draft.body(), "plan-draft");
        Pdfs.assertValid(draft.body());
        assertThat(Pdfs.text(draft.body())).contains("Utkast").doesNotContain(PlanPaperExample.NOT_TAKEN_UP);
        assertThat(journaled("PRINT_PLAN")).isEqualTo(3);
    }

    private HttpResponse<byte[]> print(String way) throws Exception {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/cases/" + id + "/plan/" + plan + way))
                .header("Cookie", "SESSION=" + visitor.cookie("SESSION"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .doesNotContain("Provsson");
            return answer;
        }
    }

    @Test
    void anEndedPlanIsNoLongerSettledAndItsVersionsStay() {
        write(Part.WANTS, "Lugn");
        settle(1).orThrow();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/plan/" + plan;
        assertThat(visitor.post(path + "/end", Map.of()).body()).contains("Välj varför planen avslutas.");
        assertThat(visitor.post(path + "/end", Map.of("reason", "CASE_ENDED")).statusCode())
                .isEqualTo(422);
        assertThat(visitor.post(path + "/end", Map.of("reason", "GOALS_MET")).statusCode())
                .isEqualTo(302);
        assertThat(settle(2)).isInstanceOf(Result.Stale.class);
        assertThat(visitor.post(path + "/settle", Map.of("number", "2")).statusCode())
                .isEqualTo(302);
        assertThat(visitor.get(path + "/versions").body()).contains("Version 1");
        assertThat(sign("", Signature.How.PAPER)).as("what comes by post").isInstanceOf(Result.Done.class);
    }
}
