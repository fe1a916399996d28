package se.framsteg.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plan.Effort.State;
import se.framsteg.plan.Plan.Part;
import se.framsteg.plan.document.LegalCheck.Law;
import se.framsteg.plan.document.LegalCheck.Practice;
import se.framsteg.plan.document.PlanContent.Party;

class LegalCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

    private static PlanContent empty(Plan.Kind kind) {
        return new PlanContent(
                kind, DAY, Map.of(), List.of(), List.of(), "", "", Optional.empty(), "", List.of(), Optional.empty());
    }

    private static PlanContent.Effort effort(OrganisationKind by, State state) {
        return new PlanContent.Effort(
                EffortId.create(),
                Optional.empty(),
                Optional.empty(),
                "Något",
                Plan.ByWhom.ORGANISATION,
                Optional.of(new Party("En organisation", by)),
                "",
                Optional.of(DAY),
                state);
    }

    private static PlanContent sip(OrganisationKind overall, PlanContent.Effort... efforts) {
        var goal = new PlanContent.Goal(
                GoalId.create(), Plan.Term.SHORT, Optional.empty(), "Ett arbete", Plan.Goal.State.OPEN);
        return new PlanContent(
                Plan.Kind.SIP,
                DAY,
                Map.of(Part.WANTS, "Lugn"),
                List.of(goal),
                List.of(efforts),
                "Karin",
                "",
                Optional.of(new Party("Ansvarig", overall)),
                "",
                List.of(),
                Optional.of(new PlanContent.Next(DAY, LocalTime.NOON)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Plan.Kind.class,
            names = {"SIP", "SAMSIP", "DISCHARGE"})
    void theLawAsksForFourPointsOfASip(Plan.Kind kind) {
        assertThat(LegalCheck.of(empty(kind)).byLaw()).containsExactly(Law.EFFORTS, Law.BY_OTHERS, Law.OVERALL);
        assertThat(LegalCheck.of(empty(kind)).byPractice())
                .containsExactly(Practice.WANTS, Practice.GOALS, Practice.COORDINATOR, Practice.NEXT);
    }

    @Test
    void eachHuvudmanIsToDoSomethingAndOthersAsWell() {
        var kommun = effort(OrganisationKind.KOMMUN, State.PLANNED);
        var region = effort(OrganisationKind.REGION, State.DONE);
        var other = effort(OrganisationKind.AF, State.PLANNED);
        assertThat(LegalCheck.of(sip(OrganisationKind.KOMMUN, kommun)).byLaw())
                .containsExactly(Law.REGION, Law.BY_OTHERS);
        assertThat(LegalCheck.of(sip(OrganisationKind.KOMMUN, region)).byLaw())
                .containsExactly(Law.KOMMUN, Law.BY_OTHERS);
        assertThat(LegalCheck.of(sip(OrganisationKind.KOMMUN, kommun, region, other))
                        .isWhole())
                .isTrue();
    }

    @Test
    void whatDidNotHappenIsNoEffort() {
        var never = effort(OrganisationKind.KOMMUN, State.NOT_DONE);
        assertThat(LegalCheck.of(sip(OrganisationKind.KOMMUN, never)).byLaw()).contains(Law.EFFORTS);
    }

    @ParameterizedTest
    @EnumSource(OrganisationKind.class)
    void onlyKommunOrRegionHasTheOverallResponsibility(OrganisationKind kind) {
        var missing = LegalCheck.of(sip(kind)).byLaw().contains(Law.OVERALL);
        assertThat(missing).isEqualTo(kind != OrganisationKind.KOMMUN && kind != OrganisationKind.REGION);
    }

    @Test
    void anEffortWithoutADayIsSaidSoftly() {
        var dayless = new PlanContent.Effort(
                EffortId.create(),
                Optional.empty(),
                Optional.empty(),
                "Något",
                Plan.ByWhom.PERSON,
                Optional.empty(),
                "",
                Optional.empty(),
                State.PLANNED);
        assertThat(LegalCheck.of(sip(OrganisationKind.KOMMUN, dayless)).byPractice())
                .containsExactly(Practice.DATES);
    }

    @Test
    void noLawAsksForAPlanOfATeamOrForMinPlan() {
        var team = LegalCheck.of(empty(Plan.Kind.TEAM));
        assertThat(team.byLaw()).isEmpty();
        assertThat(team.byPractice())
                .containsExactly(Practice.WANTS, Practice.GOALS, Practice.EFFORTS, Practice.COORDINATOR, Practice.NEXT);
        assertThat(LegalCheck.of(empty(Plan.Kind.MY_PLAN)).byPractice())
                .containsExactly(Practice.WANTS, Practice.GOALS, Practice.EFFORTS, Practice.NEXT);
    }
}
