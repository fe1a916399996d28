package se.framsteg.assessment.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.assessment.outline.Words;
import se.framsteg.ui.Fields;

/** How many steps there are, what they say, and how small a change is. */
final class ScaleForm {
    static final int FEWEST = 2;
    static final int MOST = 10;

    private static final int LONGEST_STEP = 200;

    private ScaleForm() {}

    /** How many steps the form shows texts for. */
    static int steps(Outline outline) {
        var typed = outline.scale().highest();
        var highest = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
        return Math.clamp(Math.max(highest, outline.scale().steps().size()), FEWEST, MOST);
    }

    static Map<String, String> values(Outline outline) {
        var values = new LinkedHashMap<String, String>();
        values.put("highest", outline.scale().highest());
        for (int step = 1; step <= steps(outline); step++) {
            Typed.put(values, "step-" + step, outline.about().languages(), step(outline.scale(), step));
        }
        values.put("smallest", outline.scale().smallestChange());
        return values;
    }

    private static Words step(Outline.Scale scale, int step) {
        return step <= scale.steps().size() ? scale.steps().get(step - 1) : Words.NONE;
    }

    static Outline.Scale read(Fields fields, Outline outline) {
        var highest = fields.number("highest", FEWEST, MOST);
        var steps = new ArrayList<Words>();
        for (int step = 1; step <= highest; step++) {
            steps.add(Typed.words(fields, "step-" + step, outline.about().languages(), LONGEST_STEP));
        }
        var written = steps.stream().allMatch(Words::isEmpty) ? List.<Words>of() : steps;
        return new Outline.Scale(Integer.toString(highest), written, fields.text("smallest", 10));
    }
}
