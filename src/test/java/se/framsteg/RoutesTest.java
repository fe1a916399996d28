package se.framsteg;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Routes;
import se.framsteg.testing.Visitor;

/**
 * Walks every route of the application as everybody, and compares with the table {@code routes.txt}: who is let in. A route
 * without a row fails, and so does a row without a route.
 */
@FramstegTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private static final Set<String> ENDS_SESSION = Set.of("POST /sign-out", "POST /svara/leave");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Crowd crowd;

    @LocalServerPort
    int port;

    private Map<String, Visitor> visitors;

    @BeforeAll
    void signEverybodyIn() {
        visitors = crowd.visitors(port);
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        assertThat(Routes.table().keySet()).isEqualTo(routes());
    }

    @Test
    void everybodyIsLetInWhereTheTableSaysAndNowhereElse() {
        var softly = new SoftAssertions();
        for (var row : Routes.table().entrySet()) {
            var letIn = row.getValue();
            // Those who are kept out try first, while everything is still as it was made.
            visitors.keySet().stream()
                    .sorted((a, b) -> Boolean.compare(letIn.contains(a), letIn.contains(b)))
                    .forEach(who -> {
                        var expected = letIn.contains(who) ? "in" : "out";
                        softly.assertThat(tried(row.getKey(), who))
                                .as("%s as %s", row.getKey(), who)
                                .startsWith(expected);
                    });
        }
        softly.assertAll();
    }

    @Test
    void theTableNamesOnlyPeopleOfTheCrowd() {
        Routes.table().values().forEach(who -> assertThat(Crowd.EVERYBODY).containsAll(who));
    }

    /** "in" or "out", with the status. */
    private String tried(String route, String who) {
        var changes = route.startsWith("POST");
        var path = crowd.fill(route.substring(route.indexOf(' ') + 1), changes);
        var visitor = requireNonNull(visitors.get(who));
        var answer = changes ? visitor.post(path, crowd.form(route)) : visitor.get(path);
        var verdict = verdict(route, answer);
        if (changes && verdict.equals("in")) {
            visitors.put(who, crowd.visitor(who, port));
        }
        return verdict + " (" + answer.statusCode() + ")";
    }

    /** Who is asked to sign in, or to give the code, is out, and so is who is told that there is no such page. */
    private static String verdict(String route, HttpResponse<String> answer) {
        var to = answer.headers().firstValue("Location").orElse("");
        var atTheDoor = to.endsWith("/sign-in") || to.endsWith("/svara") || to.endsWith("/svara/closed");
        return switch (answer.statusCode()) {
            case 200, 422 -> "in";
            case 302, 303 -> atTheDoor && !ENDS_SESSION.contains(route) ? "out" : "in";
            case 404 -> "out";
            default -> "fault";
        };
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().startsWith("se.framsteg")) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (var path : mapping.getPatternValues()) {
                    for (var verb : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        routes.add(verb + " " + path);
                    }
                }
            }
        });
        return routes;
    }
}
