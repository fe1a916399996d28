package se.framsteg.consent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.OrganisationId;

/** What the person has been asked and has answered about sharing, and who of other organisations is named on the case. */
@Component
class ConsentExtract implements ExtractSource {
    private final JdbcClient jdbc;
    private final Ledgers ledgers;
    private final OrganisationRegister organisations;

    ConsentExtract(JdbcClient jdbc, Ledgers ledgers, OrganisationRegister organisations) {
        this.jdbc = jdbc;
        this.ledgers = ledgers;
        this.organisations = organisations;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        return List.of(new Chapter(Topic.CONSENTS, consents(asked)), new Chapter(Topic.COLLEAGUES, colleagues(asked)));
    }

    private List<Entry> consents(Asked asked) {
        var answers = answers(asked);
        var names = organisations.names(organisationsIn(asked));
        return jdbc.sql("""
            select q.* from consents q where q.participant_id = ?
            order by (select min(recorded_at) from consent_answers a where a.consent_id = q.id), q.id\
            """)
                .param(asked.participant().value())
                .query((row, i) -> {
                    var columns = Columns.of(row)
                            .field("from", name(names, row.getObject("from_organisation_id", UUID.class)));
                    var to = row.getObject("to_organisation_id", UUID.class);
                    if (to != null) {
                        columns.field("to", name(names, to));
                    }
                    return columns.coded("to_other", "extract.to")
                            .written("to_name", "purpose")
                            .parts("answers_given", answers.getOrDefault(row.getObject("id", UUID.class), List.of()))
                            .entry();
                })
                .list();
    }

    private static Value name(Map<OrganisationId, String> names, UUID organisation) {
        return new Value.Written(names.getOrDefault(new OrganisationId(organisation), ""));
    }

    private List<OrganisationId> organisationsIn(Asked asked) {
        return jdbc.sql("""
            select from_organisation_id from consents where participant_id = :person
            union select to_organisation_id from consents where participant_id = :person and to_organisation_id is not null\
            """)
                .param("person", asked.participant().value())
                .query((row, i) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    private record Part(UUID consent, Entry entry) {}

    private Map<UUID, List<Entry>> answers(Asked asked) {
        var ledger = ledgers.of(asked.participant());
        return jdbc
                .sql("""
                    select a.*, p.media_type, p.added_by, p.added_at, p.content as paper
                    from consent_answers a join consents q on q.id = a.consent_id
                    left join consent_papers p on p.id = a.paper_id
                    where q.participant_id = ? order by a.consent_id, a.number\
                    """)
                .param(asked.participant().value())
                .query((row, i) -> new Part(
                        row.getObject("consent_id", UUID.class),
                        Columns.of(row)
                                .field("answer", answered(ledger, row))
                                .codes("kinds", "extract.kind")
                                .day("said_on", "valid_until")
                                .coded("how", "extract.how")
                                .written("spoken_reason")
                                .count("text_version")
                                .coded("language", "language")
                                .truth("interpreter")
                                .coded("media_type", "extract.file-type")
                                .attached("paper")
                                .by("added_by")
                                .moment("added_at")
                                .by("recorded_by")
                                .moment("recorded_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Part::consent, mapping(Part::entry, toList())));
    }

    /** As it was recorded; a yes that another answer replaced is told apart from one that the person stopped. */
    private static Value answered(Ledger ledger, ResultSet answer) throws SQLException {
        var turn = ledger.turn(new ConsentId(answer.getObject("consent_id", UUID.class)), answer.getInt("number"));
        return new Value.Coded(
                "extract.consent", turn == Consent.Turn.REPLACED ? turn.name() : answer.getString("answer"));
    }

    private List<Entry> colleagues(Asked asked) {
        return jdbc.sql("select * from case_colleagues where case_id = ? order by id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .by("staff_id", "named_by")
                        .moment("named_at")
                        .by("ended_by")
                        .moment("ended_at")
                        .entry())
                .list();
    }
}
