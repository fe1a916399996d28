package se.framsteg.cases.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Routes;
import se.framsteg.testing.Visitor;

/** Whoever has opened a case in an emergency tries every door of it: all that can be read can be, and nothing is changed. */
@FramstegTest
class EmergencyLooksOnlyTest {
    /** What the product notes of a look, and what of a browser. */
    private static final Set<String> NOT_OF_THE_CASE =
            Set.of("journal", "attempts", "spring_session", "spring_session_attributes", "flyway_schema_history");

    private static final Set<String> READABLE = Set.of(
            "GET /cases/{id}",
            "GET /cases/{id}/person",
            "GET /cases/{id}/assignments",
            "GET /cases/{id}/reminders",
            "GET /cases/{caseId}/activities/{id}",
            "GET /cases/{caseId}/agreements",
            "GET /cases/{caseId}/consents",
            "GET /cases/{caseId}/consents/day",
            "GET /cases/{caseId}/employments/{id}",
            "GET /cases/{caseId}/employments/{id}/support",
            "GET /cases/{caseId}/work",
            "GET /cases/{caseId}/contacts",
            "GET /cases/{caseId}/groups",
            "GET /cases/{caseId}/groups/{enrolmentId}",
            "GET /cases/{caseId}/notes",
            "GET /cases/{caseId}/notes/{id}",
            "GET /cases/{caseId}/pathways",
            "GET /cases/{caseId}/pathways/talk",
            "GET /cases/{caseId}/pathways/{followedId}",
            "GET /cases/{caseId}/pathways/{followedId}/stages/{stage}",
            "GET /cases/{caseId}/plan",
            "GET /cases/{caseId}/plan/{planId}/versions",
            "GET /cases/{caseId}/plan/{planId}/versions/{number}",
            "GET /cases/{caseId}/plan/areas",
            "GET /cases/{caseId}/profile",
            "GET /cases/{caseId}/progression",
            "GET /cases/{caseId}/rounds/{roundId}",
            "GET /cases/{caseId}/talk/{roundId}");

    private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f-]{36})");
    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/cases/[0-9a-f-]{36}(?![^\"]*lang=)[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"/cases/[0-9a-f-]{36}");

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Crowd crowd;

    @Autowired
    OwnerSql sql;

    @LocalServerPort
    int port;

    private EmergencyExamples examples;

    @BeforeEach
    void theExamples() {
        examples = new EmergencyExamples(beans);
    }

    @Test
    void everyDoorOfTheCaseChangesNothingAndTheReadingOnesAreOpen() {
        var softly = new SoftAssertions();
        var read = new TreeSet<String>();
        var visitor = crowd.visitor("other-caseworker", port);
        var routes = Routes.table().keySet().stream()
                .filter(route -> route.contains(" /cases/{"))
                .toList();
        for (var route : routes) {
            var path = crowd.fill(route.substring(route.indexOf(' ') + 1), true);
            open(visitor, path);
            var before = everything();
            var answer = knock(visitor, route, path);
            softly.assertThat(changed(before, everything())).as(route).isEmpty();
            softly.assertThat(answer.statusCode()).as(route).isLessThan(500);
            if (answer.statusCode() == 200 && route.startsWith("GET")) {
                read.add(route);
                if (!route.endsWith(".csv")) {
                    requireLooksAlone(softly, visitor, route, answer.body());
                }
            }
        }
        softly.assertThat(read).isEqualTo(new TreeSet<>(READABLE));
        softly.assertAll();
    }

    /** The page says until when, holds no form that changes, and leads to no door that is shut. */
    private static void requireLooksAlone(SoftAssertions softly, Visitor visitor, String route, String body) {
        softly.assertThat(body).as(route).contains("Du har öppnat ärendet i nödläge.");
        softly.assertThat(FORM.matcher(body).find())
                .as("%s offers a change", route)
                .isFalse();
        LINK.matcher(body)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .forEach(link -> softly.assertThat(visitor.get(link).statusCode())
                        .as("%s leads to %s", route, link)
                        .isLessThan(400));
    }

    private void open(Visitor visitor, String path) {
        var hit = CASE.matcher(path);
        assertThat(hit.find()).isTrue();
        var number = examples.number(CaseId.of(hit.group(1)));
        var answer = visitor.post("/cases/emergency", Map.of("wanted", number, "reason", EmergencyExamples.REASON));
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/cases/" + hit.group(1));
    }

    private HttpResponse<String> knock(Visitor visitor, String route, String path) {
        return route.startsWith("POST") ? visitor.post(path, crowd.form(route)) : visitor.get(path);
    }

    private Map<String, String> everything() {
        var tables = sql.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        var content = new LinkedHashMap<String, String>();
        tables.stream()
                .filter(table -> !NOT_OF_THE_CASE.contains(table))
                .forEach(table -> content.put(
                        table,
                        sql.sql("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from " + table
                                        + " t")
                                .query(String.class)
                                .single()));
        return content;
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(table -> !table.getValue().equals(after.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
