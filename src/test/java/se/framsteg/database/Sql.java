package se.framsteg.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain statements for the tests of this room. */
final class Sql {

    private Sql() {}

    static Connection connect(EmbeddedPostgres.Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    static void execute(EmbeddedPostgres.Login login, String... commands) throws SQLException {
        try (var connection = connect(login);
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    static List<String> column(EmbeddedPostgres.Login login, String query) throws SQLException {
        try (var connection = connect(login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static String value(EmbeddedPostgres.Login login, String query) throws SQLException {
        return column(login, query).getFirst();
    }
}
