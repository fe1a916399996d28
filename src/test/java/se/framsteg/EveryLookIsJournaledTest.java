package se.framsteg;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Routes;
import se.framsteg.testing.Visitor;

/** Walks every page of a case, and every form of one that is sent with next to nothing in it, as those who are let in. */
@FramstegTest
class EveryLookIsJournaledTest {
    private static final String NAME = "Petra Provdeltagare";
    private static final Pattern CASE = Pattern.compile("^/cases/([0-9a-f-]{36})");

    @Autowired
    Crowd crowd;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private int named;

    @Test
    void aPageThatTellsTheNameOfAPersonIsInTheJournalOfThatPerson() {
        var notJournaled = Routes.table().entrySet().stream()
                .filter(route -> route.getKey().contains(" /cases/{"))
                .flatMap(route -> route.getValue().stream()
                        .filter(Crowd.STAFF::contains)
                        .filter(who -> looksUnseen(route.getKey(), who))
                        .map(who -> route.getKey() + " as " + who))
                .toList();
        assertThat(notJournaled).isEmpty();
        assertThat(named).as("pages that tell the name at all").isGreaterThan(60);
    }

    private boolean looksUnseen(String route, String who) {
        var sends = route.startsWith("POST");
        var path = crowd.fill(route.substring(route.indexOf(' ') + 1), sends);
        var visitor = visitors.computeIfAbsent(who, _ -> crowd.visitor(who, port));
        var before = owner.sql("select coalesce(max(id), 0) from journal")
                .query(Long.class)
                .single();
        var answer = sends ? visitor.post(path, crowd.form(route)) : visitor.get(path);
        if (sends && route.endsWith("/hand-over")) {
            visitors.remove(who);
        }
        return tells(answer) && !journaled(path, who, before);
    }

    private boolean tells(HttpResponse<String> answer) {
        var tells =
                List.of(200, 422).contains(answer.statusCode()) && answer.body().contains(NAME);
        named += tells ? 1 : 0;
        return tells;
    }

    private boolean journaled(String path, String who, long before) {
        var id = CASE.matcher(path);
        assertThat(id.find()).as(path).isTrue();
        return owner.sql("""
            select exists (select from journal j join cases c on c.participant_id = j.participant_id
              where j.id > :before and j.actor_id = :who and c.id = :case)\
            """)
                .param("before", before)
                .param("who", crowd.actor(who).id().value())
                .param("case", UUID.fromString(id.group(1)))
                .query(Boolean.class)
                .single();
    }
}
