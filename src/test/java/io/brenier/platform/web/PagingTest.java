package io.brenier.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private final Paging paging = new Paging(new HttpProperties(3, 5));

    @Test
    void cutsTheSizeDownToTheMaximum() {
        assertThat(paging.query(null, null).size()).isEqualTo(3);
        assertThat(paging.query(0, "").size()).isEqualTo(3);
        assertThat(paging.query(4, null).size()).isEqualTo(4);
        assertThat(paging.query(Integer.MAX_VALUE, null).size()).isEqualTo(5);
    }

    @Test
    void visitsEveryItemOnce() {
        List<Long> all = IntStream.range(0, 10).mapToObj(Long::valueOf).toList();
        List<Long> seen = new ArrayList<>();
        String token = "";
        do {
            PageQuery query = paging.query(null, token);
            Long after = query.afterNumber();
            List<Long> fetched = all.stream()
                    .filter(item -> after == null || item > after)
                    .limit(query.fetch())
                    .toList();
            seen.addAll(query.items(fetched));
            token = query.nextPageToken(fetched, item -> item);
        } while (!token.isEmpty());

        assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "AAAA", "_____w", "1"})
    void refusesTokensThatItDidNotGive(String token) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> paging.query(null, token))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    @Test
    void refusesNegativeSizesAndKeysOfAnotherKind() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> paging.query(-1, null))
                .withMessageContaining("page_size is -1; give 1 to 5");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(new PageQuery(3, "7")::afterId);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(new PageQuery(3, "x")::afterNumber);
    }
}
