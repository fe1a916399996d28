package se.framsteg.employment.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.framsteg.employment.employer.EmployerWords;
import se.framsteg.employment.profile.Fit.Reason;
import se.framsteg.employment.profile.Profile.Content;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** A vocational profile in words, and why an employer may suit. */
public final class ProfileWords {
    private final Page page;
    private final EmployerWords employers;

    public ProfileWords(Page page) {
        this.page = page;
        this.employers = new EmployerWords(page);
    }

    /**
     * One thing that a profile tells.
     *
     * @param key of its heading
     * @param quoted whether it is in somebody’s own words
     */
    public record Line(String key, String text, boolean quoted) {}

    /** All that a profile tells, in order; what is empty is left out. */
    public List<Line> lines(Content content) {
        var hours = content.hours();
        return Arrays.asList(
                        new Line("profile.wants", content.words().wants(), true),
                        new Line("profile.occupations", employers.occupations(content.occupations()), false),
                        new Line("profile.branches", employers.branches(content.branches()), false),
                        new Line("profile.municipalities", String.join(", ", content.municipalities()), false),
                        new Line(
                                "profile.longest-way",
                                content.longestWay()
                                        .map(minutes -> page.t("profile.minutes", minutes))
                                        .orElse(""),
                                false),
                        new Line("profile.hours", hours(hours), false),
                        new Line(
                                "profile.parts-of-day",
                                hours.partsOfDay().stream()
                                        .sorted()
                                        .map(one -> page.t("profile.part-of-day", one))
                                        .collect(Collectors.joining(", ")),
                                false),
                        new Line("profile.avoids", content.words().avoids(), true),
                        new Line("profile.strengths", content.words().strengths(), true),
                        new Line("profile.licences", content.words().licences(), true),
                        new Line("profile.learns", content.words().learns(), true),
                        new Line("profile.experiences", content.words().experiences(), true))
                .stream()
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private String hours(Profile.Hours hours) {
        var least = Fields.decimal(hours.least());
        var most = Fields.decimal(hours.most());
        if (least.isEmpty() && most.isEmpty()) {
            return "";
        }
        if (most.isEmpty()) {
            return page.t("profile.hours.at-least", least);
        }
        return least.isEmpty() ? page.t("profile.hours.at-most", most) : page.t("profile.hours.from-to", least, most);
    }

    /** What somebody wants, in one line. */
    public String gist(Content content) {
        return lines(content).stream()
                .filter(line -> List.of("profile.occupations", "profile.wants", "profile.branches", "profile.avoids")
                        .contains(line.key()))
                .map(line -> page.t("profile.line", page.t(line.key()), line.text()))
                .collect(Collectors.joining(" "));
    }

    /** Why it may suit, on one line. */
    public String why(List<Reason> reasons) {
        return reasons.stream().map(this::why).collect(Collectors.joining(" · "));
    }

    private String why(Reason reason) {
        return switch (reason) {
            case Reason.Occupation(var code) -> page.t("fit.occupation", employers.occupation(code));
            case Reason.OfBranch(var branch) -> page.t("fit.branch", page.t("employer.branch", branch));
            case Reason.Municipality(var name) -> page.t("fit.municipality", name);
            case Reason.Hours(var number) -> page.t("fit.hours", Fields.decimal(Optional.of(number)));
        };
    }
}
