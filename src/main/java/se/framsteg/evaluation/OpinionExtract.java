package se.framsteg.evaluation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/**
 * That somebody is done with an evaluation of the initiative, told to themselves alone: a policy hides it from all staff. What they answered is
 * nobody's and cannot be told.
 */
@Component
class OpinionExtract implements ExtractSource {
    private final JdbcClient jdbc;

    OpinionExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        if (asked.reader() != Asked.Reader.PERSON) {
            return List.of(new Chapter(Topic.EVALUATIONS, List.of()));
        }
        var entries = jdbc.sql("select occasion from evaluation_settled where case_id = ? order by occasion desc")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("occasion", "own-evaluation.occasion")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.EVALUATIONS, entries));
    }
}
