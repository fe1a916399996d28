package se.framsteg.assessment.mine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import se.framsteg.audit.JournalReading.Line;
import se.framsteg.audit.Who;
import se.framsteg.cases.emergency.OwnEmergencies;
import se.framsteg.shared.StaffId;

/**
 * What one did with a person's data on a day. What was done through an emergency is told apart from what else the same one did.
 *
 * @param staff empty if it was the participant or the system
 * @param did in order of when it was begun, the latest first, as a reader sees the times
 */
record Looked(
        LocalDate day,
        Who.Kind kind,
        Optional<StaffId> staff,
        Optional<OwnEmergencies.Opened> emergency,
        List<WhoLooked.Done> did) {

    private record By(
            LocalDate day, Who.Kind kind, Optional<StaffId> staff, Optional<OwnEmergencies.Opened> emergency) {}

    /** Days and those who did something on them, the latest first, as the lines are. */
    static List<Looked> of(Collection<Line> lines, Collection<OwnEmergencies.Opened> emergencies) {
        var done = new LinkedHashMap<By, LinkedHashMap<Look, WhoLooked.Done>>();
        for (var line : lines) {
            done.computeIfAbsent(
                            new By(line.day(), line.kind(), line.staff(), through(line, emergencies)),
                            _ -> new LinkedHashMap<>())
                    .merge(
                            Look.of(line.action()),
                            new WhoLooked.Done(Look.of(line.action()), line.at(), line.at()),
                            (later, earlier) -> new WhoLooked.Done(later.look(), earlier.first(), later.last()));
        }
        var looked = new ArrayList<Looked>();
        done.forEach((by, did) ->
                looked.add(new Looked(by.day(), by.kind(), by.staff(), by.emergency(), inOrder(did.values()))));
        return looked;
    }

    private static List<WhoLooked.Done> inOrder(Collection<WhoLooked.Done> did) {
        return did.stream()
                .sorted(Comparator.comparing(WhoLooked.Done::first).reversed())
                .toList();
    }

    private static Optional<OwnEmergencies.Opened> through(Line line, Collection<OwnEmergencies.Opened> emergencies) {
        if (line.staff().isEmpty() || line.caseId().isEmpty()) {
            return Optional.empty();
        }
        var staff = line.staff().get();
        var where = line.caseId().get();
        return emergencies.stream()
                .filter(one -> one.covers(where, staff, line.at()))
                .findFirst();
    }
}
