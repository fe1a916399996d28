/** Who works by the method in an initiative, where its people come from, and when its log of employer contacts was gone through. */
@NamedInterface("unit")
@NullMarked
package se.framsteg.fidelity.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
