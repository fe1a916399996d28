package se.framsteg.consent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.framsteg.cases.Cases;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/** The organisations of a case's association besides its own. Guards nothing: who asks has been let in to the case. */
@Component
class OtherOrganisations {
    private final Cases cases;
    private final OrganisationRegister organisations;

    OtherOrganisations(Cases cases, OrganisationRegister organisations) {
        this.cases = cases;
        this.organisations = organisations;
    }

    /** All, by name. */
    Map<OrganisationId, String> of(CaseId id) {
        return others(id, organisations::names);
    }

    /** Those that something may be shared with, by name. */
    Map<OrganisationId, String> recipients(CaseId id) {
        return others(id, organisations::recipients);
    }

    private Map<OrganisationId, String> others(CaseId id, Function<AssociationId, Map<OrganisationId, String>> which) {
        var facts = cases.facts(id).orElseThrow(NotFoundException::new);
        var others = new LinkedHashMap<>(which.apply(facts.association()));
        others.remove(facts.organisation());
        return others;
    }
}
