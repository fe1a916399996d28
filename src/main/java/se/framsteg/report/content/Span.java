package se.framsteg.report.content;

import java.time.LocalDate;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Initiative;

/**
 * What is reported, and to whom it is told first: one who leads the initiative.
 *
 * @param from the first day of the period
 * @param to its last day
 */
public record Span(Actor.Staff writer, Initiative initiative, LocalDate from, LocalDate to) {}
