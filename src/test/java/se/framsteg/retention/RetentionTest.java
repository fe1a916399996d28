package se.framsteg.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.Round;
import se.framsteg.cases.Decision;
import se.framsteg.cases.ReferralState;
import se.framsteg.cases.Referrals;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.review.ReviewExamples;
import se.framsteg.rights.ExtractFiles;
import se.framsteg.rights.Extracts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ReferralId;
import se.framsteg.statistics.FollowUps;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.FullCase;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PersonTables;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What is old enough goes whole, when it has been approved and nothing holds it, and leaves counts alone behind. */
@FramstegTest
class RetentionTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Retentions retentions;

    @Autowired
    Holds holds;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Referrals referrals;

    @Autowired
    DisposalSteps steps;

    @Autowired
    Disposal disposal;

    @Autowired
    Extracts extracts;

    @Autowired
    ExtractFiles files;

    @Autowired
    FollowUps followUps;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerSql owner;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private World.Place place;

    @BeforeEach
    void aPrivateProvider() {
        place = world.place();
        kind("OTHER");
    }

    /** Nothing goes before the server's own day has come: here it has, whatever the day. */
    @BeforeEach
    void theServersDayHasCome() {
        serverDay("date '2199-12-31'");
    }

    @AfterEach
    void theServersDayIsItsOwn() {
        serverDay("cast(now() at time zone 'Europe/Stockholm' as date)");
    }

    private void serverDay(String day) {
        owner.sql("create or replace function server_day() returns date language sql stable as $$ select " + day
                        + " $$")
                .update();
    }

    private void kind(String kind) {
        owner.sql("update organisations set kind = ? where id = ?")
                .param(kind)
                .param(place.kommun().value())
                .update();
    }

    private <T> T inYears(int years, Callable<T> what) throws Exception {
        return clock.on(LocalDate.now(clock).plusYears(years).plusDays(1), what);
    }

    private int approve() {
        return switch (retentions.approve(
                place.administrator(), retentions.see(place.administrator()).list())) {
            case Result.Done<Integer>(var number) -> number;
            case Result.Refused<?> _, Result.Stale<?> _ -> 0;
        };
    }

    private boolean exists(CaseId id) {
        return owner.sql("select exists (select from cases where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"KOMMUN, 5", "REGION, 10", "OTHER, 2"})
    void theKindOfOrganisationTellsForHowLongUntilOthersAreSet(String kind, int years) throws Exception {
        kind(kind);
        var id = world.aCase(place).ended();
        assertThat(retentions.see(place.administrator()).rule().years()).contains(years);
        assertThat(inYears(
                        years - 1, () -> retentions.see(place.administrator()).due()))
                .isEmpty();
        assertThat(inYears(years, () -> retentions.see(place.administrator()).due()))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.id()).isEqualTo(id);
                    assertThat(due.goneBy().getYear()).isEqualTo(due.mayGoOn().getYear() + 1);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"FK", "AF"})
    void whereNobodyHasSaidForHowLongNothingGoes(String kind) throws Exception {
        kind(kind);
        var id = world.aCase(place).ended();
        inYears(90, () -> {
            var view = retentions.see(place.administrator());
            assertThat(view.due()).isEmpty();
            assertThat(view.ended()).isEqualTo(1);
            assertThat(approve()).isZero();
            return true;
        });
        retentions
                .set(place.administrator(), 0, new Retentions.Rule(1, CountsFrom.END, false, 1))
                .orThrow();
        assertThat(inYears(2, () -> retentions.see(place.administrator()).due()))
                .extracting(EndedCase::id)
                .containsExactly(id);
    }

    @Test
    void aCaseThatGoesOnIsNeverDue() throws Exception {
        world.aCase(place).started();
        assertThat(inYears(99, () -> retentions.see(place.administrator()).due()))
                .isEmpty();
    }

    @Test
    void theYearsAreCountedFromTheEndIfTheOrganisationSaysSoButNeverLessThanTheLawsFromTheLastEntry() throws Exception {
        var id = world.aCase(place)
                .receivedOn(LocalDate.now(clock).minusDays(60))
                .ended();
        new se.framsteg.testing.StoryExamples(beans).note(place.caseworker(), id, LocalDate.now(clock), "Efteråt");
        var byEntry = retentions.see(place.administrator()).later();
        var ended = inYears(2, () -> retentions.see(place.administrator()).due().getFirst());
        assertThat(ended.mayGoOn()).isEqualTo(LocalDate.now(clock).plusYears(2));
        retentions
                .set(place.administrator(), 0, new Retentions.Rule(2, CountsFrom.END, false, 2))
                .orThrow();
        var byLaw = inYears(2, () -> retentions.see(place.administrator()).due().getFirst());
        assertThat(byLaw.mayGoOn()).isEqualTo(LocalDate.now(clock).plusYears(2));
        assertThat(byLaw.countsFrom()).isEqualTo(CountsFrom.LAST_ENTRY);
        assertThat(ended.endedOn()).isBefore(LocalDate.now(clock));
        retentions
                .set(place.administrator(), 1, new Retentions.Rule(3, CountsFrom.END, false, 2))
                .orThrow();
        var byEnd = inYears(3, () -> retentions.see(place.administrator()).due().getFirst());
        assertThat(byEnd.mayGoOn()).isEqualTo(ended.endedOn().plusYears(3));
        assertThat(List.of(byEnd.years(), byEnd.countsFrom())).isEqualTo(List.of(3, CountsFrom.END));
        assertThat(byEntry).hasSize(1);
    }

    @Test
    void whatWasApprovedByAShorterRuleStaysUntilTheLawsYearsFromTheLastEntryHavePassed() throws Exception {
        kind("KOMMUN");
        var id = world.aCase(place)
                .receivedOn(LocalDate.now(clock).minusDays(60))
                .ended();
        new se.framsteg.testing.StoryExamples(beans).note(place.caseworker(), id, LocalDate.now(clock), "Efteråt");
        var referred = world.aCase(place).referred();
        retentions
                .set(place.administrator(), 0, new Retentions.Rule(5, CountsFrom.END, false, 5))
                .orThrow();
        owner.sql("update retention_rules set years = 1, referral_years = 1 where organisation_id = ?")
                .param(place.kommun().value())
                .update();
        var early = LocalDate.now(clock).plusYears(5).minusDays(1);
        clock.on(early, () -> {
            assertThat(retentions.see(place.administrator()).due()).isEmpty();
            assertThat(retentions.see(place.administrator()).dueReferrals()).isEmpty();
            return true;
        });
        inYears(5, () -> {
            assertThat(retentions.see(place.administrator()).due())
                    .extracting(EndedCase::id)
                    .containsExactly(id);
            assertThat(retentions.see(place.administrator()).dueReferrals())
                    .extracting(OldReferral::id)
                    .containsExactly(referred);
            return true;
        });
    }

    @Test
    void aRuleIsSetByOneAtATimeAndWithinWhatTheLawAllows() {
        var admin = place.administrator();
        assertThat(retentions.set(admin, 0, new Retentions.Rule(1, CountsFrom.END, false, 1)))
                .isInstanceOf(Result.Refused.class);
        assertThat(retentions.set(admin, 0, new Retentions.Rule(101, CountsFrom.END, false, 101)))
                .isInstanceOf(Result.Refused.class);
        assertThat(retentions.set(admin, 0, new Retentions.Rule(2, CountsFrom.END, false, 1)))
                .as("referrals that became no case are kept as long")
                .isInstanceOf(Result.Refused.class);
        assertThat(retentions.set(admin, 3, new Retentions.Rule(4, CountsFrom.END, false, 4)))
                .isInstanceOf(Result.Stale.class);
        retentions
                .set(admin, 0, new Retentions.Rule(4, CountsFrom.END, true, 4))
                .orThrow();
        assertThat(retentions.set(admin, 0, new Retentions.Rule(6, CountsFrom.END, true, 6)))
                .isInstanceOf(Result.Stale.class);
        retentions
                .set(admin, 1, new Retentions.Rule(6, CountsFrom.LAST_ENTRY, false, 6))
                .orThrow();
        var rule = retentions.see(admin).rule();
        assertThat(rule.years()).contains(6);
        assertThat(rule.version()).isEqualTo(2);
    }

    @Test
    void nobodyButTheOwnOrganisationsAdministratorComesNearIt() {
        world.aCase(place).ended();
        var strangers = List.of(
                place.lead(), place.caseworker(), place.officer(), world.place().administrator());
        for (var stranger : strangers.subList(0, 3)) {
            assertThatThrownBy(() -> retentions.see(stranger)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> retentions.approve(stranger, "")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> retentions.set(stranger, 0, new Retentions.Rule(9, CountsFrom.END, false, 9)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> holds.holdByNumber(stranger, "2026-0001", "Nej"))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(retentions.see(strangers.getLast()).ended()).isZero();
    }

    @Test
    void whatWasNotShownIsNotApproved() throws Exception {
        world.aCase(place).ended();
        var seen = inYears(2, () -> retentions.see(place.administrator()).list());
        var second = world.aCase(place).ended();
        inYears(2, () -> {
            assertThat(retentions.approve(place.administrator(), seen)).isInstanceOf(Result.Stale.class);
            assertThat(retentions.approve(place.administrator(), "forged")).isInstanceOf(Result.Stale.class);
            assertThat(approve()).isEqualTo(2);
            assertThat(approve()).as("nothing is approved twice").isZero();
            return true;
        });
        assertThat(exists(second)).as("approving alone takes nothing away").isTrue();
    }

    @Test
    void disposalLeavesNoTraceOfThePersonAnywhereInTheDatabase() throws Exception {
        var full = new FullCase(beans, place).ended();
        var person = full.participant();
        var tables = new PersonTables(owner);
        extracts.ofCase(place.lead(), full.id(), "sv");
        assertThat(tables.traces(full.traces()))
                .as("the search finds something to begin with")
                .hasSizeGreaterThan(25);
        var journal = journaled(full.id());

        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            disposal.run();
            return true;
        });

        assertThat(tables.traces(full.traces())).isEmpty();
        assertThat(tables.left(full.id(), person).keySet()).containsOnly("journal");
        assertThat(journaled(full.id()))
                .as("the journal keeps its rows, and tells that the case went")
                .isGreaterThan(journal);
        assertThat(owner.sql("select count(*) from journal where case_id = ? and action = 'DISPOSE_OF_CASE' and"
                                + " actor_kind = 'SYSTEM'")
                        .param(full.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var receipt = retentions.see(place.administrator()).receipts().getFirst();
        assertThat(receipt.finishedAt()).isPresent();
        assertThat(receipt.approvedBy()).isEqualTo(place.administrator().id());
        assertThat(receipt.years()).isEqualTo(2);
        assertThat(receipt.counts()).containsExactly(new Receipt.Count(place.initiative(), 1, 1, 0));
    }

    @Test
    void whatAReviewerOfTheJournalWroteGoesWithThePersonAndTheVerdictStays() throws Exception {
        var full = new FullCase(beans, place).ended();
        var review = new ReviewExamples(beans).started(place.administrator());
        var number = owner.sql("select min(number) from log_review_rows where review_id = ? and participant_id = ?")
                .params(review.value(), full.participant().value())
                .query(Integer.class)
                .single();
        var path = "/log-review/%s/rows/%d".formatted(review, number);
        var browser = new Visitor(port).signIn(world.email(place.administrator()));
        browser.post(path, Map.of("verdict", "ASKED", "note", "Hade inget med " + full.word() + " att göra"));
        assertThat(browser.get(path).body()).contains(full.word());

        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            disposal.run();
            return true;
        });

        assertThat(new PersonTables(owner).traces(full.traces())).isEmpty();
        assertThat(browser.get(path).body())
                .contains("Medarbetaren har tillfrågats", "Anteckningen är borttagen, eftersom ärendet har gallrats");
        assertThatThrownBy(() -> owner.sql("update log_review_verdicts set note = '', note_gone = true")
                        .update())
                .as("in no other way")
                .hasMessageContaining("a verdict is added to");
    }

    private int journaled(CaseId id) {
        return owner.sql("select count(*) from journal where case_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void anExtractLeavesNothingBehindButItsJournalRowAndWithdrawalLeavesTheLedger() throws Exception {
        var full = new FullCase(beans, place).goingOn();
        var tables = new PersonTables(owner);
        var before = tables.traces(full.traces());
        var temporary = temporaryFiles();
        files.paper(extracts.ofCase(place.lead(), full.id(), "sv"), "sv");
        files.structured(extracts.ofCase(place.lead(), full.id(), "sv"));
        assertThat(tables.traces(full.traces())).isEqualTo(before);
        assertThat(temporaryFiles()).isEqualTo(temporary);
        assertThat(before)
                .contains("public.consents.to_name: " + full.word(), "public.consents.purpose: " + full.word());
    }

    private static List<String> temporaryFiles() throws IOException {
        try (var found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(?i).*(pdf|json|zip|extract|utdrag).*"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsHeldOrRestrictedStaysThoughItWasApproved() throws Exception {
        var held = world.aCase(place).ended();
        var restricted = world.aCase(place).ended();
        var goes = world.aCase(place).ended();
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(3);
            holds.hold(place.lead(), held, "Tvist").orThrow();
            restrictions
                    .restrict(place.caseworker(), restricted, "Bestrids", LocalDate.now(clock))
                    .orThrow();
            disposal.run();
            return true;
        });
        assertThat(List.of(exists(held), exists(restricted), exists(goes))).containsExactly(true, true, false);
        var receipt = retentions.see(place.administrator()).receipts().getFirst();
        assertThat(receipt.counts()).containsExactly(new Receipt.Count(place.initiative(), 3, 1, 2));
        assertThat(receipt.finishedAt()).isPresent();
        inYears(3, () -> {
            assertThat(retentions.see(place.administrator()).due()).isEmpty();
            holds.lift(place.lead(), held).orThrow();
            assertThat(retentions.see(place.administrator()).due())
                    .extracting(EndedCase::id)
                    .containsExactly(held);
            return true;
        });
    }

    @Test
    void anApprovalIsTakenBackUntilItHasGoneAndBothAreKept() throws Exception {
        var first = world.aCase(place).ended();
        var second = world.aCase(place).ended();
        inYears(2, () -> {
            var admin = place.administrator();
            assertThat(approve()).isEqualTo(2);
            var list = retentions.see(admin).receipts().getFirst().id();
            assertThat(retentions.withdraw(admin, UUID.randomUUID())).isInstanceOf(Result.Stale.class);
            assertThat(retentions.withdraw(world.place().administrator(), list)).isInstanceOf(Result.Stale.class);
            assertThatThrownBy(() -> retentions.withdraw(place.lead(), list)).isInstanceOf(NotFoundException.class);
            var visitor = new Visitor(port).signIn(world.email(admin));
            assertThat(visitor.get("/settings/retention").body())
                    .contains("Godkända och väntar på att gallras (2)", "Ta tillbaka godkännandet")
                    .doesNotContain("Inget ärende är gammalt nog");
            assertThat(visitor.post("/settings/retention/withdraw", Map.of("list", list.toString()))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(retentions.withdraw(admin, list)).isInstanceOf(Result.Stale.class);
            disposal.run();
            assertThat(exists(first) && exists(second)).isTrue();
            var view = retentions.see(admin);
            assertThat(view.due()).hasSize(2);
            assertThat(view.receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.withdrawal().orElseThrow().by()).isEqualTo(admin.id());
                assertThat(receipt.counts()).containsExactly(new Receipt.Count(place.initiative(), 2, 0, 2));
                assertThat(receipt.left()).isZero();
            });
            assertThat(visitor.get("/settings/retention").body()).contains("Godkännandet togs tillbaka");
            assertThat(approve()).as("anew").isEqualTo(2);
            disposal.run();
            assertThat(exists(first) || exists(second)).isFalse();
            var done = retentions.see(admin).receipts().getFirst().id();
            assertThat(retentions.withdraw(admin, done)).isInstanceOf(Result.Stale.class);
            return true;
        });
    }

    @Test
    void whatShouldBeGoneByNowIsMarkedAndWaitsForTheAdministrator() throws Exception {
        world.aCase(place).ended();
        var late = "Ett ärende skulle ha varit gallrat vid det här laget";
        inYears(2, () -> {
            var visitor = new Visitor(port).signIn(world.email(place.administrator()));
            assertThat(visitor.get("/").body()).doesNotContain(late);
            return assertThat(visitor.get("/settings/retention").body()).doesNotContain("Försenat");
        });
        inYears(4, () -> {
            var visitor = new Visitor(port).signIn(world.email(place.administrator()));
            assertThat(visitor.get("/").body()).contains(late);
            assertThat(visitor.get("/settings/retention").body()).contains("Försenat");
            approve();
            return assertThat(visitor.get("/").body()).doesNotContain(late);
        });
    }

    @Test
    void whatIsTypedAboutAHoldIsKeptWhenAListIsApprovedInstead() throws Exception {
        world.aCase(place).ended();
        inYears(2, () -> {
            var visitor = new Visitor(port).signIn(world.email(place.administrator()));
            var typed = Map.of("number", "2026-77", "reason", "Tvist i nämnden");
            var list = retentions.see(place.administrator()).list();
            for (var approval : List.of(Map.of("list", list), Map.of("list", list, "approved", "true"))) {
                var sent = new HashMap<>(approval);
                sent.putAll(typed);
                assertThat(visitor.post("/settings/retention/approve", sent).body())
                        .contains("2026-77", "Tvist i nämnden");
            }
            return assertThat(retentions.see(place.administrator()).waiting()).hasSize(1);
        });
    }

    @Test
    void whatIsWrittenInAfterItWasApprovedOrOpenedAgainStays() throws Exception {
        var written = world.aCase(place).ended();
        var reopened = world.aCase(place).ended();
        var examples = new CaseExamples(beans);
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(2);
            new se.framsteg.testing.StoryExamples(beans)
                    .note(place.caseworker(), written, LocalDate.now(clock), "Något nytt");
            examples.reopen(place, reopened);
            disposal.run();
            return true;
        });
        assertThat(exists(written)).isTrue();
        assertThat(exists(reopened)).isTrue();
    }

    @Test
    void theAdministratorHoldsACaseByItsNumberAndSeesNothingOfIt() throws Exception {
        var full = new FullCase(beans, place).ended();
        var admin = place.administrator();
        assertThat(holds.holdByNumber(admin, "1999-0001", "Tillsyn")).isInstanceOf(Result.Refused.class);
        holds.holdByNumber(admin, full.caseNumber(), "Tillsyn").orThrow();
        assertThat(holds.holdByNumber(admin, full.caseNumber(), "Tillsyn")).isInstanceOf(Result.Stale.class);
        assertThat(holds.see(place.lead(), full.id()))
                .get()
                .extracting(Holds.Hold::reason)
                .isEqualTo("Tillsyn");
        var page = new Visitor(port)
                .signIn(world.email(admin))
                .get("/settings/retention")
                .body();
        assertThat(page).contains(full.caseNumber()).doesNotContain(full.word());
        assertThat(inYears(2, () -> retentions.see(admin).due())).isEmpty();
        holds.liftByNumber(admin, full.caseNumber()).orThrow();
        assertThat(holds.liftByNumber(admin, full.caseNumber())).isInstanceOf(Result.Stale.class);
        assertThatThrownBy(() -> holds.liftByNumber(admin, "1999-0001")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> holds.hold(place.caseworker(), full.id(), "Nej"))
                .isInstanceOf(NotFoundException.class);
        assertThat(inYears(2, () -> retentions.see(admin).due())).hasSize(1);
    }

    @Test
    void theAdministratorReadsWhyWhenTheyWroteItAndOtherwiseWhomToAsk() {
        var own = new FullCase(beans, place).ended();
        var leads = world.aCase(place).ended();
        holds.holdByNumber(place.administrator(), own.caseNumber(), "Tillsyn hos nämnden")
                .orThrow();
        holds.hold(place.lead(), leads, "Tvist om Anna Prov").orThrow();
        var page = new Visitor(port)
                .signIn(world.email(place.administrator()))
                .get("/settings/retention")
                .body();
        assertThat(page)
                .contains(
                        "Tillsyn hos nämnden",
                        place.administrator().name(),
                        place.lead().name())
                .contains("Insatsledaren vet varför")
                .doesNotContain("Anna Prov");
    }

    @Test
    void theListTellsWhichRuleHoldsAndFromWhen() throws Exception {
        var id = world.aCase(place).ended();
        inYears(2, () -> {
            assertThat(retentions.see(place.administrator()).due())
                    .singleElement()
                    .satisfies(due -> {
                        assertThat(due.id()).isEqualTo(id);
                        assertThat(due.countedFrom().plusYears(2)).isEqualTo(due.mayGoOn());
                    });
            assertThat(new Visitor(port)
                            .signIn(world.email(place.administrator()))
                            .get("/settings/retention")
                            .body())
                    .contains("2 år från den sista uppgiften, ");
            return true;
        });
    }

    @Test
    void nothingGoesBeforeTheServersOwnDayWhateverTheAskerSaysTheTimeIs() throws Exception {
        theServersDayIsItsOwn();
        var id = world.aCase(place).ended();
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            assertThat(disposed(id)).isEqualTo(DisposalSteps.Outcome.KEPT);
            return true;
        });
        assertThat(exists(id)).isTrue();
    }

    @Test
    void referralsThatBecameNoCaseGoByARuleOfTheirOwn() throws Exception {
        var declined = declined(world.aCase(place).called("Nej Prov").referred());
        var undecided = world.aCase(place).called("Glömd Prov").referred();
        var held = world.aCase(place).called("Kvar Prov").referred();
        world.aCase(place).started();
        var admin = place.administrator();
        retentions
                .set(admin, 0, new Retentions.Rule(9, CountsFrom.END, false, 3))
                .orThrow();
        assertThat(inYears(2, () -> retentions.see(admin).dueReferrals())).isEmpty();
        holds.holdByNumber(admin, held.reference().toLowerCase(java.util.Locale.ROOT), "Tillsyn")
                .orThrow();
        inYears(3, () -> {
            var view = retentions.see(admin);
            assertThat(view.due()).isEmpty();
            assertThat(view.dueReferrals())
                    .extracting(OldReferral::id, OldReferral::declined)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(declined, true),
                            org.assertj.core.groups.Tuple.tuple(undecided, false));
            var visitor = new Visitor(port).signIn(world.email(admin));
            assertThat(visitor.get("/settings/retention").body())
                    .contains(declined.reference(), undecided.reference(), held.reference())
                    .doesNotContain("Nej Prov", "Glömd Prov", "Kvar Prov");
            assertThat(visitor.post("/settings/retention/approve-referrals", Map.of("list", view.referralList()))
                            .body())
                    .contains("Kryssa i att du har gått igenom listan.");
            assertThat(visitor.post(
                                    "/settings/retention/approve-referrals",
                                    Map.of("list", view.referralList(), "approvedReferrals", "true"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(retentions.approveReferrals(admin, view.referralList())).isInstanceOf(Result.Stale.class);
            disposal.run();
            return true;
        });
        assertThat(new PersonTables(owner).traces(List.of("Nej Prov", "Glömd Prov")))
                .isEmpty();
        assertThat(new PersonTables(owner).traces(List.of("Kvar Prov"))).isNotEmpty();
        assertThat(retentions.see(admin).receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.what()).isEqualTo(What.REFERRALS);
            assertThat(receipt.years()).isEqualTo(3);
            assertThat(receipt.finishedAt()).isPresent();
            assertThat(receipt.counts()).containsExactly(new Receipt.Count(place.initiative(), 2, 2, 0));
        });
        assertThat(owner.sql("select count(*) from journal where subject_id = ? and action = 'DISPOSE_OF_REFERRAL'")
                        .param(declined.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private ReferralId declined(ReferralId id) {
        var decision = new Decision(ReferralState.DECLINED, "Hör inte hit", Optional.empty(), LocalDate.now(clock));
        referrals.decide(place.lead(), id, 0, decision).orThrow();
        return id;
    }

    @Test
    void aReferralThatIsDecidedOrHeldAfterItWasApprovedStays() throws Exception {
        var decided = world.aCase(place).referred();
        var held = world.aCase(place).referred();
        inYears(2, () -> {
            retentions
                    .approveReferrals(
                            place.administrator(),
                            retentions.see(place.administrator()).referralList())
                    .orThrow();
            declined(decided);
            holds.holdByNumber(place.administrator(), held.reference(), "Tillsyn")
                    .orThrow();
            assertThatThrownBy(() -> transactions.execute(_ -> {
                        asking.by(place.administrator());
                        return jdbc.sql("select dispose_of_referral(?, '')")
                                .param(held.value())
                                .query(String.class)
                                .single();
                    }))
                    .hasStackTraceContaining("the installation alone");
            disposal.run();
            return true;
        });
        assertThat(retentions.see(place.administrator()).receipts().getFirst().counts())
                .containsExactly(new Receipt.Count(place.initiative(), 2, 0, 2));
        assertThat(owner.sql("select count(*) from referrals where id in (?, ?)")
                        .param(decided.value())
                        .param(held.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsKeptForTheStatisticsTellsNotByWhenOrWhereItWasWrittenWhoseItWas() throws Exception {
        for (int i = 0; i < 6; i++) {
            world.aCase(place).ended();
        }
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(6);
            disposal.run();
            return true;
        });
        assertThat(owner.sql("""
            select count(*) from kept_cases k join journal j on j.xmin = k.xmin
            where k.association_id = ? and j.action = 'DISPOSE_OF_CASE'\
            """)
                        .param(place.association().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        var written = owner.sql("select id from kept_cases where association_id = ? order by ctid")
                .param(place.association().value())
                .query(UUID.class)
                .list();
        assertThat(written).hasSize(6).isSortedAccordingTo(java.util.Comparator.comparing(UUID::toString));
    }

    @Test
    void whatAFileWasCalledDoesNotOutliveThoseWhoWereInIt() throws Exception {
        var full = new FullCase(beans, place).ended();
        var file = UUID.randomUUID();
        owner.sql("""
            insert into imports (id, association_id, initiative_id, instrument_id, state, file_name, read_as, read_detail, headings,
              row_count, uploaded_by, uploaded_at, made_at)
            select :id, c.association_id, c.initiative_id, (select r.instrument_id from rounds r where r.case_id = c.id limit 1),
              'MADE', 'Anna Filnamnsson.xlsx', 'EXCEL', '{}', '{}', 1, :by, now(), now()
            from cases c where c.id = :case\
            """)
                .param("id", file)
                .param("by", place.lead().id().value())
                .param("case", full.id().value())
                .update();
        owner.sql("update rounds set import_id = ? where case_id = ?")
                .param(file)
                .param(full.id().value())
                .update();
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            disposal.run();
            return true;
        });
        assertThat(exists(full.id())).isFalse();
        assertThat(new PersonTables(owner).traces(List.of("Filnamnsson"))).isEmpty();
    }

    @Test
    void whatTheArchiveHoldsOfACaseThatIsGoneStays() throws Exception {
        var full = new FullCase(beans, place).ended();
        var number = full.caseNumber();
        retentions
                .set(place.administrator(), 0, new Retentions.Rule(2, CountsFrom.LAST_ENTRY, true, 2))
                .orThrow();
        var takenMeanwhile = new Archive(new ArchiveSettings(folder), files) {
            @Override
            void write(se.framsteg.shared.OrganisationId organisation, se.framsteg.rights.Extract extract) {
                super.write(organisation, extract);
                assertThat(disposed(full.id())).isEqualTo(DisposalSteps.Outcome.DISPOSED);
            }
        };
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            new Disposal(steps, extracts, takenMeanwhile).run();
            return true;
        });
        assertThat(exists(full.id())).isFalse();
        assertThat(folder.resolve(place.kommun().toString()).resolve(number + ".zip"))
                .exists();
    }

    @Test
    void aHoldThatIsSetWhileTheDisposalRunsWinsOrComesTooLateCleanly() throws Exception {
        var examples = new CaseExamples(beans);
        var wins = world.aCase(place).ended();
        var late = world.aCase(place).ended();
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(2);
            var outcome = examples.whileUncommitted(
                    () -> holds.hold(place.lead(), wins, "Tvist").orThrow(), () -> disposed(wins));
            assertThat(outcome.get()).isEqualTo(DisposalSteps.Outcome.KEPT);
            var hold = examples.whileUncommitted(() -> disposed(late), () -> holds.hold(place.lead(), late, "Tvist"));
            assertThatThrownBy(hold::get).hasCauseInstanceOf(NotFoundException.class);
            return true;
        });
        assertThat(exists(wins)).isTrue();
        assertThat(exists(late)).isFalse();
    }

    private DisposalSteps.Outcome disposed(CaseId id) {
        return steps.dispose(id, steps.read(id).orElseThrow().asRead());
    }

    @Test
    void whatFailsInTheMiddleLeavesTheWholeCase() throws Exception {
        var full = new FullCase(beans, place).ended();
        var before = new PersonTables(owner).left(full.id(), full.participant());
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            transactions.execute(status -> {
                assertThat(disposed(full.id())).isEqualTo(DisposalSteps.Outcome.DISPOSED);
                status.setRollbackOnly();
                return true;
            });
            return true;
        });
        var after = new HashMap<>(new PersonTables(owner).left(full.id(), full.participant()));
        assertThat(after.remove("disposal_cases")).isEqualTo(1);
        after.remove("journal");
        before.remove("journal");
        assertThat(after).isEqualTo(before);
        assertThat(kept()).isZero();
        inYears(2, () -> {
            disposal.run();
            return true;
        });
        assertThat(exists(full.id())).isFalse();
        assertThat(kept()).isEqualTo(1);
    }

    private int kept() {
        return owner.sql("select count(*) from kept_cases where initiative_id = ?")
                .param(place.initiative().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theDatabaseItselfRefusesAllOtherWays() throws Exception {
        var id = world.aCase(place).ended();
        new se.framsteg.testing.StoryExamples(beans).note(place.caseworker(), id, LocalDate.now(clock), "Står kvar");
        assertThat(asInstallation(() -> dispose(id, ""))).isEqualTo("NOT_APPROVED");
        inYears(2, () -> {
            approve();
            assertThat(asInstallation(() -> dispose(id, "as it never was"))).isEqualTo("CHANGED");
            return true;
        });
        assertThat(asInstallation(() -> dispose(id, "")))
                .as("today its time has not come")
                .isEqualTo("KEPT");
        assertThatThrownBy(() -> transactions.execute(_ -> {
                    asking.by(place.administrator());
                    return dispose(id, "");
                }))
                .hasStackTraceContaining("the installation alone");
        assertThatThrownBy(() -> asInstallation(() -> {
                    jdbc.sql("select set_config('framsteg.disposing', 'on', true)")
                            .query(String.class)
                            .single();
                    return jdbc.sql("delete from note_versions").update();
                }))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asInstallation(() -> jdbc.sql("select count(*) from kept_cases")
                        .query(Integer.class)
                        .single()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> owner.sql(
                                "delete from note_versions where note_id in (select id from notes where case_id = ?)")
                        .param(id.value())
                        .update())
                .hasStackTraceContaining("immutable");
        assertThat(exists(id)).isTrue();
    }

    private <T> T asInstallation(java.util.function.Supplier<T> what) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> {
            asking.by(new Actor.Installation());
            return what.get();
        }));
    }

    private String dispose(CaseId id, String asRead) {
        return jdbc.sql("select dispose_of_case(?, ?)")
                .param(id.value())
                .param(asRead)
                .query(String.class)
                .single();
    }

    @Test
    void aPersonGoesWithTheLastCase() throws Exception {
        var first = new FullCase(beans, place).ended();
        var person = first.participant();
        var second = secondCaseOf(first);
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(2);
            assertThat(disposed(first.id())).isEqualTo(DisposalSteps.Outcome.DISPOSED);
            assertThat(new PersonTables(owner).left(second, person))
                    .containsKeys(
                            "participants", "consents", "consent_answers", "consent_papers", "cases", "referrals");
            assertThat(disposed(second)).isEqualTo(DisposalSteps.Outcome.DISPOSED);
            return true;
        });
        assertThat(new PersonTables(owner).left(second, person).keySet()).containsOnly("journal");
        assertThat(new PersonTables(owner).traces(first.traces())).isEmpty();
    }

    private CaseId secondCaseOf(FullCase first) {
        var id = CaseId.create();
        var referral = UUID.randomUUID();
        owner.sql("""
            insert into referrals select (jsonb_populate_record(f, jsonb_build_object('id', cast(:referral as text)))).*
            from referrals f join cases c on c.referral_id = f.id where c.id = :first\
            """)
                .param("referral", referral)
                .param("first", first.id().value())
                .update();
        owner.sql("""
            insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', cast(:id as text),
              'referral_id', cast(:referral as text), 'number', '2000-' || (10000 + floor(random() * 80000))))).*
            from cases c where c.id = :first\
            """)
                .param("id", id.value())
                .param("referral", referral)
                .param("first", first.id().value())
                .update();
        return id;
    }

    @Test
    void theFollowUpTellsTheSameAfterwards() throws Exception {
        var quarterStart = LocalDate.now(clock).minusMonths(5);
        var ended = lives(quarterStart);
        inYears(2, () -> {
            var quarters = quarters(quarterStart);
            var before = figures(quarters);
            assertThat(approve()).isEqualTo(ended);
            disposal.run();
            assertThat(kept()).isEqualTo(ended);
            assertThat(figures(quarters)).usingRecursiveComparison().isEqualTo(before);
            return true;
        });
    }

    /** Women and men who answered twice; some cases go on and are counted with the others. */
    private int lives(LocalDate start) throws Exception {
        var examples = new CaseExamples(beans);
        var cases = new ArrayList<CaseId>();
        clock.on(start, () -> {
            for (int i = 0; i < 16; i++) {
                var one = world.aCase(place).receivedOn(start.minusDays(2));
                cases.add((i % 2 == 0 ? one : one.ofAMan()).started());
            }
            return true;
        });
        clock.on(start.plusDays(5), () -> answer(examples, cases, Round.Kind.BASELINE, 2));
        clock.on(start.plusMonths(3), () -> answer(examples, cases, Round.Kind.FOLLOW_UP, 4));
        cases.subList(0, 12).forEach(id -> examples.end(place, id));
        return 12;
    }

    private boolean answer(CaseExamples examples, List<CaseId> cases, Round.Kind kind, int step) {
        for (int i = 0; i < cases.size(); i++) {
            var round = examples.rounds(place, cases.get(i)).stream()
                    .map(offered -> offered.round())
                    .filter(one -> one.kind() == kind && one.open(LocalDate.now(clock)))
                    .findFirst()
                    .orElseThrow();
            examples.participantAnswers(round.id(), i % 3 == 0 ? step : 3);
            if (i % 5 != 0) {
                examples.caseworkerAnswers(place, round.id(), step);
            }
        }
        return true;
    }

    private static List<Optional<String>> quarters(LocalDate start) {
        return List.of(start, start.plusMonths(3)).stream()
                .map(day -> Optional.of(day.getYear() + "-K" + ((day.getMonthValue() - 1) / 3 + 1)))
                .toList();
    }

    private List<Object> figures(List<Optional<String>> quarters) {
        var figures = new ArrayList<Object>();
        for (var quarter : quarters) {
            figures.add(followUps.of(place.lead(), place.initiative(), quarter, quarter, "sv"));
        }
        figures.add(followUps.of(place.lead(), place.initiative(), quarters.getFirst(), quarters.getLast(), "sv"));
        return figures;
    }

    @Test
    void whatIsToBeArchivedWaitsForAFolderAndIsThenWrittenForItsOwnerAlone() throws Exception {
        var full = new FullCase(beans, place).ended();
        var number = full.caseNumber();
        retentions
                .set(place.administrator(), 0, new Retentions.Rule(2, CountsFrom.LAST_ENTRY, true, 2))
                .orThrow();
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            disposal.run();
            assertThat(exists(full.id())).as("there is no folder").isTrue();
            assertThat(retentions.see(place.administrator()).waitsForFolder()).isTrue();
            assertThat(new Visitor(port)
                            .signIn(world.email(place.administrator()))
                            .get("/settings/retention")
                            .body())
                    .contains("FRAMSTEG_ARCHIVE_DIR");
            with(folder).run();
            return true;
        });
        assertThat(exists(full.id())).isFalse();
        var written = folder.resolve(place.kommun().toString()).resolve(number + ".zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.getParent())))
                .isEqualTo("rwx------");
        try (var zip = new ZipFile(written.toFile())) {
            var json = new String(
                    zip.getInputStream(zip.getEntry(number + ".json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(json).contains(full.name(), "Håller inte med " + full.word());
            var pdf = zip.getInputStream(zip.getEntry(number + ".pdf")).readAllBytes();
            assertThat(se.framsteg.print.Pdfs.text(pdf)).contains(full.name());
        }
        assertThat(new PersonTables(owner).traces(full.traces())).isEmpty();
    }

    private Disposal with(Path archive) {
        return new Disposal(steps, extracts, new Archive(new ArchiveSettings(archive), files));
    }

    @Test
    void whatWasHeldMeanwhileOrBegunWhenItWasKilledStaysInNoArchive() throws Exception {
        var held = new FullCase(beans, place).ended();
        retentions
                .set(place.administrator(), 0, new Retentions.Rule(2, CountsFrom.LAST_ENTRY, true, 2))
                .orThrow();
        var own = Files.createDirectories(folder.resolve(place.kommun().toString()));
        Files.writeString(own.resolve(".case123.part"), "halv");
        Files.writeString(own.resolve(held.caseNumber() + ".zip"), "från när programmet dödades");
        inYears(2, () -> {
            assertThat(approve()).isEqualTo(1);
            holds.hold(place.lead(), held.id(), "Tvist").orThrow();
            with(folder).run();
            return true;
        });
        assertThat(exists(held.id())).isTrue();
        assertThat(own).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "200", "två", "", "1", "-5", "99999999999"})
    void yearsThatCanNotBeAreToldAtTheirFieldAndNothingIsSaved(String years) {
        var page = new Visitor(port)
                .signIn(world.email(place.administrator()))
                .post("/settings/retention", Map.of("years", years, "countsFrom", "END", "version", "0"));
        assertThat(page.body()).contains("Skriv ett helt tal från 2 till 100.");
        assertThat(page.body()).contains("value=\"" + years + "\"");
        assertThat(retentions.see(place.administrator()).rule().byDefault()).isTrue();
    }

    @Test
    void theFormsSayWhatIsMissing() throws Exception {
        world.aCase(place).ended();
        var visitor = new Visitor(port).signIn(world.email(place.administrator()));
        refused(visitor, "", Map.of("years", "3", "version", "0"), "Välj från när åren räknas.");
        refused(visitor, "/approve", Map.of("list", "x"), "Kryssa i att du har gått igenom listan.");
        refused(visitor, "/approve", Map.of("list", "x", "approved", "true"), "Listan har ändrats");
        refused(
                visitor,
                "/hold",
                Map.of("number", "2026-9999", "reason", ""),
                "Skriv varför ärendet ska sparas längre.");
        refused(
                visitor,
                "/hold",
                Map.of("number", "x' or 1=1", "reason", "Tvist"),
                "Det finns inget avslutat ärende med det numret");
    }

    private static void refused(Visitor visitor, String form, Map<String, String> typed, String why) {
        var answer = visitor.post("/settings/retention" + form, typed);
        assertThat(answer.statusCode()).as(form).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }
}
