package se.framsteg.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+46", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1"})
    void showsWhatASpreadsheetWouldWorkOut(String typed) {
        assertThat(written(List.of("Namn"), List.of(List.of(typed)))).contains("'" + typed);
        assertThat(written(List.of(typed), List.of())).contains("'" + typed);
    }

    @Test
    void opensAsItIsInASwedishSpreadsheet() {
        assertThat(written(List.of("Namn", "Antal"), List.of(List.of("Åsa; \"Ekby\"", "3"), List.of("", "0"))))
                .isEqualTo("\uFEFFNamn;Antal\r\n\"Åsa; \"\"Ekby\"\"\";3\r\n;0\r\n");
    }

    @Test
    void isSavedUnderItsNameAndKeptNowhereOnTheWay() {
        var headers =
                new Spreadsheet(List.of("Namn"), List.of()).download("följa").getHeaders();

        assertThat(headers.getContentDisposition().isAttachment()).isTrue();
        assertThat(headers.getContentDisposition().getFilename()).isEqualTo("följa.csv");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
    }

    private static String written(List<String> columns, List<List<String>> rows) {
        var body = new Spreadsheet(columns, rows).download("fil").getBody();
        return new String(requireNonNull(body), StandardCharsets.UTF_8);
    }
}
