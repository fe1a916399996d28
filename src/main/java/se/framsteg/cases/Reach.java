package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * As what a member of staff reaches a case: the values of the view {@code case_reach}, and besides an emergency, which is in no
 * list.
 */
enum Reach {
    CASEWORKER,
    LEAD,
    /** For an hour, to look alone. */
    EMERGENCY;

    /** Those to whom the case is their work. */
    static final Set<Reach> WORK = Set.of(CASEWORKER, LEAD);

    static Set<Reach> read(ResultSet row) throws SQLException {
        var reach = EnumSet.noneOf(Reach.class);
        Arrays.stream((String[]) row.getArray("reach").getArray())
                .map(Reach::valueOf)
                .forEach(reach::add);
        return reach;
    }
}
