package se.framsteg.notification;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where the stop link of a message leads. Opening it stops nothing: programs that look links over on the way to the reader
 * open them too.
 */
@Controller
class StopPages {
    private final Reminders reminders;

    StopPages(Reminders reminders) {
        this.reminders = reminders;
    }

    @GetMapping("/svara/stop/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        return reminders.canStop(token) ? "notification/stop" : "notification/stop-unknown";
    }

    @PostMapping("/svara/stop/{token}")
    String stop(@PathVariable String token) {
        return reminders.stop(token) ? "notification/stopped" : "notification/stop-unknown";
    }
}
