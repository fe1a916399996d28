package se.framsteg.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.pathway.library.Pathways;
import se.framsteg.pathway.sheet.Answers;
import se.framsteg.pathway.sheet.OwnSheets;
import se.framsteg.pathway.sheet.Sheets;
import se.framsteg.pathway.sheet.WorksheetId;
import se.framsteg.pathway.steps.Followed;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.pathway.steps.StayId;
import se.framsteg.pathway.steps.Steps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.Time;

/** Cases that go by a method, and worksheets, by the doors. */
public final class MethodExamples {
    public static final String BOSTON = "framsteg-boston";

    /** The stage and the worksheet in which the person sets the own goal. */
    public static final String GOAL = "diagnosis";

    public static final String GOAL_SHEET = "my-goal";

    private final Pathways pathways;
    private final Steps steps;
    private final Sheets sheets;
    private final OwnSheets own;
    private final CaseExamples cases;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public MethodExamples(ListableBeanFactory beans) {
        pathways = beans.getBean(Pathways.class);
        steps = beans.getBean(Steps.class);
        sheets = beans.getBean(Sheets.class);
        own = beans.getBean(OwnSheets.class);
        cases = new CaseExamples(beans);
    }

    /** What ships with Framsteg under this key. */
    public PathwayId pathway(World.Place place, String key) {
        return pathways.offered(place.association()).stream()
                .filter(one -> one.pathway().key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The case goes by the process of the Boston model; begins with it if it does not. */
    public FollowedId boston(World.Place place, CaseId caseId) {
        return boston(place, caseId, today);
    }

    public FollowedId boston(World.Place place, CaseId caseId, LocalDate from) {
        var actor = place.caseworker();
        return steps.see(actor, caseId).followed().stream()
                .filter(Followed::isOpen)
                .filter(one -> one.pathway().key().equals(BOSTON))
                .findFirst()
                .map(Followed::id)
                .orElseGet(() -> steps.begin(actor, caseId, FollowedId.create(), pathway(place, BOSTON), from)
                        .orThrow());
    }

    /** The stay in which the person is about to set a goal. */
    public StayId goal(World.Place place, CaseId caseId) {
        var followed = boston(place, caseId);
        return steps.see(place.caseworker(), caseId, followed)
                .now(GOAL)
                .map(one -> one.id())
                .orElseGet(() -> steps.enter(place.caseworker(), caseId, followed, StayId.create(), GOAL, today)
                        .orThrow());
    }

    public static Answers answers(String role) {
        return new Answers(Map.of("role", role, "area", "1"));
    }

    /** A worksheet that the caseworker has filled in together with the person. */
    public WorksheetId together(World.Place place, CaseId caseId, String role) {
        return sheets.begin(
                        place.caseworker(),
                        caseId,
                        WorksheetId.create(),
                        boston(place, caseId),
                        GOAL_SHEET,
                        answers(role))
                .orThrow();
    }

    /** One that the person has shared with whom they have said yes to. */
    private WorksheetId shared(World.Place place, CaseId caseId) {
        var sheet = together(place, caseId, "Kock");
        return own.share(new Actor.Respondent(cases.baseline(place, caseId), false), sheet)
                .orThrow();
    }

    /** A worksheet that the person has to themselves. */
    public WorksheetId own(World.Place place, CaseId caseId, Actor.Respondent person, String role) {
        return own.begin(person, WorksheetId.create(), boston(place, caseId), GOAL_SHEET, answers(role))
                .orThrow();
    }

    /** The path of a route about methods, with what this case has of them. */
    String fill(String pattern, World.Place place, CaseId caseId) {
        if (pattern.contains("{worksheetId}")) {
            pattern = pattern.replace("{number}", "1");
        }
        for (var name : List.of("followedId", "stayId", "worksheetId", "stage", "sheet", "list")) {
            if (pattern.contains("{" + name + "}")) {
                pattern = pattern.replace("{" + name + "}", value(name, place, caseId));
            }
        }
        return pattern;
    }

    private String value(String name, World.Place place, CaseId caseId) {
        return switch (name) {
            case "followedId" -> boston(place, caseId).toString();
            case "stayId" -> goal(place, caseId).toString();
            case "worksheetId" -> shared(place, caseId).toString();
            case "stage" -> GOAL;
            case "sheet" -> GOAL_SHEET;
            case "list" -> "life-areas";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
