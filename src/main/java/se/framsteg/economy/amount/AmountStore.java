package se.framsteg.economy.amount;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.StaffId;

/** Amounts as rows. Guards nothing: doors do. */
@Component
public class AmountStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    AmountStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those that hold on a day, one of each kind: the association's own before the example, the latest first; what was written last, of
     * several from one day.
     *
     * @param language of the examples' sources
     */
    public List<Amount> holding(AssociationId association, LocalDate on, String language) {
        return jdbc.sql("""
            select distinct on (a.party, a.situation) a.* from economy_amounts a
            where (a.association_id = :association or a.association_id is null) and a.valid_from <= :day
            order by a.party, a.situation, a.association_id nulls last, a.valid_from desc, a.saved_at desc, a.id desc\
            """)
                .param("association", association.value())
                .param("day", on)
                .query((row, i) -> amount(row, language))
                .list();
    }

    /** The association's own, also what they were before and will be, in order; not the examples. */
    List<Amount> own(AssociationId association) {
        return jdbc.sql("""
            select * from economy_amounts where association_id = ?
            order by party, situation, valid_from desc, saved_at desc, id desc\
            """)
                .param(association.value())
                .query((row, i) -> amount(row, "sv"))
                .list();
    }

    /** These, whatever holds now. */
    public List<Amount> these(Collection<AmountId> ids, String language) {
        return jdbc.sql("select * from economy_amounts where id = any(?) order by party, situation")
                .param(ids.stream().map(AmountId::value).toArray(UUID[]::new))
                .query((row, i) -> amount(row, language))
                .list();
    }

    /** Adds one; the same id once more changes nothing. */
    void add(AmountId id, AssociationId association, Amount.Details details, StaffId by) {
        jdbc.sql("""
            insert into economy_amounts (id, association_id, party, situation, low, likely, high, price_year, valid_from, source, note,
              saved_by, saved_at)
            values (:id, :association, :party, :situation, :low, :likely, :high, :priceYear, :validFrom, :source, :note, :by, :now)
            on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("association", association.value())
                .param("party", details.party().name())
                .param("situation", details.situation().name())
                .param("low", details.perMonth().low().intValueExact())
                .param("likely", details.perMonth().likely().intValueExact())
                .param("high", details.perMonth().high().intValueExact())
                .param("priceYear", details.priceYear())
                .param("validFrom", details.validFrom())
                .param("source", details.source())
                .param("note", details.note())
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Amount amount(ResultSet row, String language) throws SQLException {
        var english = row.getString("source_en");
        return new Amount(
                new AmountId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("association_id", UUID.class)).map(AssociationId::new),
                Party.valueOf(row.getString("party")),
                Situation.valueOf(row.getString("situation")),
                new Range(number(row, "low"), number(row, "likely"), number(row, "high")),
                row.getInt("price_year"),
                row.getObject("valid_from", LocalDate.class),
                language.equals("en") && !english.isEmpty() ? english : row.getString("source"),
                row.getString("note"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return BigDecimal.valueOf(row.getLong(column));
    }
}
