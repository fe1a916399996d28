package se.framsteg.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** What the outer door lets through. What may be done inside is the guard's alone. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 1800)
class SecurityConfiguration {
    /** No inline script or style, nothing from elsewhere, no framing. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src"
                    + " 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final String[] OPEN = {
        "/css/**",
        "/js/**",
        "/img/**",
        "/sign-in",
        "/set-up/*",
        "/password/*",
        "/svara",
        "/svara/k/*",
        "/svara/identify",
        "/svara/later",
        "/svara/left",
        "/svara/closed",
        "/svara/worker.js",
        "/svara/accessibility",
        "/svara/stop/*",
        "/accessibility",
        "/actuator/health",
        "/error"
    };

    @Bean
    SecurityFilterChain doors(HttpSecurity http, RequestCache interrupted, CsrfTokenRepository csrfTokens) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .requestCache(cache -> cache.requestCache(interrupted))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(signInFirst()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .logout(logout -> logout.disable())
                .build();
    }

    /** The participant comes in by the code, everybody else by signing in. */
    private static AuthenticationEntryPoint signInFirst() {
        return (request, response, fault) ->
                response.sendRedirect(request.getContextPath() + (asParticipant(request) ? "/svara" : "/sign-in"));
    }

    private static boolean asParticipant(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/svara");
    }

    /**
     * Two requests of one session at the same time must not fail on each other's attributes. Sessions that have ended are
     * cleared away each minute, from when the database has its tables.
     */
    @Bean
    @DependsOnDatabaseInitialization
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnPostgresql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    @Primary
    SparingSessions<? extends Session> sparingSessions(JdbcIndexedSessionRepository sessions) {
        return new SparingSessions<>(sessions);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionsReadOnce(SparingSessions<?> sessions) {
        return alsoForErrors(sessions.forgetting(), SessionRepositoryFilter.DEFAULT_ORDER - 1);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionsOfRequests(SessionRepositoryFilter<?> sessions) {
        return alsoForErrors(sessions, SessionRepositoryFilter.DEFAULT_ORDER);
    }

    /** A page that tells what went wrong is asked for once more by the server itself: who has signed in keeps the ways on there. */
    private static FilterRegistrationBean<Filter> alsoForErrors(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(order);
        return registration;
    }

    /** In a cookie and not in the session, so that a form can still be taken up when the session has ended. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        tokens.setCookiePath("/");
        return tokens;
    }

    /** Argon2id, 19 MiB, two passes: the least that OWASP's password storage guidance recommends. */
    @Bean
    PasswordEncoder passwords() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }
}
