package se.framsteg.group;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/**
 * One session of a group.
 *
 * @param cancelled why it is cancelled, perhaps an empty text; empty if it is not
 * @param attendance how many times attendance has been saved: none while it has not been taken
 */
public record Session(
        SessionId id, GroupId group, Details details, Optional<String> cancelled, int attendance, int version) {

    public enum Kind {
        MEETING,
        /** By one of the parties, as a rule. */
        LECTURE,
        /** Physical training. */
        TRAINING
    }

    /**
     * What is planned.
     *
     * @param minutes 5–600
     * @param theme up to 200 characters, may be empty
     * @param place up to 200 characters, may be empty
     * @param leader a member of staff of the owner
     * @param leaderWords who leads it, in words, where it is nobody of those; may be empty
     * @param lecturer the organisation that lectures
     * @param lecturerWords who lectures, in words; may be empty
     * @param materials a line each: what to read before, or a link; up to 4000 characters, may be empty
     */
    public record Details(
            LocalDate on,
            LocalTime at,
            int minutes,
            Kind kind,
            String theme,
            String place,
            Optional<StaffId> leader,
            String leaderWords,
            Optional<OrganisationId> lecturer,
            String lecturerWords,
            String materials) {

        /** The same on another day. */
        Details on(LocalDate day) {
            return new Details(
                    day, at, minutes, kind, theme, place, leader, leaderWords, lecturer, lecturerWords, materials);
        }

        public LocalTime ends() {
            return at.plusMinutes(minutes);
        }

        /** What there is to read, in order. */
        public List<Material> reading() {
            return materials
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Material::of)
                    .toList();
        }
    }

    /**
     * A line of what there is to read.
     *
     * @param link where it is; empty if the line is to be read itself
     */
    public record Material(String text, Optional<String> link) {
        private static final String SAFE = "https://";

        static Material of(String line) {
            var at = line.indexOf(SAFE);
            if (at < 0) {
                return new Material(line, Optional.empty());
            }
            var words = line.substring(0, at).strip().replaceAll("\\s*:$", "");
            var address = line.substring(at);
            return isAddress(address)
                    ? new Material(words.isEmpty() ? address : words, Optional.of(address))
                    : new Material(line, Optional.empty());
        }

        /** A link that goes in plain text over the net, or that leads nowhere. */
        static boolean faulty(String line) {
            var plain = line.strip().toLowerCase(Locale.ROOT);
            return plain.contains("http://")
                    || plain.contains(SAFE) && of(line.strip()).link().isEmpty();
        }

        private static boolean isAddress(String text) {
            try {
                var uri = URI.create(text);
                return uri.getHost() != null && uri.getUserInfo() == null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    public boolean held(LocalDate today) {
        return cancelled.isEmpty() && !details.on().isAfter(today);
    }

    /** Whether it has been, and nobody has said who came. */
    public boolean waits(LocalDate today) {
        return held(today) && attendance == 0;
    }
}
