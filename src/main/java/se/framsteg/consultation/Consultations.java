package se.framsteg.consultation;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.NamesInText;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.organisation.StaffRegister.Colleague;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.Identifying;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;

/** The door to questions to teams. Whoever asks and the members of the team take part; nobody else knows of a question. */
@Component
public class Consultations {
    private static final int MOST = 100;

    private final Guard guard;
    private final ConsultationStore consultations;
    private final Teams teams;
    private final StaffRegister staff;
    private final NamesInText names;

    Consultations(Guard guard, ConsultationStore consultations, Teams teams, StaffRegister staff, NamesInText names) {
        this.guard = guard;
        this.consultations = consultations;
        this.teams = teams;
        this.staff = staff;
        this.names = names;
    }

    /** What came of writing something. */
    public sealed interface Written {
        record Done(ConsultationId id) implements Written {}

        /** It holds what would tell whom it is about; nothing was saved. */
        record Refused(Set<Identifying> found) implements Written {}

        /** It has been closed meanwhile; nothing was saved. */
        record Closed() implements Written {}
    }

    /**
     * What one has before one.
     *
     * @param mine those that the viewer has asked, open ones first
     * @param ours those to the viewer's teams, open ones first
     * @param member whether the viewer is in a team
     */
    public record Overview(List<Consultation.Row> mine, List<Consultation.Row> ours, boolean member) {}

    /** @throws NotFoundException unless the actor works with persons */
    @Transactional
    public Overview overview(Actor.Staff actor) {
        guard.admit(actor, Action.LIST_CONSULTATIONS, ConsultationDesk.OWN);
        var own = teams.of(actor.id());
        var names = teams.names(actor.association());
        return new Overview(
                rows(consultations.askedBy(actor.id(), MOST), names),
                rows(consultations.to(own, MOST), names),
                !own.isEmpty());
    }

    private static List<Consultation.Row> rows(List<ConsultationStore.Listed> found, Map<TeamId, String> names) {
        return found.stream()
                .map(one -> new Consultation.Row(
                        one.consultation().id(),
                        names.getOrDefault(one.consultation().team(), ""),
                        one.consultation().question(),
                        one.consultation().askedAt(),
                        one.answers(),
                        one.consultation().closed().map(ConsultationStore.Closed::outcome),
                        one.consultation().erased().isPresent()))
                .toList();
    }

    /**
     * The teams that the actor can ask, by name.
     *
     * @throws NotFoundException unless the actor works with persons
     */
    @Transactional(readOnly = true)
    public Map<TeamId, String> askable(Actor.Staff actor) {
        if (!guard.allows(actor, Action.LIST_CONSULTATIONS, ConsultationDesk.OWN)) {
            throw new NotFoundException();
        }
        return teams.names(actor.association());
    }

    /** What in a text would tell whom it is about, as far as that can be recognised: also the names of those whom the actor sees. */
    @Transactional
    public Set<Identifying> identifying(Actor.Staff actor, String text) {
        var found = EnumSet.noneOf(Identifying.class);
        found.addAll(Identifying.in(text));
        if (guard.allows(actor, Action.LIST_CONSULTATIONS, ConsultationDesk.OWN) && names.any(actor, text)) {
            found.add(Identifying.NAME);
        }
        return found;
    }

    /**
     * Asks a team. The same id once more changes nothing.
     *
     * @param question 1–4000 characters that point to nobody
     * @throws NotFoundException if the actor may not ask the team, or the id is somebody else's
     */
    @Transactional
    public Written ask(Actor.Staff actor, ConsultationId id, TeamId team, String question) {
        var permit = guard.permit(actor, Action.ASK_TEAM, new TeamQuestions(team));
        var identifying = identifying(actor, question);
        if (!identifying.isEmpty()) {
            return new Written.Refused(identifying);
        }
        if (!consultations.add(id, team, question, actor)) {
            guard.admit(actor, Action.SEE_CONSULTATION, id);
            return new Written.Done(id);
        }
        permit.journal(Action.ASK_TEAM);
        return new Written.Done(id);
    }

    /** @throws NotFoundException unless the actor takes part */
    @Transactional
    public Consultation see(Actor.Staff actor, ConsultationId id) {
        var allowed = guard.admit(actor, Action.SEE_CONSULTATION, id);
        var found = consultations.find(id).orElseThrow(NotFoundException::new);
        var answers = consultations.answers(id);
        var people = people(found, answers);
        return new Consultation(
                id,
                teams.names(found.association()).getOrDefault(found.team(), ""),
                found.question(),
                requireNonNull(people.get(found.askedBy())),
                found.askedAt(),
                answers.stream()
                        .map(one -> new Consultation.Answer(one.text(), requireNonNull(people.get(one.by())), one.at()))
                        .toList(),
                found.closed()
                        .map(one ->
                                new Consultation.Closed(one.outcome(), requireNonNull(people.get(one.by())), one.at())),
                found.erased().map(one -> new Consultation.Erased(requireNonNull(people.get(one.by())), one.at())),
                allowed.contains(Action.ERASE_CONSULTATION) && found.erased().isEmpty(),
                allowed.contains(Action.ANSWER_CONSULTATION) && !found.over());
    }

    private Map<StaffId, Colleague> people(ConsultationStore.Stored found, List<ConsultationStore.Answer> answers) {
        var ids = new HashSet<StaffId>();
        ids.add(found.askedBy());
        answers.forEach(answer -> ids.add(answer.by()));
        found.closed().ifPresent(closed -> ids.add(closed.by()));
        found.erased().ifPresent(erased -> ids.add(erased.by()));
        return staff.colleagues(ids);
    }

    /**
     * Answers, or adds to the question.
     *
     * @param answer chosen when the form was shown, so that a form sent twice makes one answer
     * @param text 1–4000 characters that point to nobody
     * @throws NotFoundException unless the actor takes part
     */
    @Transactional
    public Written answer(Actor.Staff actor, ConsultationId id, UUID answer, String text) {
        var permit = guard.permit(actor, Action.ANSWER_CONSULTATION, id);
        var found = consultations.lock(id);
        var identifying = identifying(actor, text);
        if (found.over() || !identifying.isEmpty()) {
            permit.journal(Action.SEE_CONSULTATION);
            return found.over() ? new Written.Closed() : new Written.Refused(identifying);
        }
        consultations.answer(found, answer, text, actor.id());
        permit.journal(Action.ANSWER_CONSULTATION);
        return new Written.Done(id);
    }

    /**
     * Closes the question with what came of it.
     *
     * @throws NotFoundException unless the actor takes part
     */
    @Transactional
    public Written close(Actor.Staff actor, ConsultationId id, Outcome outcome) {
        var permit = guard.permit(actor, Action.CLOSE_CONSULTATION, id);
        if (consultations.lock(id).over()) {
            permit.journal(Action.SEE_CONSULTATION);
            return new Written.Closed();
        }
        consultations.close(id, outcome, actor.id());
        permit.journal(Action.CLOSE_CONSULTATION);
        return new Written.Done(id);
    }

    /**
     * Takes the words of the question and of its answers away, for good: they say too much. It is counted as before. Once more
     * changes nothing.
     *
     * @throws NotFoundException unless the actor asked it, or is a lead among the team's members
     */
    @Transactional
    public void erase(Actor.Staff actor, ConsultationId id) {
        var permit = guard.permit(actor, Action.ERASE_CONSULTATION, id);
        consultations.lock(id);
        permit.journal(consultations.erase(id) ? Action.ERASE_CONSULTATION : Action.SEE_CONSULTATION);
    }
}
