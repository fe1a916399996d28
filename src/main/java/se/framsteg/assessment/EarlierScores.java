package se.framsteg.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Asking;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.shared.InstrumentId;

/**
 * Gives answers that were sent in before scores were stored their scores, when the program starts: in small steps, each a
 * transaction of its own, until none is left. Where none is left it costs one look at an empty index.
 */
@Component
class EarlierScores implements ApplicationRunner {
    private static final int STEP = 500;

    private final JdbcClient jdbc;
    private final InstrumentLibrary library;
    private final Asking asking;

    EarlierScores(JdbcClient jdbc, InstrumentLibrary library, Asking asking) {
        this.jdbc = jdbc;
        this.library = library;
        this.asking = asking;
    }

    private record Unscored(AssessmentTable.Stored sheet, InstrumentId instrument) {}

    @Override
    public void run(ApplicationArguments arguments) {
        boolean more;
        do {
            more = asking.byInstallation(this::step);
        } while (more);
    }

    private boolean step() {
        var sheets = unscored();
        sheets.forEach(this::score);
        return !sheets.isEmpty();
    }

    private List<Unscored> unscored() {
        return jdbc.sql("""
            select a.*, r.instrument_id from assessments a join rounds r on r.id = a.round_id
            where a.submitted_at is not null and a.scores is null
            limit :most for update of a skip locked\
            """).param("most", STEP).query(EarlierScores::read).list();
    }

    private void score(Unscored one) {
        var sheet = one.sheet();
        jdbc.sql("update assessments set scores = :scores where round_id = :round and respondent = :respondent")
                .param("scores", Sending.scores(library.get(one.instrument()), sheet))
                .param("round", sheet.round().value())
                .param("respondent", sheet.respondent().name())
                .update();
    }

    private static Unscored read(ResultSet row, int i) throws SQLException {
        return new Unscored(
                AssessmentTable.stored(row, i), new InstrumentId(row.getObject("instrument_id", UUID.class)));
    }
}
