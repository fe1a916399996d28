package se.framsteg.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RolePropertiesTest {
    private static final Set<Role> CASEWORK = EnumSet.of(Role.CASEWORKER, Role.TEAM_MEMBER, Role.LEAD);

    @Property
    void nobodyWorksWithPersonsAndHasAnyOtherRoleBeside(@ForAll Set<Role> roles) {
        var works = roles.stream().anyMatch(CASEWORK::contains);
        var other = roles.stream().anyMatch(role -> !CASEWORK.contains(role));
        assertThat(works && other && Role.compatible(roles)).isFalse();
    }

    @Property
    void whoeverEvaluatesOrSitsInTheOfficeOrOnTheBoardDoesThatAlone(@ForAll Set<Role> roles) {
        for (var role : EnumSet.of(Role.EVALUATOR, Role.ASSOCIATION_OFFICER, Role.BOARD)) {
            assertThat(roles.contains(role) && roles.size() > 1 && Role.compatible(roles))
                    .isFalse();
        }
    }

    @Property
    void anyRoleCanBeHeldAlone(@ForAll Role role) {
        assertThat(Role.compatible(Set.of(role))).isTrue();
    }

    @Property
    void takingARoleAwayLeavesRolesThatGoTogether(@ForAll Set<Role> roles, @ForAll Role role) {
        var fewer = EnumSet.noneOf(Role.class);
        fewer.addAll(roles);
        fewer.remove(role);
        assertThat(!Role.compatible(roles) || fewer.isEmpty() || Role.compatible(fewer))
                .isTrue();
    }
}
