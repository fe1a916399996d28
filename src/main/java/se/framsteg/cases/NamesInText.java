package se.framsteg.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;

/**
 * Whether a text names a participant whom the writer has in a case or a referral, or whose name is open to them by consent. A
 * given and a family name beside each other are a name, in either order; one of them alone is not. Tells the writer of nobody
 * whom they don't see.
 */
@Component
public class NamesInText {
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*");

    private final JdbcClient jdbc;

    NamesInText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Guards and journals nothing: nobody is shown, and the caller has asked the guard. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean any(Actor.Staff writer, String text) {
        var written = words(text);
        return jdbc.sql("""
            select p.name from participants p where not p.anonymous and p.id in (
              select c.participant_id from case_reach h join cases c on c.id = h.case_id where h.staff_id = :staff
              union select f.participant_id from referral_reach h join referrals f on f.id = h.referral_id
                where h.staff_id = :staff)
            union select o.name from opened_persons o where not o.anonymous\
            """).param("staff", writer.id().value()).query(String.class).list().stream()
                .anyMatch(name -> stands(words(name), written));
    }

    private static boolean stands(List<String> name, List<String> written) {
        if (name.size() < 2) {
            return false;
        }
        var family = name.getLast();
        var given = name.subList(0, name.size() - 1);
        for (int i = 1; i < written.size(); i++) {
            if (given.contains(written.get(i - 1)) && isFamily(written.get(i), family)
                    || written.get(i - 1).equals(family) && given.contains(written.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Also in the genitive: Svenssons. */
    private static boolean isFamily(String word, String family) {
        return word.equals(family) || word.equals(family + "s");
    }

    private static List<String> words(String text) {
        return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
