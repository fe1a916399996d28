package se.framsteg.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;

/**
 * One template as a view. The whole page is made before the first byte is sent, so a fault while making it becomes an
 * error page and never half a page. A form with problems answers 422.
 */
final class Template implements View {
    private final TemplateEngine engine;
    private final String name;

    Template(TemplateEngine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var parameters = new HashMap<String, Object>();
        if (model != null) {
            model.forEach((key, value) -> {
                if (!key.startsWith(BindingResult.MODEL_KEY_PREFIX)) {
                    parameters.put(key, value);
                }
            });
        }
        var output = rendered(parameters);
        if (parameters.values().stream().anyMatch(value -> value instanceof Fields fields && !fields.ok())) {
            // The summary stands above the fields and names them: what they are called is known once they have been
            // made.
            output = rendered(parameters);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        response.setContentType(getContentType());
        response.setContentLength(output.getContentLength());
        try (var body = response.getOutputStream()) {
            output.writeTo(body);
        }
    }

    private Utf8ByteOutput rendered(Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        engine.render(name, parameters, output);
        return output;
    }
}
