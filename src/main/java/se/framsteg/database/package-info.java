/**
 * The database that comes with the product: a real PostgreSQL, unpacked into the data folder, started with the
 * application and stopped after it. It is the default; give {@code spring.datasource.url} and nothing here starts, nor is
 * a data folder needed.
 *
 * <p>Owns no tables. Owns three roles: {@code postgres} sets up and is never used afterwards, {@code framsteg_owner} owns
 * the database and runs the migrations, {@code framsteg_app} is who the application is: it owns nothing and may do only
 * what a migration grants it.
 *
 * <p>Whatever kills the application or the database half-way, the next start mends it without anyone's help.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package se.framsteg.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
