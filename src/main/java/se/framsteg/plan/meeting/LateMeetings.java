package se.framsteg.plan.meeting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to what joint plans wait for: on the list of things to do, and for whoever follows up how the work goes. */
@Component
public class LateMeetings implements ToDoSource {
    private static final int MOST_OF_INITIATIVE = 200;

    private final PromptStore prompts;
    private final Guard guard;
    private final Asking asking;
    private final CaseLists lists;

    LateMeetings(PromptStore prompts, Guard guard, Asking asking, CaseLists lists) {
        this.prompts = prompts;
        this.guard = guard;
        this.asking = asking;
        this.lists = lists;
    }

    /** A case whose plan waits for something. */
    public record Waiting(CaseFrame frame, Prompt prompt) {}

    /**
     * What plans wait for in an initiative, in the cases that the actor reaches as its lead; what has waited longest first, at most
     * {@value #MOST_OF_INITIATIVE}. Journals each that is listed.
     *
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public List<Waiting> ofInitiative(Actor.Staff actor, InitiativeId initiative) {
        guard.admit(actor, Action.SEE_WORKLOAD, initiative);
        return shown(actor, prompts.of(initiative, actor.id(), MOST_OF_INITIATIVE));
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (!staff.is(Role.CASEWORKER) && !staff.is(Role.LEAD)) {
            return List.of();
        }
        asking.by(staff);
        return shown(staff, prompts.of(staff.id(), MOST)).stream()
                .map(one -> new ToDo(
                        one.frame().called(),
                        "/cases/" + one.frame().id() + "/plan",
                        "to-do.plan.meeting." + one.prompt().what(),
                        List.of(),
                        Optional.of(one.prompt().due()),
                        one.prompt().late()))
                .toList();
    }

    private List<Waiting> shown(Actor.Staff actor, List<PromptStore.Found> found) {
        var frames =
                lists.show(actor, found.stream().map(PromptStore.Found::trace).toList());
        return found.stream()
                .map(one -> new Waiting(requireNonNull(frames.get(one.caseId())), one.prompt()))
                .toList();
    }
}
