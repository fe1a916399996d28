package se.framsteg.assessment.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RadarStylesheetTest {

    private static final String CSS = css();
    private static final Map<String, String> LIGHT = colours(CSS.substring(0, CSS.indexOf("@media")));
    private static final Map<String, String> DARK =
            colours(CSS.substring(CSS.indexOf("@media"), CSS.indexOf("@media (forced-colors")));

    static final List<Map<String, String>> SCHEMES = List.of(LIGHT, DARK);

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void linesAndTextsStandOutFromTheGround(Map<String, String> scheme) {
        for (Series series : Series.values()) {
            assertThat(contrast(scheme, Look.of(series).name()))
                    .as(series.name())
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(contrast(scheme, "edge")).isGreaterThanOrEqualTo(3);
        assertThat(contrast(scheme, "text")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(scheme, "number")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void theDrawingFallsBackToTheColoursOfTheLightScheme() {
        String drawing = new RadarDrawing(Radars.complete(Radars.SIX_AREAS), "r", "", "").wide();

        assertThat(drawing).contains(LIGHT.values());
        for (Series series : Series.values()) {
            assertThat(LIGHT)
                    .containsEntry(Look.of(series).name(), Look.of(series).colour());
        }
    }

    private static double contrast(Map<String, String> scheme, String name) {
        double one = luminance(Objects.requireNonNull(scheme.get(name), name));
        double other = luminance(Objects.requireNonNull(scheme.get("ground")));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance as in WCAG 2.2. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        Stream<MatchResult> found = Pattern.compile("--radar-([a-z-]+): (#[0-9a-f]{6});")
                .matcher(css)
                .results();
        found.forEach(match -> colours.put(match.group(1), match.group(2)));
        return colours;
    }

    private static String css() {
        try (InputStream css = RadarStylesheetTest.class.getResourceAsStream("/static/css/radar.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
