package se.framsteg.pathway;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.pathway.library.PathwayDrafts;
import se.framsteg.pathway.method.ExamplePathway;
import se.framsteg.shared.PathwayId;

/** Pathways of an association's own to test with, made through the application's own door. */
public final class PathwayExamples {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final PathwayDrafts drafts;

    public PathwayExamples(ListableBeanFactory beans) {
        this.drafts = beans.getBean(PathwayDrafts.class);
    }

    /** The documented example with this key, name and version. */
    public static String yaml(String key, String name, int version) {
        return ExamplePathway.yaml()
                .replace("walk-and-talk", key)
                .replace("Gå och prata", name)
                .replace("version: 1", "version: " + version);
    }

    /** A whole draft, under a key that no other example has. */
    public PathwayId draft(Actor.Staff writer) {
        return drafts.add(writer, yaml("prov-" + COUNTER.incrementAndGet(), "Gå och prata", 1));
    }

    public PathwayId published(Actor.Staff writer) {
        var id = draft(writer);
        drafts.publish(writer, id, 0);
        return id;
    }
}
