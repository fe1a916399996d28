package se.framsteg.fidelity.scale;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be worked out from the records of an initiative, each as docs/fidelity.md defines it. A scale's file names them in small letters. */
public enum Measure {
    /** People with a case that goes on, for each full-time specialist. */
    CASELOAD(Unit.PEOPLE),
    /** Share of the specialists' time that goes to work and study. */
    EMPLOYMENT_TIME(Unit.PERCENT),
    /** Share of each specialist's people who come from their one or two largest care teams. */
    CARE_TEAMS(Unit.PERCENT),
    /** How often specialists talk with counsellors at FK and AF. */
    AUTHORITY_CONTACTS(Unit.PER_MONTH),
    /** Days from a person's start to the first employer met for them. */
    FIRST_EMPLOYER_CONTACT(Unit.DAYS),
    /** Share of the employer contacts for a person that match what the person wants. */
    MATCHING_CONTACTS(Unit.PERCENT),
    /** Employers met for a person, for each full-time specialist and week. */
    EMPLOYER_CONTACTS(Unit.PER_WEEK),
    JOB_TYPES(Unit.PERCENT),
    EMPLOYERS(Unit.PERCENT),
    PERMANENT_JOBS(Unit.PERCENT),
    /** Whether support is kept up, before a job and for as long as it lasts. */
    LASTING_SUPPORT(Unit.PERCENT),
    /** Share of the specialists' time that is out of the office. */
    COMMUNITY(Unit.PERCENT),

    // Shown as evidence, never scored
    PHASES(Unit.FIGURES),
    MEETINGS(Unit.FIGURES),
    REFERRALS(Unit.FIGURES),
    COUNSELLING(Unit.FIGURES),
    DISCLOSURE(Unit.FIGURES),
    PROFILES(Unit.FIGURES),
    EMPLOYER_OUTCOMES(Unit.FIGURES),
    FOLLOW_ALONG(Unit.FIGURES),
    OUTREACH(Unit.FIGURES),
    WORKING_HOURS(Unit.FIGURES),
    OPEN_MARKET(Unit.FIGURES);

    /** What its value is counted in. */
    public enum Unit {
        PERCENT,
        DAYS,
        PEOPLE,
        PER_WEEK,
        PER_MONTH,
        /** It has no one value, but figures beside each other. */
        FIGURES
    }

    private final Unit unit;

    Measure(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether a score can come of it. */
    public boolean scored() {
        return unit != Unit.FIGURES;
    }

    /** Whether it tells the score itself, since that rests on more than one value, or can't be the lowest. */
    public boolean tellsScore() {
        return this == CARE_TEAMS || this == AUTHORITY_CONTACTS || this == EMPLOYER_CONTACTS || this == LASTING_SUPPORT;
    }

    /** As a scale's file names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Measure::key).toList();
    }

    static Measure of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
