/**
 * Methods as data, and the work by them. The methods themselves, {@code method} and {@code library}, hold no person: pathways with their
 * principles, stages and worksheets, what ships with Framsteg and what an association writes down itself. Then the work with a person:
 * {@code steps} is where a case is on its pathways, {@code sheet} the person’s own worksheets, and {@code mine} the person’s own pages. Owns
 * the tables {@code pathways}, {@code case_pathways}, {@code case_pathway_choices}, {@code case_stages}, {@code worksheets} and
 * {@code worksheet_versions}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "print",
            "organisation",
            "cases",
            "cases :: story",
            "cases :: extract",
            "cases :: own"
        })
@NullMarked
package se.framsteg.pathway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
