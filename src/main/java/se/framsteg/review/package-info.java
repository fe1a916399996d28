/**
 * The review of the journal: systematic and recurrent, by an organisation's administrator (SoLPuL 10 §, PDL 4 kap. 2–3 §§). From a
 * period it draws a random sample and picks out what there is to notice; each is checked off with a verdict, and the review is then
 * closed for good. The reviewer sees when, who of the staff, what was done and a case number, never a person's name nor anything of
 * a case: names are compared in the database, by {@code looks_to_review}. Owns {@code log_reviews}, {@code log_review_rows} and
 * {@code log_review_verdicts}.
 */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "home"})
@NullMarked
package se.framsteg.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
