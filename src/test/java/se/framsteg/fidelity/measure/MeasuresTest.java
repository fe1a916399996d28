package se.framsteg.fidelity.measure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.fidelity.FidelityExamples;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.unit.CareTeamId;
import se.framsteg.fidelity.unit.CareTeams;
import se.framsteg.fidelity.unit.LogReviewId;
import se.framsteg.fidelity.unit.Units;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** What is worked out from a small unit over ten weeks, counted by hand beside it. */
@FramstegTest
class MeasuresTest {
    private static final int TEN_WEEKS = 70;

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Measures measures;

    @Autowired
    Units units;

    @Autowired
    CareTeams careTeams;

    @Autowired
    OwnerSql owner;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private FidelityExamples examples;
    private World.Place place;
    private CaseId anna;
    private CaseId bo;
    private CaseId cilla;

    /** One specialist of full time with two people, one of half time with one; and one person with somebody who is none. */
    @BeforeEach
    void aUnit() {
        examples = new FidelityExamples(beans);
        place = world.place();
        examples.specialist(place, place.caseworker(), 100);
        examples.specialist(place, place.otherCaseworker(), 50);
        anna = examples.since(place, place.caseworker(), 300);
        bo = examples.since(place, place.caseworker(), 60);
        cilla = examples.since(place, place.otherCaseworker(), 20);
    }

    private Measured measured(Measure measure) {
        return of(all(), measure);
    }

    private Map<Measure, Measured> all() {
        return requireNonNull(transactions.execute(_ -> {
            asking.by(place.lead());
            return measures.of(
                    place.initiative(), new Window(today.minusDays(TEN_WEEKS - 1), today), List.of(Measure.values()));
        }));
    }

    private static Measured of(Map<Measure, Measured> all, Measure measure) {
        return requireNonNull(all.get(measure));
    }

    private static Optional<BigDecimal> value(String number) {
        return Optional.of(new BigDecimal(number));
    }

    private static BigDecimal figure(Measured measured, String key) {
        return measured.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .map(Figure::number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void peopleWithoutASpecialistCountToo() {
        var outsider = world.person(place.kommun(), "Ulf Utomstående", Role.CASEWORKER);
        examples.since(place, outsider, 40);
        var caseload = measured(Measure.CASELOAD);
        // Four people to one and a half full-time posts.
        assertThat(caseload.value()).isEqualTo(value("2.7"));
        assertThat(caseload.part()).isEqualByComparingTo("4");
        assertThat(caseload.whole()).isEqualByComparingTo("1.5");
        assertThat(caseload.blanks()).isEqualTo(1);
    }

    @Test
    void whoEndedOnTheLastDayCountsNoMore() {
        owner.sql("update cases set state = 'ENDED', ended_on = :on, end_reason = 'OWN_WISH', outcome = 'OTHER'"
                        + " where id = :id")
                .param("on", today)
                .param("id", cilla.value())
                .update();
        assertThat(measured(Measure.CASELOAD).part()).isEqualByComparingTo("2");
    }

    @Test
    void timeIsOfTheSpecialistsOnTheirDaysAndInTheWindow() {
        examples.contact(place, place.caseworker(), 3, "WITH_PERSON", "COMMUNITY", 60, "PLACEMENT", anna);
        examples.contact(place, place.caseworker(), 3, "DOCUMENTATION", "OFFICE", 30, "SEVERAL");
        examples.contact(place, place.caseworker(), 69, "WITH_PERSON", "HOME", 20, "OTHER_SERVICES", anna, bo);
        examples.contact(place, place.caseworker(), 70, "WITH_PERSON", "HOME", 600, "PLACEMENT", anna);
        var outsider = world.person(place.kommun(), "Ulf Utomstående", Role.CASEWORKER);
        examples.contact(place, outsider, 3, "DOCUMENTATION", "OFFICE", 600, "SEVERAL");
        var all = all();
        // 90 of 110 minutes are for work; 80 of 110 are out.
        assertThat(of(all, Measure.EMPLOYMENT_TIME).value()).isEqualTo(value("81.8"));
        assertThat(of(all, Measure.COMMUNITY).value()).isEqualTo(value("72.7"));
        assertThat(of(all, Measure.COMMUNITY).whole()).isEqualByComparingTo("110");
        assertThat(of(all, Measure.COMMUNITY).blanks()).isEqualTo(1);
    }

    @Test
    void theTwoLargestCareTeamsOfEachSpecialist() {
        for (var name : new String[] {"Norr", "Syd", "Väst"}) {
            units.addCareTeam(place.lead(), place.initiative(), name);
        }
        var teams = units.see(place.lead(), place.initiative()).careTeams().keySet().stream()
                .toList();
        var third = examples.since(place, place.caseworker(), 90);
        var fourth = examples.since(place, place.caseworker(), 90);
        tell(anna, teams.get(0));
        tell(bo, teams.get(1));
        tell(third, teams.get(1));
        tell(fourth, teams.get(2));
        // Of five people with a specialist, three come from the two largest, and nobody has told of Cilla.
        var measured = measured(Measure.CARE_TEAMS);
        assertThat(measured.value()).isEqualTo(value("60.0"));
        assertThat(measured.blanks()).isEqualTo(1);
        assertThat(measured.level()).contains(3);
        assertThat(figure(measured, "most-teams")).isEqualByComparingTo("3");
    }

    private void tell(CaseId person, CareTeamId team) {
        careTeams.tell(place.caseworker(), person, Optional.of(team));
    }

    @Test
    void daysToTheFirstEmployerCountWhoeverHasMetNone() {
        // Began before the window; began 60 days ago and met one after 12; began 50 days ago and has met none; 20 days
        // ago is too new.
        examples.contact(place, place.caseworker(), 48, "EMPLOYER", "COMMUNITY", 30, "PLACEMENT", bo);
        examples.contact(place, place.caseworker(), 58, "EMPLOYER", "PHONE", 30, "PLACEMENT", bo);
        examples.since(place, place.caseworker(), 50);
        var measured = measured(Measure.FIRST_EMPLOYER_CONTACT);
        assertThat(measured.part()).isEqualByComparingTo("62");
        assertThat(measured.whole()).isEqualByComparingTo("2");
        assertThat(measured.value()).isEqualTo(value("31.0"));
        assertThat(measured.blanks()).isEqualTo(1);
        assertThat(figure(measured, "too-early")).isEqualByComparingTo("1");
    }

    @Test
    void thirtyDaysWithoutAnEmployerAreNoLongerTooNew() {
        examples.since(place, place.caseworker(), 29);
        assertThat(measured(Measure.FIRST_EMPLOYER_CONTACT).whole()).isEqualByComparingTo("1");
        examples.since(place, place.caseworker(), 30);
        assertThat(measured(Measure.FIRST_EMPLOYER_CONTACT).whole()).isEqualByComparingTo("2");
    }

    @Test
    void contactsThatNobodyHasToldOfStayInTheWhole() {
        var employer = examples.employer(place, "Provbolaget");
        examples.with(place, met(5, anna), employer, true);
        examples.with(place, met(6, anna), employer, false);
        examples.with(place, met(7, bo), employer, null);
        met(8, cilla);
        // About nobody: no contact for somebody.
        examples.with(place, met(9), employer, null);
        var measured = measured(Measure.MATCHING_CONTACTS);
        assertThat(measured.value()).isEqualTo(value("25.0"));
        assertThat(measured.whole()).isEqualByComparingTo("4");
        assertThat(measured.blanks()).isEqualTo(2);
    }

    private UUID met(int daysAgo, CaseId... people) {
        return examples.contact(place, place.caseworker(), daysAgo, "EMPLOYER", "COMMUNITY", 30, "PLACEMENT", people);
    }

    @Test
    void employersMetAreDividedByWeeksOfFullTime() {
        for (int day = 0; day < 45; day++) {
            met(day, anna);
        }
        examples.contact(place, place.caseworker(), 1, "EMPLOYER", "PHONE", 30, "PLACEMENT", anna);
        examples.contact(place, place.caseworker(), 1, "EMPLOYER", "COMMUNITY", 30, "PLACEMENT", anna, bo);
        var measured = measured(Measure.EMPLOYER_CONTACTS);
        // Forty-six met over ten weeks of full time and ten of half: fifteen.
        assertThat(measured.part()).isEqualByComparingTo("46");
        assertThat(measured.whole()).isEqualByComparingTo("15");
        assertThat(measured.value()).isEqualTo(value("3.1"));
        // Two and one seekers: four and two a week of full time, (10 × 4 + 5 × 2) ÷ 15.
        assertThat(figure(measured, "wanted-a-week")).isEqualByComparingTo("3.3");
        assertThat(measured.level()).contains(2);
        for (int week = 0; week < 11; week++) {
            units.addLogReview(place.lead(), place.initiative(), LogReviewId.create(), today.minusWeeks(week), "");
        }
        for (int i = 0; i < 4; i++) {
            met(i, bo);
        }
        assertThat(measured(Measure.EMPLOYER_CONTACTS).level()).contains(5);
    }

    @Test
    void whoHasLeftHadAsManySeekersAsAnybody() {
        owner.sql("update fidelity_specialists set to_on = ? where staff_id = ?")
                .params(today.minusDays(35), place.otherCaseworker().id().value())
                .update();
        // Ten weeks with two seekers, and five of half time by somebody who is not there any more: (10 × 4 + 2.5 × 6) ÷
        // 12.5.
        var measured = measured(Measure.EMPLOYER_CONTACTS);
        assertThat(measured.whole()).isEqualByComparingTo("12.5");
        assertThat(figure(measured, "wanted-a-week")).isEqualByComparingTo("4.4");
    }

    @Test
    void aJobThatGoesOnMakesNoSeeker() {
        examples.job(place, cilla, 10, null, "Provbolaget", "522", true, "NONE");
        assertThat(figure(measured(Measure.EMPLOYER_CONTACTS), "wanted-a-week")).isEqualByComparingTo("2.7");
    }

    @Test
    void jobsByKindByEmployerAndByTerms() {
        var one = examples.employer(place, "Provbolaget");
        var same = examples.employer(place, "Provbolaget AB");
        owner.sql("update employers set merged_into = ? where id = ?")
                .params(one, same)
                .update();
        examples.job(place, anna, 5, one, "Provbolaget", "522", true, "NONE");
        examples.job(place, bo, 6, same, "Provbolaget AB", "522", false, "NONE");
        examples.job(place, cilla, 7, null, "Kaféet", null, true, "LONEBIDRAG");
        examples.job(place, cilla, 8, null, " kaféet ", "941", true, "UNKNOWN");
        // Sheltered work is no open market; a job from before the window is none of it.
        examples.job(place, cilla, 9, null, "Verkstaden", "721", true, "SKYDDAT_ARBETE");
        examples.job(place, cilla, 71, null, "Förr", "962", true, "NONE");
        var all = all();
        assertThat(of(all, Measure.JOB_TYPES).value()).isEqualTo(value("50.0"));
        assertThat(of(all, Measure.JOB_TYPES).blanks()).isEqualTo(1);
        assertThat(of(all, Measure.EMPLOYERS).value()).isEqualTo(value("50.0"));
        var permanent = of(all, Measure.PERMANENT_JOBS);
        assertThat(permanent.value()).isEqualTo(value("20.0"));
        assertThat(permanent.whole()).isEqualByComparingTo("5");
        assertThat(permanent.blanks()).isEqualTo(1);
        assertThat(figure(permanent, "with-subsidised")).isEqualByComparingTo("60");
    }

    @Test
    void aJobThatBecamePermanentIs() {
        var job = examples.job(place, anna, 50, null, "Provbolaget", "522", false, "LONEBIDRAG");
        owner.sql("""
            insert into employment_changes (employment_id, association_id, from_on, hours, permanent, subsidy, saved_by, saved_at)
            values (?, ?, ?, 40, true, 'NONE', ?, now())\
            """)
                .params(
                        job,
                        place.association().value(),
                        today.minusDays(2),
                        place.caseworker().id().value())
                .update();
        assertThat(measured(Measure.PERMANENT_JOBS).value()).isEqualTo(value("100.0"));
    }

    @Test
    void nobodyElseIsToldAnything() {
        met(5, anna);
        for (var other : new Actor.Staff[] {place.caseworker(), place.officer(), place.administrator()}) {
            var told = requireNonNull(transactions.execute(_ -> {
                asking.by(other);
                return measures.of(
                        place.initiative(),
                        new Window(today.minusDays(TEN_WEEKS - 1), today),
                        List.of(Measure.values()));
            }));
            assertThat(told.values())
                    .allMatch(measured ->
                            measured.part().signum() == 0 && measured.whole().signum() == 0);
        }
    }

    @Test
    void aHiddenPersonIsNowhereInTheFigures() {
        met(5, bo);
        var before = all();
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where id = (select"
                        + " participant_id from cases where id = ?)")
                .param(anna.value())
                .update();
        var contact = met(6, anna, bo);
        var after = all();
        assertThat(of(after, Measure.CASELOAD).part()).isEqualByComparingTo("2");
        assertThat(of(before, Measure.CASELOAD).part()).isEqualByComparingTo("3");
        // Of the meeting about both, the half that is Bo's.
        assertThat(of(after, Measure.COMMUNITY).whole()).isEqualByComparingTo("45");
        owner.sql("delete from contacts where id = ?").param(contact).update();
        met(6, anna);
        assertThat(of(all(), Measure.COMMUNITY).whole()).isEqualByComparingTo("30");
    }
}
