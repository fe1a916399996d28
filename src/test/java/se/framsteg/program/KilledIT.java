package se.framsteg.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Array;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.framsteg.testing.Visitor;

/** Processes are killed in the middle of a stream of answers. Every answer that was acknowledged is there afterwards. */
class KilledIT {
    private static final Map<String, String> DEMO = Map.of("FRAMSTEG_DEMO_ENABLED", "true");
    private static final Pattern CASE = Pattern.compile("/cases/[0-9a-f-]{36}(?=\")");
    private static final Pattern HAND_OVER = Pattern.compile("/cases/[0-9a-f-]{36}/rounds/([0-9a-f-]{36})/hand-over");
    private static final int QUESTIONS = 9;

    @TempDir
    static Path folder;

    /** Filled once: what a kill leaves behind is what the next one finds. */
    @BeforeAll
    static void fill() {
        try (var program = Program.start(folder, DEMO)) {
            program.awaitOutput("coach1@ekby.example");
        }
    }

    @Test
    void killingTheProgramLosesNoAcknowledgedAnswer() throws Exception {
        var stream = new AnswerStream();
        try (var program = Program.start(folder, DEMO)) {
            program.awaitOutput("coach1@ekby.example");
            stream.begin(program);
            stream.awaitAnswers(60);
            program.kill();
            stream.end();
        }
        try (var again = Program.start(folder, DEMO)) {
            assertThat(again.get("/actuator/health").statusCode()).isEqualTo(200);
            stream.assertNothingLost(folder);
        }
    }

    @Test
    void killingTheDatabaseLosesNoAcknowledgedAnswerAndTheProgramGoesOn() throws Exception {
        try (var program = Program.start(folder, DEMO)) {
            program.awaitOutput("coach1@ekby.example");
            var stream = new AnswerStream();
            stream.begin(program);
            stream.awaitAnswers(60);
            Program.killDatabase(folder);
            program.awaitOutput("PostgreSQL is back");
            stream.awaitAnswers(60);
            stream.end();
            stream.assertNothingLost(folder);
        }
    }

    /** A participant who answers without a pause, round and round, and remembers what was acknowledged. */
    private static final class AnswerStream {
        private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
        private final Map<Integer, Set<Integer>> unknown = new ConcurrentHashMap<>();
        private final AtomicInteger answers = new AtomicInteger();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean goOn = true;
        private UUID round = new UUID(0, 0);

        void begin(Program program) {
            var visitor = new Visitor(program.port()).signIn("coach1@ekby.example", "stegvis-framat");
            round = handOver(visitor);
            var token = visitor.token();
            Thread.startVirtualThread(() -> {
                for (int i = 0; goOn; i++) {
                    answer(visitor, token, 1 + i % QUESTIONS, 1 + i % 5);
                }
                ended.countDown();
            });
        }

        private static UUID handOver(Visitor visitor) {
            var form = CASE.matcher(visitor.get("/cases").body())
                    .results()
                    .flatMap(hit -> handOverForms(visitor, hit.group()))
                    .findFirst()
                    .orElseThrow();
            visitor.post(form, Map.of());
            var hit = HAND_OVER.matcher(form);
            assertThat(hit.matches()).isTrue();
            return UUID.fromString(hit.group(1));
        }

        private static Stream<String> handOverForms(Visitor visitor, String path) {
            return HAND_OVER
                    .matcher(visitor.get(path + "/progression").body())
                    .results()
                    .map(hit -> hit.group());
        }

        private void answer(Visitor visitor, String token, int question, int step) {
            unknown.computeIfAbsent(question, _ -> ConcurrentHashMap.newKeySet())
                    .add(step);
            try {
                var saved = visitor.post(
                        "/svara/question/" + question,
                        Map.of("round", round.toString(), "answer", Integer.toString(step), "go", "on"),
                        token);
                var to = saved.headers().firstValue("Location").orElse("");
                if (to.contains("/svara/question/") || to.contains("/svara/look-over")) {
                    acknowledged.put(question, step);
                    unknown.remove(question);
                    answers.incrementAndGet();
                } else {
                    assertThat(saved.body()).doesNotContain("\tat ");
                }
            } catch (UncheckedIOException e) {
                // not acknowledged: whether it was saved is not known
            }
        }

        void awaitAnswers(int count) {
            var from = answers.get();
            await().atMost(Duration.ofSeconds(60)).until(() -> answers.get() >= from + count);
        }

        void end() throws InterruptedException {
            goOn = false;
            ended.await();
        }

        /** What was sent but not acknowledged may be saved or not; nothing else may differ. */
        void assertNothingLost(Path folder) throws Exception {
            var saved = saved(folder);
            assertThat(acknowledged).hasSize(QUESTIONS);
            acknowledged.forEach((question, step) -> {
                var possible = new HashSet<>(unknown.getOrDefault(question, Set.of()));
                possible.add(step);
                assertThat(saved[question - 1].intValue())
                        .as("question %d", question)
                        .isIn(possible);
            });
        }

        private Short[] saved(Path folder) throws Exception {
            try (var connection = Program.database(folder);
                    var query = connection.prepareStatement(
                            "select answers from assessments where round_id = ? and respondent = 'PARTICIPANT'")) {
                query.setObject(1, round);
                try (var row = query.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    Array answersSaved = row.getArray(1);
                    return (Short[]) answersSaved.getArray();
                }
            }
        }
    }
}
