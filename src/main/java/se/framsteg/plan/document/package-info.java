/**
 * The joint plan as a document: versions of it that are settled and never changed, what changed between them, what the law asks
 * that is missing, who stands behind a version, who has been given it, and the paper. Owns {@code plan_versions},
 * {@code plan_signatures} and {@code plan_copies}.
 */
@NamedInterface("document")
@NullMarked
package se.framsteg.plan.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
