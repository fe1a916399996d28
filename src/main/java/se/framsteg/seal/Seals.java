package se.framsteg.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.organisation.Installation;

/** The door to the journal's seals, for whoever runs the installation. Nothing about anybody. */
@Component
public class Seals {
    private final Sealing sealing;
    private final JournalCheck check;
    private final Guard guard;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final SealSettings settings;

    Seals(
            Sealing sealing,
            JournalCheck check,
            Guard guard,
            Asking asking,
            TransactionTemplate transaction,
            SealSettings settings) {
        this.sealing = sealing;
        this.check = check;
        this.guard = guard;
        this.asking = asking;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * How it stands with the seals.
     *
     * @param on whether this program seals at all
     * @param last the last block, as it can be written down
     * @param kept the last block that is known outside the database, in this node's data folder
     * @param lastAt when the last block was made
     * @param rows how many rows are sealed
     * @param obstacle why no more is sealed
     */
    public record State(
            boolean on,
            Optional<String> last,
            Optional<String> kept,
            Optional<Instant> lastAt,
            long rows,
            Waiting waiting,
            Optional<Broken> obstacle) {}

    @Transactional
    public State see(Actor.Staff staff) {
        guard.admit(staff, Action.MANAGE_INSTALLATION, Installation.THIS);
        var now = asInstallation(staff, sealing::now);
        return new State(
                settings.sealed(),
                now.last().map(LastSeal::of).map(LastSeal::shown),
                now.kept().map(LastSeal::shown),
                now.last().map(Seal::sealedAt),
                now.rows(),
                now.waiting(),
                now.obstacle());
    }

    /** The journal as a whole is nobody's to see: whoever asked is the one who is asking again afterwards. */
    private <T> T asInstallation(Actor.Staff staff, Supplier<T> look) {
        asking.by(new Actor.Installation());
        try {
            return look.get();
        } finally {
            asking.by(staff);
        }
    }

    /** Goes through the whole journal. */
    public JournalCheck.Result check(Actor.Staff staff) {
        transaction.executeWithoutResult(_ -> guard.admit(staff, Action.CHECK_JOURNAL, Installation.THIS));
        return check.check(Optional.empty());
    }

    /** Why no more is sealed, for whoever is to do something about it; of others it asks nothing. */
    @Transactional
    Optional<Broken> obstacle(Actor.Staff staff) {
        if (!settings.sealed() || !guard.allows(staff, Action.MANAGE_INSTALLATION, Installation.THIS)) {
            return Optional.empty();
        }
        return asInstallation(staff, sealing::obstacle);
    }
}
