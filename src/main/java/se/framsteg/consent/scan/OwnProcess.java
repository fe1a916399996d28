package se.framsteg.consent.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.util.ClassUtils;

/**
 * Reads a PDF in a process of its own, which has a memory and a time of its own and nothing else of the program's: a small file can
 * unpack to more than the program has, in more ways than can be told beforehand, and then only that process ends.
 */
final class OwnProcess {
    private static final List<String> LIMITS = List.of(
            "-Xmx192m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true");

    private static final int LONGEST_SECONDS = 20;
    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    private static final int LONGEST_WAIT_SECONDS = 10;

    /** Of Spring Boot, and there in the packed program alone: finds classes in the files within its file. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final String TAKEN = "taken";
    private static final Set<String> PROBLEMS =
            Set.of("scan.acts", "scan.locked", "scan.damaged", "scan.more-than-paper");

    private OwnProcess() {}

    /** What {@link PdfContent#problem} says there. Waits for its turn; whoever has waited too long is told to try again. */
    static Optional<String> problem(byte[] file) {
        try {
            if (!AT_ONCE.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.of("scan.busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("scan.busy");
        }
        try {
            var said = said(file);
            return said.equals(TAKEN) ? Optional.empty() : Optional.of(PROBLEMS.contains(said) ? said : "scan.damaged");
        } catch (IOException _) {
            return Optional.of("scan.damaged");
        } finally {
            AT_ONCE.release();
        }
    }

    private static String said(byte[] file) throws IOException {
        var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        var process = builder.start();
        process.onExit().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> process.destroyForcibly());
        try (var in = process.getOutputStream()) {
            in.write(file);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return process.onExit().join().exitValue() == 0 ? said : "scan.damaged";
    }

    private static List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIMITS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (ClassUtils.isPresent(LAUNCHER, ClassLoader.getSystemClassLoader())) {
            command.addAll(List.of("-Dloader.main=" + OwnProcess.class.getName(), LAUNCHER));
        } else {
            command.add(OwnProcess.class.getName());
        }
        return command;
    }

    /** What that process does: takes the file in, and says what is wrong with it, if anything. Nothing else is to be heard there. */
    public static void main(String[] none) throws IOException {
        // Also when nobody waits for it any longer.
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        var answer = System.out;
        System.setOut(System.err);
        answer.println(PdfContent.problem(System.in.readAllBytes()).orElse(TAKEN));
    }
}
