package se.framsteg.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;

/**
 * What a case was last measured in, for rooms that point to it. Names of dimensions and no answer. Guards and journals nothing: call it
 * where the look at what points to them was admitted; the database tells of rounds to those alone who may see them.
 */
@Component
public class LastDimensions {
    private final RoundTable rounds;
    private final InstrumentLibrary library;
    private final InitiativeRegister initiatives;
    private final JdbcClient jdbc;

    LastDimensions(RoundTable rounds, InstrumentLibrary library, InitiativeRegister initiatives, JdbcClient jdbc) {
        this.rounds = rounds;
        this.library = library;
        this.initiatives = initiatives;
        this.jdbc = jdbc;
    }

    /** Key to name, in order: of the last round that anybody has answered; while there is none, of the initiative's instrument. */
    public Map<String, String> of(CaseId caseId, String language) {
        return rounds.of(caseId).stream()
                .filter(round -> round.participantSent() || round.caseworkerSent())
                .reduce((_, last) -> last)
                .map(Round::instrument)
                .map(instrument -> named(instrument, language))
                .orElseGet(() -> ofInitiative(caseId, language));
    }

    /** Key to name, in order, of the instrument that the case's initiative measures with now. */
    public Map<String, String> ofInitiative(CaseId caseId, String language) {
        return initiative(caseId)
                .flatMap(initiatives::find)
                .map(found -> named(found.plan().instrument(), language))
                .orElse(Map.of());
    }

    private Optional<InitiativeId> initiative(CaseId caseId) {
        return jdbc.sql("select initiative_id from case_states where case_id = ?")
                .param(caseId.value())
                .query(UUID.class)
                .optional()
                .map(InitiativeId::new);
    }

    private Map<String, String> named(InstrumentId id, String language) {
        var names = new LinkedHashMap<String, String>();
        library.get(id)
                .dimensions()
                .forEach(
                        dimension -> names.put(dimension.key(), dimension.name().in(language)));
        return Collections.unmodifiableMap(names);
    }
}
