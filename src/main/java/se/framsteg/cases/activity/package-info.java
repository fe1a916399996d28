/**
 * Activities: what is done with and for a person, often several things side by side. Owns {@code activities}. A mistake is
 * withdrawn with a reason and stays readable. When the case ends, what still goes on ends with it.
 */
@NamedInterface("activity")
@NullMarked
package se.framsteg.cases.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
