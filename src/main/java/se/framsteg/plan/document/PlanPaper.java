package se.framsteg.plan.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.plan.Plan;
import se.framsteg.print.Figure;
import se.framsteg.print.Quoted;
import se.framsteg.ui.Page;

/** A plan as it is printed: what a person keeps on the fridge, and nothing that was prepared for the meeting. */
public final class PlanPaper {
    private static final double SIGNATURE_WIDTH = 48;
    private static final int IN_A_ROW = 2;

    private final Page page;
    private final PlanDocuments.Printing printing;
    private final PlanWords words;

    PlanPaper(Page page, PlanDocuments.Printing printing) {
        this.page = page;
        this.printing = printing;
        this.words = new PlanWords(page, printing.frame().called());
    }

    /** Of the case number alone. */
    String file() {
        return page.t("plan-document.file") + "-" + printing.frame().number()
                + printing.number().map(number -> "-" + number).orElse("");
    }

    public String t(String key, Object... arguments) {
        return page.t(key, arguments);
    }

    public String t(String prefix, Enum<?> value) {
        return page.t(prefix, value);
    }

    public String language() {
        return page.language();
    }

    public PlanContent content() {
        return printing.content();
    }

    public PlanWords words() {
        return words;
    }

    /** Without whose it is: a title is kept by readers. */
    public String title() {
        return words.title(content().kind());
    }

    public boolean isDraft() {
        return printing.number().isEmpty();
    }

    public boolean isProtected() {
        return printing.frame().protectedIdentity();
    }

    public String edition() {
        return printing.number()
                .map(number -> t("plan-document.edition", number, day(content().day())))
                .orElseGet(() -> t("plan-document.edition.draft", day(content().day())));
    }

    public String foot() {
        return title() + " · " + printing.frame().number() + " · " + edition();
    }

    public List<PlanContent.Goal> goals(Plan.Term term) {
        return content().goals().stream()
                .filter(goal -> goal.term() == term && goal.state() != Plan.Goal.State.LEFT)
                .toList();
    }

    public List<PlanContent.Effort> efforts() {
        return content().efforts().stream()
                .filter(effort -> effort.state() != Plan.Effort.State.NOT_DONE)
                .toList();
    }

    /**
     * Efforts for the same goal.
     *
     * @param goal in the person's words; empty for those that are for none
     */
    public record Group(Optional<String> goal, List<PlanContent.Effort> efforts) {}

    /** In the order of the goals, and then those that are for none. */
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        var left = new ArrayList<>(efforts());
        for (var goal : content().goals()) {
            var of = left.stream()
                    .filter(effort -> effort.goal().equals(Optional.of(goal.id())))
                    .toList();
            if (!of.isEmpty()) {
                groups.add(new Group(Optional.of(goal.words()), of));
                left.removeAll(of);
            }
        }
        if (!left.isEmpty()) {
            groups.add(new Group(Optional.empty(), List.copyOf(left)));
        }
        return groups;
    }

    /** Whether any of them is for a goal. */
    public boolean isGrouped() {
        return groups().stream().anyMatch(group -> group.goal().isPresent());
    }

    public List<Signature> signatures() {
        return printing.signatures();
    }

    /** A day that stays on one line. */
    public String day(LocalDate day) {
        return Quoted.unbroken(page.date(day));
    }

    /** Who came, one after another. */
    public String participants() {
        return content().participants().stream().map(words::participant).collect(Collectors.joining("; "));
    }

    public String next(PlanContent.Next next) {
        return Quoted.unbroken(words.next(next));
    }

    /** Whoever took part and has not signed yet, each with a line to sign on; the person if nobody is known to have been there. */
    public List<String> toSign() {
        if (isDraft()) {
            return List.of();
        }
        var signed = new HashSet<String>();
        signatures().forEach(one -> signed.add(one.byPerson() ? "" : one.name()));
        var there = content().participants().isEmpty()
                ? List.of(Signer.PERSON)
                : content().participants().stream().map(Signer::of).toList();
        return there.stream()
                .filter(one -> one.as() != PlanContent.As.INTERPRETER && !signed.contains(one.name()))
                .map(one -> one.label(words.called()))
                .toList();
    }

    /**
     * Somebody who has signed, or a line for somebody to sign on.
     *
     * @param name of whoever is to sign; empty if they have
     */
    public record Signing(Optional<Signature> signature, String name) {
        @Override
        public String toString() {
            return "signing";
        }
    }

    /** Those who have signed and then those who are to, two in a row, so that what does not fit on a page goes on on the next. */
    public List<List<Signing>> signing() {
        var all = Stream.concat(
                        signatures().stream().map(one -> new Signing(Optional.of(one), "")),
                        toSign().stream().map(name -> new Signing(Optional.empty(), name)))
                .toList();
        var rows = new ArrayList<List<Signing>>();
        for (int i = 0; i < all.size(); i += IN_A_ROW) {
            rows.add(all.subList(i, Math.min(i + IN_A_ROW, all.size())));
        }
        return rows;
    }

    /** A drawn signature, with what a listener is told in its place. */
    public String drawn(Drawing drawing, Signature signature) {
        return Figure.of(drawing.svg(), t("plan-document.sign.drawn-by", words.name(signature)), SIGNATURE_WIDTH);
    }
}
