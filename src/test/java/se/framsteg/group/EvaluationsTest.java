package se.framsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.group.Answer.Question;
import se.framsteg.group.Answer.Scale;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** What those who took part thought of a group: nobody can tell who thought what. */
@FramstegTest
class EvaluationsTest {
    private static final String PAGE = "/svara/min-sida/grupper";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OwnGroups own;

    @Autowired
    Restrictions restrictions;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseExamples cases;
    private GroupExamples examples;
    private GroupId group;

    @BeforeEach
    void aGroupThatHasHadItsLastSession() {
        place = world.place();
        cases = new CaseExamples(beans);
        examples = new GroupExamples(beans);
        group = examples.group(place, Optional.empty(), place.otherCaseworker());
        examples.weekly(place, group, today.minusWeeks(7), 8);
    }

    private Actor.Respondent enrolled() {
        var id = cases.started(place);
        examples.enrol(place.caseworker(), id, group);
        return phone(id);
    }

    private Actor.Respondent phone(CaseId id) {
        return new Actor.Respondent(cases.baseline(place, id), false);
    }

    private static Answer answer(Scale useful, String best) {
        return new Answer(Optional.of(useful), Optional.empty(), Optional.of(Scale.VERY), best, "");
    }

    @Test
    void ofFewerThanFiveNothingIsEverShownAndOfFiveWhenItIsClosed() {
        for (int i = 1; i <= 5; i++) {
            own.answer(enrolled(), group, answer(i == 1 ? Scale.NOT : Scale.VERY, "Fikat " + i))
                    .orThrow();
            assertThat(seen().count()).isEqualTo(i);
            assertThat(seen().shown()).isFalse();
        }
        evaluations.close(place.otherCaseworker(), group).orThrow();
        var useful = seen().tallies().getFirst();
        assertThat(useful.question()).isEqualTo(Question.USEFUL);
        assertThat(useful.steps()).isEqualTo(Map.of(Scale.VERY, 4, Scale.RATHER, 0, Scale.LITTLE, 0, Scale.NOT, 1));
        assertThat(seen().words().getFirst().texts()).hasSize(5);
        // Nobody wanted to say whether they felt safe.
        assertThat(seen().tallies().get(1).steps()).isEmpty();
        assertThat(own.answer(enrolled(), group, answer(Scale.VERY, ""))).isInstanceOf(Result.Stale.class);
        assertThat(evaluations.close(place.otherCaseworker(), group)).isInstanceOf(Result.Stale.class);
    }

    private Evaluations.View seen() {
        return evaluations.see(place.otherCaseworker(), group);
    }

    @Test
    void fourAnswersStayClosedForGood() {
        for (int i = 0; i < 4; i++) {
            own.answer(enrolled(), group, answer(Scale.VERY, "")).orThrow();
        }
        evaluations.close(place.otherCaseworker(), group).orThrow();
        assertThat(seen().shown()).isFalse();
        assertThat(bare(place.otherCaseworker())).isZero();
    }

    private int bare(Actor.Staff who) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("select count(*) from group_evaluation_results(?)")
                    .param(group.value())
                    .query(Integer.class)
                    .single();
        });
    }

    @Test
    void nothingInTheDatabaseTellsWhichAnswerIsWhose() {
        for (int i = 0; i < 6; i++) {
            own.answer(enrolled(), group, answer(Scale.VERY, "Svar " + i)).orThrow();
        }
        assertThat(owner.sql("select column_name from information_schema.columns where table_name = 'group_answers'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("id", "group_id", "useful", "safe", "met", "best", "change");
        assertThat(owner.sql("""
            select count(distinct cast(xmin as text)) from (select xmin from group_answers where group_id = :group
              union all select a.xmin from group_answered a join group_enrolments e on e.id = a.enrolment_id
                where e.group_id = :group) x\
            """)
                        .param("group", group.value())
                        .query(Integer.class)
                        .single())
                .as("all rows of the group are written anew in one transaction")
                .isOne();
        var inOrder = owner.sql("select best from group_answers where group_id = ? order by ctid")
                .param(group.value())
                .query(String.class)
                .list();
        assertThat(inOrder).hasSize(6);
    }

    @Test
    void eachAnswersOnceAndNobodyWhoDidNotTakePart() {
        var phone = enrolled();
        assertThat(own.see(phone).getFirst().asked()).isTrue();
        own.answer(phone, group, answer(Scale.VERY, "")).orThrow();
        assertThat(own.see(phone).getFirst().answered()).isTrue();
        assertThat(own.answer(phone, group, answer(Scale.NOT, ""))).isInstanceOf(Result.Stale.class);
        var other = phone(cases.started(place));
        assertThat(own.see(other)).isEmpty();
        assertThatThrownBy(() -> own.answer(other, group, answer(Scale.VERY, "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.see(new Actor.Respondent(phone.round(), true)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> transactions.execute(_ -> {
                    asking.by(phone);
                    return application
                            .sql("select * from group_answers")
                            .query()
                            .listOfRows();
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoIsRestrictedIsNotAskedAndWhatTellsWhoItIsIsNotTaken() {
        var id = cases.started(place);
        examples.enrol(place.caseworker(), id, group);
        assertThat(own.answer(phone(id), group, answer(Scale.VERY, "Ring mig på 070-174 06 58")))
                .isInstanceOf(Result.Stale.class);
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(own.see(phone(id)).getFirst().asked()).isFalse();
        assertThat(own.answer(phone(id), group, answer(Scale.VERY, ""))).isInstanceOf(Result.Stale.class);
    }

    @Test
    void theLeadersEnterNoMoreAnswersFromPaperThanThereWerePersons() {
        enrolled();
        enrolled();
        var first = AnswerId.create();
        for (int i = 0; i < 2; i++) {
            evaluations
                    .enter(place.otherCaseworker(), group, first, answer(Scale.VERY, ""))
                    .orThrow();
        }
        assertThat(seen().count()).isOne();
        evaluations
                .enter(place.otherCaseworker(), group, AnswerId.create(), answer(Scale.VERY, ""))
                .orThrow();
        assertThat(evaluations.enter(place.otherCaseworker(), group, AnswerId.create(), answer(Scale.VERY, "")))
                .isInstanceOf(Result.Stale.class);
        for (var who : List.of(place.lead(), place.caseworker(), place.officer())) {
            assertThatThrownBy(() -> evaluations.see(who, group)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> evaluations.close(who, group)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void beforeTheLastSessionNobodyIsAsked() {
        examples.weekly(place, group, today.plusDays(1), 1);
        var phone = enrolled();
        assertThat(own.see(phone).getFirst().asked()).isFalse();
        assertThat(evaluations.close(place.otherCaseworker(), group))
                .isEqualTo(Result.refused("", "evaluation.not-over"));
    }

    @Test
    void onThePhoneThePersonSeesTheNextSessionAndAnswersWithoutLosingWhatWasTyped() {
        var id = cases.started(place);
        examples.enrol(place.caseworker(), id, group);
        var phone = new OwnPhone(port, world.email(place.caseworker()), id, cases.baseline(place, id)).visitor();
        assertThat(phone.get("/svara/min-sida").body()).contains("Vad tyckte du om gruppen?");
        assertThat(phone.get(PAGE).body())
                .contains("Steg framåt", "Folkets hus", "https://www.example.org/vardagen")
                .doesNotContain("Alva");
        var form = PAGE + "/" + group + "/utvardering";
        var wrong = phone.post(form, Map.of("useful", "VERY", "best", "Mejla mig@example.org", "change", "Mer fika"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("e-postadress", "Mejla mig@example.org", "Mer fika", "Du kan också välja att inte svara.");
        var right = phone.post(
                form, Map.of("useful", "VERY", "safe", "NOT_SAID", "met", "RATHER", "best", "", "change", "Mer fika"));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(phone.get(PAGE).body()).contains("Tack för dina svar!");
        assertThat(phone.get(form).body()).contains("Du har sagt vad du tyckte");
        for (var language : List.of("en", "ar", "fa", "so", "uk")) {
            assertThat(phone.get(PAGE + "?lang=" + language).body())
                    .as(language)
                    .contains("Steg framåt")
                    .doesNotContain("own-group.");
        }
    }
}
