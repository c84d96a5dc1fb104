package io.brenier.platform.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The answer to what failed outside of Spring MVC: in a filter, or by sendError. */
@Controller
@Hidden
class ProblemErrorController implements ErrorController {

    private final ProblemResponses responses;

    ProblemErrorController(ProblemResponses responses) {
        this.responses = responses;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        ProblemCode code = Statuses.code(HttpStatusCode.valueOf(status));
        ProblemException problem = switch (code) {
            case INTERNAL -> MvcProblems.internal();
            case NOT_FOUND -> MvcProblems.notFound();
            default -> ProblemException.of(code, Statuses.title(status) + ".");
        };
        responses.write(problem, request, response);
    }
}
