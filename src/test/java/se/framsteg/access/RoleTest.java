package se.framsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RoleTest {
    private static final Set<Role> WORK_WITH_PERSONS = Set.of(Role.CASEWORKER, Role.TEAM_MEMBER, Role.LEAD);

    @Property
    void nobodyWorksBothWithPersonsAndForThoseWhoMayNotSeeThem(@ForAll Set<Role> roles) {
        var withPersons = roles.stream().anyMatch(WORK_WITH_PERSONS::contains);
        var others = roles.stream().anyMatch(role -> !WORK_WITH_PERSONS.contains(role));
        if (withPersons && others) {
            assertThat(Role.compatible(roles)).isFalse();
        }
    }

    @Property
    void everyRoleCanBeHeldAlone(@ForAll Role role) {
        assertThat(Role.compatible(Set.of(role))).isTrue();
    }
}
