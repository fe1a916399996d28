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
 * @param choices what was chosen from lists to choose from: key of the list to the choice that holds
 * @param stays the stays in its stages, in order of time
 */
public record Followed(
        FollowedId id,
        PathwayId pathwayId,
        Pathway pathway,
        LocalDate from,
        Optional<LocalDate> to,
        Map<String, Choice> choices,
        List<Stay> stays,
        int version) {

    public Followed {
        choices = Map.copyOf(choices);
        stays = List.copyOf(stays);
    }

    /** The same with these stays in its stages. */
    Followed with(List<Stay> others) {
        return new Followed(id, pathwayId, pathway, from, to, choices, others, version);
    }

    /**
     * What was chosen from a list.
     *
     * @param point the key of the point
     * @param number how many times something was chosen from the list
     */
    public record Choice(String point, int number) {}

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
    public List<Stay> in(String stage) {
        return stays.stream().filter(one -> one.stage().equals(stage)).toList();
    }

    /** The stay in this stage that goes on. */
    public Optional<Stay> now(String stage) {
        return in(stage).stream().filter(Stay::isOpen).findFirst();
    }

    /** The lists from which something is chosen for the work. */
    public List<PointList> toChoose() {
        return pathway.lists().stream().filter(PointList::choose).toList();
    }

    /** What was chosen from this list. */
    public Optional<Point> chosen(PointList list) {
        return Optional.ofNullable(choices.get(list.key()))
                .flatMap(choice -> list.points().stream()
                        .filter(point -> point.key().equals(choice.point()))
                        .findFirst());
    }

    @Override
    public String toString() {
        return "followed " + id;
    }
}
