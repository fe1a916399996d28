package se.framsteg.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where this installation is reached, for links that are passed on.
 *
 * @param baseUrl as people reach it, without a slash at the end; if none is set, that of the request in which a link is made
 */
@ConfigurationProperties("framsteg")
public record Addresses(Optional<String> baseUrl) {
    /** The start of a link made in this request. */
    public String base(HttpServletRequest request) {
        return baseUrl.orElseGet(
                () -> ServletUriComponentsBuilder.fromContextPath(request).toUriString());
    }
}
