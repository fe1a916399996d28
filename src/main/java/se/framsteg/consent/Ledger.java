package se.framsteg.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/**
 * All that one person was asked and answered, and what follows from it alone: what an organisation may see at a moment is the
 * union of what the last answer of each consent to it then opened. An answer opens from when it was recorded, on the days from
 * when it was said through when it is valid.
 */
record Ledger(List<Consent> consents) {
    Ledger {
        consents = List.copyOf(consents);
    }

    /**
     * For how long something was open.
     *
     * @param from included
     * @param until not included
     */
    record Open(Instant from, Instant until) {}

    /** What this answer did: a yes that ended as another about the same recipient was recorded has been replaced by it. */
    Consent.Turn turn(Consent consent, Answer answer) {
        var turn = consent.turn(answer);
        return turn == Consent.Turn.WITHDRAWN && isReplaced(consent, answer) ? Consent.Turn.REPLACED : turn;
    }

    /** What the answer of this number to this consent did; both must be in the ledger. */
    Consent.Turn turn(ConsentId id, int number) {
        var consent =
                consents.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return turn(consent, consent.answers().get(number - 1));
    }

    private boolean isReplaced(Consent consent, Answer end) {
        return consents.stream()
                .filter(other -> !other.id().equals(consent.id()))
                .filter(other -> other.to().key().equals(consent.to().key()))
                .map(other -> other.answers().getFirst())
                .anyMatch(first -> first.answered() == Answer.Answered.YES
                        && first.recordedAt().equals(end.recordedAt()));
    }

    Set<Kind> openAt(OrganisationId to, Instant moment) {
        var open = EnumSet.noneOf(Kind.class);
        opening(to, moment).forEach(answer -> open.addAll(answer.kinds()));
        return open;
    }

    /** What every recipient may see at a moment; those to whom nothing is open are left out. */
    Map<Recipient, Set<Kind>> openAt(Instant moment) {
        var day = moment.atZone(Time.SWEDEN).toLocalDate();
        var called = new LinkedHashMap<Recipient, Recipient>();
        var open = new LinkedHashMap<Recipient, Set<Kind>>();
        for (var consent : consents) {
            consent.lastAt(moment).filter(answer -> answer.opensOn(day)).ifPresent(answer -> {
                var recipient = called.computeIfAbsent(consent.to().key(), _ -> consent.to());
                open.computeIfAbsent(recipient, _ -> EnumSet.noneOf(Kind.class)).addAll(answer.kinds());
            });
        }
        return open;
    }

    /** How it stands with everybody whom the person has been asked about, as to this kind. */
    Map<Recipient, Standing> standing(Kind kind, Instant moment) {
        var day = moment.atZone(Time.SWEDEN).toLocalDate();
        var asked = new LinkedHashMap<Recipient, List<Consent>>();
        consents.forEach(consent -> asked.computeIfAbsent(consent.to().key(), _ -> new ArrayList<>())
                .add(consent));
        var standing = new LinkedHashMap<Recipient, Standing>();
        asked.values().forEach(about -> standing.put(about.getFirst().to(), standing(about, kind, day)));
        return standing;
    }

    private Standing standing(List<Consent> about, Kind kind, LocalDate day) {
        var opens = about.stream()
                .map(Consent::last)
                .filter(answer -> answer.opensOn(day) && answer.kinds().contains(kind))
                .findFirst();
        if (opens.isPresent()) {
            return new Standing(Standing.State.OPEN, opens.get().saidOn());
        }
        var last = about.stream()
                .filter(consent -> consent.answers().stream()
                        .anyMatch(answer -> answer.kinds().contains(kind)))
                .filter(consent -> turn(consent, consent.last()) != Consent.Turn.REPLACED)
                .map(Consent::last)
                .max(Comparator.comparing(Answer::recordedAt));
        return last.filter(answer -> !ranOut(answer, kind))
                .map(answer -> new Standing(Standing.State.REFUSED, answer.saidOn()))
                .orElseGet(() -> new Standing(
                        Standing.State.NOTHING, about.getLast().last().saidOn()));
    }

    private static boolean ranOut(Answer answer, Kind kind) {
        return answer.answered() == Answer.Answered.YES && answer.kinds().contains(kind);
    }

    private Stream<Answer> opening(OrganisationId to, Instant moment) {
        var day = moment.atZone(Time.SWEDEN).toLocalDate();
        return to(to).flatMap(consent -> consent.lastAt(moment).stream()).filter(answer -> answer.opensOn(day));
    }

    private Stream<Consent> to(OrganisationId organisation) {
        return consents.stream().filter(consent -> consent.to().equals(new Recipient.Organisation(organisation)));
    }

    /** What was open when, within one Swedish day or a part of it; what was never open is left out. */
    Map<Kind, List<Open>> openDuring(OrganisationId to, Instant from, Instant until) {
        var moments = new TreeSet<Instant>();
        moments.add(from);
        to(to).flatMap(consent -> consent.answers().stream())
                .map(Answer::recordedAt)
                .filter(at -> at.isAfter(from) && at.isBefore(until))
                .forEach(moments::add);
        var open = new EnumMap<Kind, List<Open>>(Kind.class);
        for (var moment : moments) {
            var next = moments.higher(moment);
            var during = new Open(moment, next == null ? until : next);
            openAt(to, moment).forEach(kind -> add(open.computeIfAbsent(kind, _ -> new ArrayList<>()), during));
        }
        return open;
    }

    private static void add(List<Open> open, Open next) {
        if (!open.isEmpty() && open.getLast().until().equals(next.from())) {
            open.set(open.size() - 1, new Open(open.getLast().from(), next.until()));
        } else {
            open.add(next);
        }
    }
}
