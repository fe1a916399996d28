package se.framsteg.assessment.mine;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.Rounds;
import se.framsteg.audit.Who;
import se.framsteg.cases.emergency.EmergencyExamples;
import se.framsteg.consent.Consents;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;
import se.framsteg.ui.Texts;

@FramstegTest
class WhoLookedTest {
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");

    @LocalServerPort
    private int port;

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
    private Consents consents;

    @Autowired
    private MessageSource messages;

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
    void theLatestIsFirstAndEachThingHasItsTimesOfDay() throws Exception {
        var day = LocalDate.now(clock).plusDays(1);
        at(day, "09:10", () -> rounds.of(place.lead(), caseId));
        at(day, "11:20", () -> rounds.of(place.caseworker(), caseId));
        at(day, "15:45", () -> rounds.of(place.lead(), caseId));
        at(day, "15:46", () -> consents.see(place.lead(), caseId));
        var told = whoLooked.about(participant(), Optional.of(day.plusDays(1)));
        var by = staff(told.days().getFirst()).toList();
        assertThat(by)
                .extracting(one -> one.colleague().orElseThrow().name())
                .containsExactly(place.lead().name(), place.caseworker().name());
        var did = by.getFirst().did();
        assertThat(did).extracting(WhoLooked.Done::look).startsWith(Look.SAW_CONSENTS, Look.SAW_STEPS);
        assertThat(did.get(1).first().truncatedTo(ChronoUnit.MINUTES)).isEqualTo(moment(day, "09:10"));
        assertThat(did.get(1).last().truncatedTo(ChronoUnit.MINUTES)).isEqualTo(moment(day, "15:45"));
        assertThat(new Texts(messages, Locale.of("sv"))
                        .times(did.get(1).first(), did.get(1).last()))
                .isEqualTo("09.10–15.45");
    }

    @Test
    void theTimesOfACardStandInOrderAndTheRoleBesideTheName() throws Exception {
        var day = LocalDate.now(clock).plusDays(2);
        at(day, "09:10", () -> rounds.of(place.caseworker(), caseId));
        at(day, "11:20", () -> consents.see(place.caseworker(), caseId));
        at(day, "15:45", () -> rounds.of(place.caseworker(), caseId));
        var by = staff(whoLooked
                        .about(participant(), Optional.of(day.plusDays(1)))
                        .days()
                        .getFirst())
                .toList()
                .getFirst();
        assertThat(by.did()).extracting(WhoLooked.Done::first).isSortedAccordingTo(reverseOrder());
        assertThat(by.did().getFirst().look()).isEqualTo(Look.SAW_CONSENTS);
        assertThat(by.roles()).containsExactly(Role.CASEWORKER);
    }

    private void at(LocalDate day, String time, Callable<?> what) throws Exception {
        clock.later(Duration.between(Instant.now(), moment(day, time)), what);
    }

    private static Instant moment(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(Time.SWEDEN).toInstant();
    }

    @Test
    void thePageIsReadOnAPhoneFromLeftToRightAndFromRightToLeft() {
        new EmergencyExamples(beans).opened(place.otherCaseworker(), caseId);
        rounds.of(place.otherCaseworker(), caseId);
        consents.see(place.lead(), caseId);
        var given = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .post("/cases/%s/rounds/%s/key".formatted(caseId, baseline), Map.of());
        var link =
                LINK.matcher(given.body()).results().findFirst().orElseThrow().group();
        try (var phone = Chromium.open(port, Chromium.Window.PHONE)) {
            var page = phone.newPage();
            page.navigate(link);
            page.locator("#second").fill(CaseExamples.NUMBER.value().substring(0, 8));
            page.locator("main button[type=submit]").click();
            for (var language : List.of("sv", "en", "ar")) {
                page.navigate("/svara/min-sida/looks?lang=" + language);
                assertThat(page.locator(".looks.card-warn").innerText())
                        .contains(place.otherCaseworker().name(), EmergencyExamples.REASON);
                Chromium.picture(page, "looks-" + language);
                assertThat(page.locator("main").innerText())
                        .contains("dataskyddsombud", "Integritetsskyddsmyndigheten");
                Chromium.assertAccessible(page, language);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {
                "SEE_CONSENTS",
                "SEE_CONSENT_DAY",
                "SEE_CONSENT_PAPER",
                "RECORD_CONSENT",
                "WITHDRAW_CONSENT",
                "CHANGE_CASE_STATE",
                "ASSIGN_CASE",
                "CHANGE_ROUND",
                "CHANGE_ACTIVITY",
                "PRINT_FORM",
                "PRINT_COPY",
                "SIGN_PLAN",
                "HAND_OUT_PLAN",
                "PRINT_PLAN",
                "FOLLOW_PATHWAY",
                "SEE_WORKSHEET",
                "WRITE_WORKSHEET",
                "TAKE_BACK_WORKSHEET",
                "PRINT_WORKSHEET",
                "SEE_HEALTH",
                "WRITE_PROFILE",
                "PRINT_PROFILE",
                "EXTRACT_REGISTER",
                "RESTRICT_PROCESSING",
                "OPEN_IN_EMERGENCY",
                "SEE_EMERGENCY"
            })
    void whatAPersonWondersAboutHasWordsOfItsOwn(Action action) {
        assertThat(Look.of(action.name())).isNotIn(Look.SAW_CASE, Look.CHANGED, Look.OTHER);
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
