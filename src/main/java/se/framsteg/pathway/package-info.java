/**
 * Methods as data: pathways with their principles, stages and worksheets, what ships with Framsteg and what an association
 * writes down itself. Nothing here is about a person. Owns {@code pathways}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access"})
@NullMarked
package se.framsteg.pathway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
