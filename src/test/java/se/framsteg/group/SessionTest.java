package se.framsteg.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static Session.Details withMaterials(String materials) {
        return new Session.Details(
                LocalDate.of(2026, 3, 2),
                LocalTime.of(9, 30),
                120,
                Session.Kind.LECTURE,
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                materials);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ta med skor | Ta med skor | ''",
                "https://example.org/a | https://example.org/a | https://example.org/a",
                "Om sömn: https://example.org/a?b=1 | Om sömn | https://example.org/a?b=1",
                "Läs på javascript:alert(1) | Läs på javascript:alert(1) | ''"
            })
    void aLineIsReadItselfOrLeadsToASafePlace(String line, String text, String link) {
        assertThat(withMaterials("\n" + line + "\n").reading())
                .containsExactly(new Session.Material(text, Optional.of(link).filter(one -> !one.isEmpty())));
        assertThat(Session.Material.faulty(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "Läs HTTP://example.org",
                "https://",
                "https://med blanksteg i",
                "https://ett:två@example.org"
            })
    void aLinkInPlainTextOrThatLeadsNowhereIsTold(String line) {
        assertThat(Session.Material.faulty(line)).isTrue();
    }

    @Test
    void aSessionThatIsCancelledOrAheadDoesNotWait() {
        var id = SessionId.create();
        var details = withMaterials("");
        var day = details.on();
        assertThat(new Session(id, GroupId.create(), details, Optional.empty(), 0, 0).waits(day))
                .isTrue();
        assertThat(new Session(id, GroupId.create(), details, Optional.empty(), 0, 0).waits(day.minusDays(1)))
                .isFalse();
        assertThat(new Session(id, GroupId.create(), details, Optional.of(""), 0, 0).waits(day))
                .isFalse();
        assertThat(new Session(id, GroupId.create(), details, Optional.empty(), 1, 0).waits(day))
                .isFalse();
        assertThat(details.ends()).isEqualTo(LocalTime.of(11, 30));
    }
}
