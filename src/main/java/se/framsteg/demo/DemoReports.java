package se.framsteg.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.calendar.ReportCalendar;
import se.framsteg.initiative.calendar.ReportPeriod;
import se.framsteg.report.ReportId;
import se.framsteg.report.ReportView;
import se.framsteg.report.Reports;
import se.framsteg.report.Section;
import se.framsteg.statistics.ledger.LedgerClosing;

/**
 * Closes the ledgers of all initiatives up to today, and lets them report: all periods that have been due, and a draft of the next. The first team
 * is late with its last one.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoReports {
    private static final Set<Section> CHAPTERS = EnumSet.of(
            Section.SUMMARY,
            Section.FRAME,
            Section.GOALS,
            Section.PEOPLE,
            Section.OUTCOMES,
            Section.EFFORTS,
            Section.MONEY,
            Section.DEVIATIONS,
            Section.IMPLEMENTATION);

    private static final List<Map<Section, String>> WORDS_OF_TEAMS = List.of(
            Map.of(
                    Section.SUMMARY,
                    "Teamet träffas varje vecka och alla fyra parterna är med. Fler vill in än vi har plats för.",
                    Section.DEVIATIONS,
                    "En av parterna har bytt person i teamet. Överlämningen gick bra."),
            Map.of(
                    Section.SUMMARY,
                    "Grupperna för friskvård och arbetsträning går parallellt. Deltagarna hjälper varandra vidare.",
                    Section.DEVIATIONS,
                    "Inga större avvikelser."));

    private static final List<Map<Section, String>> WORDS_OF_IPS = List.of(
            Map.of(
                    Section.SUMMARY,
                    "Vi har kommit i gång. Coachen är på plats, parterna remitterar och de första deltagarna har"
                            + " börjat.",
                    Section.DEVIATIONS,
                    "Det tog längre tid än vi trodde att få de första remisserna. Ledaren besöker varje part under"
                            + " våren."),
            Map.of(
                    Section.SUMMARY,
                    "Fler har börjat och de första har träffat arbetsgivare. Samarbetet med vården fungerar bra.",
                    Section.DEVIATIONS,
                    "Inga större avvikelser."),
            Map.of(
                    Section.SUMMARY,
                    "En lugn period. Vi har lagt kraft på att utbilda kollegor och på att hålla i kontakten med"
                            + " arbetsgivare.",
                    Section.DEVIATIONS,
                    "En utbildningsdag fick flyttas. Den hålls nästa period i stället."),
            Map.of(
                    Section.SUMMARY,
                    "Flera har gått vidare till arbete eller studier. Stödet fortsätter på arbetsplatsen.",
                    Section.DEVIATIONS,
                    "Några väntar längre än en månad på att få börja. Vi ser över hur vi fördelar dem."));

    private final ReportCalendar calendar;
    private final Reports reports;
    private final LedgerClosing closing;

    DemoReports(ReportCalendar calendar, Reports reports, LedgerClosing closing) {
        this.calendar = calendar;
        this.reports = reports;
        this.closing = closing;
    }

    void report(List<Workplace> workplaces, LocalDate today) {
        workplaces.forEach(place -> closing.close(place.initiative()));
        for (var place : workplaces) {
            report(place, today, place.equals(workplaces.getFirst()));
        }
    }

    private void report(Workplace place, LocalDate today, boolean late) {
        var ips = place.kind() == Kind.IPS;
        var chapters = EnumSet.copyOf(CHAPTERS);
        if (ips) {
            chapters.add(Section.TRAINING);
        }
        reports.setLayout(place.lead(), place.initiative(), chapters, 0);
        var all = ips ? WORDS_OF_IPS : WORDS_OF_TEAMS;
        var periods = calendar.of(place.initiative()).stream()
                .filter(period -> period.to().isBefore(today) && period.kind() != ReportPeriod.Kind.FINAL)
                .toList();
        for (int i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            var words = all.get(i % all.size());
            var due = period.due().minusDays(3);
            if (due.isBefore(today) && !(late && i == periods.size() - 1)) {
                DemoClock.on(due, () -> released(place, period, words, due));
            } else {
                draft(place, period, words);
            }
        }
    }

    private ReportId draft(Workplace place, ReportPeriod period, Map<Section, String> words) {
        var id = reports.begin(
                        place.lead(), place.initiative(), ReportId.create(), period.kind(), period.from(), period.to())
                .orThrow();
        words.forEach((section, text) ->
                reports.write(place.lead(), id, section, text, 0).orThrow());
        return id;
    }

    private boolean released(Workplace place, ReportPeriod period, Map<Section, String> words, LocalDate day) {
        var id = draft(place, period, words);
        reports.check(place.lead(), id, words.size()).orThrow();
        var released = reports.release(place.lead(), id, words.size() + 1);
        reports.hand(place.lead(), id, UUID.randomUUID(), new ReportView.Handed("Styrgruppen", day))
                .orThrow();
        return released;
    }
}
