package se.framsteg.consent.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/** The door to the blank form for consent. */
@Component
public class ConsentPapers {
    private final Guard guard;
    private final Cases cases;
    private final OrganisationRegister organisations;

    ConsentPapers(Guard guard, Cases cases, OrganisationRegister organisations) {
        this.guard = guard;
        this.cases = cases;
        this.organisations = organisations;
    }

    /**
     * What there is to choose before printing.
     *
     * @param recipients the other organisations of the association that may be told something, by name
     */
    public record Choice(CaseFrame frame, Map<OrganisationId, String> recipients) {}

    /**
     * What is printed, gathered so that no transaction lasts while it is.
     *
     * @param from the organisation that keeps the case
     * @param recipients in order of name
     */
    public record Blank(String caseNumber, String from, List<String> recipients) {}

    /** @throws NotFoundException if the actor may not print it */
    @Transactional
    public Choice choice(Actor.Staff staff, CaseId id) {
        guard.permit(staff, Action.PRINT_CONSENT_FORM, id).journal(Action.SEE_CASE);
        return new Choice(cases.frame(staff, id), others(facts(id)));
    }

    /** @throws NotFoundException if the actor may not print it, or an organisation is not one to choose */
    @Transactional
    public Blank blank(Actor.Staff staff, CaseId id, Set<OrganisationId> recipients) {
        guard.admit(staff, Action.PRINT_CONSENT_FORM, id);
        var facts = facts(id);
        var others = others(facts);
        if (!others.keySet().containsAll(recipients)) {
            throw new NotFoundException();
        }
        others.keySet().retainAll(recipients);
        var from = organisations.names(List.of(facts.organisation())).getOrDefault(facts.organisation(), "");
        return new Blank(facts.number(), from, List.copyOf(others.values()));
    }

    private CaseFacts facts(CaseId id) {
        return cases.facts(id).orElseThrow(NotFoundException::new);
    }

    private Map<OrganisationId, String> others(CaseFacts facts) {
        var others = new LinkedHashMap<>(organisations.recipients(facts.association()));
        others.remove(facts.organisation());
        return others;
    }
}
