package se.framsteg.plan;

import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** Where a form of a plan leads when it has been saved: to where it was opened, on the plan, the screen of the meeting or the case. */
final class Back {
    private Back() {}

    /** @param place on the screen of the meeting */
    static String to(Fields fields, CaseId caseId, PlanId planId, String place) {
        if (fields.has("back", "case")) {
            return "redirect:/cases/" + caseId + "#ticks";
        }
        return "redirect:" + path(fields, caseId, planId) + (meeting(fields) ? "#" + place : "");
    }

    static String path(Fields fields, CaseId caseId, PlanId planId) {
        var plan = "/cases/" + caseId + "/plan";
        return meeting(fields) ? plan + "/" + planId + "/meeting" : plan;
    }

    private static boolean meeting(Fields fields) {
        return fields.has("back", "meeting");
    }
}
