package se.framsteg.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.cases.CaseStories;
import se.framsteg.cases.Result;
import se.framsteg.cases.story.Lane;
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Details;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Spell;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class EmploymentsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Employments employments;

    @Autowired
    CaseStories stories;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private World.Place place;
    private CaseId id;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @BeforeEach
    void anEndedCase() {
        place = world.place();
        id = world.aCase(place).ended();
    }

    private Details placement(Optional<LocalDate> to, Optional<EndReason> reason) {
        return new Details(Kind.PLACEMENT, "Provbolaget", "", today, to, Optional.empty(), Optional.empty(), reason);
    }

    @Test
    void aJobIsFollowedAfterTheCaseHasEnded() {
        var job = new StoryExamples(beans).job(place.caseworker(), id, "Provbolaget", today.minusDays(15));
        var told = stories.see(place.lead(), id).story().efforts().getFirst();
        assertThat(told.lane()).isEqualTo(Lane.JOB);
        assertThat(told.more()).extracting(Object::toString).contains("employment.permanent");
        assertThat(employments.see(place.lead(), id, job).details().employer()).isEqualTo("Provbolaget");
    }

    @Test
    void daysAndReasonsThatDoNotFitAreRefused() {
        var result = employments.register(
                place.lead(), id, EmploymentId.create(), placement(Optional.of(today.minusDays(1)), Optional.empty()));
        assertThat(((Result.Refused<?>) result).reasons())
                .extracting(Result.Refusal::key)
                .containsExactly("employment.to.too-early", "employment.end-reason.required");
    }

    @Test
    void othersAreToldNothingAndNothingIsReachedByAnotherCase() {
        var job = new StoryExamples(beans).job(place.caseworker(), id, "Provbolaget", today);
        for (var stranger :
                List.of(place.otherCaseworker(), place.officer(), world.place().lead())) {
            assertThatThrownBy(() -> employments.see(stranger, id, job)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> employments.withdraw(stranger, id, job, 0, "Fel"))
                    .isInstanceOf(NotFoundException.class);
        }
        var other = world.aCase(place).started();
        assertThatThrownBy(() -> employments.see(place.lead(), other, job)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoSavesFromAnOldPageIsToldAndAMistakeStaysReadable() {
        var one = employments
                .register(place.lead(), id, EmploymentId.create(), placement(Optional.empty(), Optional.empty()))
                .orThrow();
        var ended = placement(Optional.of(today), Optional.of(EndReason.BECAME_JOB));
        employments.change(place.lead(), id, one, 0, ended).orThrow();
        assertThat(employments.change(place.caseworker(), id, one, 0, ended)).isInstanceOf(Result.Stale.class);
        employments.withdraw(place.caseworker(), id, one, 1, "Fel person").orThrow();
        assertThat(employments.withdraw(place.caseworker(), id, one, 1, "Igen")).isInstanceOf(Result.Stale.class);
        assertThat(stories.see(place.lead(), id).story().newestFirst())
                .filteredOn(happening -> happening.withdrawn())
                .hasSize(1);
    }

    @Test
    void aFormSentAgainWithSomethingElseComesBackAsANewOne() {
        var caseworker = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/employments/new";
        var one = EmploymentId.create();
        var first = Map.of(
                "id", one.toString(),
                "kind", "PLACEMENT",
                "employer", "Provbolaget",
                "from", today.toString(),
                "hours", "20");
        var second = new HashMap<>(first);
        second.put("employer", "Andra bolaget");
        assertThat(caseworker.post(path, first).statusCode()).isEqualTo(302);
        assertThat(caseworker.post(path, first).statusCode()).isEqualTo(302);
        var answer = caseworker.post(path, second);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Formuläret är redan sparat", "Andra bolaget")
                .doesNotContain(one.toString());
        assertThat(employments.see(place.lead(), id, one).details().employer()).isEqualTo("Provbolaget");
    }

    @Test
    void aFormWithMistakesComesBackWithWhatWasTypedAndAConflictShowsBoth() {
        var caseworker = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/employments";
        var wrong = caseworker.post(
                path + "/new",
                Map.of(
                        "id",
                        EmploymentId.create().toString(),
                        "kind",
                        "JOB",
                        "employer",
                        "Kafé Linden",
                        "hours",
                        "90"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Kafé Linden", "value=\"90\"", "Välj om arbetsgivaren får stöd");
        var job = new StoryExamples(beans).job(place.caseworker(), id, "Provbolaget", today);
        var form = Map.of(
                "version", "0", "kind", "JOB", "employer", "Första", "subsidy", "NONE", "from", today.toString());
        assertThat(caseworker.post(path + "/" + job, form).statusCode()).isEqualTo(302);
        var second =
                Map.of("version", "0", "kind", "JOB", "employer", "Andra", "subsidy", "NONE", "from", today.toString());
        assertThat(caseworker.post(path + "/" + job, second).body())
                .contains("value=\"Andra\"", "<strong>Första</strong>", "name=\"version\" value=\"1\"");
    }

    private static Change hours(LocalDate from, int hours) {
        return new Change(
                from,
                Optional.of(BigDecimal.valueOf(hours)),
                Optional.of(new Terms(true, Subsidy.LONEBIDRAG, Optional.of(true))));
    }

    @Test
    void termsThatChangeAreKeptAsSpellsAndACorrectedOneTakesThePlaceOfTheOld() {
        var job = new StoryExamples(beans).job(place.caseworker(), id, "Provbolaget", today.minusDays(15));
        var more = hours(today.minusDays(5), 30);
        employments
                .changeTerms(place.caseworker(), id, job, 0, Optional.empty(), more)
                .orThrow();
        // Sent twice.
        employments
                .changeTerms(place.caseworker(), id, job, 0, Optional.empty(), more)
                .orThrow();
        var one = employments.see(place.lead(), id, job);
        assertThat(one.spells())
                .extracting(Spell::from, Spell::to)
                .containsExactly(
                        tuple(today.minusDays(15), Optional.of(today.minusDays(6))),
                        tuple(today.minusDays(5), Optional.empty()));
        assertThat(employments.changeTerms(place.lead(), id, job, 0, Optional.empty(), hours(today.minusDays(3), 40)))
                .isInstanceOf(Result.Stale.class);
        employments
                .changeTerms(place.lead(), id, job, 1, Optional.of(more.from()), hours(today.minusDays(4), 35))
                .orThrow();
        assertThat(employments.see(place.lead(), id, job).changes()).containsExactly(hours(today.minusDays(4), 35));
        assertThat(stories.see(place.lead(), id).story().efforts().getFirst().more())
                .extracting(Object::toString)
                .contains("employment.spell.since", "employment.subsidy.short.LONEBIDRAG");
        employments.removeChange(place.lead(), id, job, 2, today.minusDays(4)).orThrow();
        assertThat(employments.see(place.lead(), id, job).changes()).isEmpty();
    }

    @Test
    void aChangeOfTermsLiesWithinTheJobWhicheverOfThemIsMoved() {
        var job = new StoryExamples(beans).job(place.caseworker(), id, "Provbolaget", today.minusDays(15));
        assertThat(refusals(employments.changeTerms(
                        place.lead(), id, job, 0, Optional.empty(), hours(today.minusDays(15), 30))))
                .containsExactly("employment.change.outside");
        employments
                .changeTerms(place.lead(), id, job, 0, Optional.empty(), hours(today.minusDays(5), 30))
                .orThrow();
        assertThat(refusals(employments.changeTerms(
                        place.lead(), id, job, 1, Optional.empty(), hours(today.minusDays(5), 20))))
                .containsExactly("employment.change.taken");
        var now = employments.see(place.lead(), id, job).details();
        assertThat(refusals(employments.change(place.lead(), id, job, 1, moved(now, today.minusDays(5), null))))
                .containsExactly("employment.changes-outside");
        assertThat(refusals(employments.change(place.lead(), id, job, 1, moved(now, now.from(), today.minusDays(6)))))
                .containsExactly("employment.changes-outside");
        employments
                .change(place.lead(), id, job, 1, moved(now, now.from(), today.minusDays(5)))
                .orThrow();
        assertThat(refusals(employments.changeTerms(
                        place.lead(), id, job, 2, Optional.empty(), hours(today.minusDays(4), 20))))
                .containsExactly("employment.change.outside");
    }

    private static Details moved(Details now, LocalDate from, @Nullable LocalDate to) {
        return new Details(
                now.kind(),
                now.place(),
                from,
                Optional.ofNullable(to),
                now.hours(),
                now.terms(),
                Optional.ofNullable(to).map(_ -> EndReason.HEALTH));
    }

    private static List<String> refusals(Result<?> result) {
        return ((Result.Refused<?>) result)
                .reasons().stream().map(Result.Refusal::key).toList();
    }

    @Test
    void theOpenMarketIsNeitherShelteredNorASocialEnterpriseAndEachKindIsAskedWhatBelongsToIt() {
        var caseworker = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/employments";
        assertThat(caseworker.get(path + "/new").body()).contains(path + "/new?kind=STUDY");
        assertThat(caseworker.get(path + "/new?kind=STUDY").body())
                .contains("Skola", "Komvux")
                .doesNotContain("Yrkesgrupp", "stöd för lönen");
        assertThat(caseworker.get(path + "/new?kind=PLACEMENT").body())
                .contains("Yrkesgrupp")
                .doesNotContain("stöd för lönen", "Komvux");
        var job = new HashMap<>(Map.of(
                "id", EmploymentId.create().toString(),
                "kind", "JOB",
                "employer", "Provbolaget",
                "occupation", "432",
                "subsidy", "LONEBIDRAG",
                "wage", "YES",
                "from", today.toString()));
        assertThat(caseworker.post(path + "/new", job).statusCode()).isEqualTo(302);
        assertThat(caseworker.get(path + "/" + job.get("id")).body())
                .contains("Räknas som jobb på den öppna", "value=\"432\" selected");
        job.putAll(Map.of("version", "0", "subsidy", "SKYDDAT_ARBETE"));
        assertThat(caseworker.post(path + "/" + job.get("id"), job).statusCode())
                .isEqualTo(302);
        assertThat(caseworker.get(path + "/" + job.get("id")).body()).contains("Räknas inte som jobb på den öppna");
        job.putAll(Map.of("version", "1", "subsidy", "NONE", "socialEnterprise", "true"));
        assertThat(caseworker.post(path + "/" + job.get("id"), job).statusCode())
                .isEqualTo(302);
        assertThat(caseworker.get(path + "/" + job.get("id")).body()).contains("Räknas inte som jobb på den öppna");
    }

    private UUID employer(String name, @Nullable String number, @Nullable UUID same) {
        var employer = UUID.randomUUID();
        owner.sql("""
            insert into employers (id, association_id, name, organisation_number, merged_into, saved_by, saved_at)
            values (:id, :association, :name, :number, :same, :by, now())\
            """)
                .param("id", employer)
                .param("association", place.association().value())
                .param("name", name)
                .param("number", number)
                .param("same", same)
                .param("by", place.lead().id().value())
                .update();
        return employer;
    }

    @Test
    void aNameOfTheRegisterLinksTheJobWhereExactlyOneEmployerCanBeMeant() {
        var kept = employer("Bageriet", null, null);
        employer("Gamla bageriet", null, kept);
        employer("Lagret", "5560001111", null);
        var one = employer("Lagret", "5560002222", null);
        var choices = employments.employers(place.lead(), id);
        assertThat(choices.suggested()).containsExactly("Bageriet", "Lagret, 5560001111", "Lagret, 5560002222");
        assertThat(linked("bageriet")).contains(kept);
        assertThat(linked("Gamla bageriet")).as("found to be the same").contains(kept);
        assertThat(linked("Lagret")).as("two of that name").isEmpty();
        assertThat(linked("Lagret, 5560002222")).contains(one);
        assertThat(linked("Något annat")).isEmpty();
        assertThatThrownBy(() -> employments.employers(world.place().lead(), id))
                .isInstanceOf(NotFoundException.class);
    }

    private Optional<UUID> linked(String written) {
        var job = EmploymentId.create();
        var form = Map.of("id", job.toString(), "kind", "PLACEMENT", "employer", written, "from", today.toString());
        var caseworker = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(caseworker.post("/cases/" + id + "/employments/new", form).statusCode())
                .isEqualTo(302);
        return employments.see(place.lead(), id, job).details().place().employer();
    }
}
