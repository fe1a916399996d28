package se.framsteg.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver templates(TemplateEngine engine) {
        return new Templates(engine);
    }

    /** Names are those of templates, redirects apart. Asked first. */
    private record Templates(TemplateEngine engine) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return name.startsWith("redirect:") ? null : new Template(engine, name + ".jte");
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    /** Swedish until the reader chooses another language. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new OurLanguages();
        resolver.setDefaultLocale(Locale.of("sv"));
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    /** A cookie that names another language than ours is passed over. */
    private static final class OurLanguages extends CookieLocaleResolver {
        OurLanguages() {
            super("lang");
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            return LanguageChoice.LANGUAGES.contains(value) ? Locale.of(value) : null;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FieldsArgument());
    }

    /** Follows {@code ?lang=} to a language that we have; any other is passed over. */
    private static final class LanguageChoice extends LocaleChangeInterceptor {
        private static final List<String> LANGUAGES = List.of("sv", "en");

        LanguageChoice() {
            setParamName("lang");
            setHttpMethods("GET");
            setIgnoreInvalidLocale(true);
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            if (!LANGUAGES.contains(value)) {
                throw new IllegalArgumentException("no such language");
            }
            return Locale.of(value);
        }
    }

    /** Gives a controller the fields of the form that was sent. */
    private static final class FieldsArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Fields.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Fields.sent(request.getParameterMap());
        }
    }
}
