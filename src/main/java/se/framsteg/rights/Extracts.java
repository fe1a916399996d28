package se.framsteg.rights;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Asked.Reader;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door to what is registered about a person. Each extract is journaled. */
@Component
public class Extracts {
    private final Guard guard;
    private final List<ExtractSource> sources;
    private final Cases cases;
    private final Rounds rounds;
    private final Outside outside;
    private final Clock clock;

    Extracts(Guard guard, List<ExtractSource> sources, Cases cases, Rounds rounds, Outside outside, Clock clock) {
        this.guard = guard;
        this.sources = sources;
        this.cases = cases;
        this.rounds = rounds;
        this.outside = outside;
        this.clock = clock;
    }

    /** What is needed of other rooms. */
    @Component
    record Outside(StaffRegister staff, OrganisationRegister organisations, Asking asking) {}

    /**
     * For the person, taken out by who has the case.
     *
     * @param language of questions and the like, as in {@code Language}
     * @throws NotFoundException unless the actor reaches the case as its caseworker or lead
     */
    @Transactional
    public Extract ofCase(Actor.Staff actor, CaseId id, String language) {
        guard.admit(actor, Action.EXTRACT_REGISTER, id);
        var reader = guard.allows(actor, Action.SEE_WORKSHEET, id) ? Reader.STAFF : Reader.LEAD;
        return of(id, reader, language);
    }

    /**
     * The participant's own.
     *
     * @throws NotFoundException if the key does not open the own page
     */
    @Transactional
    public Extract own(Actor.Respondent participant, String language) {
        guard.admit(participant, Action.EXTRACT_REGISTER, participant.round());
        var own = rounds.find(participant.round()).map(Round::caseId).orElseThrow(NotFoundException::new);
        return of(own, Reader.PERSON, language);
    }

    /** Keeps out whoever has no own page to take it from. */
    @Transactional
    public void requireOwn(Actor.Respondent participant) {
        if (!guard.allows(participant, Action.EXTRACT_REGISTER, participant.round())) {
            throw new NotFoundException();
        }
    }

    /**
     * Everything, also what nobody has been told yet: what is kept in the archive when a case is disposed of.
     *
     * @throws NotFoundException if there is no such case
     */
    @Transactional
    public Extract forArchive(CaseId id) {
        guard.admit(new Actor.Installation(), Action.EXTRACT_REGISTER, id);
        return of(id, Reader.ARCHIVE, "sv");
    }

    /**
     * Whoever was let in gets everything, also what no page shows them, such as who has looked: meanwhile the database is told
     * that the installation itself is asking. The sources tell of this case and its person alone.
     */
    private Extract of(CaseId id, Reader reader, String language) {
        return outside.asking().byInstallation(() -> gathered(id, reader, language));
    }

    private Extract gathered(CaseId id, Reader reader, String language) {
        var facts = cases.facts(id).orElseThrow(NotFoundException::new);
        var asked = new Asked(id, facts.participant(), reader, language);
        var chapters = inOrder(
                sources.stream().flatMap(source -> source.of(asked).stream()).toList());
        return new Extract(
                facts.number(),
                organisation(facts),
                clock.instant(),
                reader,
                chapters,
                outside.staff().colleagues(new ArrayList<>(people(chapters))));
    }

    /** By topic; what several sources tell about the same makes one chapter. */
    private static List<Chapter> inOrder(List<Chapter> told) {
        var topics = new EnumMap<Topic, List<Entry>>(Topic.class);
        told.forEach(chapter ->
                topics.computeIfAbsent(chapter.topic(), _ -> new ArrayList<>()).addAll(chapter.entries()));
        return topics.entrySet().stream()
                .map(topic -> new Chapter(topic.getKey(), topic.getValue()))
                .toList();
    }

    private String organisation(CaseFacts facts) {
        return outside.organisations().names(List.of(facts.organisation())).getOrDefault(facts.organisation(), "");
    }

    private static Set<StaffId> people(List<Chapter> chapters) {
        var people = new HashSet<StaffId>();
        chapters.forEach(chapter -> addPeople(chapter.entries(), people));
        return people;
    }

    private static void addPeople(List<Entry> entries, Set<StaffId> people) {
        for (var entry : entries) {
            for (var field : entry.fields()) {
                if (field.value() instanceof Value.By(var staff)) {
                    people.add(staff);
                } else if (field.value() instanceof Value.Parts(var parts)) {
                    addPeople(parts, people);
                }
            }
        }
    }
}
