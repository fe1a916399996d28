package se.framsteg.assessment.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {

    private static final double SMALLEST_READABLE_FONT = 12;

    static Stream<Arguments> sizes() {
        return IntStream.rangeClosed(3, 12)
                .boxed()
                .flatMap(axes -> Stream.of(Size.values()).map(size -> Arguments.of(axes, size)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void longLabelsNeitherMeetNorAreCutOff(int axes, Size size) {
        assertReadable(Layout.of(Radars.complete(Radars.LONG_LABELS.subList(0, axes)), size));
    }

    @Property(tries = 200)
    void labelsInAnyOrderNeitherMeetNorAreCutOff(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> labels = new ArrayList<>(Radars.LONG_LABELS);
        Collections.shuffle(labels, random);
        Radar radar = Radars.complete(labels.subList(0, 3 + random.nextInt(10)));

        for (Size size : Size.values()) {
            assertReadable(Layout.of(radar, size));
        }
    }

    @Property(tries = 200)
    void anyLabelsFindRoom(@ForAll long seed) {
        for (Size size : Size.values()) {
            assertReadable(Layout.of(Radars.any(seed), size));
        }
    }

    private static void assertReadable(Layout layout) {
        assertThat(layout.size().font).isGreaterThanOrEqualTo(SMALLEST_READABLE_FONT);
        List<Label> texts =
                Stream.concat(layout.labels().stream(), layout.key().stream()).toList();
        for (int i = 0; i < texts.size(); i++) {
            Label text = texts.get(i);
            assertThat(texts.subList(i + 1, texts.size()))
                    .noneMatch(other -> other.box().nearerThan(0, text.box()));
            assertThat(layout.web().isClearOf(text.box(), 0)).isTrue();
            assertWithin(text, layout);
        }
    }

    private static void assertWithin(Label text, Layout layout) {
        Box bounds = layout.bounds();
        assertThat(text.box().left()).isGreaterThanOrEqualTo(bounds.left());
        assertThat(text.box().right()).isLessThanOrEqualTo(bounds.right() + 0.01);
        assertThat(text.box().top()).isGreaterThanOrEqualTo(bounds.top());
        assertThat(text.box().bottom()).isLessThanOrEqualTo(bounds.bottom());
        assertThat(text.lines())
                .allMatch(line ->
                        Letters.width(line, layout.size().font) <= text.box().width() + 0.01);
    }
}
