package se.framsteg.pathway.steps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Point;
import se.framsteg.pathway.method.PointList;
import se.framsteg.pathway.method.Stage;
import se.framsteg.shared.PathwayId;

/**
 * A pathway that a case goes by, in the version with which it began.
 *
 * @param to the last day; empty while the case goes by it
 * @param choices what was chosen from lists to choose from: key of the list to key of the point
 * @param entered the stays in its stages, in order of time
 */
public record Followed(
        FollowedId id,
        PathwayId pathwayId,
        Pathway pathway,
        LocalDate from,
        Optional<LocalDate> to,
        Map<String, String> choices,
        List<Entered> entered,
        int version) {

    public Followed {
        choices = Map.copyOf(choices);
        entered = List.copyOf(entered);
    }

    /** The same with these stays in its stages. */
    Followed with(List<Entered> stays) {
        return new Followed(id, pathwayId, pathway, from, to, choices, stays, version);
    }

    public boolean isOpen() {
        return to.isEmpty();
    }

    /** A stage in which the person is now, and since when. */
    public record Here(Stage stage, LocalDate since) {}

    /** Where the person is now, in the order in which the stages are told. */
    public List<Here> here() {
        return pathway.stages().stream()
                .flatMap(stage -> now(stage.key()).stream().map(one -> new Here(stage, one.from())))
                .toList();
    }

    /** The stays in this stage, in order of time. */
    public List<Entered> in(String stage) {
        return entered.stream().filter(one -> one.stage().equals(stage)).toList();
    }

    /** The stay in this stage that goes on. */
    public Optional<Entered> now(String stage) {
        return in(stage).stream().filter(Entered::isOpen).findFirst();
    }

    public Optional<Stage> stage(String key) {
        return pathway.stages().stream()
                .filter(stage -> stage.key().equals(key))
                .findFirst();
    }

    /** The lists from which something is chosen for the work. */
    public List<PointList> toChoose() {
        return pathway.lists().stream().filter(PointList::choose).toList();
    }

    /** What was chosen from this list. */
    public Optional<Point> chosen(PointList list) {
        return list.points().stream()
                .filter(point -> point.key().equals(choices.get(list.key())))
                .findFirst();
    }

    @Override
    public String toString() {
        return "followed " + id;
    }
}
