package se.framsteg.initiative.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.money.MoneyTable.Key;
import se.framsteg.initiative.money.MoneyTable.Sum;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** Who pays, budgets and actuals as rows. Guards nothing: the door does. */
@Component
class MoneyRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    MoneyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody else changes the initiative's money before the transaction is over. */
    void lock(InitiativeId initiative) {
        if (jdbc.sql("select id from initiatives where id = ? for update")
                .param(initiative.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** Those that have not been taken away: the association first, money before what is put in. */
    List<Funder> funders(InitiativeId initiative) {
        return funders(List.of(initiative)).getOrDefault(initiative, List.of());
    }

    /** The same of several. */
    Map<InitiativeId, List<Funder>> funders(Collection<InitiativeId> initiatives) {
        var funders = new HashMap<InitiativeId, List<Funder>>();
        jdbc.sql("""
            select * from initiative_parties where initiative_id = any(:initiatives) and removed_at is null
            order by in_kind, array_position(array['ASSOCIATION', 'FK', 'AF', 'KOMMUN', 'REGION', 'ESF', 'OTHER'], kind), name, id\
            """).param("initiatives", ids(initiatives)).query(row -> {
            funders.computeIfAbsent(initiative(row), _ -> new ArrayList<>()).add(funder(row, 0));
        });
        return funders;
    }

    private static UUID[] ids(Collection<InitiativeId> initiatives) {
        return initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new);
    }

    private static InitiativeId initiative(ResultSet row) throws SQLException {
        return new InitiativeId(row.getObject("initiative_id", UUID.class));
    }

    Optional<Funder> funder(InitiativeId initiative, FunderId id) {
        return funders(initiative).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Adds it; does nothing if there is one with its id, or one like it. */
    void add(InitiativeId initiative, Funder funder, StaffId by) {
        jdbc.sql("""
            insert into initiative_parties (id, association_id, initiative_id, kind, name, in_kind, saved_by, saved_at)
            select :id, i.association_id, i.id, :kind, :name, :inKind, :by, :now from initiatives i where i.id = :initiative
            on conflict do nothing\
            """)
                .param("id", funder.id().value())
                .param("initiative", initiative.value())
                .param("kind", funder.kind().name())
                .param("name", funder.name())
                .param("inKind", funder.inKind())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether somebody is to pay or has paid anything. */
    boolean used(FunderId funder) {
        return jdbc.sql("""
            select exists (select from initiative_budgets where party_id = :funder and amount > 0)
              or exists (select from initiative_costs where party_id = :funder and removed_at is null)\
            """)
                .param("funder", funder.value())
                .query(Boolean.class)
                .single();
    }

    boolean remove(FunderId id, int version, StaffId by) {
        return jdbc.sql("""
            update initiative_parties set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** @param paidBy the last day whose costs are counted; none: all are */
    Map<Key, Sum> sums(InitiativeId initiative, Optional<LocalDate> paidBy) {
        return sums(List.of(initiative), paidBy).getOrDefault(initiative, Map.of());
    }

    /** The same of several. */
    Map<InitiativeId, Map<Key, Sum>> sums(Collection<InitiativeId> initiatives, Optional<LocalDate> paidBy) {
        var sums = new HashMap<InitiativeId, Map<Key, Sum>>();
        jdbc.sql("""
            select initiative_id, party_id, year, amount as budget, 0 as actual from initiative_budgets
            where initiative_id = any(:initiatives)
            union all
            select initiative_id, party_id, extract(year from entered_on), 0, sum(amount) from initiative_costs
            where initiative_id = any(:initiatives) and removed_at is null and entered_on <= coalesce(:paidBy, entered_on)
            group by 1, 2, 3\
            """)
                .param("initiatives", ids(initiatives))
                .param("paidBy", paidBy.orElse(null), Types.DATE)
                .query(row -> {
                    var key = new Key(new FunderId(row.getObject("party_id", UUID.class)), row.getInt("year"));
                    sums.computeIfAbsent(initiative(row), _ -> new HashMap<>())
                            .merge(key, new Sum(row.getLong("budget"), row.getLong("actual")), Sum::plus);
                });
        return sums;
    }

    /** Goes up whenever something of that year's budget is changed. */
    int budgetVersion(InitiativeId initiative, int year) {
        return jdbc.sql("""
            select coalesce(sum(version + 1), 0) from initiative_budgets where initiative_id = :initiative and year = :year\
            """)
                .param("initiative", initiative.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void setBudget(FunderId funder, int year, long amount, StaffId by) {
        jdbc.sql("""
            insert into initiative_budgets as b (association_id, initiative_id, party_id, year, amount, saved_by, saved_at)
            select p.association_id, p.initiative_id, p.id, :year, :amount, :by, :now from initiative_parties p where p.id = :funder
            on conflict (party_id, year) do update set amount = :amount, version = b.version + 1, saved_by = :by, saved_at = :now
            where b.amount <> :amount\
            """)
                .param("funder", funder.value())
                .param("year", year)
                .param("amount", amount)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** The latest first, those that were taken back among them. */
    List<Cost> costs(InitiativeId initiative) {
        return jdbc.sql("""
            select * from initiative_costs where initiative_id = ? order by entered_on desc, saved_at desc, id\
            """).param(initiative.value()).query(MoneyRows::cost).list();
    }

    Optional<Cost> cost(InitiativeId initiative, CostId id) {
        return jdbc.sql("select * from initiative_costs where initiative_id = :initiative and id = :id")
                .param("initiative", initiative.value())
                .param("id", id.value())
                .query(MoneyRows::cost)
                .optional();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, Cost cost, StaffId by) {
        jdbc.sql("""
            insert into initiative_costs (id, association_id, initiative_id, party_id, entered_on, amount, words, reference,
              saved_by, saved_at)
            select :id, i.association_id, i.id, :funder, :on, :amount, :words, :reference, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """)
                .param("id", cost.id().value())
                .param("initiative", initiative.value())
                .param("funder", cost.funder().value())
                .param("on", cost.on())
                .param("amount", cost.amount())
                .param("words", cost.words())
                .param("reference", cost.reference())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Does nothing if it has been taken back already. */
    void takeBack(CostId id, String reason, StaffId by) {
        jdbc.sql("""
            update initiative_costs set removed_at = :now, removed_reason = :reason, saved_by = :by, saved_at = :now
            where id = :id and removed_at is null\
            """)
                .param("id", id.value())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Funder funder(ResultSet row, int i) throws SQLException {
        return new Funder(
                new FunderId(row.getObject("id", UUID.class)),
                Funder.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("in_kind"),
                row.getInt("version"));
    }

    private static Cost cost(ResultSet row, int i) throws SQLException {
        return new Cost(
                new CostId(row.getObject("id", UUID.class)),
                new FunderId(row.getObject("party_id", UUID.class)),
                row.getObject("entered_on", LocalDate.class),
                row.getLong("amount"),
                row.getString("words"),
                row.getString("reference"),
                Optional.of(row.getString("removed_reason")).filter(reason -> !reason.isEmpty()));
    }
}
