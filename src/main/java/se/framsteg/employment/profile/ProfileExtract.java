package se.framsteg.employment.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.employment.Occupations;

/** The versions of the person's vocational profile. */
@Component
class ProfileExtract implements ExtractSource {
    private final JdbcClient jdbc;

    ProfileExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var language = Locale.forLanguageTag(asked.language());
        var entries = jdbc.sql("""
            select v.*, array_to_string(municipalities, ', ') as places from vocational_profiles v where case_id = ? order by number\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> {
                    var occupations =
                            occupations((String[]) row.getArray("occupations").getArray(), language);
                    return Columns.of(row)
                            .count("number")
                            .coded("occasion", "profile.occasion")
                            .day("talked_on")
                            .field("occupations", occupations.isEmpty() ? null : new Value.Written(occupations))
                            .written("wants")
                            .codes("branches", "employer.branch")
                            .written("places")
                            .count("longest_way")
                            .amount("hours_least")
                            .amount("hours_most")
                            .codes("parts_of_day", "profile.part-of-day")
                            .written("avoids", "strengths", "licences", "learns", "experiences")
                            .by("saved_by")
                            .moment("saved_at")
                            .entry();
                })
                .list();
        return List.of(new Chapter(Topic.PROFILE, entries));
    }

    private static String occupations(String[] codes, Locale language) {
        return Arrays.stream(codes)
                .map(code -> Occupations.find(code)
                        .map(one -> code + " " + one.name(language))
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }
}
