package se.framsteg.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.evaluation.Opinion;
import se.framsteg.evaluation.Opinion.Question;
import se.framsteg.evaluation.OwnOpinions;
import se.framsteg.shared.RoundId;

/** Most of those whose cases have ended say what they thought, many of the others at a follow-up, and some say no. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoOpinions {
    private static final List<String> WORDS = List.of(
            "Det var skönt att slippa berätta samma sak för alla.",
            "Jag hade velat komma ut på ett jobb tidigare.",
            "Bra att vi sågs ofta i början.",
            "Att jag fick bestämma takten gjorde att jag vågade.",
            "Det blev många byten av handläggare hos myndigheterna.",
            "Tack för att ni trodde på mig.",
            "Lokalen var svår att ta sig till med buss.");

    private final OwnOpinions opinions;
    private final Asking asking;
    private final JdbcClient jdbc;

    DemoOpinions(OwnOpinions opinions, Asking asking, JdbcClient jdbc) {
        this.opinions = opinions;
        this.asking = asking;
        this.jdbc = jdbc;
    }

    /** Somebody to be asked, from that day on. */
    private record Asked(Actor.Respondent who, LocalDate from) {}

    void say(List<Workplace> workplaces, LocalDate today) {
        var random = new Random(4711);
        for (var place : workplaces) {
            for (var one : asked(place)) {
                var day = one.from().plusDays(random.nextInt(15));
                var says = random.nextInt(10);
                var opinion = opinion(random);
                DemoClock.on(day.isAfter(today) ? today : day, () -> says(one.who(), says, opinion));
            }
        }
    }

    private List<Asked> asked(Workplace place) {
        return asking.byInstallation(() -> jdbc.sql("""
            select distinct on (c.id) r.id, coalesce(c.ended_on, r.due_on) as asked_from
            from cases c join rounds r on r.case_id = c.id
            where c.initiative_id = ? and (c.state = 'ENDED' or r.kind = 'FOLLOW_UP' and r.closes_on < asked_on())
            order by c.id, r.opens_on\
            """)
                .param(place.initiative().value())
                .query((row, i) -> new Asked(
                        new Actor.Respondent(new RoundId(row.getObject("id", UUID.class)), false),
                        row.getObject("asked_from", LocalDate.class)))
                .list());
    }

    /** Eight in ten answer, one says no, one does nothing. */
    private boolean says(Actor.Respondent who, int says, Opinion opinion) {
        return opinions.asked(who)
                .filter(occasion -> says < 8
                        ? opinions.answer(who, occasion, opinion)
                        : says == 8 && opinions.decline(who, occasion))
                .isPresent();
    }

    private static Opinion opinion(Random random) {
        var steps = Map.of(
                Question.USEFUL, step(random, 4),
                Question.INFLUENCE, step(random, 4),
                Question.NEXT_STEP, step(random, 3),
                Question.TREATMENT, step(random, 5));
        return new Opinion(steps, random.nextInt(3) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "");
    }

    private static int step(Random random, int middle) {
        return Math.clamp(Math.round(middle + random.nextGaussian()), 1, Opinion.STEPS);
    }
}
