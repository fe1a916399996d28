package se.framsteg.assessment;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.assessment.library.InstrumentDrafts;
import se.framsteg.shared.InstrumentId;

/** Instruments of an association's own to test with, made through the application's own door. */
public final class InstrumentExamples {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final InstrumentDrafts drafts;

    public InstrumentExamples(ListableBeanFactory beans) {
        this.drafts = beans.getBean(InstrumentDrafts.class);
    }

    /** A whole instrument of two dimensions and three questions, with this key, name and version. */
    public static String yaml(String key, String name, int version) {
        return """
            key: %s
            version: %d
            languages: [sv, en]
            unreviewed: [en]
            name: {sv: %s, en: In English}
            description: {sv: Beskrivningen., en: The description.}
            rights: {sv: Förbundets egna texter., en: The association’s own texts.}
            source: {sv: Skrivet här., en: Written here.}
            scale:
              highest: 3
              steps:
                - {sv: Inte ännu, en: Not yet}
                - {sv: Ibland, en: Sometimes}
                - {sv: Oftast, en: Mostly}
            dimensions:
              - key: vardag
                name: {sv: Vardag, en: Everyday life}
                help: {sv: Hur dagarna fungerar., en: How the days work.}
                scoring: {method: mean, fewest-answers: 1}
              - key: tilltro
                name: {sv: Tilltro, en: Belief}
                help: {sv: Tron på ett arbete., en: The belief in a job.}
                scoring: {method: median, fewest-answers: 1}
                smallest-change: 2
            items:
              - key: sover
                dimension: vardag
                participant: {question: {sv: "Sover du gott?", en: "Do you sleep well?"}}
                caseworker: {question: {sv: "Sover personen gott?", en: "Does the person sleep well?"}}
              - key: handlar
                dimension: vardag
                participant: {question: {sv: "Handlar du mat?", en: "Do you buy food?"}}
              - key: tror
                dimension: tilltro
                participant: {question: {sv: "Tror du på ett jobb?", en: "Do you believe in a job?"}}
            """.formatted(key, version, name);
    }

    /** A whole draft, under a key that no other example has. */
    public InstrumentId draft(Actor.Staff writer) {
        return drafts.add(writer, yaml("prov-" + COUNTER.incrementAndGet(), "Provinstrumentet", 1));
    }

    public InstrumentId published(Actor.Staff writer) {
        var id = draft(writer);
        drafts.publish(writer, id, 0);
        return id;
    }
}
