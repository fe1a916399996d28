package se.framsteg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** A population made through the doors, small enough to count by hand. */
@FramstegTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowUpTest {
    @Autowired
    World world;

    @Autowired
    FollowUps followUps;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnerSql jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private World.Place place;
    private CaseExamples examples;
    private Quarter quarter;
    private LocalDate answeredOn;

    /** So many of one sex, who answered everything with these steps at the start and later. */
    record Some(int persons, LegalSex sex, int start, int now) {}

    @BeforeAll
    void aPopulation() throws Exception {
        place = world.place();
        examples = new CaseExamples(beans);
        quarter = Quarter.of(LocalDate.now(clock)).minus(1);
        answeredOn = quarter.first().plusDays(40);
        live(List.of(
                new Some(8, LegalSex.WOMAN, 2, 3),
                new Some(6, LegalSex.WOMAN, 3, 3),
                new Some(7, LegalSex.MAN, 2, 4),
                new Some(5, LegalSex.MAN, 4, 3)));
    }

    private void live(List<Some> population) throws Exception {
        var cases = new ArrayList<Map.Entry<CaseId, Some>>();
        var start = answeredOn.minusMonths(3);
        clock.on(start, () -> {
            for (var some : population) {
                for (int i = 0; i < some.persons(); i++) {
                    cases.add(Map.entry(aCase(some, i, start), some));
                }
            }
            return true;
        });
        clock.on(start.plusDays(5), () -> answer(cases, Round.Kind.BASELINE));
        clock.on(answeredOn, () -> answer(cases, Round.Kind.FOLLOW_UP));
    }

    /** The first man has protected identity: in the counts he is one like the others. */
    private CaseId aCase(Some some, int number, LocalDate start) {
        var one = world.aCase(place).called("Person Hemlig").receivedOn(start.minusDays(2));
        if (some.sex() == LegalSex.MAN) {
            one.ofAMan();
        }
        if (some.sex() == LegalSex.MAN && number == 0) {
            one.protectedIdentity();
        }
        return one.started();
    }

    private boolean answer(List<Map.Entry<CaseId, Some>> cases, Round.Kind kind) {
        for (var entry : cases) {
            var today = LocalDate.now(clock);
            var round = examples.rounds(place, entry.getKey()).stream()
                    .map(offered -> offered.round())
                    .filter(one -> one.kind() == kind && one.open(today))
                    .findFirst()
                    .orElseThrow();
            var step = kind == Round.Kind.BASELINE
                    ? entry.getValue().start()
                    : entry.getValue().now();
            examples.participantAnswers(round.id(), step);
            examples.caseworkerAnswers(place, round.id(), step);
        }
        return true;
    }

    private FollowUp seen() {
        var asked = Optional.of(quarter.toString());
        return followUps.of(place.lead(), place.initiative(), asked, asked, "sv");
    }

    private static Area.Voice first(FollowUp view, Respondent respondent) {
        return view.areas().stream()
                .flatMap(area -> area.voices().stream())
                .filter(voice -> voice.respondent() == respondent)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void theFiguresAreThoseCountedByHand() {
        var view = seen();

        assertThat(view.people().total()).isEqualTo(26);
        assertThat(view.people().why())
                .hasSize(2)
                .allSatisfy(why -> assertThat(why.numbers()).containsExactly(26, 0, 0, 0));
        assertThat(view.people().caseworkers())
                .containsExactly(
                        Figures.of(Group.ALL, 26, 0), Figures.of(Group.WOMEN, 14, 0), Figures.of(Group.MEN, 12, 0));
        assertThat(view.rounds().rows())
                .containsExactly(
                        Figures.of(Group.ALL, 26, 0, 0, 0, 0, 0),
                        Figures.of(Group.WOMEN, 14, 0, 0, 0, 0, 0),
                        Figures.of(Group.MEN, 12, 0, 0, 0, 0, 0));
        for (var respondent : Respondent.values()) {
            var voice = first(view, respondent);
            assertThat(voice.counted()).contains(26);
            assertThat(voice.all().rows()).containsExactly(Figures.of(Group.ALL, 5, 6, 15));
            assertThat(voice.bySex().rows())
                    .containsExactly(Figures.of(Group.WOMEN, 0, 6, 8), Figures.of(Group.MEN, 5, 0, 7));
            assertThat(voice.all().spread().rows())
                    .containsExactly(new Spread.Row(
                            Figures.of(Group.ALL, 0, 15, 6, 5, 0), Figures.of(Group.ALL, 0, 0, 19, 7, 0)));
            assertThat(voice.bySex().spread().rows())
                    .containsExactly(
                            new Spread.Row(
                                    Figures.of(Group.WOMEN, 0, 8, 6, 0, 0), Figures.of(Group.WOMEN, 0, 0, 14, 0, 0)),
                            new Spread.Row(Figures.of(Group.MEN, 0, 7, 0, 5, 0), Figures.of(Group.MEN, 0, 0, 5, 7, 0)));
        }
    }

    @Test
    @Order(1)
    void whatWasAnsweredAfterThePeriodIsNotInIt() {
        var before = Optional.of(quarter.minus(1).toString());
        var view = followUps.of(place.lead(), place.initiative(), before, before, "sv");

        assertThat(view.people().total()).isEqualTo(26);
        assertThat(view.people().why())
                .allSatisfy(why -> assertThat(why.numbers()).containsExactly(0, 0, 26, 0));
        assertThat(first(view, Respondent.PARTICIPANT).counted()).contains(0);
    }

    @Test
    @Order(2)
    void officersAreLedToTheLedgerAndSeeNothingOfThis() {
        var visitor = new Visitor(port).signIn(world.email(place.officer()));

        assertThat(visitor.get("/initiatives/%s/follow-up".formatted(place.initiative()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/follow-up").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/").body()).contains("/statistics").doesNotContain("/follow-up");
    }

    @Test
    @Order(2)
    void theFileHasTheNumbersOfThePageAndNoPerson() {
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var file = visitor.get(
                "/initiatives/%s/follow-up.csv?from=%s&to=%s".formatted(place.initiative(), quarter, quarter));

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body().lines())
                .anyMatch(line -> line.endsWith(";Deltagaren;Alla;Upp;15"))
                .anyMatch(line -> line.endsWith(";Handläggaren;Kvinnor;Start, Steg 2;8"))
                .noneMatch(line -> line.contains("Hemlig"));
    }

    @Test
    @Order(2)
    void aSpreadsheetWorksNothingOutOfAName() {
        jdbc.sql("update initiatives set name = '=1+1' where id = ?")
                .param(place.initiative().value())
                .update();
        try {
            var visitor = new Visitor(port).signIn(world.email(place.lead()));
            assertThat(visitor.get("/initiatives/%s/follow-up.csv".formatted(place.initiative()))
                            .body())
                    .contains("\n'=1+1;");
        } finally {
            jdbc.sql("update initiatives set name = 'Provinsatsen' where id = ?")
                    .param(place.initiative().value())
                    .update();
        }
    }

    @Test
    @Order(2)
    void everyLookIsJournaledAndNobodyElseIsLetIn() {
        seen();
        assertThat(jdbc.sql("select count(*) from journal where action = 'SEE_FOLLOW_UP' and actor_id = :lead"
                                + " and subject_id = :initiative and case_id is null and participant_id is null")
                        .param("lead", place.lead().id().value())
                        .param("initiative", place.initiative().value())
                        .query(Integer.class)
                        .single())
                .isPositive();
        var elsewhere = world.place();
        for (var stranger : List.of(
                place.officer(), elsewhere.officer(), elsewhere.lead(), place.caseworker(), place.administrator())) {
            assertThatThrownBy(
                            () -> followUps.of(stranger, place.initiative(), Optional.empty(), Optional.empty(), "sv"))
                    .isInstanceOf(NotFoundException.class);
        }
        for (var nobody : List.of(place.caseworker(), place.officer())) {
            assertThatThrownBy(() -> followUps.list(nobody)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    @Order(2)
    void thePageReadsOnDeskAndPhone() {
        for (var window : List.of(Window.DESK.inTheDark(), Window.SMALL_PHONE)) {
            try (var browser = Chromium.open(port, window)) {
                var page = Chromium.signIn(browser, world.email(place.lead()));
                page.navigate(
                        "/initiatives/%s/follow-up?from=%s&to=%s".formatted(place.initiative(), quarter, quarter));
                page.evaluate("document.querySelector('details').open = true");
                Chromium.picture(page, "follow-up-" + window.width() + (window.dark() ? "-dark" : ""));
                Chromium.assertAccessible(page, "follow-up at " + window.width());
            }
        }
    }

    /** One woman more, who answered 5 both times: alone at the top of the scale. */
    @Test
    @Order(3)
    void oneWhoStandsAloneIsNotShown() throws Exception {
        live(List.of(new Some(1, LegalSex.WOMAN, 5, 5)));
        var voice = first(seen(), Respondent.PARTICIPANT);

        assertThat(voice.counted()).contains(27);
        assertThat(voice.all().changes())
                .containsExactly(List.of(Area.Change.DOWN, Area.Change.SAME), List.of(Area.Change.UP));
        assertThat(voice.all().rows()).containsExactly(Figures.of(Group.ALL, 12, 15));
        assertThat(voice.all().spread().shown())
                .as("nobody is on the lower half now")
                .isFalse();
        assertThat(voice.bySex().shown())
                .as("five men who are not up would stand together")
                .isFalse();
    }

    /** One woman more, who answered at the start alone: how many persons there are would tell of her. */
    @Test
    @Order(4)
    void whoIsMissingCannotBeToldBySubtraction() throws Exception {
        var start = answeredOn.minusMonths(3);
        var id = clock.on(start, () -> aCase(new Some(1, LegalSex.WOMAN, 1, 1), 1, start));
        clock.on(
                start.plusDays(5),
                () -> answer(List.of(Map.entry(id, new Some(1, LegalSex.WOMAN, 1, 1))), Round.Kind.BASELINE));
        var view = seen();

        assertThat(first(view, Respondent.PARTICIPANT).counted()).contains(27);
        assertThat(view.people()).isEqualTo(new People(30, false, List.of(), List.of()));
        assertThat(view.rounds().rows()).contains(Figures.of(Group.ALL, 27, 0, 1, 0, 0, 0));
    }

    /** How they answered is kept back from the lead too, but not how many did. */
    @Test
    @Order(5)
    void theLeadSeesEveryRound() {
        var view = seen();

        assertThat(view.rounds().rows())
                .containsExactly(
                        Figures.of(Group.ALL, 27, 0, 1, 0, 0, 0),
                        Figures.of(Group.WOMEN, 15, 0, 1, 0, 0, 0),
                        Figures.of(Group.MEN, 12, 0, 0, 0, 0, 0));
        assertThat(view.rounds().rates())
                .allSatisfy(rate -> assertThat(rate.rows())
                        .containsExactly(
                                Figures.of(Group.ALL, 27, 1),
                                Figures.of(Group.WOMEN, 15, 1),
                                Figures.of(Group.MEN, 12, 0)));
    }

    /** Counted once more, from the tables themselves and one question at a time. */
    @Test
    @Order(6)
    void theFiguresAreThoseOfThePlainestCountThereIs() throws Exception {
        var start = answeredOn.minusMonths(3);
        var more = new ArrayList<Map.Entry<CaseId, Some>>();
        clock.on(start, () -> {
            for (int i = 0; i < 24; i++) {
                var some = new Some(1, i % 3 == 0 ? LegalSex.MAN : LegalSex.WOMAN, 1 + i % 5, 1 + i * 7 % 5);
                more.add(Map.entry(aCase(some, 1, start), some));
            }
            return true;
        });
        clock.on(start.plusDays(5), () -> answer(more.subList(3, 24), Round.Kind.BASELINE));
        clock.on(answeredOn, () -> answer(more.subList(0, 20), Round.Kind.FOLLOW_UP));
        var view = seen();

        assertThat(view.rounds().rows().getFirst().sum()).isEqualTo(plainly("true"));
        assertThat(view.rounds().rows().getFirst().numbers().getFirst()).isEqualTo(plainly("""
            (select count(*) from assessments a where a.round_id = r.id and a.submitted_at is not null) = 2\
            """));
        for (var respondent : Respondent.values()) {
            var rate = view.rounds().rates().get(respondent.ordinal()).rows();
            var sent = "exists (select from assessments a where a.round_id = r.id and a.submitted_at is not null"
                    + " and a.respondent = '" + respondent + "')";
            assertThat(rate.getFirst().numbers().getFirst()).isEqualTo(plainly(sent));
            assertThat(rate.get(2).numbers().getFirst()).isEqualTo(plainly(sent + " and p.legal_sex = 'MAN'"));
            for (var area : view.areas()) {
                area.voices().stream()
                        .filter(voice -> voice.respondent() == respondent)
                        .forEach(voice -> assertPlain(voice, view.areas().indexOf(area) + 1));
            }
        }
        assertThat(view.areas()).anyMatch(area -> area.voices().getFirst().all().shown());
    }

    private int plainly(String which) {
        return jdbc.sql("""
            select count(*) from rounds r, cases c, participants p
            where c.id = r.case_id and p.id = c.participant_id and c.initiative_id = :initiative
              and r.due_on between :from and :to and\
            """ + " " + which)
                .param("initiative", place.initiative().value())
                .param("from", quarter.first())
                .param("to", quarter.last())
                .query(Integer.class)
                .single();
    }

    private void assertPlain(Area.Voice voice, int area) {
        assertThat(voice.counted()).contains(together(voice, area, "true"));
        if (voice.all().shown()) {
            var numbers = voice.all().rows().getFirst().numbers();
            assertThat(numbers.getLast()).isEqualTo(together(voice, area, "now.scores[:area] > start.scores[:area]"));
        }
        if (voice.all().spread().shown()) {
            var row = voice.all().spread().rows().getFirst();
            var upper = voice.all().spread().bands().getLast().lowest();
            assertThat(row.start().numbers().getLast())
                    .isEqualTo(together(voice, area, "start.scores[:area] >= " + upper));
            assertThat(row.now().numbers().getLast()).isEqualTo(together(voice, area, "now.scores[:area] >= " + upper));
        }
    }

    /** How many have answered both times, everything with one step, which is then the score. */
    private int together(Area.Voice voice, int area, String which) {
        return jdbc.sql("""
            select count(*) from cases c, rounds first, rounds later, assessments start, assessments now
            where c.initiative_id = :initiative and first.case_id = c.id and later.case_id = c.id
              and first.kind = 'BASELINE' and later.kind = 'FOLLOW_UP' and later.due_on between :from and :to
              and start.round_id = first.id and now.round_id = later.id and start.respondent = :voice
              and now.respondent = :voice and start.submitted_at is not null and now.submitted_at is not null
              and start.scores[:area] is not null and now.scores[:area] is not null and\
            """ + " " + which)
                .param("initiative", place.initiative().value())
                .param("from", quarter.first())
                .param("to", quarter.last())
                .param("voice", voice.respondent().name())
                .param("area", area)
                .query(Integer.class)
                .single();
    }

    /** Two initiatives of one lead: the one with late rounds comes first, and the look is journaled. */
    @Test
    @Order(7)
    void theInitiativeWithLateRoundsComesFirst() throws Exception {
        var lead = place.lead();
        var calm = world.initiative(place.association(), place.kommun(), "A lugn insats", lead);
        var due = answeredOn.plusMonths(3);
        var list = clock.on(due.plusDays(10), () -> followUps.list(lead));

        assertThat(list).extracting(one -> one.initiative().id()).containsExactly(place.initiative(), calm);
        var work = list.getFirst().work();
        assertThat(work.late()).isPositive().isEqualTo(late(due.plusDays(10)));
        assertThat(list.getLast().work()).isEqualTo(new FollowedUp.Work(0, 0, 0));
        assertThat(jdbc.sql("select count(*) from journal where action = 'SEE_WORKLOAD' and actor_id = ?")
                        .param(lead.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Somebody whom the lead may not know of: the lead knows all the others, and could take them away from a sum. */
    @Test
    @Order(8)
    void theLeadCountsNoRoundsOfSomebodyWithProtectedIdentity() throws Exception {
        var before = seen().rounds().rows().getFirst();
        var due = answeredOn.plusMonths(3).plusDays(10);
        var work = clock.on(due, () -> followUps.list(place.lead()).getFirst().work());
        protectOne("CONFIDENTIALITY_MARKING");
        try {
            assertThat(seen().rounds().rows().getFirst().sum()).isEqualTo(before.sum() - 1);
            assertThat(clock.on(
                                    due,
                                    () -> followUps
                                            .list(place.lead())
                                            .getFirst()
                                            .work())
                            .late())
                    .isEqualTo(work.late() - 1);
        } finally {
            protectOne("NONE");
        }
    }

    private void protectOne(String protection) {
        jdbc.sql("update participants set protection = ? where id ="
                        + " (select participant_id from cases where initiative_id = ? order by id limit 1)")
                .param(protection)
                .param(place.initiative().value())
                .update();
    }

    private int late(LocalDate today) {
        return jdbc.sql("""
            select count(*) from rounds r join cases c on c.id = r.case_id
            where c.initiative_id = :initiative and r.closed_at is null and r.due_on < :today and r.closes_on >= :today
              and (select count(*) from assessments a where a.round_id = r.id and a.submitted_at is not null) < 2\
            """)
                .param("initiative", place.initiative().value())
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
