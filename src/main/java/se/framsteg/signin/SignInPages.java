package se.framsteg.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import se.framsteg.access.Sessions;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;

@Controller
class SignInPages {
    private final StaffSignIn signIn;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final DemoAccounts demo;

    SignInPages(StaffSignIn signIn, Sessions sessions, SignInSettings settings, DemoAccounts demo) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String form(Model model) {
        return page(Fields.empty(), model);
    }

    @PostMapping("/sign-in")
    String signIn(Fields fields, Model model, HttpServletRequest request, HttpServletResponse response) {
        var email = fields.required("email", 254, "sign-in.email");
        var password = fields.value("password");
        if (password.isEmpty()) {
            fields.fail("password", "sign-in.password.required");
        }
        if (fields.ok()) {
            switch (signIn.attempt(email, password, request.getRemoteAddr())) {
                case StaffSignIn.Result.In(var staff) -> {
                    return "redirect:" + begin(staff, request, response);
                }
                case StaffSignIn.Result.Refused() -> fields.fail("email", "sign-in.refused");
                case StaffSignIn.Result.TooMany(var pause) ->
                    fields.fail("email", "sign-in.too-many", StaffSignIn.minutes(pause));
            }
        }
        return page(fields, model);
    }

    private String begin(StaffId staff, HttpServletRequest request, HttpServletResponse response) {
        // What a participant was answering on this device is not staff's to go on with.
        var principal = new SignedInStaff(staff.value());
        var interrupted = sessions.interrupted(request, response, principal)
                .filter(saved -> !saved.getRedirectUrl().contains("/svara/"));
        sessions.begin(request, response, principal, settings.idle());
        return interrupted.map(saved -> sessions.resume(request, saved)).orElse("/");
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/sign-in";
    }

    private String page(Fields fields, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("demoAccounts", demo.accounts());
        return "signin/sign-in";
    }
}
