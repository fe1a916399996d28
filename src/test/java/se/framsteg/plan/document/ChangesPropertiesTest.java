package se.framsteg.plan.document;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plan.Part;
import se.framsteg.plan.document.PlanContent.Effort;
import se.framsteg.plan.document.PlanContent.Goal;
import se.framsteg.plan.document.PlanContent.Next;
import se.framsteg.plan.document.PlanContent.Party;

class ChangesPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

    private static <T> Arbitrary<T> one(List<T> some) {
        return Arbitraries.of(some);
    }

    private static UUID uuid(int number) {
        return new UUID(0, number);
    }

    private static Arbitrary<Goal> goals() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Plan.Term.values()),
                        Arbitraries.of(LifeArea.WORK, LifeArea.HOUSING).optional(),
                        one(List.of("Ett arbete", "Bo själv")),
                        Arbitraries.of(Plan.Goal.State.values()))
                .as((id, term, area, words, state) -> new Goal(new GoalId(uuid(id)), term, area, words, state));
    }

    private static Arbitrary<Effort> efforts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers()
                                .between(1, 3)
                                .map(id -> new GoalId(uuid(id)))
                                .optional(),
                        one(List.of("Praktik", "Samtal")),
                        Arbitraries.of(Plan.ByWhom.values()),
                        one(List.of("Kommunen", "Regionen")).optional(),
                        one(List.of("", "Karin")),
                        Arbitraries.integers().between(0, 2).map(DAY::plusDays).optional(),
                        Arbitraries.of(Plan.Effort.State.values()))
                .as((id, goal, what, by, party, who, due, state) -> new Effort(
                        new EffortId(uuid(id)),
                        goal,
                        Optional.empty(),
                        what,
                        by,
                        party.map(name -> new Party(name, OrganisationKind.KOMMUN)),
                        who,
                        due,
                        state));
    }

    @Provide
    Arbitrary<PlanContent> contents() {
        var texts = Arbitraries.maps(Arbitraries.of(Part.values()), one(List.of("Ja", "Nej")))
                .ofMaxSize(4);
        var next = Arbitraries.integers().between(0, 2).map(days -> new Next(DAY.plusDays(days), LocalTime.of(9, 0)));
        return Combinators.combine(
                        texts,
                        goals().list().uniqueElements(Goal::id).ofMaxSize(3),
                        efforts().list().uniqueElements(Effort::id).ofMaxSize(3),
                        one(List.of("", "Karin")),
                        one(List.of("Kommunen", "Regionen")).optional(),
                        one(List.of("", "Min syster")),
                        next.optional())
                .as((words, goals, efforts, coordinator, overall, mayHave, at) -> new PlanContent(
                        Plan.Kind.SIP,
                        DAY,
                        words,
                        goals,
                        efforts,
                        coordinator,
                        "",
                        overall.map(name -> new Party(name, OrganisationKind.REGION)),
                        mayHave,
                        List.of(),
                        at));
    }

    /** All that lasts from one meeting to the next, whatever the order. */
    private record Lasting(
            Map<Part, String> texts,
            Set<Goal> goals,
            Set<Effort> efforts,
            Map<Change.Field, String> head,
            Optional<Next> next) {
        static Lasting of(PlanContent content) {
            var texts = new HashMap<>(content.texts());
            texts.keySet().removeAll(PlanContent.OF_ONE_MEETING);
            var head = new EnumMap<Change.Field, String>(Change.Field.class);
            head.put(Change.Field.COORDINATOR, content.coordinator());
            head.put(Change.Field.OVERALL, content.overall().map(Party::name).orElse(""));
            head.put(Change.Field.MAY_HAVE, content.mayHave());
            return new Lasting(
                    texts, new HashSet<>(content.goals()), new HashSet<>(content.efforts()), head, content.next());
        }

        Lasting with(Change change) {
            var texts = new HashMap<>(this.texts);
            var goals = new HashSet<>(this.goals);
            var efforts = new HashSet<>(this.efforts);
            var head = new EnumMap<>(this.head);
            var next = this.next;
            switch (change) {
                case Change.Text text -> {
                    assertThat(texts.getOrDefault(text.part(), "")).isEqualTo(text.before());
                    texts.put(text.part(), text.after());
                    texts.values().removeIf(String::isEmpty);
                }
                case Change.OfGoal goal -> {
                    goal.before().ifPresent(one -> assertThat(goals.remove(one)).isTrue());
                    goal.after().ifPresent(goals::add);
                }
                case Change.OfEffort effort -> {
                    effort.before()
                            .ifPresent(one -> assertThat(efforts.remove(one)).isTrue());
                    effort.after().ifPresent(efforts::add);
                }
                case Change.Head field -> {
                    assertThat(head.get(field.field())).isEqualTo(field.before());
                    head.put(field.field(), field.after());
                }
                case Change.OfNext at -> next = at.after();
            }
            return new Lasting(texts, goals, efforts, head, next);
        }
    }

    @Property(tries = 500)
    void thereIsNoChangeExactlyIfAllThatLastsIsTheSame(
            @ForAll("contents") PlanContent before, @ForAll("contents") PlanContent after) {
        assertThat(Changes.between(before, before)).isEmpty();
        assertThat(Changes.between(before, after).isEmpty())
                .isEqualTo(Lasting.of(before).equals(Lasting.of(after)));
    }

    @Property(tries = 500)
    void whatChangedMakesTheOneOfTheOther(
            @ForAll("contents") PlanContent before, @ForAll("contents") PlanContent after) {
        var made = Lasting.of(before);
        for (var change : Changes.between(before, after)) {
            made = made.with(change);
        }
        assertThat(made).isEqualTo(Lasting.of(after));
    }

    @Property(tries = 300)
    void eachIsToldOnceAndBackwardsIsTheOpposite(
            @ForAll("contents") PlanContent before, @ForAll("contents") PlanContent after) {
        var forth = counted(Changes.between(before, after));
        var back = counted(Changes.between(after, before));
        assertThat(forth.getOrDefault(Change.How.ADDED, 0)).isEqualTo(back.getOrDefault(Change.How.GONE, 0));
        assertThat(new ArrayList<>(Changes.between(before, after))).doesNotHaveDuplicates();
    }

    private static Map<Change.How, Integer> counted(List<Change> changes) {
        return changes.stream().collect(toMap(Change::how, _ -> 1, Integer::sum));
    }
}
