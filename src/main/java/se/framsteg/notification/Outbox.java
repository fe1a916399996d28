package se.framsteg.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.cases.CaseFacts;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Message;
import se.framsteg.notification.carrier.Obstacle;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.Id;

/**
 * The door to letters by e-mail that other rooms send in a case. A letter is put in within the transaction that it belongs to, goes
 * afterwards, is tried again with growing pauses while the mail server does not take it, and stays until it has gone or has been given
 * up. It must tell nothing about anybody: see {@link Message}. Guards and journals nothing: the room that sends does.
 */
@Component
public class Outbox {
    private final OutboxTable letters;
    private final Carriers carriers;
    private final Asking asking;

    Outbox(OutboxTable letters, Carriers carriers, Asking asking) {
        this.letters = letters;
        this.carriers = carriers;
        this.asking = asking;
    }

    /** How it stands with a letter. */
    public enum State {
        QUEUED,
        SENT,
        /** Given up. */
        FAILED,
        /** Taken back before it had gone. */
        STOPPED
    }

    /**
     * What has become of a letter.
     *
     * @param failure what went wrong last; of one that is queued, why it waits
     */
    public record Posted(State state, Optional<Failure> failure) {}

    /** Why no e-mail goes from this installation; empty if it does. */
    public Optional<Obstacle> obstacle() {
        return carriers.obstacleToLetters(Way.EMAIL);
    }

    /**
     * Puts a letter in the queue.
     *
     * @param about what it is about in the room that sends it: what has become of the letter is asked for by that
     * @param address where it goes; nothing checks that there is anybody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Actor.Staff by, CaseFacts facts, Id about, String address, Message message) {
        letters.add(by.id(), facts, about.value(), address, message);
    }

    /** Takes back what waits about any of these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(Collection<? extends Id> about) {
        var ids = about.stream().map(Id::value).toList();
        asking.byInstallation(() -> letters.stop(ids));
    }

    /** What has become of the last letter about each of these; none where nothing was put in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Posted> last(Collection<? extends Id> about) {
        return letters.last(about.stream().map(Id::value).toList());
    }
}
