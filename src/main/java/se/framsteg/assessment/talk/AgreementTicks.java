package se.framsteg.assessment.talk;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.assessment.OpenAgreements;
import se.framsteg.cases.story.Tick;
import se.framsteg.cases.story.TickSource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** What was agreed on in talks, among what is planned on the case page. How it went is told in the next talk, so nothing is pressed. */
@Component
class AgreementTicks implements TickSource {
    private final OpenAgreements open;

    AgreementTicks(OpenAgreements open) {
        this.open = open;
    }

    @Override
    public List<Tick> of(CaseId id, Set<Action> allowed) {
        return allowed.contains(Action.SEE_CASE)
                ? open.of(id).stream().map(AgreementTicks::tick).toList()
                : List.of();
    }

    private static Tick tick(OpenAgreements.Open one) {
        var mark = one.late() ? List.of(Told.of("agreement.overdue")) : List.<Told>of();
        return new Tick(one.what(), one.more(), mark, one.late(), false, "", List.of());
    }
}
