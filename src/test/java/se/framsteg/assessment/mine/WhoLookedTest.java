package se.framsteg.assessment.mine;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.Rounds;
import se.framsteg.audit.Who;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

@FramstegTest
class WhoLookedTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private WhoLooked whoLooked;

    @Autowired
    private Rounds rounds;

    @Autowired
    private OwnerSql jdbc;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId baseline;

    @BeforeEach
    void startedCase() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        baseline = examples.baseline(place, caseId);
    }

    private Actor.Respondent participant() {
        return new Actor.Respondent(baseline, false);
    }

    private WhoLooked.Told told() {
        return whoLooked.about(participant(), Optional.empty());
    }

    private static Stream<WhoLooked.By> staff(WhoLooked.Day day) {
        return day.by().stream().filter(by -> by.kind() == Who.Kind.STAFF);
    }

    private Set<Look> looks(Actor.Staff who) {
        return staff(told().days().getFirst())
                .filter(by -> by.colleague().orElseThrow().name().equals(who.name()))
                .map(WhoLooked.By::looks)
                .findFirst()
                .orElse(Set.of());
    }

    @Test
    void aLookIsToldWithNameAndOrganisationAndWhatItWas() {
        assertThat(looks(place.lead())).doesNotContain(Look.SAW_STEPS);
        rounds.of(place.lead(), caseId);
        assertThat(looks(place.lead())).contains(Look.SAW_STEPS);
        var organisation = jdbc.sql("select name from organisations where id = ?")
                .param(place.lead().organisation().value())
                .query(String.class)
                .single();
        assertThat(staff(told().days().getFirst())
                        .map(by -> by.colleague().orElseThrow().organisation()))
                .containsOnly(organisation);
    }

    @Test
    void theOwnLookIsToldAsTheParticipantsOwn() {
        told();
        assertThat(told().days().getFirst().by())
                .anySatisfy(by -> assertThat(by.kind()).isEqualTo(Who.Kind.RESPONDENT));
    }

    @Test
    void whatConcernsSomebodyElseIsNotTold() {
        var other = examples.started(place);
        rounds.of(place.lead(), other);
        assertThat(looks(place.lead())).doesNotContain(Look.SAW_STEPS);
    }

    @Test
    void everyDayIsToldOnceThoughTheyTakeSeveralPages() throws Exception {
        var today = LocalDate.now(clock);
        for (int i = 1; i <= 70; i++) {
            clock.on(today.plusDays(i), () -> rounds.of(place.caseworker(), caseId));
        }
        var days = new ArrayList<LocalDate>();
        var page = whoLooked.about(participant(), Optional.of(today.plusDays(100)));
        while (page.earlier().isPresent()) {
            days.addAll(daysOf(page));
            page = whoLooked.about(participant(), page.earlier());
        }
        days.addAll(daysOf(page));
        assertThat(days).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(71).isSortedAccordingTo(reverseOrder());
    }

    private static List<LocalDate> daysOf(WhoLooked.Told page) {
        return page.days().stream().map(WhoLooked.Day::on).toList();
    }

    @Test
    void onADeviceThatWasHandedOverNothingIsTold() {
        assertThatThrownBy(() -> whoLooked.about(new Actor.Respondent(baseline, true), Optional.empty()))
                .isInstanceOf(NotFoundException.class);
    }
}
