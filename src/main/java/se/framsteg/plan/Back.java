package se.framsteg.plan;

import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;

/** Where a form of a plan leads when it has been saved: to where it was opened. */
final class Back {
    private Back() {}

    /** @param place on the screen of the meeting */
    static String to(Fields fields, CaseId caseId, PlanId planId, String place) {
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
