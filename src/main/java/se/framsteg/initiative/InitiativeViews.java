package se.framsteg.initiative;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Initiatives as their pages show them, with the names of what they refer to. */
@Component
public class InitiativeViews {
    private final InitiativeRegister register;
    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final Teams teams;
    private final ObjectProvider<InstrumentCatalogue> instruments;
    private final Guard guard;
    private final Clock clock;

    InitiativeViews(
            InitiativeRegister register,
            OrganisationRegister organisations,
            StaffRegister staff,
            Teams teams,
            ObjectProvider<InstrumentCatalogue> instruments,
            Guard guard,
            Clock clock) {
        this.register = register;
        this.organisations = organisations;
        this.staff = staff;
        this.teams = teams;
        this.instruments = instruments;
        this.guard = guard;
        this.clock = clock;
    }

    /** @param leads their names */
    public record Line(Initiative initiative, String owner, List<String> leads) {}

    /**
     * @param team its name, empty if none
     * @param instrument its name
     * @param offered whether the instrument can still be chosen
     * @param leads their names
     * @param allowed what the one who looks may do with it
     * @param over whether it has ended
     */
    public record View(
            Initiative initiative,
            String owner,
            String team,
            String instrument,
            boolean offered,
            List<String> leads,
            Set<Action> allowed,
            boolean over) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }
    }

    /** What can be chosen for an initiative of one owner: ids as text, to names, in order. */
    public record Choices(
            String owner, Map<String, String> teams, Map<String, String> instruments, Map<String, String> leads) {}

    @Transactional
    public List<Line> list(Actor actor, AssociationId association) {
        var initiatives = register.all(actor, association);
        var owners = organisations.names(association);
        var names = staff.names(
                initiatives.stream().flatMap(one -> one.leads().stream()).toList());
        return initiatives.stream()
                .map(one -> new Line(one, owners.getOrDefault(one.owner(), ""), sorted(one.leads(), names)))
                .toList();
    }

    @Transactional
    public View view(Actor actor, InitiativeId id, String language) {
        var initiative = register.see(actor, id);
        return new View(
                initiative,
                organisations.names(List.of(initiative.owner())).getOrDefault(initiative.owner(), ""),
                initiative
                        .team()
                        .map(teams.names(initiative.association())::get)
                        .orElse(""),
                instrument(initiative, language),
                instruments(initiative.association(), language)
                        .containsKey(initiative.plan().instrument().toString()),
                sorted(initiative.leads(), staff.names(initiative.leads())),
                guard.allowed(actor, id),
                initiative.over(LocalDate.now(clock)));
    }

    private static List<String> sorted(Set<StaffId> leads, Map<StaffId, String> names) {
        return leads.stream()
                .flatMap(lead -> Stream.ofNullable(names.get(lead)))
                .sorted()
                .toList();
    }

    /** The organisations that this member of staff may make initiatives for. */
    Map<OrganisationId, String> owners(Actor.Staff actor, AssociationId association) {
        var all = organisations.names(association);
        if (InitiativeChecks.ownOnly(actor)) {
            all.keySet().retainAll(Set.of(actor.organisation()));
        }
        return all;
    }

    Choices choices(AssociationId association, OrganisationId owner, String language) {
        return new Choices(
                organisations.names(List.of(owner)).getOrDefault(owner, ""),
                texts(teams.names(association)),
                instruments(association, language),
                texts(staff.withRole(owner, Role.LEAD)));
    }

    /** The name of what it measures with, whether that is still offered or not. */
    String instrument(Initiative initiative, String language) {
        return instruments.stream()
                .flatMap(catalogue -> catalogue.name(initiative.plan().instrument(), language).stream())
                .findFirst()
                .orElse("");
    }

    private Map<String, String> instruments(AssociationId association, String language) {
        return instruments.stream()
                .flatMap(catalogue -> catalogue.published(association, language).stream())
                .collect(Collectors.toMap(
                        choice -> choice.id().toString(),
                        InstrumentCatalogue.Choice::name,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static <I> Map<String, String> texts(Map<I, String> names) {
        var texts = new LinkedHashMap<String, String>();
        names.forEach((id, name) -> texts.put(String.valueOf(id), name));
        return texts;
    }
}
