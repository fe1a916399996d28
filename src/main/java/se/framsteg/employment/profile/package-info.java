/**
 * What a person wants to work with, and what work asks of them and they of it (yrkesprofil): written in some talks and again after each job,
 * each version kept; and which employers and persons fit by plain rules that say why. Nobody is ranked. Owns {@code vocational_profiles}.
 */
@NamedInterface("profile")
@NullMarked
package se.framsteg.employment.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
