package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.AmountId;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;
import se.framsteg.economy.calculation.Assumptions.Anyway;
import se.framsteg.economy.calculation.Assumptions.Discount;
import se.framsteg.economy.calculation.Assumptions.Move;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Calculations and their versions as rows. Guards nothing: doors do. */
@Component
class CalculationStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    CalculationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose a calculation is. */
    record Facts(AssociationId association, Optional<InitiativeId> initiative) {}

    /** Empty if there is none, or it has been removed. */
    Optional<Facts> facts(CalculationId id) {
        return jdbc.sql("select association_id, initiative_id from economy_calculations where id = ? and removed_at is"
                        + " null")
                .param(id.value())
                .query((row, i) ->
                        new Facts(new AssociationId(row.getObject("association_id", UUID.class)), initiative(row)))
                .optional();
    }

    /**
     * A version as a row, with the amounts still to be looked up.
     *
     * @param amounts their ids
     */
    record Saved(
            CalculationId id,
            Optional<InitiativeId> initiative,
            VersionId version,
            int number,
            String name,
            Assumptions assumptions,
            List<AmountId> amounts,
            StaffId by,
            Instant at) {
        Calculation with(List<Amount> found) {
            return new Calculation(id, initiative, version, number, name, assumptions, found, by, at);
        }
    }

    /** The last version of each that has not been removed, by name. */
    List<Saved> all(AssociationId association) {
        return jdbc.sql("""
            select v.*, c.initiative_id from economy_calculations c
            join economy_versions v on v.calculation_id = c.id
              and v.number = (select max(o.number) from economy_versions o where o.calculation_id = c.id)
            where c.association_id = ? and c.removed_at is null order by v.name, v.id\
            """)
                .param(association.value())
                .query(CalculationStore::saved)
                .list();
    }

    /** All versions of one, the last first. */
    List<Saved> versions(CalculationId id) {
        return jdbc.sql("""
            select v.*, c.initiative_id from economy_versions v join economy_calculations c on c.id = v.calculation_id
            where c.id = ? order by v.number desc\
            """).param(id.value()).query(CalculationStore::saved).list();
    }

    /** Whether it is new. */
    boolean add(CalculationId id, AssociationId association, Optional<InitiativeId> initiative, StaffId by) {
        return jdbc.sql("""
            insert into economy_calculations (id, association_id, initiative_id, made_by, made_at)
            values (:id, :association, :initiative, :by, :now) on conflict (id) do nothing\
            """)
                        .param("id", id.value())
                        .param("association", association.value())
                        .param("initiative", initiative.map(InitiativeId::value).orElse(null))
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whether it was added: not if there is one of that number. */
    boolean add(
            CalculationId id,
            AssociationId association,
            int number,
            String name,
            Assumptions assumptions,
            List<Amount> amounts,
            StaffId by) {
        var moves = assumptions.moves();
        return jdbc.sql("""
            insert into economy_versions (id, association_id, calculation_id, number, name, numbers_from, from_situations, to_situations,
              persons, year_one_low, year_one_likely, year_one_high, year_five_low, year_five_likely, year_five_high, lasting_why,
              anyway_low, anyway_likely, anyway_high, anyway_why, cost_fk, cost_state, cost_kommun, cost_region, cost_from, discount,
              discount_from, price_year, amounts, saved_by, saved_at)
            values (:id, :association, :calculation, :number, :name, :numbersFrom, :from, :to, :persons, :oneLow, :oneLikely, :oneHigh,
              :fiveLow, :fiveLikely, :fiveHigh, :lastingWhy, :anywayLow, :anywayLikely, :anywayHigh, :anywayWhy, :costFk, :costState,
              :costKommun, :costRegion, :costFrom, :discount, :discountFrom, :priceYear, :amounts, :by, :now)
            on conflict (calculation_id, number) do nothing\
            """)
                        .param("id", VersionId.create().value())
                        .param("association", association.value())
                        .param("calculation", id.value())
                        .param("number", number)
                        .param("name", name)
                        .param("numbersFrom", assumptions.numbersFrom())
                        .param(
                                "from",
                                moves.stream().map(one -> one.from().name()).toArray(String[]::new))
                        .param("to", moves.stream().map(one -> one.to().name()).toArray(String[]::new))
                        .param("persons", moves.stream().map(Move::persons).toArray(Integer[]::new))
                        .params(range("one", assumptions.lasting().afterOne()))
                        .params(range("five", assumptions.lasting().afterFive()))
                        .param("lastingWhy", assumptions.lasting().why())
                        .params(range("anyway", assumptions.anyway().share()))
                        .param("anywayWhy", assumptions.anyway().why())
                        .param("costFk", assumptions.cost(Party.FK))
                        .param("costState", assumptions.cost(Party.STATE))
                        .param("costKommun", assumptions.cost(Party.KOMMUN))
                        .param("costRegion", assumptions.cost(Party.REGION))
                        .param("costFrom", assumptions.costFrom())
                        .param("discount", assumptions.discount().yearly())
                        .param("discountFrom", assumptions.discount().from())
                        .param("priceYear", assumptions.priceYear())
                        .param(
                                "amounts",
                                amounts.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static Map<String, BigDecimal> range(String name, Range range) {
        return Map.of(name + "Low", range.low(), name + "Likely", range.likely(), name + "High", range.high());
    }

    void remove(CalculationId id, StaffId by) {
        jdbc.sql("update economy_calculations set removed_by = :by, removed_at = :now where id = :id and"
                        + " removed_at is null")
                .param("by", by.value())
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Saved saved(ResultSet row, int i) throws SQLException {
        return new Saved(
                new CalculationId(row.getObject("calculation_id", UUID.class)),
                initiative(row),
                new VersionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getString("name"),
                assumptions(row),
                Arrays.stream((UUID[]) row.getArray("amounts").getArray())
                        .map(AmountId::new)
                        .toList(),
                new StaffId(row.getObject("saved_by", UUID.class)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<InitiativeId> initiative(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("initiative_id", UUID.class)).map(InitiativeId::new);
    }

    private static Assumptions assumptions(ResultSet row) throws SQLException {
        return new Assumptions(
                row.getString("numbers_from"),
                moves(row),
                new Lasting(range(row, "year_one"), range(row, "year_five"), row.getString("lasting_why")),
                new Anyway(range(row, "anyway"), row.getString("anyway_why")),
                Map.of(
                        Party.FK, row.getBigDecimal("cost_fk"),
                        Party.STATE, row.getBigDecimal("cost_state"),
                        Party.KOMMUN, row.getBigDecimal("cost_kommun"),
                        Party.REGION, row.getBigDecimal("cost_region")),
                row.getString("cost_from"),
                new Discount(row.getBigDecimal("discount"), row.getString("discount_from")),
                row.getInt("price_year"));
    }

    private static List<Move> moves(ResultSet row) throws SQLException {
        var from = (String[]) array(row, "from_situations");
        var to = (String[]) array(row, "to_situations");
        var persons = (Integer[]) array(row, "persons");
        return IntStream.range(0, persons.length)
                .mapToObj(i -> new Move(Situation.valueOf(from[i]), Situation.valueOf(to[i]), persons[i]))
                .toList();
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static Range range(ResultSet row, String column) throws SQLException {
        return new Range(
                row.getBigDecimal(column + "_low"),
                row.getBigDecimal(column + "_likely"),
                row.getBigDecimal(column + "_high"));
    }
}
