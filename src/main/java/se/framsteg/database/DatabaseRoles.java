package se.framsteg.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/** Who may do what in the cluster. Every start says it all again, so that a half-finished one is mended. */
final class DatabaseRoles {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "framsteg_owner";
    static final String APPLICATION = "framsteg_app";
    static final String DATABASE = "framsteg";

    private static final String NO_POWERS =
            "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT -1";

    private static final List<String> RIGHTS = List.of(
            // Everyone may enter a new database by default, and make temporary tables in it.
            "REVOKE ALL ON DATABASE framsteg FROM PUBLIC",
            "REVOKE ALL ON DATABASE postgres FROM PUBLIC",
            "REVOKE ALL ON DATABASE template1 FROM PUBLIC",
            "ALTER DATABASE framsteg OWNER TO framsteg_owner",
            "GRANT CONNECT ON DATABASE framsteg TO framsteg_app");

    private final Passwords passwords;

    DatabaseRoles(Passwords passwords) {
        this.passwords = passwords;
    }

    void setUp(String serverUrl) throws IOException, SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", passwords.of(SUPERUSER));
        try (var connection = DriverManager.getConnection(serverUrl + "postgres?sslmode=disable", login)) {
            setUpRole(connection, OWNER);
            setUpRole(connection, APPLICATION);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE framsteg OWNER framsteg_owner");
            }
            for (String right : RIGHTS) {
                execute(connection, right);
            }
        }
    }

    private void setUpRole(Connection connection, String role) throws IOException, SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "CREATE ROLE " + role);
        }
        execute(connection, "ALTER ROLE " + role + " " + NO_POWERS);
        // The driver sends what the server needs to check a password, never the password.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role, passwords.of(role).toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
