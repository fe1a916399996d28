/** How far an initiative has come towards what it is to reach, of what may be told. */
@NamedInterface("goal")
@NullMarked
package se.framsteg.statistics.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
