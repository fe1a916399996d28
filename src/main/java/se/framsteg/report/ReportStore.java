package se.framsteg.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.report.Report.Signed;
import se.framsteg.report.Report.Words;
import se.framsteg.report.content.ReportContent;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;
import tools.jackson.databind.json.JsonMapper;

/** Reports as rows. Guards nothing: the doors do, and the policies of the tables. */
@Component
class ReportStore {
    private static final String SELECT = """
        select r.id, r.association_id, r.initiative_id, r.kind, r.from_on, r.to_on, r.edition, r.corrects, r.checked_by, r.checked_at,
          r.released_by, r.released_at, r.version,
          (select n.id from reports n where n.corrects = r.id and n.released_at is not null) as corrected_by,
          array(select w.section from report_words w where w.report_id = r.id order by w.section) as sections,
          array(select w.words from report_words w where w.report_id = r.id order by w.section) as words,
          array(select w.version from report_words w where w.report_id = r.id order by w.section) as versions
        from reports r
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    ReportStore(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    Optional<Report> find(ReportId id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(id.value())
                .query(ReportStore::report)
                .optional();
    }

    /** Of an initiative, the latest days first, and of the same the last edition first. */
    List<Report> of(InitiativeId initiative) {
        return jdbc.sql(SELECT + " where r.initiative_id = ? order by r.to_on desc, r.from_on, r.kind, r.edition desc")
                .param(initiative.value())
                .query(ReportStore::report)
                .list();
    }

    /** The released ones of these that nothing has taken the place of, the latest days first. */
    List<Report> released(Collection<InitiativeId> initiatives) {
        return jdbc.sql(SELECT + """
             where r.initiative_id = any(:initiatives) and r.released_at is not null
              and not exists (select from reports n where n.corrects = r.id and n.released_at is not null)
            order by r.to_on desc, r.from_on, r.kind\
            """)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query(ReportStore::report)
                .list();
    }

    /** The released ones of an association that the asker has not opened, the latest first. */
    List<Report> unread(AssociationId association, StaffId reader, LocalDate since) {
        return jdbc.sql(SELECT + """
             where r.association_id = :association and r.released_at >= :since
              and not exists (select from report_reads x where x.report_id = r.id and x.staff_id = :reader)
              and not exists (select from reports n where n.corrects = r.id and n.released_at is not null)
            order by r.released_at desc\
            """)
                .param("association", association.value())
                .param("since", since)
                .param("reader", reader.value())
                .query(ReportStore::report)
                .list();
    }

    /** Whether it was begun; not if there is one of that kind and period, or of that id, or of an edition that somebody else corrects. */
    boolean begin(
            ReportId id,
            InitiativeId initiative,
            Kind kind,
            LocalDate from,
            LocalDate to,
            Optional<Report> corrected,
            StaffId by) {
        return jdbc.sql("""
            insert into reports (id, association_id, initiative_id, kind, from_on, to_on, edition, corrects, begun_by, begun_at)
            select :id, i.association_id, i.id, :kind, :from, :to, :edition, :corrects, :by, :now from initiatives i where i.id = :initiative
            on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("initiative", initiative.value())
                        .param("kind", kind.name())
                        .param("from", from)
                        .param("to", to)
                        .param("edition", corrected.map(Report::edition).orElse(0) + 1)
                        .param(
                                "corrects",
                                corrected.map(Report::id).map(ReportId::value).orElse(null))
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    void copyWords(ReportId from, ReportId to, StaffId by) {
        jdbc.sql("""
            insert into report_words (report_id, section, words, saved_by, saved_at)
            select :to, section, words, :by, :now from report_words where report_id = :from\
            """)
                .param("from", from.value())
                .param("to", to.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** @param version of the words as they were, 0 if there were none */
    boolean write(ReportId id, Section section, String words, int version, StaffId by) {
        return jdbc.sql("""
            insert into report_words (report_id, section, words, saved_by, saved_at)
            select :id, :section, :words, :by, :now
            where :version = 0 or exists (select from report_words where report_id = :id and section = :section)
            on conflict (report_id, section) do update set words = :words, version = report_words.version + 1, saved_by = :by, saved_at = :now
            where report_words.version = :version\
            """)
                        .param("id", id.value())
                        .param("section", section.name())
                        .param("words", words)
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Says that it is not what it was to whoever has it before them. */
    void touch(ReportId id) {
        jdbc.sql("update reports set version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    /** The same of all drafts of an initiative. */
    void touchDrafts(InitiativeId initiative) {
        jdbc.sql("update reports set version = version + 1 where initiative_id = ? and checked_at is null")
                .param(initiative.value())
                .update();
    }

    /** Lets nobody write in it, check or release it before this transaction ends. */
    void lock(ReportId id) {
        jdbc.sql("select id from reports where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .list();
        jdbc.sql("select section from report_words where report_id = ? order by section for update")
                .param(id.value())
                .query(String.class)
                .list();
    }

    /** @param contents by language */
    boolean check(ReportId id, int version, Map<String, ReportContent> contents, StaffId by) {
        return jdbc.sql("""
            update reports set checked_by = :by, checked_at = :now, content = cast(:content as jsonb), version = version + 1
            where id = :id and version = :version and checked_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .param("content", json.writeValueAsString(contents))
                        .update()
                == 1;
    }

    boolean reopen(ReportId id, int version) {
        return jdbc.sql("""
            update reports set checked_by = null, checked_at = null, content = null, version = version + 1
            where id = :id and version = :version and checked_at is not null and released_at is null\
            """).param("id", id.value()).param("version", version).update() == 1;
    }

    boolean release(ReportId id, int version, StaffId by) {
        return jdbc.sql("""
            update reports set released_by = :by, released_at = :now, version = version + 1
            where id = :id and version = :version and checked_at is not null and released_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean drop(ReportId id, int version) {
        return jdbc.sql("delete from reports where id = :id and version = :version and checked_at is null")
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** As it was checked, in this language. */
    Optional<ReportContent> content(ReportId id, String language) {
        return jdbc.sql("select content -> :language from reports where id = :id and content is not null")
                .param("id", id.value())
                .param("language", language)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ReportContent.class));
    }

    /** The same of several released ones. */
    Map<ReportId, ReportContent> contents(Collection<ReportId> ids, String language) {
        var contents = new HashMap<ReportId, ReportContent>();
        jdbc.sql("""
            select id, content -> :language as content from reports
            where id = any(:ids) and released_at is not null and content is not null\
            """)
                .param("ids", ids.stream().map(ReportId::value).toArray(UUID[]::new))
                .param("language", language)
                .query(row -> {
                    contents.put(
                            new ReportId(row.getObject("id", UUID.class)),
                            json.readValue(row.getString("content"), ReportContent.class));
                });
        return contents;
    }

    /** The chapters that an initiative has chosen, with the version of the choice; empty if it has chosen none. */
    Optional<Layout> layout(InitiativeId initiative) {
        return jdbc.sql("select sections, version from report_layouts where initiative_id = ?")
                .param(initiative.value())
                .query((row, i) -> new Layout(
                        Arrays.stream((String[]) row.getArray("sections").getArray())
                                .map(Section::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class))),
                        row.getInt("version")))
                .optional();
    }

    /** @param version from 1; 0 if nothing has been chosen */
    record Layout(Set<Section> sections, int version) {}

    boolean setLayout(InitiativeId initiative, Set<Section> sections, int version, StaffId by) {
        return jdbc.sql("""
            insert into report_layouts (initiative_id, association_id, sections, saved_by, saved_at)
            select i.id, i.association_id, :sections, :by, :now from initiatives i where i.id = :initiative
              and (:version = 0 or exists (select from report_layouts where initiative_id = :initiative))
            on conflict (initiative_id) do update set sections = :sections, version = report_layouts.version + 1, saved_by = :by, saved_at = :now
            where report_layouts.version = :version\
            """)
                        .param("initiative", initiative.value())
                        .param("sections", sections.stream().map(Section::name).toArray(String[]::new))
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Writes down that it was opened, the first time. */
    void read(ReportId id, StaffId reader) {
        jdbc.sql("insert into report_reads (report_id, staff_id, read_at) values (?, ?, ?) on conflict do nothing")
                .params(id.value(), reader.value(), now())
                .update();
    }

    /** Who has opened it and when first, in order. */
    Map<StaffId, Instant> readers(ReportId id) {
        var readers = new LinkedHashMap<StaffId, Instant>();
        jdbc.sql("select staff_id, read_at from report_reads where report_id = ? order by read_at")
                .param(id.value())
                .query(row -> {
                    readers.put(
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            row.getObject("read_at", OffsetDateTime.class).toInstant());
                });
        return readers;
    }

    /** @param form new for each form, and the same when it is sent twice */
    void hand(UUID form, ReportId id, ReportView.Handed handed, StaffId by) {
        jdbc.sql("""
            insert into report_handed (id, report_id, receiver, handed_on, saved_by, saved_at)
            values (:form, :id, :receiver, :on, :by, :now) on conflict (id) do nothing\
            """)
                .param("form", form)
                .param("id", id.value())
                .param("receiver", handed.receiver())
                .param("on", handed.on())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    List<ReportView.Handed> handed(ReportId id) {
        return jdbc.sql("select receiver, handed_on from report_handed where report_id = ? order by handed_on,"
                        + " saved_at")
                .param(id.value())
                .query((row, i) ->
                        new ReportView.Handed(row.getString("receiver"), row.getObject("handed_on", LocalDate.class)))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Report report(ResultSet row, int i) throws SQLException {
        return new Report(
                new ReportId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getInt("edition"),
                Optional.ofNullable(row.getObject("corrects", UUID.class)).map(ReportId::new),
                Optional.ofNullable(row.getObject("corrected_by", UUID.class)).map(ReportId::new),
                words(row),
                signed(row, "checked"),
                signed(row, "released"),
                row.getInt("version"));
    }

    private static Map<Section, Words> words(ResultSet row) throws SQLException {
        var sections = (String[]) row.getArray("sections").getArray();
        var texts = (String[]) row.getArray("words").getArray();
        var versions = (Integer[]) row.getArray("versions").getArray();
        var words = new EnumMap<Section, Words>(Section.class);
        for (int i = 0; i < sections.length; i++) {
            words.put(Section.valueOf(sections[i]), new Words(texts[i], versions[i]));
        }
        return words;
    }

    private static Optional<Signed> signed(ResultSet row, String what) throws SQLException {
        var at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Signed(new StaffId(row.getObject(what + "_by", UUID.class)), at.toInstant()));
    }
}
