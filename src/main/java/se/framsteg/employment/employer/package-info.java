/**
 * The register of employers that the coaches of an association share: who they are, where they work, whom they look for, and which of them
 * are the same. Reveals no participant, also not by counting. Owns {@code employers}, {@code employer_workplaces}, {@code employer_needs},
 * {@code employer_merges} and the view {@code employer_heads}; reads the view {@code employer_history}.
 */
@NamedInterface("employer")
@NullMarked
package se.framsteg.employment.employer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
