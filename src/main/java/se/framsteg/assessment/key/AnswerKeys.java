package se.framsteg.assessment.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.access.Throttle;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds;
import se.framsteg.cases.Participants;
import se.framsteg.shared.Id;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Secrets;
import se.framsteg.shared.Time;

/**
 * The door to the keys. A key is a code of twelve characters that opens one round, and afterwards the participant's own
 * page, together with a second thing: the birth date if it is known, otherwise a PIN that comes with the code. Only hashes
 * are stored, so a key is shown once.
 */
@Component
class AnswerKeys {
    /** Where a key leads when there is nothing to answer with it any longer. */
    static final String OWN_PAGE = "/svara/min-sida";

    /** Wrong second things before the key is revoked. */
    static final int MOST_FAILURES = 5;

    private static final int CODE_LENGTH = 12;
    private static final int PIN_LENGTH = 4;

    /** Whether the participant's answers have been sent in. */
    private static final String SENT = """
        exists (select from assessments a
            where a.round_id = r.id and a.respondent = 'PARTICIPANT' and a.submitted_at is not null)\
        """;

    /** Whether the last day to answer has passed; in a pause there is no such day. */
    private static final String OVER = """
        r.closes_on < :today and not exists (select from case_states c
            where c.case_id = r.case_id and c.paused_on <= r.closes_on)\
        """;

    /** Whether the key opens the questions of its round. */
    private static final String ANSWERS =
            "k.expires_at > :now and r.closed_at is null and not " + SENT + " and not (" + OVER + ")";

    /** Whether the key opens the own page alone: there is nothing to answer any longer, and no newer key in the case. */
    private static final String LOOKS =
            "k.opens_until > :now and (r.closed_at is not null or " + SENT + " or (" + OVER + ")) and " + """
                not exists (select from answer_keys newer join rounds o on o.id = newer.round_id
                    where o.case_id = r.case_id and newer.created_at > k.created_at)\
                """;

    /** A key works as long as the one who gave it has the case: a former caseworker knows the code and the birth date. */
    private static final String VALID = """
        k.revoked_at is null and exists (select from case_reach h
            where h.case_id = r.case_id and h.staff_id = k.created_by and h.reach = 'CASEWORKER')
        """ + "and ((" + ANSWERS + ") or (" + LOOKS + "))";

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Participants participants;
    private final Guard guard;
    private final Secrecy secrecy;
    private final Clock clock;

    AnswerKeys(JdbcClient jdbc, Rounds rounds, Participants participants, Guard guard, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.participants = participants;
        this.guard = guard;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    /** What makes keys hard to guess, how long they live, and in whose name they are looked up before it is known whose they are. */
    @Component
    record Secrecy(PasswordEncoder slowHash, Throttle throttle, AnswerSettings settings, Asking asking) {}

    enum SecondThing {
        BIRTH_DATE,
        PIN
    }

    /**
     * A key, to be shown once.
     *
     * @param code without the hyphens it is shown with
     * @param pin if that is the second thing
     * @param answers whether there are questions to answer with it; otherwise it opens the own page alone
     * @param expiresAt until when the questions can be answered with it
     * @param opensUntil until when it opens the own page, if no other key is given before
     */
    record Given(String code, Optional<String> pin, boolean answers, Instant expiresAt, Instant opensUntil) {
        /** In groups of four, as it is easiest to read aloud and type: K7QF-3M9P-2XVT. */
        String grouped() {
            return code.replaceAll("(.{4})(?!$)", "$1-");
        }

        @Override
        public String toString() {
            return "answer key";
        }
    }

    /** A key that has been found by its code. */
    record Found(UUID id, SecondThing secondThing) {
        /** Whether it has the form of what is asked for: a day, in eight digits. Any other can't be right, and is no guess. */
        boolean formed(String typed) {
            if (secondThing != SecondThing.BIRTH_DATE) {
                return true;
            }
            try {
                LocalDate.parse(digits(typed), DateTimeFormatter.BASIC_ISO_DATE);
                return true;
            } catch (DateTimeParseException _) {
                return false;
            }
        }
    }

    /** What came of entering a code. */
    sealed interface Opening {
        record Opened(UUID key) implements Opening {}

        /** Mistyped, replaced, expired or used: not told apart to somebody who may be guessing. */
        record Unknown() implements Opening {}

        /** The answers that it was for have been sent in, and it opens the own page no longer. */
        record Sent() implements Opening {}

        record TooMany(Duration pause) implements Opening {}
    }

    /** What came of telling the second thing. */
    sealed interface Identified {
        /** @param answers whether there is something to answer; otherwise the key opens the own page alone */
        record In(RoundId round, boolean answers) implements Identified {}

        /** @param left how many tries are left before the key is revoked, at least 1 */
        record Wrong(int left) implements Identified {}

        record Gone() implements Identified {}
    }

    /**
     * Makes a key to this round, or through a round with nothing left to answer to the own page. A key given before stops
     * working.
     *
     * @throws NotFoundException if the actor may not, if the round has still to come, or if it is over and the case has ended
     */
    @Transactional
    Given give(Actor.Staff staff, RoundId roundId) {
        holdCase(roundId);
        guard.admit(staff, Action.GIVE_KEY, roundId);
        var round = rounds.find(roundId).orElseThrow(NotFoundException::new);
        var birthDate = participants.birthDate(round.caseId());
        var pin = birthDate.isPresent() ? Optional.<String>empty() : Optional.of(Secrets.digits(PIN_LENGTH));
        var second = pin.or(() -> birthDate.map(DateTimeFormatter.BASIC_ISO_DATE::format))
                .orElseThrow();
        var given = new Given(Secrets.create(CODE_LENGTH), pin, !round.past(today()), expiry(round), opensUntil());
        revoke(roundId);
        insert(staff, roundId, given, second);
        return given;
    }

    /**
     * Lets the participant answer this round on the caseworker's device. A key given before goes on working.
     *
     * @throws NotFoundException if the actor may not, or if the participant can't answer this round (any longer)
     */
    @Transactional
    void handOver(Actor.Staff staff, RoundId round) {
        holdCase(round);
        guard.admit(staff, Action.HAND_OVER, round);
    }

    /**
     * Keeps the case from ending or changing hands until the transaction ends. Before the guard is asked: otherwise a key
     * could be given at the moment when all keys of the case are revoked, and outlive them.
     */
    private void holdCase(RoundId round) {
        jdbc.sql("select true from cases c join rounds r on r.case_id = c.id where r.id = ? for share of c")
                .param(round.value())
                .query(Boolean.class)
                .optional();
    }

    private Instant expiry(Round round) {
        var lived = endOfDay(secrecy.settings().lives());
        var closed = round.closesOn().plusDays(1).atStartOfDay(Time.SWEDEN).toInstant();
        // In a pause the last day to answer may have passed.
        return closed.isBefore(lived) && closed.isAfter(clock.instant()) ? closed : lived;
    }

    private Instant opensUntil() {
        return endOfDay(secrecy.settings().ownPage());
    }

    /** A key is told to hold until a day, and holds that whole day. */
    private Instant endOfDay(Duration ahead) {
        var day = clock.instant().plus(ahead).atZone(Time.SWEDEN).toLocalDate();
        return day.plusDays(1).atStartOfDay(Time.SWEDEN).toInstant();
    }

    private void revoke(RoundId round) {
        jdbc.sql("update answer_keys set revoked_at = :now where round_id = :round and revoked_at is null")
                .param("now", now())
                .param("round", round.value())
                .update();
    }

    private void insert(Actor.Staff staff, RoundId round, Given given, String second) {
        jdbc.sql("""
            insert into answer_keys (id, round_id, code_hash, second_kind, second_hash, created_at, created_by, expires_at,
              opens_until)
            values (:id, :round, :code, :kind, :second, :now, :staff, :expires, :opens)\
            """)
                .param("id", Id.next())
                .param("round", round.value())
                .param("code", Secrets.hash(given.code()))
                .param("kind", (given.pin().isPresent() ? SecondThing.PIN : SecondThing.BIRTH_DATE).name())
                .param("second", secrecy.slowHash().encode(second))
                .param("now", now())
                .param("staff", staff.id().value())
                .param("expires", given.expiresAt().atOffset(ZoneOffset.UTC))
                .param("opens", given.opensUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Looks for the key with this code.
     *
     * @param typed as typed: case, hyphens and blanks don't matter
     * @param address from where, to slow down guessing
     */
    Opening open(String typed, String address) {
        var guesser = Throttle.Key.address(address);
        var pause = secrecy.throttle().begin(guesser);
        if (pause.isPresent()) {
            return new Opening.TooMany(pause.get());
        }
        var opening = secrecy.asking().byInstallation(() -> lookUp(code(typed)));
        if (!(opening instanceof Opening.Unknown)) {
            secrecy.throttle().succeeded(guesser);
        }
        return opening;
    }

    private Opening lookUp(String code) {
        return jdbc.sql("select k.id from answer_keys k join rounds r on r.id = k.round_id"
                        + " where k.code_hash = :code and " + VALID)
                .param("code", Secrets.hash(code))
                .param("now", now())
                .param("today", today())
                .query(UUID.class)
                .optional()
                .<Opening>map(Opening.Opened::new)
                .orElseGet(() -> isUsed(code) ? new Opening.Sent() : new Opening.Unknown());
    }

    /** Whether the code was good and its answers have been sent in: whoever holds it is told so and not that it is wrong. */
    private boolean isUsed(String code) {
        return jdbc.sql("""
            select exists (select from answer_keys k
              join assessments a on a.round_id = k.round_id and a.respondent = 'PARTICIPANT'
              where k.code_hash = ? and a.submitted_at is not null)\
            """).param(Secrets.hash(code)).query(Boolean.class).single();
    }

    private static String code(String typed) {
        return typed.toUpperCase(java.util.Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    /** This key, as long as it is valid. */
    Optional<Found> find(UUID key) {
        return secrecy.asking()
                .byInstallation(() -> jdbc.sql(
                                "select k.id, k.second_kind from answer_keys k join rounds r on r.id = k.round_id"
                                        + " where k.id = :id and " + VALID)
                        .param("id", key)
                        .param("now", now())
                        .param("today", today())
                        .query((row, i) -> new Found(
                                row.getObject("id", UUID.class), SecondThing.valueOf(row.getString("second_kind"))))
                        .optional());
    }

    /** Whether somebody who has come in with this key may still hold it. */
    boolean holds(UUID key) {
        return find(key).isPresent();
    }

    /** Whether a device that this caseworker handed over may still be answered on: not when the case is no longer theirs. */
    boolean mayHandOver(UUID staff, UUID round) {
        return secrecy.asking()
                .byInstallation(() -> jdbc.sql("""
                    select exists (select from case_reach h join rounds r on r.case_id = h.case_id
                      where r.id = :round and h.staff_id = :staff and h.reach = 'CASEWORKER')\
                    """)
                        .param("round", round)
                        .param("staff", staff)
                        .query(Boolean.class)
                        .single());
    }

    /**
     * Checks the second thing. The failure is counted before the comparison, so that many tries at once gain nothing.
     *
     * @param typed blanks and hyphens don't matter
     */
    @Transactional
    Identified identify(UUID key, String typed) {
        return secrecy.asking().byInstallation(() -> check(key, typed));
    }

    private Identified check(UUID key, String typed) {
        return jdbc.sql("""
                        update answer_keys k set failures = failures + 1 from rounds r
                        where r.id = k.round_id and k.id = :id and failures < :most\
                        """ + " and " + VALID + " returning k.round_id, k.second_hash, k.failures, (" + ANSWERS
                        + ") as answers")
                .param("id", key)
                .param("most", MOST_FAILURES)
                .param("now", now())
                .param("today", today())
                .query((row, i) -> compare(
                        key,
                        typed,
                        new Identified.In(
                                new RoundId(row.getObject("round_id", UUID.class)), row.getBoolean("answers")),
                        row.getString("second_hash"),
                        row.getInt("failures")))
                .optional()
                .orElseGet(Identified.Gone::new);
    }

    private Identified compare(UUID key, String typed, Identified.In in, String hash, int failures) {
        var digits = digits(typed);
        if (digits.length() <= 8 && secrecy.slowHash().matches(digits, hash)) {
            jdbc.sql("update answer_keys set failures = 0 where id = ? and revoked_at is null")
                    .param(key)
                    .update();
            return in;
        }
        if (failures < MOST_FAILURES) {
            return new Identified.Wrong(MOST_FAILURES - failures);
        }
        revoke(in.round());
        return new Identified.Gone();
    }

    /** The last day before this moment, for the page that shows the key. */
    static LocalDate lastDay(Instant end) {
        return end.minusNanos(1).atZone(Time.SWEDEN).toLocalDate();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The digits of what was typed, also those that a phone set to Arabic or Persian gives. */
    private static String digits(String typed) {
        return typed.codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, 10))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }
}
