package se.framsteg.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Cases;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.notification.Outbox.State;
import se.framsteg.notification.carrier.Attachment;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Message;
import se.framsteg.notification.carrier.Obstacle;
import se.framsteg.notification.carrier.TestCarriers;
import se.framsteg.plan.meeting.InviteeId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;
import se.framsteg.ui.Addresses;

/** Letters all the way to a real SMTP server, which is down for a while. */
@FramstegTest
class OutboxTest {
    private static final ReminderSettings SETTINGS =
            new ReminderSettings(false, LocalTime.of(9, 0), LocalTime.of(17, 0), Duration.ofMinutes(5), 3);

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    OutboxSending sending;

    @Autowired
    TestClock clock;

    private final GreenMail post = new GreenMail(new ServerSetup(0, null, "smtp"));
    private final InviteeId about = InviteeId.create();
    private World.Place place;
    private CaseId id;
    private Carriers carriers;
    private Outbox outbox;

    @BeforeEach
    void openThePostOffice() {
        owner.sql("delete from outbox").update();
        place = world.place();
        id = new CaseExamples(beans).started(place);
        post.start();
        carriers = new Carriers(
                List.of(TestCarriers.email(post.getSmtp().getPort())),
                SETTINGS,
                new Addresses(Optional.of("https://framsteg.prov.example")),
                false);
        outbox = new Outbox(beans.getBean(OutboxTable.class), carriers, asking);
    }

    @AfterEach
    void closeThePostOffice() {
        post.stop();
    }

    private void put(Actor.Staff by) {
        transactions.executeWithoutResult(_ -> {
            asking.by(by);
            var facts = beans.getBean(Cases.class).facts(id).orElseThrow();
            var file = new Attachment(
                    "mote.ics",
                    "text/calendar; charset=UTF-8",
                    "BEGIN:VCALENDAR".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            outbox.put(
                    by,
                    facts,
                    about,
                    "vard@prov.example",
                    new Message("Ett möte", "Hej", Optional.empty(), Optional.of(file)));
        });
    }

    private Outbox.Posted posted() {
        return requireNonNull(transactions.execute(_ -> {
            asking.by(place.caseworker());
            return requireNonNull(outbox.last(List.of(about)).get(about.value()));
        }));
    }

    private void sendLater(Duration by) throws Exception {
        clock.later(by, Executors.callable(() -> sending.send(carriers)));
    }

    @Test
    void aLetterThatTheServerWouldNotTakeGoesOnceWhenItDoes() throws Exception {
        post.stop();
        put(place.caseworker());
        assertThat(posted().state()).isEqualTo(State.QUEUED);
        sending.send(carriers);
        assertThat(posted()).isEqualTo(new Outbox.Posted(State.QUEUED, Optional.of(Failure.UNREACHABLE)));
        sending.send(carriers);
        assertThat(attempts()).as("not before the pause is over").isEqualTo(1);
        post.start();
        carriers = new Carriers(
                List.of(TestCarriers.email(post.getSmtp().getPort())),
                SETTINGS,
                new Addresses(Optional.of("https://framsteg.prov.example")),
                false);
        sendLater(Duration.ofMinutes(6));
        sendLater(Duration.ofHours(6));
        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(posted()).isEqualTo(new Outbox.Posted(State.SENT, Optional.empty()));
        assertThat(owner.sql("select address || coalesce(length(attachment), 0) from outbox")
                        .query(String.class)
                        .single())
                .as("nothing is kept of where it went")
                .isEqualTo("0");
        MimeMessage message = post.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Ett möte");
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(((Multipart) message.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("mote.ics");
    }

    private int attempts() {
        return owner.sql("select attempts from outbox").query(Integer.class).single();
    }

    @Test
    void aServerThatStaysDownIsTriedLessAndLessOftenAndThenGivenUpSoThatItIsSeen() throws Exception {
        post.stop();
        put(place.caseworker());
        for (int hour = 0; hour <= 96; hour++) {
            sendLater(Duration.ofHours(hour));
        }
        assertThat(attempts()).isEqualTo(8);
        assertThat(posted()).isEqualTo(new Outbox.Posted(State.FAILED, Optional.of(Failure.UNREACHABLE)));
        put(place.caseworker());
        assertThat(posted().state()).as("tried again").isEqualTo(State.QUEUED);
    }

    @Test
    void aLetterThatIsTakenBackDoesNotGo() {
        put(place.caseworker());
        transactions.executeWithoutResult(_ -> {
            asking.by(place.caseworker());
            outbox.stop(List.of(about));
        });
        sending.send(carriers);
        assertThat(post.getReceivedMessages()).isEmpty();
        assertThat(posted().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void twoNodesSendALetterOnce() throws Exception {
        put(place.caseworker());
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(
                    Executors.callable(() -> sending.send(carriers)),
                    Executors.callable(() -> sending.send(carriers))))) {
                done.get();
            }
        }
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theDatabaseItselfLetsThoseAloneWhoHaveTheCasePutALetterInAndNobodyOfThemSend() {
        assertThatThrownBy(() -> put(place.otherCaseworker())).isInstanceOf(RuntimeException.class);
        put(place.caseworker());
        assertThat(counted(place.caseworker())).isEqualTo(1);
        assertThat(counted(place.lead())).isEqualTo(1);
        for (var other : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThat(counted(other)).isZero();
        }
        var changed = transactions.execute(_ -> {
            asking.by(place.caseworker());
            return application
                    .sql("update outbox set state = 'SENT', settled_at = now()")
                    .update();
        });
        assertThat(changed).isZero();
        beans.getBean(Restrictions.class)
                .restrict(place.caseworker(), id, "Bestrids", java.time.LocalDate.now(Time.SWEDEN))
                .orThrow();
        assertThatThrownBy(() -> put(place.caseworker())).as("it stands still").isInstanceOf(RuntimeException.class);
    }

    private int counted(Actor.Staff by) {
        return transactions.execute(_ -> {
            asking.by(by);
            return application
                    .sql("select count(*) from outbox")
                    .query(Integer.class)
                    .single();
        });
    }

    @Test
    void nothingIsSentWhereNoServerIsSetUpOrInADemo() {
        var addresses = new Addresses(Optional.of("https://framsteg.prov.example"));
        assertThat(new Outbox(
                                beans.getBean(OutboxTable.class),
                                new Carriers(List.of(), SETTINGS, addresses, false),
                                asking)
                        .obstacle())
                .contains(Obstacle.NOT_SET_UP);
        assertThat(new Outbox(
                                beans.getBean(OutboxTable.class),
                                new Carriers(List.of(), SETTINGS, addresses, true),
                                asking)
                        .obstacle())
                .contains(Obstacle.DEMO);
        assertThat(outbox.obstacle()).as("reminders are off, letters are not").isEmpty();
    }
}
