package se.framsteg.plan;

import java.util.function.Consumer;
import se.framsteg.access.Action;
import se.framsteg.cases.CaseFrame;
import se.framsteg.ui.Fields;

/** What has come between while somebody wrote, told at the form that comes back with what they wrote. */
final class Meanwhile {
    private Meanwhile() {}

    /** The text for it, as far as the case tells it. */
    static String of(CaseFrame frame, String otherwise) {
        if (frame.opens(Action.CHANGE_PLAN)) {
            return otherwise;
        }
        return frame.restricted() ? "plan.restricted-meanwhile" : "case.ended-meanwhile";
    }

    /** @param conflict shows both sides, if the plan can still be written in */
    static void tell(CaseFrame frame, Plan plan, Fields fields, Consumer<Plan> conflict) {
        if (!frame.opens(Action.CHANGE_PLAN)) {
            fields.fail(of(frame, ""));
        } else if (!plan.isOpen()) {
            fields.fail("plan.ended-meanwhile");
        } else {
            conflict.accept(plan);
        }
    }
}
