package io.brenier.samples.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.samples.upload.UploadCompletion.SentPart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartCheckTest {

    @Test
    void takesPartsWithoutAGap() {
        assertThatCode(() -> PartCheck.require(List.of(part(1), part(2)), null)).doesNotThrowAnyException();
    }

    @Test
    void listsEveryPartThatIsMissing() {
        assertThat(refused(List.of(part(2), part(5)), null)).containsExactly("/parts/0", "/parts/2", "/parts/3");
        assertThat(refused(List.of(), null)).containsExactly("/parts/0");
    }

    @Test
    void takesThePartsThatWereSent() {
        assertThatCode(() -> PartCheck.require(
                        List.of(part(1), part(2)), List.of(new SentPart(1, "sha1"), new SentPart(2, "sha2"))))
                .doesNotThrowAnyException();
    }

    @Test
    void listsPartsThatAreMissingOthersOrTooMany() {
        List<SentPart> sent = List.of(new SentPart(1, "other"), new SentPart(2, "sha2"), new SentPart(3, "sha3"));

        assertThat(refused(List.of(part(1), part(2), part(4)), sent))
                .containsExactly("/parts/0", "/parts/2", "/parts/3");
    }

    @Test
    void refusesAListThatIsNotInOrder() {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> PartCheck.require(
                        List.of(part(1), part(2)), List.of(new SentPart(2, "sha2"), new SentPart(1, "sha1"))));

        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    private static List<String> refused(List<UploadPart> arrived, @Nullable List<SentPart> sent) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> PartCheck.require(arrived, sent));
        assertThat(refusal.code()).isEqualTo(ProblemCode.UPLOAD_INCOMPLETE);
        return refusal.errors().stream()
                .map(ProblemException.FieldProblem::pointer)
                .toList();
    }

    private static UploadPart part(int number) {
        return new UploadPart(number, "sha" + number, 10);
    }
}
