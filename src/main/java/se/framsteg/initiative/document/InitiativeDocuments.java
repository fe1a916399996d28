package se.framsteg.initiative.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to the papers of an initiative. They are kept as they are, and only ever given out as files to save. */
@Component
public class InitiativeDocuments {
    private final Affairs affairs;
    private final InitiativeDocumentRows documents;

    InitiativeDocuments(Affairs affairs, InitiativeDocumentRows documents) {
        this.affairs = affairs;
        this.documents = documents;
    }

    /** @param removed those that have been taken away */
    public record View(Affairs.Head head, List<InitiativeDocument> documents, List<InitiativeDocument> removed) {
        public View {
            documents = List.copyOf(documents);
            removed = List.copyOf(removed);
        }
    }

    /** A paper with what stands in it. */
    public record Opened(InitiativeDocument document, byte[] content) {
        /** The paper alone: what stands in it stays out of logs. */
        @Override
        public String toString() {
            return "document " + document.id();
        }
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        var head = affairs.see(actor, id);
        var all = documents.of(id);
        return new View(
                head,
                all.stream().filter(one -> one.removed().isEmpty()).toList(),
                all.stream().filter(one -> one.removed().isPresent()).toList());
    }

    /** @throws NotFoundException if the actor may not see it, or there is none */
    @Transactional
    public Opened open(Actor.Staff actor, InitiativeId id, DocumentId document) {
        affairs.see(actor, id);
        return new Opened(find(id, document), documents.content(document));
    }

    /** @throws NotFoundException unless the actor may change it, and there is one */
    @Transactional
    public InitiativeDocument toRemove(Actor.Staff actor, InitiativeId id, DocumentId document) {
        affairs.change(actor, id);
        return find(id, document);
    }

    /** What stands above the form for a new one. */
    @Transactional
    public Affairs.Head head(Actor.Staff actor, InitiativeId id) {
        return affairs.change(actor, id);
    }

    /** What is told of a paper when it is handed in. */
    public record Told(DocumentId id, InitiativeDocument.Kind kind, String title, LocalDate on) {}

    /**
     * Adds a paper. Adding the same once more changes nothing.
     *
     * @throws IllegalArgumentException if it is none that is taken
     */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, Told told, byte[] content) {
        affairs.change(actor, id);
        var paper = new Paper(content);
        FreeWords.require(told.title());
        if (paper.problem().isPresent() || told.title().isEmpty()) {
            throw new IllegalArgumentException("no paper that is taken");
        }
        var document = new InitiativeDocument(
                told.id(),
                told.kind(),
                told.title(),
                told.on(),
                paper.type().orElseThrow(),
                content.length,
                Optional.empty());
        documents.add(id, document, content, actor.id());
        find(id, told.id());
    }

    /**
     * Takes a paper away: that it was there and why it went is kept, what stood in it is not.
     *
     * @param reason must be there
     */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, DocumentId document, String reason) {
        affairs.change(actor, id);
        find(id, document);
        FreeWords.require(reason);
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("no reason");
        }
        documents.remove(document, reason, actor.id());
    }

    private InitiativeDocument find(InitiativeId id, DocumentId document) {
        return documents.find(id, document).orElseThrow(NotFoundException::new);
    }
}
