package se.framsteg.consent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/**
 * Of random histories of asking, refusing, withdrawing, narrowing and renewing: what is open to whom is the same in the ledger, in
 * the database that locks by it, and in a small model; and what was open at each moment of the past is told the same ever after.
 */
@FramstegTest
class LedgerPropertiesTest {
    private static final int TRIES = 30;
    private static final List<Kind> KINDS = List.of(Kind.IDENTITY, Kind.PLAN, Kind.NOTES, Kind.HEALTH);

    @Autowired
    private World world;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private Consents consents;

    @Autowired
    private Cases cases;

    @Autowired
    private Guard guard;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @Autowired
    private EmbeddedPostgres database;

    private enum Deed {
        GIVE,
        REFUSE,
        WITHDRAW,
        NARROW,
        RENEW,
        WAIT
    }

    /**
     * Something that happens.
     *
     * @param which of the consents there are, or of the organisations
     * @param days for how long a yes is, or how long is waited
     * @param ago how many days before it is recorded it was said
     */
    private record Step(Deed deed, int which, Set<Kind> kinds, int days, int ago) {}

    private static Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(KINDS).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    /** What the model knows of a yes. */
    private record Yes(OrganisationId to, Set<Kind> kinds, LocalDate from, LocalDate until) {
        boolean opens(OrganisationId organisation, LocalDate day) {
            return to.equals(organisation) && !from.isAfter(day) && !until.isBefore(day);
        }
    }

    private record Observed(Instant at, OrganisationId organisation, Set<Kind> open) {}

    @Test
    void ledgerDatabaseAndModelNeverDiffer() throws SQLException {
        var place = world.place();
        var colleagues = new LinkedHashMap<OrganisationId, Actor.Staff>();
        for (var kind : List.of(OrganisationKind.FK, OrganisationKind.REGION)) {
            var organisation = world.organisation(place.association(), kind + " Prov", kind);
            colleagues.put(organisation, world.person(organisation, "Kim Kollega", Role.TEAM_MEMBER));
        }
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            JqwikSession.run(() -> histories().sampleStream().limit(TRIES).forEach(history -> {
                var id = new CaseExamples(beans).started(place);
                colleagues.values().forEach(one -> new ConsentExamples(beans).name(place.caseworker(), id, one));
                new Run(place.caseworker(), id, colleagues, connection).live(history);
            }));
        }
    }

    /** One history in one case. */
    private final class Run {
        private final Actor.Staff caseworker;
        private final CaseId id;
        private final Map<OrganisationId, Actor.Staff> colleagues;
        private final List<OrganisationId> organisations;
        private final Connection connection;
        private final ConsentExamples examples = new ConsentExamples(beans);
        /** In the order in which they were asked; empty for what is no yes any more. */
        private final Map<ConsentId, Optional<Yes>> model = new LinkedHashMap<>();

        /** When the latest of the last answers about each organisation was said. */
        private final Map<OrganisationId, LocalDate> lastSaid = new LinkedHashMap<>();

        private final Map<ConsentId, Integer> numbers = new LinkedHashMap<>();
        private final List<Observed> observed = new ArrayList<>();
        private Duration passed = Duration.ZERO;

        Run(Actor.Staff caseworker, CaseId id, Map<OrganisationId, Actor.Staff> colleagues, Connection connection) {
            this.caseworker = caseworker;
            this.id = id;
            this.colleagues = colleagues;
            this.organisations = List.copyOf(colleagues.keySet());
            this.connection = connection;
        }

        void live(List<Step> history) {
            for (var step : history) {
                passed = passed.plusMinutes(7);
                then(() -> take(step));
                then(() -> compare(history.toString()));
            }
            then(() -> remember(history.toString()));
        }

        private void then(Runnable what) {
            try {
                clock.later(passed, () -> {
                    what.run();
                    return true;
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private void take(Step step) {
            switch (step.deed()) {
                case GIVE, REFUSE -> ask(step);
                case WAIT -> passed = passed.plusDays(step.days());
                default -> {
                    if (!model.isEmpty()) {
                        change(step, List.copyOf(model.keySet()).get(step.which() % model.size()));
                    }
                }
            }
        }

        private void ask(Step step) {
            var to = organisations.get(step.which() % organisations.size());
            var said = examples.today().minusDays(step.ago());
            var until = examples.today().plusDays(step.days());
            var yes = step.deed() == Deed.GIVE;
            var asked = new Sheet.Asked(ConsentId.create(), new Recipient.Organisation(to), yes, step.kinds());
            var sheet = new Sheet(examples.spoken(said), "Planera", Optional.of(until), List.of(asked));
            if (yes && said.isBefore(lastSaid.getOrDefault(to, said))) {
                assertThat(consents.record(caseworker, id, sheet)).isInstanceOf(Result.Refused.class);
                return;
            }
            consents.record(caseworker, id, sheet).orThrow();
            endAll(to, said);
            model.put(asked.id(), yes ? Optional.of(new Yes(to, step.kinds(), said, until)) : Optional.empty());
            numbers.put(asked.id(), 1);
        }

        /** A new answer about an organisation takes the place of every yes about it. */
        private void endAll(OrganisationId to, LocalDate said) {
            model.replaceAll((consent, before) -> {
                var ends = before.filter(yes -> yes.to().equals(to)).isPresent();
                numbers.computeIfPresent(consent, (_, number) -> ends ? number + 1 : number);
                return ends ? Optional.empty() : before;
            });
            lastSaid.merge(to, said, (one, other) -> one.isAfter(other) ? one : other);
        }

        private void change(Step step, ConsentId consent) {
            var number = numbers.getOrDefault(consent, 0);
            var before = model.getOrDefault(consent, Optional.empty());
            var after = before.flatMap(yes -> after(step, yes));
            var done = result(step, consent, number, after) instanceof Result.Done<?>;
            assertThat(done)
                    .as("%s of %s at %s", step, before, examples.today())
                    .isEqualTo(before.filter(yes -> possible(step.deed(), yes, after))
                            .isPresent());
            if (done) {
                model.put(consent, after);
                lastSaid.put(before.orElseThrow().to(), examples.today());
                numbers.put(consent, number + 1);
            }
        }

        private Optional<Yes> after(Step step, Yes before) {
            var today = examples.today();
            return switch (step.deed()) {
                case WITHDRAW -> Optional.empty();
                case NARROW ->
                    Optional.of(new Yes(before.to(), common(before.kinds(), step.kinds()), today, before.until()));
                default -> Optional.of(new Yes(before.to(), before.kinds(), today, today.plusDays(step.days())));
            };
        }

        private Result<ConsentId> result(Step step, ConsentId consent, int number, Optional<Yes> after) {
            var given = examples.spoken();
            return switch (step.deed()) {
                case WITHDRAW -> consents.withdraw(caseworker, id, consent, number, given);
                case NARROW -> {
                    var kept = after.map(Yes::kinds).orElse(Set.of());
                    yield consents.narrow(caseworker, id, consent, number, kept, given);
                }
                default -> {
                    var until = examples.today().plusDays(step.days());
                    yield consents.renew(caseworker, id, consent, number, until, given);
                }
            };
        }

        private static Set<Kind> common(Set<Kind> one, Set<Kind> other) {
            var common = EnumSet.noneOf(Kind.class);
            common.addAll(one);
            common.retainAll(other);
            return common;
        }

        private boolean possible(Deed deed, Yes before, Optional<Yes> after) {
            return switch (deed) {
                case NARROW ->
                    !before.until().isBefore(examples.today())
                            && after.filter(yes -> !yes.kinds().isEmpty()
                                            && yes.kinds().size()
                                                    < before.kinds().size())
                                    .isPresent();
                case RENEW ->
                    after.filter(yes -> yes.until().isAfter(before.until())).isPresent();
                default -> true;
            };
        }

        private Set<Kind> modelled(OrganisationId organisation) {
            var open = EnumSet.noneOf(Kind.class);
            model.values().stream()
                    .flatMap(Optional::stream)
                    .filter(yes -> yes.opens(organisation, examples.today()))
                    .forEach(yes -> open.addAll(yes.kinds()));
            return open;
        }

        private void compare(String history) {
            for (var organisation : organisations) {
                var expected = modelled(organisation);
                assertThat(inLedger(organisation)).as(history).isEqualTo(expected);
                var colleague = requireNonNull(colleagues.get(organisation));
                assertThat(inDatabase(colleague)).as(history).isEqualTo(expected);
                observed.add(new Observed(clock.instant(), organisation, expected));
            }
        }

        private Set<Kind> inLedger(OrganisationId organisation) {
            return requireNonNull(transactions.execute(_ -> {
                guard.admit(caseworker, Action.SEE_CONSENTS, id);
                return consents.openNow(cases.facts(id).orElseThrow(), organisation);
            }));
        }

        /** Later, from the ledger alone: what was seen at each moment then, and by the day. */
        private void remember(String history) {
            for (var one : observed) {
                var at = one.at().atZone(Time.SWEDEN);
                assertThat(told(one, Optional.of(at.toLocalTime())))
                        .as("%s at %s", history, at)
                        .isEqualTo(one.open());
                assertThat(told(one, Optional.empty()))
                        .as("%s on %s", history, at)
                        .containsAll(one.open());
            }
        }

        private Set<Kind> told(Observed one, Optional<LocalTime> time) {
            var day = one.at().atZone(Time.SWEDEN).toLocalDate();
            return consents.seen(caseworker, id, one.organisation(), day, time)
                    .orThrow()
                    .open()
                    .keySet();
        }

        private Set<Kind> inDatabase(Actor.Staff colleague) {
            try {
                ask(colleague);
                var opened = inView(colleague);
                connection.commit();
                return opened;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void ask(Actor.Staff colleague) throws SQLException {
            try (var asking = connection.prepareStatement("select set_config('framsteg.asking', ?, true)")) {
                asking.setString(1, "STAFF " + colleague.id() + " " + clock.instant());
                asking.execute();
            }
        }

        private Set<Kind> inView(Actor.Staff colleague) throws SQLException {
            var opened = EnumSet.noneOf(Kind.class);
            try (var view = connection.prepareStatement(
                    "select kind from opened_by_consent where case_id = ? and staff_id = ?")) {
                view.setObject(1, id.value());
                view.setObject(2, colleague.id().value());
                try (var rows = view.executeQuery()) {
                    while (rows.next()) {
                        opened.add(Kind.valueOf(rows.getString("kind")));
                    }
                }
            }
            return opened;
        }
    }
}
