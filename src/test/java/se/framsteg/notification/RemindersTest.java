package se.framsteg.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Person;
import se.framsteg.cases.Result;
import se.framsteg.home.ToDo;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.TestCarriers;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Meeting;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;
import se.framsteg.ui.Addresses;

/** Reminders all the way to a real SMTP server and a real HTTP gateway. */
@FramstegTest
class RemindersTest {
    private static final String BASE = "https://framsteg.prov.example";
    private static final LocalDate MONDAY = LocalDate.now(Time.SWEDEN).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, null, "smtp"));
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Pattern STOP = Pattern.compile(Pattern.quote(BASE) + "(/svara/stop/\\S+)");

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private OwnerSql jdbc;

    @Autowired
    private Reminders reminders;

    @Autowired
    private ReminderTable queue;

    @LocalServerPort
    private int port;

    private final ReminderSettings settings =
            new ReminderSettings(true, LocalTime.of(9, 0), LocalTime.of(17, 0), Duration.ofMillis(200), 3);
    private CaseExamples examples;
    private World.Place place;

    @BeforeAll
    static void openThePostOffice() {
        POST.start();
    }

    @AfterAll
    static void closeThePostOffice() {
        POST.stop();
    }

    @BeforeEach
    void nobodyElseWantsReminders() throws Exception {
        jdbc.sql("update reminder_choices set ended_at = now() where ended_at is null")
                .update();
        jdbc.sql("update reminders set state = 'STOPPED', settled_at = now() where state = 'PLANNED'")
                .update();
        jdbc.sql("update outbox set state = 'STOPPED', settled_at = now() where state = 'QUEUED'")
                .update();
        POST.purgeEmailFromAllMailboxes();
        examples = new CaseExamples(beans);
        place = world.place();
    }

    /** What runs on one node, sending to these. */
    private ReminderClockwork node(se.framsteg.notification.carrier.Carrier... to) {
        var addresses = new Addresses(Optional.of(BASE));
        var text = new ReminderText(beans.getBean(MessageSource.class), addresses);
        var plan = beans.getBean(ReminderPlan.class);
        var sending = new ReminderSending(
                queue,
                beans.getBean(ChoiceTable.class),
                plan,
                text,
                beans.getBean(ReminderSending.Outside.class),
                beans.getBean(Asking.class));
        var carriers = new Carriers(List.of(to), settings, addresses, false);
        return new ReminderClockwork(
                beans.getBean(DataSource.class), plan, sending, carriers, settings, beans.getBean(OutboxSending.class));
    }

    private ReminderClockwork byMail() {
        return node(TestCarriers.email(POST.getSmtp().getPort()));
    }

    private record Somebody(CaseId caseId, String email) {}

    /** Somebody whose baseline opened on this Monday, and who wants e-mail. */
    private Somebody wanting(Way way, PartOfDay part) {
        var caseId = examples.started(place, LocalDate.now(clock), Optional.of(CaseExamples.NUMBER));
        var email = "deltagare" + PEOPLE.incrementAndGet() + "@prov.example";
        contact(caseId, new Person.Contact("070-174 06 05", email, "", ""), "sv");
        choose(caseId, way, part);
        return new Somebody(caseId, email);
    }

    private void contact(CaseId caseId, Person.Contact contact, String language) {
        var participants = beans.getBean(Participants.class);
        var view = participants.see(place.caseworker(), caseId);
        var was = (Person.Known) view.person();
        var is = new Person.Known(
                was.name(), was.identity(), was.sex(), was.municipality(), contact, language, false, was.protection());
        participants
                .change(place.caseworker(), caseId, view.version(), is, Set.of(), Set.of())
                .orThrow();
    }

    private void choose(CaseId caseId, Way way, PartOfDay part) {
        var version = reminders.see(place.caseworker(), caseId).version();
        var said = new Reminders.Said(Optional.of(way), part, LocalDate.now(clock));
        reminders.choose(place.caseworker(), caseId, version, said).orThrow();
    }

    private static List<MimeMessage> sentTo(Somebody somebody) {
        return Arrays.stream(POST.getReceivedMessagesForDomain(somebody.email()))
                .toList();
    }

    private Reminder last(Somebody somebody) {
        return beans.getBean(Asking.class)
                .byInstallation(() -> queue.of(somebody.caseId(), 1).getFirst());
    }

    /** Runs something on a day of the first weeks, at noon. */
    private void on(int daysAfterMonday, Runnable what) throws Exception {
        clock.on(MONDAY.plusDays(daysAfterMonday), Executors.callable(what));
    }

    @Test
    void somebodyWhoDoesNotAnswerIsRemindedThreeTimesAndNeverTwiceOfTheSame() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> people.add(wanting(Way.EMAIL, PartOfDay.ANY)));
        var somebody = people.getFirst();
        var days = IntStream.rangeClosed(0, 60).toArray();
        var reminded = new ArrayList<Integer>();
        for (var day : days) {
            var before = sentTo(somebody).size();
            on(day, byMail()::run);
            on(day, byMail()::run);
            if (sentTo(somebody).size() > before) {
                reminded.add(day);
            }
        }
        // The baseline is due after 21 days and closes after another 21; two days before that is a Saturday.
        assertThat(sentTo(somebody)).hasSize(3);
        assertThat(reminded).containsExactly(0, 7, 42);
    }

    @Test
    void aMessageTellsNothingAboutThePerson() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> {
            people.add(wanting(Way.EMAIL, PartOfDay.ANY));
            byMail().run();
        });
        var somebody = people.getFirst();
        var message = sentTo(somebody).getFirst();
        var text = message.getContent().toString();
        var number = jdbc.sql("select number from cases where id = ?")
                .param(somebody.caseId().value())
                .query(String.class)
                .single();
        assertThat(message.getSubject()).isEqualTo("En påminnelse");
        assertThat(text)
                .contains("Nu kan du svara på frågorna", BASE + "/svara\r\n")
                .containsPattern(STOP)
                .doesNotContainIgnoringCase("petra", "provdeltagare", "provinsatsen", "provstad", "kommun", number)
                .doesNotContain(CaseExamples.NUMBER.value(), somebody.caseId().toString());
        assertThat(message.getHeader("List-Unsubscribe")[0]).contains(BASE + "/svara/stop/");
        assertThat(journaled("SEND_REMINDER", somebody.caseId())).isEqualTo(1);
        assertThat(last(somebody).toString()).doesNotContain(somebody.email());
    }

    private int journaled(String action, CaseId caseId) {
        return jdbc.sql("select count(*) from journal where action = :action and case_id = :case"
                        + " and actor_kind = 'SYSTEM' and participant_id is not null")
                .param("action", action)
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aMessageIsInThePersonsLanguageAndElseInSwedish() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> {
            for (var language : List.of("en", "pl")) {
                var somebody = wanting(Way.EMAIL, PartOfDay.ANY);
                contact(somebody.caseId(), new Person.Contact("", somebody.email(), "", ""), language);
                people.add(somebody);
            }
            byMail().run();
        });
        assertThat(sentTo(people.getFirst()).getFirst().getSubject()).isEqualTo("A reminder");
        assertThat(sentTo(people.getLast()).getFirst().getSubject()).isEqualTo("En påminnelse");
    }

    @Test
    void nobodyIsWrittenToAtNightOrAtAnotherTimeOfDayThanWished() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> {
            people.add(wanting(Way.EMAIL, PartOfDay.ANY));
            people.add(wanting(Way.EMAIL, PartOfDay.MORNING));
        });
        clock.later(untilMonday(LocalTime.of(14, 0)), Executors.callable(byMail()::run));
        assertThat(sentTo(people.getFirst())).hasSize(1);
        assertThat(sentTo(people.getLast())).isEmpty();
        clock.later(untilMonday(LocalTime.of(21, 0)), Executors.callable(byMail()::run));
        clock.later(untilMonday(LocalTime.of(3, 0)).plusDays(1), Executors.callable(byMail()::run));
        assertThat(POST.getReceivedMessages()).hasSize(1);
        clock.later(untilMonday(LocalTime.of(10, 0)).plusDays(1), Executors.callable(byMail()::run));
        assertThat(sentTo(people.getLast())).hasSize(1);
    }

    private static Duration untilMonday(LocalTime at) {
        return Duration.between(
                java.time.Instant.now(), MONDAY.atTime(at).atZone(Time.SWEDEN).toInstant());
    }

    @Test
    void whoeverHasAnsweredOrHasAPauseOrHasEndedIsLeftInPeace() throws Exception {
        on(0, () -> {
            var answered = wanting(Way.EMAIL, PartOfDay.ANY);
            examples.participantAnswers(examples.baseline(place, answered.caseId()), 3);
            step(wanting(Way.EMAIL, PartOfDay.ANY), CaseStep.pause(MONDAY, "Vilar"));
            examples.end(place, wanting(Way.EMAIL, PartOfDay.ANY).caseId());
            byMail().run();
            assertThat(POST.getReceivedMessages()).isEmpty();
        });
    }

    private void step(Somebody somebody, CaseStep step) {
        var cases = beans.getBean(Cases.class);
        var version = cases.see(place.caseworker(), somebody.caseId()).version();
        cases.change(place.caseworker(), somebody.caseId(), version, step).orThrow();
    }

    @Test
    void whatBecameNeedlessWhileItWaitedIsNotSent() throws Exception {
        on(0, () -> {
            var somebody = wanting(Way.EMAIL, PartOfDay.ANY);
            closedPost().run();
            assertThat(last(somebody).state()).isEqualTo(Reminder.State.PLANNED);
            examples.participantAnswers(examples.baseline(place, somebody.caseId()), 3);
        });
        on(1, () -> {
            byMail().run();
            assertThat(POST.getReceivedMessages()).isEmpty();
        });
    }

    @Test
    void nobodyGetsAHeapOfOldRemindersAfterADowntime() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> people.add(wanting(Way.EMAIL, PartOfDay.ANY)));
        on(4, byMail()::run);
        assertThat(sentTo(people.getFirst())).isEmpty();
        on(9, byMail()::run);
        assertThat(sentTo(people.getFirst())).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentInTimeIsDropped() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> {
            people.add(wanting(Way.EMAIL, PartOfDay.ANY));
            closedPost().run();
        });
        on(4, byMail()::run);
        assertThat(sentTo(people.getFirst())).isEmpty();
        assertThat(last(people.getFirst()).state()).isEqualTo(Reminder.State.DROPPED);
    }

    @Test
    void theLinkInAMessageStopsFurtherOnesAtOnceAndTheCaseworkerSeesIt() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> {
            people.add(wanting(Way.EMAIL, PartOfDay.ANY));
            byMail().run();
        });
        var somebody = people.getFirst();
        var link = STOP.matcher(sentTo(somebody).getFirst().getContent().toString());
        assertThat(link.find()).isTrue();
        var person = new Visitor(port);
        assertThat(person.get(link.group(1)).body()).contains("Sluta skicka påminnelser");
        assertThat(reminders
                        .see(place.caseworker(), somebody.caseId())
                        .choice()
                        .orElseThrow()
                        .way())
                .as("opening the link stops nothing")
                .isPresent();
        assertThat(person.post(link.group(1), Map.of()).body()).contains("Du får inga fler påminnelser");
        assertThat(person.post(link.group(1), Map.of()).body()).contains("Du får inga fler påminnelser");

        on(7, byMail()::run);
        assertThat(sentTo(somebody)).hasSize(1);
        var choice =
                reminders.see(place.caseworker(), somebody.caseId()).choice().orElseThrow();
        assertThat(choice.stoppedByPerson()).isTrue();
        assertThat(journaled("STOP_REMINDERS", somebody.caseId())).isEqualTo(1);

        on(7, () -> {
            choose(somebody.caseId(), Way.EMAIL, PartOfDay.ANY);
            byMail().run();
        });
        assertThat(sentTo(somebody)).hasSize(2);
    }

    @Test
    void aLinkThatIsNobodysStopsNothing() {
        assertThat(new Visitor(port).get("/svara/stop/NOSUCHTOKEN").body()).contains("Länken fungerar inte");
        assertThat(new Visitor(port).post("/svara/stop/NOSUCHTOKEN", Map.of()).body())
                .contains("Länken fungerar inte");
    }

    /** The post office is shut: nobody listens there. */
    private ReminderClockwork closedPost() {
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return node(TestCarriers.email(socket.getLocalPort()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void attemptsAreMadeAgainWithGrowingPausesAndGivenUpAfterSix() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> people.add(wanting(Way.EMAIL, PartOfDay.ANY)));
        var attempts = new ArrayList<Integer>();
        for (var minutes = 0; minutes <= 26 * 60; minutes += 15) {
            var at = untilMonday(LocalTime.of(9, 30)).plusMinutes(minutes);
            clock.later(at, Executors.callable(closedPost()::run));
            attempts.add(last(people.getFirst()).attempts());
        }
        assertThat(attempts.getFirst()).isEqualTo(1);
        assertThat(attempts.stream().distinct()).containsExactly(1, 2, 3, 4, 5, 6);
        var pauses = IntStream.range(2, 6)
                .map(attempt -> attempts.indexOf(attempt + 1) - attempts.indexOf(attempt))
                .boxed();
        assertThat(pauses.toList()).isSorted().doesNotHaveDuplicates();
        assertThat(last(people.getFirst()).state()).isEqualTo(Reminder.State.FAILED);
        assertThat(last(people.getFirst()).failure()).contains(Failure.UNREACHABLE);
    }

    @Test
    void aPersonWithoutAnAddressFailsAtOnceAndTheCaseworkerIsTold() throws Exception {
        on(0, () -> {
            var somebody = wanting(Way.EMAIL, PartOfDay.ANY);
            contact(somebody.caseId(), Person.Contact.NONE, "sv");
            byMail().run();
            assertThat(last(somebody).failure()).contains(Failure.NO_ADDRESS);
            assertThat(last(somebody).state()).isEqualTo(Reminder.State.FAILED);
            assertThat(toDos(place.caseworker())).contains("to-do.reminder-failed");
            var seen = reminders.ofInitiative(place.lead(), place.initiative());
            assertThat(seen.failed())
                    .singleElement()
                    .satisfies(one -> assertThat(one.frame().id()).isEqualTo(somebody.caseId()));
            assertThat(seen.counts()).containsEntry(Reminder.State.FAILED, 1);
        });
    }

    private List<String> toDos(Actor.Staff staff) {
        return keys(beans.getBean(ReminderToDos.class), staff);
    }

    private static List<String> keys(ReminderToDos toDos, Actor.Staff staff) {
        return toDos.toDo(staff).stream().map(ToDo::textKey).toList();
    }

    @Test
    void theSystemAdministratorIsToldThatNothingIsSetUpOrThatItFails() throws Exception {
        var administrator = world.person(place.kommun(), "Sven System", Role.SYSTEM_ADMINISTRATOR);
        assertThat(toDos(administrator)).as("switched off in the settings").isEmpty();
        var nothing = new Carriers(List.of(), settings, new Addresses(Optional.of(BASE)), false);
        var unset = new ReminderToDos(reminders, nothing, beans.getBean(InstallationPages.class), clock);
        assertThat(keys(unset, administrator)).containsExactly("to-do.reminders-not-set-up");
        var demo = new Carriers(List.of(), settings, new Addresses(Optional.of(BASE)), true);
        assertThat(keys(
                        new ReminderToDos(reminders, demo, beans.getBean(InstallationPages.class), clock),
                        administrator))
                .isEmpty();
        on(91, () -> {
            wanting(Way.EMAIL, PartOfDay.ANY);
            closedPost().run();
            assertThat(toDos(administrator)).containsExactly("to-do.reminders-failing.EMAIL");
        });
        clock.on(
                MONDAY.plusDays(91),
                () -> clock.later(Duration.ofMinutes(30), () -> {
                    byMail().run();
                    assertThat(toDos(administrator)).isEmpty();
                    return true;
                }));
    }

    @Test
    void aProgramKilledInTheMiddleOfSendingSendsOnceMoreAndNeverAThirdTime() throws Exception {
        var people = new ArrayList<Somebody>();
        var everything = EnumSet.allOf(PartOfDay.class);
        on(0, () -> {
            people.add(wanting(Way.EMAIL, PartOfDay.ANY));
            closedPost().run();
        });
        jdbc.sql("update reminders set unsettled = 0, attempts = 0 where state = 'PLANNED'")
                .update();
        for (var killed = 1; killed <= 2; killed++) {
            // Taken, and then nothing more is heard of who took it.
            clock.later(
                    untilMonday(LocalTime.of(13, 0)).plusMinutes(30L * killed),
                    () -> beans.getBean(Asking.class)
                            .byInstallation(() -> queue.take(everything, EnumSet.allOf(Way.class)))
                            .orElseThrow());
        }
        on(1, byMail()::run);
        assertThat(sentTo(people.getFirst())).isEmpty();
        assertThat(last(people.getFirst()).failure()).contains(Failure.UNCLEAR);
    }

    @Test
    void manySendersAtOnceSendEachMessageOnce() throws Exception {
        var people = new ArrayList<Somebody>();
        on(0, () -> {
            for (var i = 0; i < 12; i++) {
                people.add(wanting(Way.EMAIL, PartOfDay.ANY));
            }
            try (var nodes = Executors.newFixedThreadPool(4)) {
                IntStream.range(0, 4).forEach(_ -> nodes.submit(byMail()::run));
            }
        });
        assertThat(people).allSatisfy(one -> assertThat(sentTo(one)).hasSize(1));
    }

    @Test
    void twoNodesShareTheWorkAndOneThatStartsAgainGoesOn() throws Exception {
        jdbc.sql("delete from scheduled_tasks").update();
        on(0, () -> {
            var first = byMail();
            var second = byMail();
            first.start();
            second.start();
            var early = wanting(Way.EMAIL, PartOfDay.ANY);
            assertThat(POST.waitForIncomingEmail(20_000, 1)).isTrue();
            await().until(() -> last(early).state() == Reminder.State.SENT);
            first.stop();
            second.stop();
            var late = wanting(Way.EMAIL, PartOfDay.ANY);
            var again = byMail();
            again.start();
            assertThat(POST.waitForIncomingEmail(20_000, 2)).isTrue();
            await().until(() -> last(late).state() == Reminder.State.SENT);
            again.stop();
            assertThat(sentTo(early)).hasSize(1);
            assertThat(sentTo(late)).hasSize(1);
        });
    }

    @Test
    void anSmsGoesToTheGatewayWithTheSameWords() throws Exception {
        var received = new ConcurrentLinkedQueue<String>();
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            received.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(received.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        gateway.start();
        var url = URI.create("http://localhost:" + gateway.getAddress().getPort() + "/");
        try {
            on(0, () -> {
                var somebody = wanting(Way.SMS, PartOfDay.ANY);
                node(TestCarriers.sms(url)).run();
                assertThat(last(somebody).failure()).contains(Failure.UNREACHABLE);
            });
            on(1, node(TestCarriers.sms(url))::run);
        } finally {
            gateway.stop(0);
        }
        assertThat(received)
                .hasSize(2)
                .allSatisfy(sms -> assertThat(sms)
                        .startsWith("to=+46701740605&from=Framsteg&message=Hej. Nu kan du svara på frågorna.")
                        .contains(BASE + "/svara/stop/")
                        .doesNotContainIgnoringCase("petra", "provinsatsen"));
    }

    @Test
    void aMessageThatIsNotTakenJustNowWaitsAloneAndTheOthersGo() throws Exception {
        var received = new AtomicInteger();
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(received.incrementAndGet() == 1 ? 429 : 200, -1);
            exchange.close();
        });
        gateway.start();
        var url = URI.create("http://localhost:" + gateway.getAddress().getPort() + "/");
        try {
            on(0, () -> {
                var people = List.of(wanting(Way.SMS, PartOfDay.ANY), wanting(Way.SMS, PartOfDay.ANY));
                node(TestCarriers.sms(url)).run();
                assertThat(people)
                        .extracting(one -> last(one).state())
                        .containsExactlyInAnyOrder(Reminder.State.PLANNED, Reminder.State.SENT);
            });
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void nobodyIsRemindedWhoHasNotSaidYesAndWhereNoMessageCanArriveNoneIsPromised() throws Exception {
        on(0, () -> {
            var caseId = examples.started(place);
            byMail().run();
            assertThat(queue.of(caseId, 1)).isEmpty();
            var said = new Reminders.Said(Optional.of(Way.SMS), PartOfDay.ANY, MONDAY);
            assertThat(reminders.choose(place.caseworker(), caseId, 0, said)).isInstanceOf(Result.Refused.class);
        });
    }

    @Test
    void aStopHoldsAlsoIfSomebodyChoosesAtThatMoment() throws Exception {
        on(0, () -> {
            var caseId = wanting(Way.EMAIL, PartOfDay.ANY).caseId();
            var token = beans.getBean(Asking.class)
                    .byInstallation(() -> beans.getBean(ChoiceTable.class).stopToken(caseId));
            var stopped =
                    new Meeting(beans).of(() -> choose(caseId, Way.SMS, PartOfDay.ANY), () -> reminders.stop(token));
            assertThat(stopped).succeedsWithin(Duration.ZERO).isEqualTo(true);
            var choice = reminders.see(place.caseworker(), caseId).choice().orElseThrow();
            assertThat(choice.stoppedByPerson()).isTrue();
        });
    }

    @Test
    void twoWhoChooseAtOnceSeeEachOther() throws Exception {
        on(0, () -> {
            var somebody = wanting(Way.EMAIL, PartOfDay.ANY);
            var said = new Reminders.Said(Optional.empty(), PartOfDay.ANY, MONDAY);
            assertThat(reminders.choose(place.lead(), somebody.caseId(), 0, said))
                    .isInstanceOf(Result.Stale.class);
        });
    }
}
