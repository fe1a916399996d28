/**
 * From referral to the end of a case: referrals, participants, cases, and who is responsible from when to when. Owns
 * {@code participants}, {@code named_access}, {@code referrals}, {@code cases}, {@code case_numbers},
 * {@code case_changes}, {@code assignments}, the views {@code case_reach} and {@code referral_reach}, which are the one
 * definition in the database of who reaches what, and {@code case_states}, what other rooms ask of a case.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "initiative", "home"})
@NullMarked
package se.framsteg.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
