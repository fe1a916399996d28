package se.framsteg.assessment.radar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Examples for the tests of this package. */
final class Radars {

    static final List<String> LONG_LABELS = List.of(
            "Jobbsökningsbeteende",
            "Kunskap om arbetsmarknaden och vad man kan bidra med",
            "Hälsa och hantering av hälsan",
            "Samarbetsförmåga",
            "Målmedvetenhet",
            "Egen tilltro till att klara ett arbete",
            "Handläggarens tilltro till att personen får ett arbete",
            "Koncentration",
            "Skapa kontakt",
            "Stöd från nätverk",
            "Klara vardagen",
            "Arbetsmarknadskunskap och yrkeslivserfarenhet");

    static final List<String> SIX_AREAS = List.of(
            "Typ av arbete", "Klara ett arbete", "Kompetens", "Vardag och nätverk", "Samarbetsförmåga", "Hälsa");

    private static final String NASTY = "<&\"'>]]>åÖ\u00AD\u0000\u0007\uD83D\uDE00\uD800\uFFFE -/\n\tWs{}";

    private Radars() {}

    static Radar complete(List<String> labels) {
        return new Radar(new Scale(1, 5), labels.stream().map(Radars::complete).toList());
    }

    private static Axis complete(String label) {
        return new Axis(
                label,
                Map.of(
                        Series.PARTICIPANT_NOW, 4.0,
                        Series.CASEWORKER_NOW, 3.0,
                        Series.PARTICIPANT_EARLIER, 2.5,
                        Series.CASEWORKER_EARLIER, 1.0));
    }

    /** Any scale, number of axes, gaps and labels, hostile ones among them. */
    static Radar any(long seed) {
        Random random = new Random(seed);
        int lowest = random.nextInt(3) - 1;
        Scale scale = new Scale(lowest, lowest + 1 + random.nextInt(10));
        List<Axis> axes = new ArrayList<>();
        for (int axis = random.nextInt(12) - 14; axis < 0; axis++) {
            axes.add(new Axis(anyLabel(random), anyScores(random, scale)));
        }
        axes.add(new Axis("Hälsa", Map.of()));
        axes.add(new Axis("", anyScores(random, scale)));
        return new Radar(scale, axes);
    }

    static String anyLabel(Random random) {
        StringBuilder label = new StringBuilder();
        for (int letter = random.nextInt(60); letter > 0; letter--) {
            label.append(NASTY.charAt(random.nextInt(NASTY.length())));
        }
        return label.toString();
    }

    private static Map<Series, Double> anyScores(Random random, Scale scale) {
        Map<Series, Double> scores = new EnumMap<>(Series.class);
        for (Series series : Series.values()) {
            if (random.nextInt(4) > 0) {
                scores.put(series, scale.lowest() + random.nextDouble() * scale.range());
            }
        }
        return scores;
    }
}
