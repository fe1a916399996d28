package se.framsteg.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Wording;
import se.framsteg.shared.RoundId;

/**
 * One respondent's sheet in one round, with what has been answered so far.
 *
 * @param answers one per question: a step, 0 for "don't know, rather not say", null while not answered
 * @param version of what is saved; 0 if nothing is
 */
public record Sheet(
        RoundId round, Respondent respondent, Instrument instrument, List<@Nullable Integer> answers, int version) {

    public Sheet {
        answers = Collections.unmodifiableList(new ArrayList<>(answers));
    }

    static Sheet empty(RoundId round, Respondent respondent, Instrument instrument) {
        var nothing = Collections.<@Nullable Integer>nCopies(
                instrument.itemsFor(respondent).size(), null);
        return new Sheet(round, respondent, instrument, nothing, 0);
    }

    public int questions() {
        return answers.size();
    }

    /** The questions in their order, as worded for this respondent. */
    public List<Wording> wordings() {
        return instrument.itemsFor(respondent).stream()
                .map(item -> item.wording(respondent))
                .toList();
    }

    public List<Item> items() {
        return instrument.itemsFor(respondent);
    }

    /** The positions, from 0, of questions without an answer. */
    public List<Integer> unanswered() {
        return IntStream.range(0, questions())
                .filter(position -> answers.get(position) == null)
                .boxed()
                .toList();
    }

    /** The same sheet with those answers alone that are known already, by their position, and still hold. */
    Sheet withOnly(Map<Integer, Integer> known) {
        var kept = new ArrayList<@Nullable Integer>();
        for (int position = 0; position < questions(); position++) {
            var answer = answers.get(position);
            kept.add(Objects.equals(known.get(position), answer) ? answer : null);
        }
        return new Sheet(round, respondent, instrument, kept, version);
    }

    /** The language that the questions are in where this one is asked for. */
    String language(String wished) {
        return instrument.name().language(wished);
    }

    /** The numbers, from 1, of the questions that have an answer, as one reads them: "1–4, 6". */
    public String answeredNumbers() {
        var ranges = new ArrayList<String>();
        for (int first = 0; first < questions(); first++) {
            int next = first;
            while (next < questions() && answers.get(next) != null) {
                next++;
            }
            if (next > first) {
                ranges.add(next == first + 1 ? "" + next : (first + 1) + "–" + next);
                first = next;
            }
        }
        return String.join(", ", ranges);
    }

    public OptionalInt firstUnanswered() {
        return unanswered().stream().mapToInt(Integer::intValue).findFirst();
    }

    public boolean begun() {
        return answers.stream().anyMatch(Objects::nonNull);
    }

    /** Whether the answer is on the scale, or "don't know, rather not say". */
    public boolean onScale(int answer) {
        return answer >= Instrument.DONT_KNOW && answer <= instrument.highest();
    }

    /** @throws IllegalArgumentException if there isn't one answer per question, each on the scale or null */
    void requireFit(List<@Nullable Integer> given) {
        if (given.size() != questions() || given.stream().anyMatch(answer -> answer != null && !onScale(answer))) {
            throw new IllegalArgumentException("answers that do not fit the sheet");
        }
    }

    public boolean hasQuestion(int position) {
        return position >= 0 && position < questions();
    }
}
