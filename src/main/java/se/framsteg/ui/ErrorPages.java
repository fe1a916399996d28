package se.framsteg.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.framsteg.shared.Id;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Secrets;

/**
 * The pages for what went wrong. What is forbidden, mistyped or missing answers alike, with 404. A fault of ours shows a
 * reference number that finds it in the log; the log holds the kind of fault and where, never what was typed.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({
        NotFoundException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class,
        MissingRequestValueException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ModelAndView notFound(HttpServletRequest request) {
        return page("ui/not-found", HttpStatus.NOT_FOUND, request, Map.of());
    }

    /** More was sent than we take in: nothing of it has been read. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooMuch(HttpServletRequest request) {
        return page("ui/too-much", HttpStatus.CONTENT_TOO_LARGE, request, Map.of());
    }

    /** What was sent can't be read as a form: too much of it, most often. */
    @ExceptionHandler(InvalidParameterException.class)
    ModelAndView unreadable(InvalidParameterException fault, HttpServletRequest request) {
        return fault.getErrorCode() == HttpServletResponse.SC_BAD_REQUEST
                ? page("ui/not-found", HttpStatus.BAD_REQUEST, request, Map.of())
                : tooMuch(request);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView fault(Exception fault, HttpServletRequest request) {
        var reference = reference();
        log.error("{} {}", reference, Faults.describe(fault));
        return page("ui/fault", HttpStatus.INTERNAL_SERVER_ERROR, request, Map.of("reference", reference));
    }

    /** For what goes wrong outside the controllers. */
    @RequestMapping("${server.error.path:/error}")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("page", pages.errorPage(request));
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status == 403) {
            model.addAttribute("typed", typed(request));
            return "ui/form-expired";
        }
        if (status == 413) {
            return "ui/too-much";
        }
        if (status < 500) {
            response.setStatus(404);
            return "ui/not-found";
        }
        var reference = reference();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            log.error("{} {}", reference, Faults.describe(fault));
        }
        model.addAttribute("reference", reference);
        return "ui/fault";
    }

    /** What was written in the form that was not taken: whole words, so no choices, dates or passwords. */
    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !Secrets.FIELDS.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .map(String::strip)
                .filter(text -> text.contains(" "))
                .toList();
    }

    private ModelAndView page(
            String template, HttpStatus status, HttpServletRequest request, Map<String, String> more) {
        var view = new ModelAndView(template, status);
        view.addObject("page", pages.errorPage(request));
        view.addAllObjects(more);
        return view;
    }

    private static String reference() {
        return Id.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }
}
