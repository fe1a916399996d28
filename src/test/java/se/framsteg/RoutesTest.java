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
        Routes.table().forEach((route, letIn) -> {
            // Those who are kept out try first, all the same thing: it stays as it was made. Who is let in may change
            // it.
            var shared = path(route);
            visitors.keySet().stream()
                    .filter(who -> !letIn.contains(who))
                    .forEach(who -> softly.assertThat(tried(route, shared, who))
                            .as("%s as %s", route, who)
                            .startsWith("out"));
            letIn.forEach(who -> softly.assertThat(tried(route, changes(route) ? path(route) : shared, who))
                    .as("%s as %s", route, who)
                    .startsWith("in"));
        });
        softly.assertAll();
    }

    @Test
    void theTableNamesOnlyPeopleOfTheCrowd() {
        Routes.table().values().forEach(who -> assertThat(Crowd.EVERYBODY).containsAll(who));
    }

    private static boolean changes(String route) {
        return route.startsWith("POST");
    }

    private String path(String route) {
        return crowd.fill(route.substring(route.indexOf(' ') + 1), changes(route));
    }

    /** "in" or "out", with the status. */
    private String tried(String route, String path, String who) {
        var visitor = requireNonNull(visitors.get(who));
        var answer = changes(route) ? visitor.post(path, crowd.form(route)) : visitor.get(path);
        var verdict = verdict(route, answer);
        if (changes(route) && verdict.equals("in") && !isStill(who, visitor)) {
            visitors.put(who, crowd.visitor(who, port));
        }
        return verdict + " (" + answer.statusCode() + ")";
    }

    /** Whether a change has left a member of staff signed in. (To sign in costs more than all else here.) */
    private static boolean isStill(String who, Visitor visitor) {
        return Crowd.STAFF.contains(who) && visitor.get("/account").statusCode() == 200;
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
