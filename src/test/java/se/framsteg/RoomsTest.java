package se.framsteg;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.core.DependencyType;

class RoomsTest {
    private static final Path PICTURE = Path.of("docs/rooms.md");
    private static final ApplicationModules ROOMS = ApplicationModules.of(Framsteg.class);

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        ROOMS.verify();
    }

    @Test
    void thePictureOfTheRoomsIsTheOneInTheDocs() throws IOException {
        var picture = """
            # The rooms

            Drawn by `RoomsTest` from the code: an arrow means "uses". `shared` and `ui` are foundations that every room
            may use, and are left out. Each room tells in its `package-info.java` what it is for and which tables it owns.

            ```mermaid
            flowchart TD
            %s
            %s
            ```
            """.formatted(boxes(), arrows());
        var before = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        Files.writeString(PICTURE, picture);
        assertThat(before)
                .as("%s was out of date and has been drawn anew: commit it", PICTURE)
                .isEqualTo(picture);
    }

    private static String boxes() {
        return ROOMS.stream()
                .map(RoomsTest::name)
                .filter(RoomsTest::drawn)
                .sorted()
                .map(name -> "    " + name)
                .collect(joining("\n"));
    }

    private static String arrows() {
        return ROOMS.stream()
                .filter(room -> drawn(name(room)))
                .sorted(Comparator.comparing(RoomsTest::name))
                .flatMap(room -> room.getDependencies(ROOMS, DependencyDepth.IMMEDIATE, DependencyType.values())
                        .uniqueModules()
                        .map(RoomsTest::name)
                        .filter(RoomsTest::drawn)
                        .distinct()
                        .sorted()
                        .map(used -> "    " + name(room) + " --> " + used))
                .collect(joining("\n"));
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }

    private static boolean drawn(String name) {
        return !name.equals("shared") && !name.equals("ui");
    }
}
