/**
 * Meetings about the joint plan: who is summoned and who is invited, what is sent to them, what they reply, and within how many days the
 * parties have agreed that they come.
 */
@NamedInterface("meeting")
@NullMarked
package se.framsteg.plan.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
