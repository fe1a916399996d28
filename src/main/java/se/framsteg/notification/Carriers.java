package se.framsteg.notification;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.framsteg.notification.carrier.Carrier;
import se.framsteg.notification.carrier.Message;
import se.framsteg.notification.carrier.NotSentException;
import se.framsteg.notification.carrier.Obstacle;
import se.framsteg.notification.carrier.Way;
import se.framsteg.ui.Addresses;

/** All ways out of the house, and what stands in them. */
@Component
class Carriers {
    private final Map<Way, Carrier> carriers = new EnumMap<>(Way.class);
    private final ReminderSettings settings;
    private final Addresses addresses;
    private final boolean demo;

    @Autowired
    Carriers(
            List<Carrier> carriers,
            ReminderSettings settings,
            Addresses addresses,
            @Value("${framsteg.demo.enabled:false}") boolean demo) {
        carriers.forEach(carrier -> this.carriers.put(carrier.way(), carrier));
        this.settings = settings;
        this.addresses = addresses;
        this.demo = demo;
    }

    /** Why no reminder goes this way; empty if it is open. */
    Optional<Obstacle> obstacle(Way way) {
        return !demo && !settings.enabled() ? Optional.of(Obstacle.OFF) : obstacleToLetters(way);
    }

    /** Why nothing else than reminders goes this way either; empty if it is open. */
    Optional<Obstacle> obstacleToLetters(Way way) {
        var carrier = carriers.get(way);
        if (demo) {
            return Optional.of(Obstacle.DEMO);
        }
        if (carrier == null || !carrier.isSetUp()) {
            return Optional.of(Obstacle.NOT_SET_UP);
        }
        return addresses.baseUrl().isEmpty() ? Optional.of(Obstacle.NO_BASE_URL) : Optional.empty();
    }

    /** What stands in each way that is not open. */
    Map<Way, Obstacle> obstacles() {
        var obstacles = new EnumMap<Way, Obstacle>(Way.class);
        for (var way : Way.values()) {
            obstacle(way).ifPresent(obstacle -> obstacles.put(way, obstacle));
        }
        return obstacles;
    }

    /** The ways that are open. */
    Set<Way> open() {
        var open = EnumSet.allOf(Way.class);
        open.removeAll(obstacles().keySet());
        return open;
    }

    void send(Way way, String to, Message message) throws NotSentException {
        var carrier = carriers.get(way);
        if (carrier == null) {
            throw new IllegalStateException("no carrier for " + way);
        }
        carrier.send(to, message);
    }
}
