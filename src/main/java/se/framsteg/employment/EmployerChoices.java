package se.framsteg.employment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be written as an employer so that it is known in the register: a name is enough where only one has it, and else the organisation
 * number is written after it. Everything else is free words.
 */
public record EmployerChoices(List<Choice> all) {
    public EmployerChoices {
        all = List.copyOf(all);
    }

    /**
     * One name of an employer.
     *
     * @param id of the employer that it is, also if this is the name of one that was found to be the same
     * @param number ten digits, or empty
     */
    public record Choice(UUID id, String name, String number, boolean merged) {
        private String numbered() {
            return name + ", " + number;
        }
    }

    /** What is suggested: names, with the number where there are several of the same name. */
    public List<String> suggested() {
        return all.stream()
                .filter(one -> !one.merged())
                .map(one -> find(one.name()).isPresent() || one.number().isEmpty() ? one.name() : one.numbered())
                .distinct()
                .toList();
    }

    /** Which one was written, if exactly one can be meant. */
    Optional<Choice> find(String written) {
        var meant = all.stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(written) || one.numbered().equalsIgnoreCase(written))
                .toList();
        return meant.stream().map(Choice::id).distinct().count() == 1
                ? Optional.of(meant.getFirst())
                : Optional.empty();
    }
}
