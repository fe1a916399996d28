/**
 * The participant’s own pages of the joint plan: to tell a need, answer, prepare the meeting and reply to it, read the plan and its versions,
 * stand behind one, and say how far they have come.
 * Owns no tables.
 */
@NullMarked
package se.framsteg.plan.mine;

import org.jspecify.annotations.NullMarked;
