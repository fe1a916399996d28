package se.framsteg.plan;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Kind;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.Standing;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.Party.Knows;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/**
 * Which organisations may know of a plan: the one that keeps the case, and those that the person has said yes to (OSL 10 kap. 1 §, 12 kap.
 * 2 §).
 */
@Component
public class Parties {
    private final JdbcClient jdbc;
    private final Consents consents;
    private final OrganisationRegister organisations;
    private final Guard guard;
    private final Cases cases;

    Parties(JdbcClient jdbc, Consents consents, OrganisationRegister organisations, Guard guard, Cases cases) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.organisations = organisations;
        this.guard = guard;
        this.cases = cases;
    }

    /**
     * All of the association that a person can be asked about: those first that may know of the plan, and then by name. Journals nothing:
     * call it where a look at the plan has been admitted.
     *
     * @throws NotFoundException if the actor may not see the whole plan
     */
    @Transactional
    public List<Party> of(Actor.Staff actor, CaseId caseId) {
        if (!guard.allows(actor, Action.SEE_WHOLE_PLAN, caseId)) {
            throw new NotFoundException();
        }
        return of(cases.facts(caseId).orElseThrow(NotFoundException::new));
    }

    /** The same. Guards and journals nothing: the doors do. */
    public List<Party> of(CaseFacts facts) {
        var standing = consents.standing(facts, Kind.JOINT_PLAN);
        var named = named(facts.id());
        return organisations.recipients(facts.association()).entrySet().stream()
                .map(one -> party(
                        facts, one, Optional.ofNullable(standing.get(new Recipient.Organisation(one.getKey()))), named))
                .sorted(Comparator.comparing(Party::knows))
                .toList();
    }

    private static Party party(
            CaseFacts facts,
            Map.Entry<OrganisationId, String> one,
            Optional<Standing> standing,
            Set<OrganisationId> named) {
        var knows = one.getKey().equals(facts.organisation())
                ? Knows.OWN
                : standing.map(Parties::knows).orElse(named.contains(one.getKey()) ? Knows.ASK : Knows.STRANGER);
        return new Party(
                one.getKey(),
                one.getValue(),
                knows,
                standing.filter(_ -> knows == Knows.NO).map(Standing::on));
    }

    private static Knows knows(Standing standing) {
        return switch (standing.state()) {
            case OPEN -> Knows.YES;
            case REFUSED -> Knows.NO;
            case NOTHING -> Knows.ASK;
        };
    }

    /** Whoever the open plan names: it answers for an effort, or holds the plan together. */
    private Set<OrganisationId> named(CaseId caseId) {
        return jdbc
                .sql("""
                    with open as (select * from plans where case_id = ? and ended_on is null)
                    select e.organisation_id from open join plan_efforts e on e.plan_id = open.id and e.removed_at is null
                    union select coordinator_organisation_id from open union select overall_organisation_id from open\
                    """)
                .param(caseId.value())
                .query((row, i) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(OrganisationId::new)
                .collect(toSet());
    }

    /** Those of them that may know of the plan, or those that may not, to choose from. */
    public static Map<OrganisationId, String> names(List<Party> parties, boolean may) {
        var names = new LinkedHashMap<OrganisationId, String>();
        parties.stream().filter(one -> one.may() == may).forEach(one -> names.put(one.id(), one.name()));
        return names;
    }
}
