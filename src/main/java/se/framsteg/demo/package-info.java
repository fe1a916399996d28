/** A seeded synthetic population, made through the same doors as real data. */
@NullMarked
package se.framsteg.demo;

import org.jspecify.annotations.NullMarked;
