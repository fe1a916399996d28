/**
 * Emergency access: a member of staff of a case's own organisation who does not reach it opens it for an hour, to look and not to
 * change, with a reason. The leads of its initiative and its caseworker are told, the organisation's administrator too, and the
 * person sees it.
 * Owns {@code emergency_access} and {@code emergency_notices}.
 */
@NamedInterface("emergency")
@NullMarked
package se.framsteg.cases.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
