/**
 * A member of staff's day: what there is to do, gathered from the rooms that know. Owns no tables; other rooms supply
 * {@link se.framsteg.home.ToDoSource} and {@link se.framsteg.home.ShortcutSource}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "access"})
@NullMarked
package se.framsteg.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
