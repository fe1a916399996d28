import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as a process of its own, as in production but for its invented people. */
final class Program implements AutoCloseable {
    /** What all invented people sign in with. */
    static final String PASSWORD = "stegvis-framat";
    private static final int PORT = 8199;
    private static final String CLOSED = """
        select not exists (select from initiatives i cross join (select cast(date_trunc('quarter', current_date) as date) - 1 as day) q
          where i.kind = 'INDIVIDUAL' and i.starts_on <= q.day
            and not exists (select from report_periods p where p.initiative_id = i.id)
            and not exists (select from ledger_days d where d.initiative_id = i.id and d.day >= q.day))""";

    private final Process process;
    private final Path data;
    private final Duration firstPage;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    private Program(Process process, Path data, Duration firstPage) {
        this.process = process;
        this.data = data;
        this.firstPage = firstPage;
    }

    /** Fills the data folder if it has fewer persons and starts on what is there, so that neither filling nor closing ledgers is measured. */
    static Program start(Path jar, Path data, int persons) throws Exception {
        try (var filling = begin(jar, data, persons)) {
            filling.awaitFilled();
            filling.awaitClosed();
        }
        return begin(jar, data, persons);
    }

    /** Starts on what is there. */
    static Program begin(Path jar, Path data, int persons) throws Exception {
        return begin(jar, data, Map.of("FRAMSTEG_DEMO_ENABLED", "true", "FRAMSTEG_DEMO_PERSONS", Integer.toString(persons)));
    }

    /** @param settings by the names that they have in the environment */
    static Program begin(Path jar, Path data, Map<String, String> settings) throws Exception {
        Files.createDirectories(data.getParent());
        if (Files.notExists(data)) {
            Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var java = ProcessHandle.current().info().command().orElse("java");
        var builder = new ProcessBuilder(java, "-Xmx384m", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString());
        builder.environment().put("FRAMSTEG_DATA_DIR", data.toString());
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", Integer.toString(PORT));
        var started = System.nanoTime();
        var process = builder.redirectErrorStream(true).redirectOutput(data.resolve("program.log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        await(process, () -> answers("/sign-in"));
        return new Program(process, data, Duration.ofNanos(System.nanoTime() - started));
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits for something that the program does. */
    void await(Condition condition) throws Exception {
        await(process, condition);
    }

    private static void await(Process process, Condition condition) throws Exception {
        while (!condition.holds()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the program ended; see program.log in the data folder");
            }
        }
    }

    private static boolean answers(String path) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(site() + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The demo says where it is when all its people are there. */
    void awaitFilled() throws Exception {
        var log = data.resolve("program.log");
        await(process, () -> Files.readString(log).contains("Framsteg (demo): http"));
    }

    /** Has the product close all ledgers, if any isn't, of initiatives without report periods of their own, and waits until it has. */
    void awaitClosed() throws Exception {
        try (var database = database(); var statement = database.createStatement()) {
            await(process, () -> {
                statement.execute("update ledger_tasks set execution_time = now() where not picked and execution_time > now()");
                try (var rows = statement.executeQuery(CLOSED)) {
                    return rows.next() && rows.getBoolean(1);
                }
            });
        }
    }

    static String site() {
        return "http://localhost:" + PORT;
    }

    Visitor visitor() {
        return new Visitor(site());
    }

    Visitor signedIn(String email) throws Exception {
        return visitor().signIn(email, PASSWORD);
    }

    /** How long it took from the start of the process to its first page. */
    Duration firstPage() {
        return firstPage;
    }

    /** How many there are, the demo's own among them. */
    long persons() throws Exception {
        try (var database = database(); var rows = database.createStatement().executeQuery("select count(*) from participants")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * A connection of its own to the product's database. As the owner, whom no policy holds back: what it asks is the least that
     * the same can cost. Views that tell an asker's own association alone are told that the installation is asking.
     */
    Connection database() throws Exception {
        return database("framsteg_owner");
    }

    /** The same as whoever may do anything. */
    Connection superuser() throws Exception {
        return database("postgres");
    }

    private Connection database(String role) throws Exception {
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        var password = Files.readString(data.resolve("database-password-" + role)).strip();
        var database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/framsteg?sslmode=disable", role, password);
        try (var statement = database.createStatement()) {
            statement.execute("select set_config('framsteg.asking', 'INSTALLATION - ' || now(), false)");
        }
        connections.add(database);
        return database;
    }

    void closeConnections() throws Exception {
        for (var connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    /** How much processor time the program and PostgreSQL have had. */
    record Processor(Duration program, Duration postgresql) {}

    Processor processor() throws IOException {
        var server = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst().strip());
        var postgresql = ProcessHandle.of(server).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
                .map(Program::spent)
                .reduce(Duration.ZERO, Duration::plus);
        return new Processor(spent(process.toHandle()), postgresql);
    }

    private static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long residentMiB() throws IOException {
        var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
