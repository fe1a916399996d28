package se.framsteg.statistics.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.contact.Contact;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.employment.EmploymentOverview.Cohort;
import se.framsteg.statistics.employment.EmploymentOverview.Column;
import se.framsteg.statistics.employment.EmploymentOverview.Counted;
import se.framsteg.statistics.employment.EmploymentOverview.Diversity;
import se.framsteg.statistics.employment.EmploymentOverview.Measure;
import se.framsteg.statistics.employment.EmploymentOverview.Median;
import se.framsteg.statistics.employment.EmploymentOverview.Value;
import se.framsteg.testing.ACase;
import se.framsteg.testing.ContactExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.World;

/** Women and men of whom some have jobs, begun so long ago that it is told how soon. */
@FramstegTest
class EmploymentOverviewTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    EmploymentOverviews overviews;

    @Autowired
    OwnerSql owner;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    private CaseId begun(ACase aCase, int daysAgo) {
        var id = aCase.started();
        owner.sql("update cases set accepted_on = :day, started_on = :day where id = :id")
                .param("day", today.minusDays(daysAgo))
                .param("id", id.value())
                .update();
        return id;
    }

    private List<CaseId> women(int number, int daysAgo) {
        return IntStream.range(0, number)
                .mapToObj(_ -> begun(world.aCase(place), daysAgo))
                .toList();
    }

    private List<CaseId> men(int number, int daysAgo) {
        return IntStream.range(0, number)
                .mapToObj(_ -> begun(world.aCase(place).ofAMan(), daysAgo))
                .toList();
    }

    private void work(List<CaseId> people, String employer, int fromDaysAgo, String occupation) {
        for (var id : people) {
            var job = new StoryExamples(beans).job(place.caseworker(), id, employer, today.minusDays(fromDaysAgo));
            owner.sql("update employments set occupation = :occupation where id = :id")
                    .param("occupation", occupation)
                    .param("id", job.value())
                    .update();
        }
    }

    private EmploymentOverview seen() {
        return overviews.of(place.lead(), place.initiative(), Optional.empty(), Optional.empty());
    }

    private static Counted counted(EmploymentOverview view, Cohort cohort, Measure measure) {
        return view.counts().stream()
                .filter(one -> one.cohort() == cohort && one.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLeadSeesJobsByMarketAndSexAndHowSoonAndHowDifferentTheyAre() {
        var women = women(10, 30);
        var men = men(10, 30);
        work(women.subList(0, 5), "Lagerhuset", 20, "432");
        work(men.subList(0, 5), "Kafé Linden", 10, "941");
        for (var id : women) {
            new ContactExamples(beans)
                    .log(
                            place.caseworker(),
                            Optional.empty(),
                            ContactExamples.details(Contact.Kind.EMPLOYER, Contact.Place.COMMUNITY, 30),
                            id);
        }
        for (var id : men) {
            new ContactExamples(beans)
                    .log(
                            place.caseworker(),
                            Optional.empty(),
                            ContactExamples.details(Contact.Kind.EMPLOYER, Contact.Place.PHONE, 30),
                            id);
        }
        var view = seen();
        var now = counted(view, Cohort.ALL, Measure.NOW);
        assertThat(now.columns()).containsExactly(Column.OPEN, Column.OTHER_JOB, Column.NO_JOB);
        assertThat(now.rows())
                .containsExactly(
                        new Figures(Group.ALL, List.of(10, 0, 10)),
                        new Figures(Group.WOMEN, List.of(5, 0, 5)),
                        new Figures(Group.MEN, List.of(5, 0, 5)));
        assertThat(counted(view, Cohort.ALL, Measure.SOME).rows()).isEqualTo(now.rows());
        assertThat(view.medians())
                .contains(
                        new Median(Value.TO_JOB, Group.WOMEN, 10),
                        new Median(Value.TO_JOB, Group.MEN, 20),
                        new Median(Value.TO_CONTACT, Group.WOMEN, 30),
                        new Median(Value.LONGEST, Group.MEN, 11))
                .doesNotContain(new Median(Value.TO_CONTACT, Group.MEN, 30));
        assertThat(view.diversities())
                .containsExactly(
                        new Diversity(Diversity.Of.OCCUPATIONS, Group.ALL, 10, 2),
                        new Diversity(Diversity.Of.EMPLOYERS, Group.ALL, 10, 2));
    }

    @Test
    void aFewJobsOffTheOpenMarketAreToldTogetherWithTheOthers() {
        var women = women(12, 30);
        work(women.subList(0, 7), "Lagerhuset", 20, "432");
        owner.sql("update employments set social_enterprise = true where case_id in (:cases)")
                .param("cases", women.subList(0, 2).stream().map(CaseId::value).toList())
                .update();
        var now = counted(seen(), Cohort.ALL, Measure.NOW);
        assertThat(now.columns()).containsExactly(Column.JOB, Column.NO_JOB);
        assertThat(now.rows()).contains(new Figures(Group.ALL, List.of(7, 5)));
        assertThat(seen().diversities()).isEmpty();
    }

    @Test
    void aTableIsHeldBackWhereASubtractionWouldTellOfAFew() {
        var old = women(10, 200);
        work(old.subList(0, 5), "Lagerhuset", 20, "432");
        women(3, 30);
        var view = seen();
        assertThat(counted(view, Cohort.ALL, Measure.NOW).rows()).contains(new Figures(Group.ALL, List.of(5, 0, 8)));
        assertThat(counted(view, Cohort.SIX, Measure.NOW).rows())
                .as("13 less 10")
                .isEmpty();
        women(2, 30);
        assertThat(counted(seen(), Cohort.SIX, Measure.NOW).rows()).contains(new Figures(Group.ALL, List.of(5, 0, 5)));
    }

    @Test
    void aJobThatEndedInThePeriodIsOneInItAndTellsNothingOfAFewWhoLostTheirs() {
        var women = women(20, 60);
        work(women.subList(0, 10), "Lagerhuset", 20, "432");
        owner.sql("update employments set to_on = :to, end_reason = 'HEALTH' where case_id in (:cases)")
                .param("to", today.minusDays(1))
                .param("cases", women.subList(0, 3).stream().map(CaseId::value).toList())
                .update();
        var view = seen();
        assertThat(counted(view, Cohort.ALL, Measure.NOW).rows()).contains(new Figures(Group.ALL, List.of(7, 0, 13)));
        assertThat(counted(view, Cohort.ALL, Measure.SOME).rows()).isEmpty();
    }

    @Test
    void whoTheLeadDoesNotReachIsNotCountedAndOthersHaveNoSuchPage() {
        women(6, 30);
        begun(world.aCase(place).protectedIdentity(), 30);
        owner.sql("delete from named_access where participant_id in (select participant_id from cases where"
                        + " initiative_id = ?)")
                .param(place.initiative().value())
                .update();
        assertThat(counted(seen(), Cohort.ALL, Measure.NOW).rows()).contains(new Figures(Group.ALL, List.of(0, 0, 6)));
        for (var other :
                List.of(place.caseworker(), place.officer(), world.place().lead())) {
            assertThatThrownBy(() -> overviews.of(other, place.initiative(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}
