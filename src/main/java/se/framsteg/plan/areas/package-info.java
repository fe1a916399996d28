/**
 * Min plan: everything that is planned and everything that goes on, by area of life, wherever it comes from, and the people whom the
 * person has named. Owns {@code plan_people}.
 */
@NamedInterface("areas")
@NullMarked
package se.framsteg.plan.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
