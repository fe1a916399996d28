package se.framsteg.retention;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param dir the folder that cases are written to before they are disposed of, where their organisation asks for that; none if
 *     nothing can be archived
 */
@ConfigurationProperties("framsteg.archive")
record ArchiveSettings(@Nullable Path dir) {}
