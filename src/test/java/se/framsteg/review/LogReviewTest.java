package se.framsteg.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Cases;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.organisation.StaffAccounts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The review of the journal: what it picks out, what it shows and to whom, and that it stays. */
@FramstegTest
class LogReviewTest {
    private static final LocalDate TODAY = LocalDate.now(Time.SWEDEN);
    private static final Shown ALL = Shown.of("");

    @LocalServerPort
    int port;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    World world;

    @Autowired
    LogReviews reviews;

    @Autowired
    Cases cases;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    OwnerSql owner;

    @Autowired
    EmbeddedPostgres database;

    @Autowired
    TransactionTemplate transaction;

    private World.Place place;
    private Actor.Staff administrator;

    @BeforeEach
    void aPlace() {
        place = world.place();
        administrator = place.administrator();
    }

    private LogReviewId started(int sample, int many, long seed) {
        return new ReviewExamples(beans).started(administrator, sample, many, seed);
    }

    /** What a new review tells of a member of staff: the signs of each occasion but the random draw. */
    private List<Set<Sign>> signsOf(Actor.Staff member, int many) {
        return reviews.see(administrator, started(1, many, 1), ALL, 1).occasions().stream()
                .filter(one -> one.actor().equals(member.id()))
                .map(one -> one.signs().stream()
                        .filter(sign -> sign != Sign.SAMPLE && sign != Sign.OFF_HOURS)
                        .collect(Collectors.toSet()))
                .filter(signs -> !signs.isEmpty())
                .toList();
    }

    private Actor.Staff secondLead(String name) {
        var second = world.person(place.kommun(), name, Role.LEAD);
        owner.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .params(place.initiative().value(), second.id().value())
                .update();
        return second;
    }

    private void look(Actor.Staff member, CaseId id, int daysAgo, LocalTime time) throws Exception {
        var at = TODAY.minusDays(daysAgo).atTime(time).atZone(Time.SWEDEN).toInstant();
        clock.later(Duration.between(Instant.now(), at), () -> cases.see(member, id));
    }

    /** Late one evening: the namesake whose case has ended, and then case after case. */
    private Actor.Staff snoop() throws Exception {
        var snoop = secondLead("Sixten Svensk-Prov");
        var namesake = world.aCase(place).called("Aina Svensk-Prov").ended();
        look(snoop, namesake, 3, LocalTime.of(21, 30));
        for (int i = 1; i <= 6; i++) {
            look(snoop, world.aCase(place).called("Person Nummer" + i).started(), 3, LocalTime.of(21, 30 + i));
        }
        return snoop;
    }

    @Test
    void itFindsThePlantedSnoopAndTellsNoNames() throws Exception {
        var snoop = snoop();
        var id = started(1, 5, 1);
        var all = reviews.see(administrator, id, ALL, 1).occasions().stream()
                .filter(one -> one.actor().equals(snoop.id()))
                .toList();
        assertThat(all).hasSize(7).allSatisfy(one -> assertThat(one.signs()).contains(Sign.MANY_CASES, Sign.OFF_HOURS));
        assertThat(all.getFirst().signs()).contains(Sign.FAMILY_NAME, Sign.AFTER_END);
        assertThat(all.subList(1, 7))
                .allSatisfy(one -> assertThat(one.signs()).doesNotContain(Sign.FAMILY_NAME, Sign.AFTER_END));

        var browser = new Visitor(port).signIn(world.email(administrator));
        var list = browser.get("/log-review/" + id).body();
        var row = browser.get(
                        "/log-review/%s/rows/%d".formatted(id, all.getFirst().number()))
                .body();
        assertThat(list)
                .contains(
                        "Sixten Svensk-Prov", "Samma efternamn", all.getFirst().caseNumber());
        assertThat(row).contains("Öppnade ärendet", "21.30.00", "Ärendet avslutades mer än två veckor tidigare");
        assertThat(list + row).doesNotContain("Aina").doesNotContain("Person Nummer");
    }

    @Test
    void eachSignIsFoundByItselfAndWithoutOneNothingIsPickedOut() throws Exception {
        var noon = LocalTime.NOON;
        var curious = secondLead("Kim Nyfiken");
        look(curious, world.aCase(place).called("Vera Vanlig").started(), 1, noon);
        assertThat(signsOf(curious, 15)).isEmpty();

        look(
                curious,
                world.aCase(place).called("kim  nyfiken".replace("  ", " ")).started(),
                2,
                noon);
        assertThat(signsOf(curious, 15)).containsExactly(Set.of(Sign.OWN_NAME));

        look(curious, world.aCase(place).called("Hugo Handläggare").started(), 3, noon);
        assertThat(signsOf(curious, 15)).containsExactly(Set.of(Sign.COLLEAGUE), Set.of(Sign.OWN_NAME));

        var opened = world.aCase(place).called("Nora Nöd").started();
        look(curious, opened, 4, noon);
        emergency(curious, opened, 4);
        assertThat(signsOf(curious, 15))
                .containsExactly(Set.of(Sign.EMERGENCY), Set.of(Sign.COLLEAGUE), Set.of(Sign.OWN_NAME));
    }

    @Test
    void aLookSoonAfterANewPasswordByALinkFromSomebodyElseIsPickedOut() throws Exception {
        var member = secondLead("Lina Länk");
        var seen = world.aCase(place).called("Vera Vanlig").started();
        look(member, seen, 1, LocalTime.NOON);
        newPassword(member, 30);
        assertThat(signsOf(member, 15)).as("every account begins with a link").isEmpty();
        newPassword(member, 2);
        assertThat(signsOf(member, 15)).containsExactly(Set.of(Sign.NEW_PASSWORD));
        look(member, seen, 4, LocalTime.NOON);
        assertThat(signsOf(member, 15)).as("not what was seen before").hasSize(1);
    }

    private void newPassword(Actor.Staff member, int daysAgo) throws Exception {
        var at = TODAY.minusDays(daysAgo)
                .atTime(LocalTime.NOON)
                .atZone(Time.SWEDEN)
                .toInstant();
        clock.later(Duration.between(Instant.now(), at), () -> {
            var link = accounts.passwordLink(administrator, member.id());
            var chosen = Map.of("password", "gult-moln-i-juli-73", "repeated", "gult-moln-i-juli-73");
            return assertThat(new Visitor(port).post(link, chosen).statusCode()).isEqualTo(302);
        });
    }

    private void emergency(Actor.Staff by, CaseId id, int daysAgo) {
        owner.sql("""
            insert into emergency_access (id, association_id, organisation_id, case_id, staff_id, reason, opened_at, closes_at)
            select gen_random_uuid(), association_id, organisation_id, id, :staff, 'Akut', :at, :at + interval '1 hour'
            from cases where id = :case\
            """)
                .param("staff", by.id().value())
                .param("case", id.value())
                .param(
                        "at",
                        TODAY.minusDays(daysAgo)
                                .atTime(11, 59)
                                .atZone(Time.SWEDEN)
                                .toOffsetDateTime())
                .update();
    }

    @Test
    void aLookAtAProtectedIdentityHasItsOwnMark() throws Exception {
        var id = world.aCase(place).called("Hemlig Person").protectedIdentity().started();
        look(place.caseworker(), id, 1, LocalTime.NOON);
        assertThat(signsOf(place.caseworker(), 15)).contains(Set.of(Sign.PROTECTED));
    }

    @Test
    void manyWithinAnHourIsCountedAtEveryMomentAndNotByTheClockHour() throws Exception {
        var busy = secondLead("Bo Bråttom");
        var people = new ArrayList<CaseId>();
        for (int i = 0; i < 6; i++) {
            people.add(world.aCase(place).called("Person Nummer" + i).started());
        }
        // Six within an hour, across a full hour; the same one twice counts once.
        var times = List.of("11:30", "11:40", "11:59", "12:05", "12:20", "12:29:59");
        for (int i = 0; i < 6; i++) {
            look(busy, people.get(i), 2, LocalTime.parse(times.get(i)));
            look(busy, people.get(0), 2, LocalTime.parse(times.get(i)).plusNanos(1_000_000));
        }
        // And six in an hour and a second on another day.
        for (int i = 0; i < 6; i++) {
            look(busy, people.get(i), 5, LocalTime.of(11, 30).plusSeconds(i * 721L));
        }
        assertThat(signsOf(busy, 5)).hasSize(6).containsOnly(Set.of(Sign.MANY_CASES));
        assertThat(signsOf(busy, 6)).isEmpty();
    }

    @Test
    void standingInAListIsNoSign() {
        world.aCase(place).called("Kim Nyfiken").started();
        var curious = secondLead("Kim Nyfiken");
        new Visitor(port).signIn(world.email(curious)).get("/cases");
        assertThat(signsOf(curious, 15)).isEmpty();
    }

    @Test
    void theSameSeedDrawsTheSameSampleAndAnotherOneAnother() {
        for (int i = 0; i < 12; i++) {
            world.aCase(place).called("Person Nummer" + i).started();
        }
        assertThat(sample(7)).hasSize(5).isEqualTo(sample(7));
        assertThat(List.of(sample(1), sample(2), sample(3)).stream().distinct().count())
                .isGreaterThan(1);
    }

    @Test
    void theSampleIsDrawnFromWhatNoSignHasPickedOut() throws Exception {
        var quiet = secondLead("Lena Lugn");
        for (int i = 0; i < 8; i++) {
            look(
                    quiet,
                    world.aCase(place).called("Person Nummer" + i).started(),
                    2,
                    LocalTime.of(10, 0).plusMinutes(i));
        }
        for (int i = 0; i < 8; i++) {
            look(quiet, world.aCase(place).called("Person Lugn").started(), 2, LocalTime.of(22, 0));
        }
        var picked = reviews.see(administrator, started(3, 100, 1), ALL, 1).occasions();
        assertThat(picked)
                .filteredOn(one -> one.signs().contains(Sign.FAMILY_NAME))
                .hasSize(8);
        assertThat(picked)
                .filteredOn(one -> one.signs().contains(Sign.SAMPLE))
                .hasSize(3)
                .noneMatch(one -> one.signs().contains(Sign.FAMILY_NAME));
    }

    @Test
    void whatIsInTwoReviewsIsCountedOnceWithTheLatestVerdict() throws Exception {
        snoop();
        var first = started(1, 5, 1);
        var second = started(1, 5, 2);
        for (var review : List.of(first, second)) {
            var one = reviews.see(administrator, review, Shown.of("FAMILY_NAME"), 1)
                    .occasions()
                    .getFirst();
            var verdict = review.equals(first) ? Verdict.UNJUSTIFIED : Verdict.ASKED;
            reviews.judge(administrator, review, one.number(), verdict, "Frågad", ALL);
        }
        var report = reviews.report(administrator, TODAY, TODAY);
        assertThat(report.of(Sign.FAMILY_NAME, Optional.of(Verdict.UNJUSTIFIED)))
                .isZero();
        assertThat(report.of(Sign.FAMILY_NAME, Optional.of(Verdict.ASKED))).isOne();
        var browser = new Visitor(port).signIn(world.email(administrator));
        assertThat(browser.get("/log-review/" + first).body()).contains("tar inte fram något för sig");
        assertThat(browser.get("/log-review/report").body()).contains("tar inte fram något för sig");
    }

    private Set<String> sample(long seed) {
        return reviews.see(administrator, started(5, 100, seed), Shown.of("SAMPLE"), 1).occasions().stream()
                .map(one -> one.actor() + " " + one.person())
                .collect(Collectors.toSet());
    }

    @Test
    void whatOthersDidWithTheOrganisationsPersonsAndItsStaffDidWithOthersIsReviewed() throws Exception {
        var other = world.organisation(place.association(), "Region Annan", OrganisationKind.REGION);
        var theirs = world.person(other, "Rolf Region", Role.LEAD);
        var theirAdministrator = world.person(other, "Ragna Region", Role.ORGANISATION_ADMINISTRATOR);
        var id = world.aCase(place).called("Rakel Region").started();
        owner.sql("""
            insert into journal (at, actor_kind, actor_id, actor_organisation_id, association_id, action, subject_kind,
              subject_id, case_id, participant_id)
            select now() - interval '1 minute', 'STAFF', :staff, :organisation, association_id, 'SEE_CASE', 'case', id, id,
              participant_id from cases where id = :case\
            """)
                .param("staff", theirs.id().value())
                .param("organisation", other.value())
                .param("case", id.value())
                .update();
        assertThat(signsOf(theirs, 15)).containsExactly(Set.of(Sign.FAMILY_NAME));
        administrator = theirAdministrator;
        assertThat(signsOf(theirs, 15)).as("of another organisation's person").isEmpty();
        assertThat(signsOf(place.lead(), 15)).isEmpty();
        assertThat(reviews.see(administrator, started(20, 15, 1), ALL, 1).occasions())
                .isNotEmpty()
                .allMatch(one -> one.actor().equals(theirs.id()));
    }

    @Test
    void theAdministratorOfAnotherOrganisationSeesNothingOfIt() throws Exception {
        snoop();
        var id = started(5, 5, 1);
        var other = world.organisation(place.association(), "Region Annan", OrganisationKind.REGION);
        var stranger = world.person(other, "Ragna Region", Role.ORGANISATION_ADMINISTRATOR);
        assertThat(reviews.list(stranger)).isEmpty();
        assertThatThrownBy(() -> reviews.see(stranger, id, ALL, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reviews.see(stranger, id, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reviews.judge(stranger, id, 1, Verdict.IN_ORDER, "", ALL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reviews.close(stranger, id)).isInstanceOf(NotFoundException.class);
        var browser = new Visitor(port).signIn(world.email(stranger));
        for (var path : List.of("", "/rows/1", "/close")) {
            assertThat(browser.get("/log-review/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(rowsSeen("STAFF " + stranger.id() + " " + Instant.now())).isZero();
    }

    @Test
    void thePoliciesOfTheDatabaseShowAReviewToNobodyElse() throws Exception {
        snoop();
        started(5, 5, 1);
        assertThat(rowsSeen("STAFF " + administrator.id() + " " + Instant.now()))
                .isPositive();
        for (var who : List.of(
                "",
                "INSTALLATION - " + Instant.now(),
                "STAFF " + place.lead().id() + " " + Instant.now(),
                "STAFF " + place.officer().id() + " " + Instant.now())) {
            assertThat(rowsSeen(who)).as(who).isZero();
        }
    }

    /** What a plain connection of the application's role sees of this place's reviews, and of what there is to review. */
    private int rowsSeen(String who) throws SQLException {
        var login = database.application();
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('framsteg.asking', '%s', true)".formatted(who));
            try (var row = statement.executeQuery("""
                select (select count(*) from log_reviews where organisation_id = '%1$s')
                  + (select count(*) from log_review_rows where organisation_id = '%1$s')
                  + (select count(*) from looks_to_review(now() - interval '10 days', now(), 5)
                     where actor_id in (select id from staff where organisation_id = '%1$s'))
                """.formatted(place.kommun()))) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void nobodyReviewsTheOwnRows() throws Exception {
        var moved = world.person(place.kommun(), "Moa Flytt", Role.CASEWORKER);
        look(moved, world.aCase(place).of(moved).called("Moa Flytt").started(), 1, LocalTime.NOON);
        owner.sql("update staff_roles set role = 'ORGANISATION_ADMINISTRATOR' where staff_id = ?")
                .param(moved.id().value())
                .update();
        var now = new Actor.Staff(
                moved.id(),
                moved.association(),
                moved.organisation(),
                moved.name(),
                Set.of(Role.ORGANISATION_ADMINISTRATOR));
        var id = new ReviewExamples(beans).started(now, 1, 15, 1);
        var own = reviews.see(now, id, Shown.of("OWN_NAME"), 1)
                .occasions()
                .getFirst()
                .number();
        assertThatThrownBy(() -> reviews.judge(now, id, own, Verdict.IN_ORDER, "", ALL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> owner.sql("""
            insert into log_review_verdicts (review_id, number, nth, organisation_id, verdict, given_by, given_at)
            values (?, ?, 1, ?, 'IN_ORDER', ?, now())\
            """)
                        .params(
                                id.value(),
                                own,
                                place.kommun().value(),
                                moved.id().value())
                        .update())
                .hasMessageContaining("nobody reviews the own rows");
        var page = new Visitor(port)
                .signIn(world.email(moved))
                .get("/log-review/%s/rows/%d".formatted(id, own))
                .body();
        assertThat(page).contains("ingen granskar sig själv", "Ada Admin").doesNotContain("name=\"verdict\"");

        judgeAll(now, id);
        assertThat(reviews.close(now, id)).isFalse();
        judgeAll(administrator, id);
        assertThat(reviews.close(now, id)).isTrue();
    }

    private void judgeAll(Actor.Staff reviewer, LogReviewId id) {
        for (var one : reviews.see(reviewer, id, Shown.of("left"), 1).occasions()) {
            if (!one.actor().equals(reviewer.id())) {
                reviews.judge(reviewer, id, one.number(), Verdict.IN_ORDER, "", ALL);
            }
        }
    }

    @Test
    void whereThereIsNoOtherAdministratorTheOwnAreLeftAndItIsSaid() throws Exception {
        owner.sql("update staff set active = false where id = ?")
                .param(administrator.id().value())
                .update();
        var alone = world.person(place.kommun(), "Moa Ensam", Role.ORGANISATION_ADMINISTRATOR);
        owner.sql("""
            insert into journal (at, actor_kind, actor_id, actor_organisation_id, action, subject_kind, case_id, participant_id)
            select now(), 'STAFF', ?, organisation_id, 'SEE_CASE', 'case', id, participant_id from cases where id = ?\
            """)
                .params(
                        alone.id().value(),
                        world.aCase(place).called("Moa Ensam").started().value())
                .update();
        var id = new ReviewExamples(beans).started(alone, 1, 15, 1);
        judgeAll(alone, id);
        var closing = reviews.closing(alone, id);
        assertThat(closing.ownLeft()).isOne();
        assertThat(closing.possible()).isTrue();
        assertThat(new Visitor(port)
                        .signIn(world.email(alone))
                        .get("/log-review/" + id)
                        .body())
                .contains("Organisationen har ingen annan administratör");
    }

    @Test
    void aReviewIsClosedWhenAllIsJudgedAndNeverChangesAfterwards() throws Exception {
        snoop();
        var id = started(5, 5, 1);
        var browser = new Visitor(port).signIn(world.email(administrator));
        assertThat(browser.post("/log-review/" + id + "/close", Map.of()).statusCode())
                .isEqualTo(422);
        judgeAll(administrator, id);
        assertThat(browser.post("/log-review/" + id + "/close", Map.of()).statusCode())
                .isEqualTo(302);
        var review = reviews.see(administrator, id, ALL, 1).review();
        assertThat(review.closedBy()).contains(administrator.id());
        assertThat(review.seed()).isOne();
        assertThat(review.journalRows()).isGreaterThan(review.occasions());
        assertThat(browser.get("/log-review/" + id + "/close").statusCode()).isEqualTo(404);
        assertThat(browser.post("/log-review/" + id + "/rows/1", Map.of("verdict", "IN_ORDER"))
                        .statusCode())
                .isEqualTo(404);
        for (var change : List.of(
                "update log_reviews set closed_at = now() where id = '%s'",
                "delete from log_reviews where id = '%s'",
                "update log_review_rows set day = day + 1 where review_id = '%s'",
                "delete from log_review_verdicts where review_id = '%s'",
                "update log_review_verdicts set verdict = 'ASKED', note = 'x' where review_id = '%s'",
                """
                insert into log_review_verdicts (review_id, number, nth, organisation_id, verdict, given_by, given_at)
                select review_id, number, nth + 1, organisation_id, verdict, given_by, now() from log_review_verdicts
                where review_id = '%s' limit 1\
                """)) {
            assertThatThrownBy(() -> owner.sql(change.formatted(id)).update())
                    .as(change)
                    .hasMessageContaining("ERROR");
        }
    }

    @Test
    void everythingTheReviewerDoesIsJournaled() throws Exception {
        snoop();
        var id = started(1, 5, 1);
        reviews.see(administrator, id, ALL, 1);
        reviews.see(administrator, id, 1);
        judgeAll(administrator, id);
        reviews.close(administrator, id);
        assertThat(owner.sql("select distinct action from journal where actor_id = ?")
                        .param(administrator.id().value())
                        .query(String.class)
                        .list())
                .contains("START_LOG_REVIEW", "SEE_LOG_REVIEW", "SEE_LOG_ROWS", "GIVE_VERDICT", "CLOSE_LOG_REVIEW");
    }

    @Test
    void aFormThatIsWrongTellsEverythingAndLosesNothing() {
        var browser = new Visitor(port).signIn(world.email(administrator));
        var start = browser.post(
                "/log-review/new",
                Map.of("from", "2026-13-01", "to", "", "sample", "0", "many", "många", "seed", "-4"));
        assertThat(start.statusCode()).isEqualTo(422);
        assertThat(start.body())
                .contains("2026-13-01", "många", "Skriv vilken dag perioden slutar", "Skriv slumptalet med högst nio");
        assertThat(period(browser, TODAY, TODAY.minusDays(1))).contains("Perioden kan inte sluta innan den börjar");
        assertThat(period(browser, TODAY, TODAY.plusDays(1))).contains("Perioden kan inte sluta efter i dag");
        assertThat(period(browser, TODAY.minusYears(2), TODAY)).contains("högst ett år");
        assertThat(reviews.list(administrator)).isEmpty();
    }

    private static String period(Visitor browser, LocalDate from, LocalDate to) {
        var answer = browser.post(
                "/log-review/new",
                Map.of("from", from.toString(), "to", to.toString(), "sample", "20", "many", "15", "seed", ""));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    @Test
    void aVerdictThatNeedsANoteDoesNotComeWithoutOne() throws Exception {
        snoop();
        var id = started(1, 5, 1);
        var browser = new Visitor(port).signIn(world.email(administrator));
        var path = "/log-review/" + id + "/rows/1";
        assertThat(browser.post(path, Map.of("note", "Det jag skrev")).body())
                .contains("Välj en bedömning", "Det jag skrev");
        assertThat(browser.post(path, Map.of("verdict", "UNJUSTIFIED", "note", " "))
                        .body())
                .contains("varför det var obefogat");
        assertThat(reviews.see(administrator, id, 1).occasion().verdict()).isEmpty();
        assertThat(browser.post(path, Map.of("verdict", "UNJUSTIFIED", "note", "Inget skäl"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.post(path, Map.of("verdict", "ASKED", "note", "Vikarierade den kvällen"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(reviews.see(administrator, id, 1).occasion().verdicts())
                .extracting(Occasion.Given::verdict)
                .containsExactly(Verdict.ASKED, Verdict.UNJUSTIFIED);
        for (var wrong : List.of("0", "x", "99999", "999999999999")) {
            assertThat(browser.get("/log-review/" + id + "/rows/" + wrong).statusCode())
                    .isEqualTo(404);
        }
    }

    private static List<Integer> numbers(List<Occasion> occasions) {
        return occasions.stream().map(Occasion::number).toList();
    }

    @Test
    void severalOfOneMemberOfStaffWithOneSignAreJudgedAtOnceAndOnlyThoseChosen() throws Exception {
        var snoop = snoop();
        var other = secondLead("Kim Nyfiken");
        look(other, world.aCase(place).called("Kim Nyfiken").started(), 1, LocalTime.NOON);
        var id = started(1, 5, 1);
        var many = numbers(
                reviews.see(administrator, id, Shown.of("MANY_CASES"), 1).occasions());
        var path = "/log-review/%s/rows/%d".formatted(id, many.getFirst());
        var browser = new Visitor(port).signIn(world.email(administrator));
        assertThat(browser.get(path).body())
                .contains("Bedöm de 7 tillfällena med tecknet ”Många på kort tid” på en gång");
        assertThat(browser.get(path + "/together?sign=MANY_CASES").body())
                .contains("Sixten Svensk-Prov")
                .doesNotContain("Kim Nyfiken", "Person Nummer", "Aina");

        var none = browser.post(path + "/together", Map.of("sign", "MANY_CASES", "note", "Det jag skrev"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Välj minst ett tillfälle", "Välj en bedömning", "Det jag skrev");

        var chosen = Set.copyOf(many.subList(0, 5));
        assertThat(reviews.judgeTogether(
                        administrator,
                        id,
                        many.getFirst(),
                        Sign.MANY_CASES,
                        chosen,
                        Verdict.UNJUSTIFIED,
                        "Utan uppdrag"))
                .isTrue();
        assertThat(reviews.see(administrator, id, ALL, 1).occasions())
                .filteredOn(one -> one.verdict().isPresent())
                .allSatisfy(one -> {
                    assertThat(one.actor()).isEqualTo(snoop.id());
                    assertThat(one.verdicts().getFirst().note()).isEqualTo("Utan uppdrag");
                })
                .extracting(Occasion::number)
                .containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(reviews.judgeTogether(
                        administrator, id, many.getFirst(), Sign.MANY_CASES, chosen, Verdict.IN_ORDER, ""))
                .as("they have been judged meanwhile")
                .isFalse();
        var theirs = reviews.see(administrator, id, Shown.of("OWN_NAME"), 1).occasions();
        assertThat(reviews.judgeTogether(
                        administrator,
                        id,
                        many.getFirst(),
                        Sign.MANY_CASES,
                        Set.copyOf(numbers(theirs)),
                        Verdict.IN_ORDER,
                        ""))
                .as("of another member of staff")
                .isFalse();
        assertThat(reviews.see(administrator, id, Shown.of("OWN_NAME"), 1).occasions())
                .allMatch(one -> one.verdict().isEmpty());
    }

    @Test
    void theNextOneIsTheNextAmongThoseThatAreShown() throws Exception {
        snoop();
        var id = started(20, 5, 1);
        var many = numbers(
                reviews.see(administrator, id, Shown.of("MANY_CASES"), 1).occasions());
        var shown = Shown.of("MANY_CASES");
        for (int i = 2; i < many.size() - 1; i++) {
            assertThat(reviews.judge(administrator, id, many.get(i), Verdict.IN_ORDER, "", shown))
                    .contains(many.get(i + 1));
        }
        assertThat(reviews.judge(administrator, id, many.getLast(), Verdict.IN_ORDER, "", shown))
                .as("from the beginning after the last")
                .contains(many.getFirst());
        var answer = new Visitor(port)
                .signIn(world.email(administrator))
                .post(
                        "/log-review/%s/rows/%d".formatted(id, many.getFirst()),
                        Map.of("verdict", "IN_ORDER", "note", "", "show", "MANY_CASES"));
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/rows/%d?show=MANY_CASES".formatted(many.get(1)));
        assertThat(reviews.judge(administrator, id, many.get(1), Verdict.IN_ORDER, "", shown))
                .as("nothing is left with that sign")
                .isEmpty();
    }

    @Test
    void theReviewerSeesRolesAndReasonsOfEmergenciesAndHowManyThereAreOfEach() throws Exception {
        var lead = secondLead("Sixten Svensk-Prov");
        var id = world.aCase(place).called("Aina Annan").started();
        look(lead, id, 1, LocalTime.NOON);
        emergency(lead, id, 1);
        var review = started(1, 15, 1);
        var browser = new Visitor(port).signIn(world.email(administrator));
        assertThat(browser.get("/log-review/" + review + "?show=EMERGENCY").body())
                .contains(
                        "Insatsledare, Provstads kommun",
                        "Skäl vid nödöppningen:",
                        "Akut",
                        "Nödöppning (1)",
                        "Kvar att bedöma (")
                .doesNotContain("Aina", "Många på kort tid (");
    }

    @Test
    void triesToOpenInAnEmergencyThatOpenedNothingAreCountedForTheReviewer() {
        var emergencies = new Visitor(port).signIn(world.email(place.otherCaseworker()));
        for (int i = 0; i < 3; i++) {
            emergencies.post(
                    "/cases/emergency", Map.of("wanted", "1999-000" + i, "reason", "Behöver se ett ärende nu"));
        }
        world.aCase(place).started();
        var review = started(1, 15, 1);
        var view = reviews.see(administrator, review, ALL, 1);
        assertThat(view.tries()).isEqualTo(Map.of(place.otherCaseworker().id(), 3));
        assertThat(reviews.report(administrator, TODAY, TODAY).tries()).isEqualTo(3);
        assertThat(reviews.report(administrator, TODAY.minusDays(3), TODAY.minusDays(1))
                        .tries())
                .isZero();
        var browser = new Visitor(port).signIn(world.email(administrator));
        assertThat(browser.get("/log-review/" + review).body())
                .contains(place.otherCaseworker().name() + " (Handläggare): 3 försök")
                .doesNotContain("1999-000");
    }

    @Test
    void aNoteThatTellsWhoThePersonIsIsRefusedAndNothingTypedIsLost() throws Exception {
        snoop();
        var id = started(1, 5, 1);
        var number = TestIdentityNumbers.published().women().getFirst().display();
        var browser = new Visitor(port).signIn(world.email(administrator));
        for (var path : List.of("/rows/1", "/rows/1/together")) {
            var answer = browser.post(
                    "/log-review/" + id + path, Map.of("verdict", "ASKED", "note", "Gällde " + number, "number", "1"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("ser ut att innehålla ett personnummer", "Gällde " + number);
        }
        assertThat(reviews.see(administrator, id, 1).occasion().verdict()).isEmpty();
    }

    @Test
    void theReportCountsVerdictsBySignAndNamesNobodyOfThem() throws Exception {
        snoop();
        var id = started(1, 5, 1);
        var namesake =
                reviews.see(administrator, id, Shown.of("FAMILY_NAME"), 1).occasions();
        reviews.judge(administrator, id, namesake.getFirst().number(), Verdict.UNJUSTIFIED, "Inget skäl", ALL);
        var report = reviews.report(administrator, TODAY, TODAY);
        assertThat(report.of(Sign.FAMILY_NAME, Optional.of(Verdict.UNJUSTIFIED)))
                .isOne();
        assertThat(report.of(Sign.MANY_CASES, Optional.of(Verdict.UNJUSTIFIED))).isOne();
        var many = reviews.see(administrator, id, Shown.of("MANY_CASES"), 1).occasions();
        assertThat(report.of(Sign.MANY_CASES, Optional.empty())).isEqualTo(many.size() - 1);
        assertThat(reviews.report(administrator, TODAY.minusDays(9), TODAY.minusDays(1))
                        .signs())
                .isEmpty();
        var browser = new Visitor(port).signIn(world.email(administrator));
        var period = "?from=" + TODAY + "&to=" + TODAY;
        assertThat(browser.get("/log-review/report.csv" + period).body())
                .contains("%s;%s;Samma efternamn;Obefogat;1".formatted(TODAY, TODAY))
                .doesNotContain("Sixten");
        assertThat(browser.get("/log-review/report" + period).body())
                .contains("Ada Admin", "Samma efternamn")
                .doesNotContain("Sixten");
        assertThat(browser.get("/log-review/report?from=x&to=2020-01-01").statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAdministratorIsRemindedUntilAReviewIsStartedAndThenUntilItIsClosed() {
        var browser = new Visitor(port).signIn(world.email(administrator));
        var due = "Det är dags att granska loggen";
        var open = "En granskning är inte avslutad";
        assertThat(browser.get("/").body()).doesNotContain(due);
        world.aCase(place).started();
        assertThat(browser.get("/").body()).contains(due);
        var id = started(1, 15, 1);
        assertThat(browser.get("/").body()).doesNotContain(due).contains(open);
        judgeAll(administrator, id);
        reviews.close(administrator, id);
        assertThat(browser.get("/").body()).doesNotContain(due).doesNotContain(open);
        owner.sql("alter table log_reviews disable trigger user").update();
        owner.sql("update log_reviews set started_at = started_at - interval '32 days' where id = ?")
                .param(id.value())
                .update();
        owner.sql("alter table log_reviews enable trigger user").update();
        assertThat(browser.get("/").body()).contains(due);
    }

    @Test
    void theSameVerdictSentSeveralTimesAtOnceIsTakenOnceAndAnotherIsAddedAfterIt() throws Exception {
        snoop();
        var id = started(1, 5, 1);
        var second = world.person(place.kommun(), "Bodil Admin", Role.ORGANISATION_ADMINISTRATOR);
        var cases = new CaseExamples(beans);
        var sent = (Callable<Object>) () -> reviews.judge(administrator, id, 1, Verdict.ASKED, "Frågade", ALL);
        cases.whileUncommitted(() -> reviews.judge(administrator, id, 1, Verdict.ASKED, "Frågade", ALL), sent)
                .get();
        assertThat(verdicts(id)).containsExactly("ASKED");
        cases.whileUncommitted(() -> reviews.judge(second, id, 1, Verdict.IN_ORDER, "", ALL), sent)
                .get();
        assertThat(verdicts(id)).containsExactly("ASKED", "IN_ORDER", "ASKED");
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (var answer : threads.invokeAll(Collections.nCopies(5, sent))) {
                answer.get();
            }
        }
        assertThat(verdicts(id)).hasSize(3);
    }

    private List<String> verdicts(LogReviewId id) {
        return owner.sql("select verdict from log_review_verdicts where review_id = ? and number = 1 order by nth")
                .param(id.value())
                .query((row, i) -> row.getString(1))
                .list();
    }
}
