package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

@FramstegTest
class ReferralsTest {
    @Autowired
    World world;

    @Autowired
    Referrals referrals;

    @Autowired
    Cases cases;

    @Autowired
    OwnerSql jdbc;

    private World.Place place;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @BeforeEach
    void place() {
        place = world.place();
    }

    private Decision accept(StaffId caseworker) {
        return new Decision(ReferralState.ACCEPTED, "", Optional.of(caseworker), today);
    }

    private static Decision waiting(String reason, LocalDate on) {
        return new Decision(ReferralState.WAITING, reason, Optional.empty(), on);
    }

    private static List<String> keys(Result<?> result) {
        return result instanceof Result.Refused<?>(var reasons)
                ? reasons.stream().map(Result.Refusal::key).toList()
                : List.of(result.toString());
    }

    @Test
    void theLeadSeesWhatWaitsOldestFirst() {
        world.aCase(place)
                .called("Senare Person")
                .receivedOn(today.minusDays(3))
                .referred();
        world.aCase(place)
                .called("Tidigare Person")
                .receivedOn(today.minusDays(9))
                .referred();
        assertThat(referrals.list(place.lead(), Optional.empty(), 1).rows())
                .extracting(ReferralRow::name, ReferralRow::days)
                .containsExactly(tuple("Tidigare Person", 9L), tuple("Senare Person", 3L));
    }

    @Test
    void theSameFormTwiceMakesOneReferral() {
        var referral = world.aCase(place).referral();
        assertThat(referrals.register(place.caseworker(), referral).orThrow()).isEqualTo(referral.id());
        assertThat(referrals.register(place.caseworker(), referral).orThrow()).isEqualTo(referral.id());
        assertThat(referrals.list(place.lead(), Optional.empty(), 1).rows()).hasSize(1);
        assertThatThrownBy(() -> referrals.register(place.otherCaseworker(), referral))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theSameFormSentTwiceAtOnceMakesOneReferral() throws Exception {
        var referral = world.aCase(place).referral();
        together(8, i -> referrals.register(place.caseworker(), referral).orThrow());
        assertThat(jdbc.sql("select count(*) from participants where organisation_id = ?")
                        .param(place.kommun().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void daysThatHaveNotBeenAreRefused() {
        var good = world.aCase(place).referral();
        var late = new NewReferral(
                good.id(),
                good.initiative(),
                good.person(),
                today.plusDays(1),
                good.source(),
                good.sourceName(),
                good.party(),
                good.reason(),
                "",
                today.plusDays(1),
                good.named());
        assertThat(keys(referrals.register(place.caseworker(), late)))
                .containsExactly("referral.received.future", "referral.agreed.future");
    }

    @Test
    void aReferralThatWaitsKeepsItsReasonAndCanBeAcceptedLater() {
        var id = world.aCase(place).receivedOn(today.minusDays(5)).referred();
        assertThat(keys(referrals.decide(place.lead(), id, 0, waiting(" ", today))))
                .containsExactly("decision.reason.required");
        referrals
                .decide(place.lead(), id, 0, waiting("Fullt till våren", today))
                .orThrow();
        assertThat(referrals.see(place.lead(), id).decisions())
                .extracting(ReferralView.Decided::reason, ReferralView.Decided::by)
                .containsExactly(tuple("Fullt till våren", "Lena Ledare"));
        assertThat(referrals
                        .decide(place.lead(), id, 1, accept(place.caseworker().id()))
                        .orThrow())
                .isPresent();
    }

    @Test
    void aDecisionIsNotMadeBeforeTheReferralCameNorAfterToday() {
        var id = world.aCase(place).receivedOn(today.minusDays(5)).referred();
        assertThat(keys(referrals.decide(place.lead(), id, 0, waiting("x", today.minusDays(6)))))
                .containsExactly("decision.too-early");
        assertThat(keys(referrals.decide(place.lead(), id, 0, waiting("x", today.plusDays(1)))))
                .containsExactly("decision.future");
    }

    @Test
    void onlyACaseworkerOfTheOwnerCanGetTheCase() {
        var id = world.aCase(place).referred();
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var outsider = world.person(region, "Utom Stående", Role.CASEWORKER);
        for (var wrong : List.of(outsider.id(), place.officer().id(), StaffId.create())) {
            assertThat(keys(referrals.decide(place.lead(), id, 0, accept(wrong))))
                    .containsExactly("decision.caseworker.required");
        }
    }

    @Test
    void twoLeadsWhoDecideAtOnceMakeOneCase() throws Exception {
        var id = world.aCase(place).referred();
        var results = together(
                6,
                i -> referrals.decide(
                        place.lead(), id, 0, accept(place.caseworker().id())));
        assertThat(results).filteredOn(Result.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.Stale.class::isInstance).hasSize(5);
        assertThat(cases.list(place.lead(), CaseFilter.ALL, "", 1).rows()).hasSize(1);
    }

    @Test
    void casesAcceptedAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
        var ids = IntStream.range(0, 12)
                .mapToObj(i -> world.aCase(place).referred())
                .toList();
        together(
                12,
                i -> referrals
                        .decide(
                                place.lead(),
                                ids.get(i),
                                0,
                                accept(place.caseworker().id()))
                        .orThrow());
        assertThat(cases.list(place.lead(), CaseFilter.ALL, "", 1).rows())
                .extracting(row -> row.frame().number())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> "%d-%04d".formatted(today.getYear(), n))
                        .toList());
    }

    @Test
    void theSameIdentityNumberIsToldOnlyWhereTheViewerLeads() {
        var number = TestIdentityNumbers.published().men().get(3);
        var otherLead = world.person(place.kommun(), "Annan Ledare", Role.LEAD);
        var other = world.initiative(place.association(), place.kommun(), "En annan insats", otherLead);
        world.aCase(place).with(number).in(other, otherLead).referred();
        var here = world.aCase(place).with(number).accepted();
        var id = world.aCase(place).with(number).referred();
        assertThat(referrals.see(place.lead(), id).others())
                .extracting(ReferralRow::initiativeName)
                .containsExactly("Provinsatsen");
        assertThat(cases.see(place.lead(), here).brought().referral()).isNotEqualTo(id);
        assertThat(referrals.see(place.caseworker(), id).others()).isEmpty();
    }

    @Test
    void aForgedIdAnswersLikeSomethingThatIsNotThere() {
        var elsewhere = world.place();
        var id = world.aCase(elsewhere).referred();
        for (var stranger : List.of(
                place.lead(), place.caseworker(), place.officer(), elsewhere.officer(), elsewhere.administrator())) {
            assertThatThrownBy(() -> referrals.see(stranger, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> referrals.decide(stranger, id, 0, waiting("x", today)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> referrals.see(place.lead(), ReferralId.create()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> referrals.register(
                        place.caseworker(), world.aCase(elsewhere).referral()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        referrals.register(place.officer(), world.aCase(place).referral()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theRegistrantFollowsTheReferralUntilItIsDecided() {
        var id = world.aCase(place).of(place.otherCaseworker()).referred();
        assertThat(referrals.see(place.otherCaseworker(), id).decidable()).isFalse();
        referrals.decide(place.lead(), id, 0, accept(place.caseworker().id())).orThrow();
        assertThatThrownBy(() -> referrals.see(place.otherCaseworker(), id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void eachPersonListedIsARowInTheJournal() {
        world.aCase(place).referred();
        world.aCase(place).referred();
        var before = journaled(place.lead(), "LIST_REFERRAL");
        referrals.list(place.lead(), Optional.empty(), 1);
        assertThat(journaled(place.lead(), "LIST_REFERRAL") - before).isEqualTo(2);
    }

    private int journaled(Actor.Staff who, String action) {
        return jdbc.sql("select count(*) from journal where actor_id = ? and action = ? and participant_id is not null")
                .param(who.id().value())
                .param(action)
                .query(Integer.class)
                .single();
    }

    private interface Numbered<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> together(int times, Numbered<T> what) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var tasks = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<T>) () -> what.run(i))
                    .toList();
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }

    @Test
    void acceptingOpensACaseThatAwaitsItsStart() {
        CaseId id = world.aCase(place).accepted();
        var view = cases.see(place.caseworker(), id);
        assertThat(view.facts().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(view.caseworker()).isEqualTo("Hanna Handläggare");
        assertThat(view.changesOfCaseworker()).isZero();
    }
}
