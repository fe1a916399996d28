/**
 * When an initiative reports: which days, by when. No participant is in it. Owns {@code report_periods}.
 */
@NamedInterface("calendar")
@NullMarked
package se.framsteg.initiative.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
