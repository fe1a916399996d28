package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** How many people each full-time specialist has, and how many care teams those come from (items 1 and 4 of IPS-25). */
@Component
class CaseloadMeasures implements MeasureSource {
    private static final String COUNTS = Statements.ACTIVE + """
        , teams as (
          select a.case_id, a.specialist, (select t.care_team_id from fidelity_team_people t
            where t.case_id = a.case_id and t.from_on <= :to order by t.from_on desc limit 1) as care_team_id
          from active a),
        largest as (
          select specialist, count(*) as people, row_number() over (partition by specialist order by count(*) desc) as place
          from teams where specialist is not null and care_team_id is not null group by specialist, care_team_id)
        select count(*) as people, count(*) filter (where specialist is null) as without_specialist,
          count(*) filter (where specialist is not null and care_team_id is null) as without_team,
          (select coalesce(sum(percent), 0) / 100.0 from roster where last = :to) as full_time,
          (select coalesce(sum(people), 0) from largest where place <= 2) as from_largest,
          (select coalesce(max(place), 0) from largest) as most_teams
        from teams\
        """;

    private final Statements statements;

    CaseloadMeasures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.CASELOAD, Measure.CARE_TEAMS);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        return statements
                .statement(initiative, window, COUNTS)
                .query((row, i) -> {
                    var people = row.getBigDecimal("people");
                    var without = row.getInt("without_specialist");
                    return Map.of(
                            Measure.CASELOAD, Measured.ratio(people, row.getBigDecimal("full_time"), without),
                            Measure.CARE_TEAMS,
                                    teams(
                                            row.getLong("from_largest"),
                                            row.getLong("people") - without,
                                            row.getInt("without_team"),
                                            row.getLong("most_teams")));
                })
                .single();
    }

    /**
     * @param fromLargest people who come from the one or two care teams from which their specialist has most
     * @param most from how many care teams the specialist with the most of them has people
     */
    static Measured teams(long fromLargest, long people, int untold, long most) {
        var share = Measured.percent(fromLargest, people, untold, Measured.Figure.of("most-teams", most));
        return share.at(share.value().map(CaseloadMeasures::level));
    }

    /** The lowest score is for a programme that has nothing to do with care, which no record tells: a rater judges. */
    private static int level(BigDecimal share) {
        var bounds = List.of(50, 75, 90);
        return 2
                + (int) bounds.stream()
                        .filter(bound -> share.compareTo(BigDecimal.valueOf(bound)) >= 0)
                        .count();
    }
}
