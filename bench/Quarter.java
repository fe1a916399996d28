import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.UUID;

/** An association of 2,000 cases in five initiatives, its ledger closed by the product, whose officers ask for its last quarter. */
final class Quarter {
    private static final String LABEL = "kvartal";
    private static final int INITIATIVES = 5;
    private static final int CASES = 400;
    private static final int OFFICERS = 8;

    private Quarter() {}

    /** The association; filled and closed if it isn't. */
    static UUID association(Program program) throws Exception {
        if (found(program) == null) {
            Associations.fill(program, LABEL, 1, INITIATIVES, CASES, OFFICERS);
        }
        program.awaitClosed();
        return found(program);
    }

    private static UUID found(Program program) throws Exception {
        try (var database = program.database()) {
            return found(database);
        }
    }

    private static UUID found(Connection database) throws SQLException {
        try (var statement = database.prepareStatement("select association_id from staff where email = ?")) {
            statement.setString(1, Associations.officer(LABEL, 1, 1));
            var rows = statement.executeQuery();
            return rows.next() ? rows.getObject(1, UUID.class) : null;
        }
    }

    /** Each client is another one. */
    static String officer(int number) {
        return Associations.officer(LABEL, 1, 1 + number % OFFICERS);
    }

    /** The page of the last whole quarter. */
    static String page() {
        var day = LocalDate.now().minusMonths(3);
        return "/statistics?span=%dQ%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }
}
