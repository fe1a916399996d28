/**
 * A case told as one story: what ran side by side, who had the case, what was measured and written. Rooms supply a
 * {@link se.framsteg.cases.story.StorySource} each; this package lays their happenings out on a time line and says in words
 * what it shows. Owns no tables.
 */
@NamedInterface("story")
@NullMarked
package se.framsteg.cases.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
