package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Paging;

class FilterParametersTest {
    private static final LocalDate NEWEST = LocalDate.parse("2024-11-20");
    private static final Operation OPERATION = Operation.get("/x", "All parameters.", everyParameter());

    private static List<Parameter<?>> everyParameter() {
        List<Parameter<?>> all = new ArrayList<>(FilterParameters.ALL);
        all.addAll(List.of(
                FilterParameters.ARTICLE_ID,
                FilterParameters.INCIDENT_ID,
                PagingParameters.SORT,
                PagingParameters.LIMIT,
                PagingParameters.CURSOR));
        return all;
    }

    static List<Parameter<?>> parameters() {
        return everyParameter();
    }

    @Test
    void noParameterIsNoCondition() {
        assertThat(filter()).isEqualTo(Filter.NONE);
        assertThat(PagingParameters.paging(given()))
                .isEqualTo(new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.DESCENDING, 100, null));
    }

    @Test
    void eachParameterIsItsCondition() {
        Filter filter = filter(
                "bbox=170,-20.5,-170,10",
                "event_type=strike,casualty",
                "country=UA,RU",
                "admin1=UA-59,UA/Nowhere",
                "actor=russia",
                "min_killed=3",
                "min_confidence=0.5",
                "updated_since=2024-11-18T07:00:00 02:00",
                "q= Power  PLANT ");

        assertThat(filter.box()).contains(new Filter.Box(170, -20.5, -170, 10));
        assertThat(filter.eventTypes()).isEqualTo(Set.of("strike", "casualty"));
        assertThat(filter.countries()).isEqualTo(Set.of("UA", "RU"));
        assertThat(filter.divisions()).isEqualTo(Set.of("UA-59", "UA/Nowhere"));
        assertThat(filter.actor()).contains("russia");
        assertThat(filter.minKilled()).hasValue(3);
        assertThat(filter.minConfidence()).hasValue(0.5);
        assertThat(filter.updatedSince()).contains(Instant.parse("2024-11-18T05:00:00Z"));
        assertThat(filter.words()).isEqualTo(Set.of("power", "plant"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2024-11-18,                                   2024-11-18, 2024-11-18
        2024-11-18T23:30:00-02:00,                    2024-11-19, 2024-11-19
        2024-11-01/2024-11-18,                        2024-11-01, 2024-11-18
        2024-11-01T07:00:00Z/2024-11-18T08:00:00Z,    2024-11-01, 2024-11-18
        2024-11-01/..,                                2024-11-01,
        ../2024-11-18,                                          , 2024-11-18
        /2024-11-18,                                            , 2024-11-18
        P7D/2024-11-18,                               2024-11-12, 2024-11-18
        P1M/2024-11-30,                               2024-11-01, 2024-11-30
        P7D/..,                                       2024-11-14, 2024-11-20
        ../..,                                                  ,
        """)
    void datetimeIsADayOrAnInterval(String text, String from, String to) {
        Filter filter = filter("datetime=" + text);

        assertThat(filter.from().map(LocalDate::toString).orElse(null)).isEqualTo(from);
        assertThat(filter.to().map(LocalDate::toString).orElse(null)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        contry=UA                     | Did you mean country?
        COUNTRY=UA                    | Did you mean country?
        Event_Type=strike             | Did you mean event_type?
        event_type=strikes            | Did you mean strike?
        event_type=strike,            | Did you mean
        event_type=Strike             | Did you mean strike?
        method=drone                  | Did you mean DRONE?
        status=UNKNOWN                | There are: OCCURRED
        country=ua                    | did you mean UA?
        country=Ukraine               | ISO 3166-1
        country=QX                    | ISO 3166-1
        admin1=Sumy                   | ISO 3166-2
        admin1=UA-99                  | did you mean UA-
        admin1=ua-59                  | did you mean UA-59?
        bbox=1,2,3                    | west,south,east,north
        bbox=1,2,3,x                  | west,south,east,north
        bbox=0,10,10,0                | south not above north
        bbox=0,0,181,10               | from -180 to 180
        bbox=NaN,0,1,10               | west,south,east,north
        datetime=yesterday            | it is a day
        datetime=2024-11-18/2024-11-01| it is a day
        datetime=P7D                  | it is a day
        datetime=P0D/..               | it is a day
        datetime=-P1D/..              | it is a day
        datetime=P-1D/2024-11-01      | it is a day
        datetime=PT24H/..             | it is a day
        datetime=P99999999999D/..     | it is a day
        datetime=P9999Y/2024-11-01    | it is a day
        datetime=+12024-11-18         | it is a day
        datetime=a/b/c                | it is a day
        min_killed=-1                 | from 0 to
        min_killed=99999999999        | from 0 to
        min_confidence=1.1            | from 0 to 1
        min_confidence=NaN            | from 0 to 1
        updated_since=2024-11-18      | date-time
        sort=killd                    | Did you mean killed?
        limit=0                       | from 1 to 10000
        limit=10001                   | from 1 to 10000
        limit=1e3                     | from 1 to 10000
        q=                            | no value
        """)
    void whatIsWrongIsToldWithWhatIsRight(String parameter, String hint) {
        assertThatThrownBy(() -> {
                    QueryParameters parameters = given(parameter);
                    FilterParameters.filter(parameters, filter -> NEWEST);
                    PagingParameters.paging(parameters);
                })
                .isInstanceOf(Problem.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyExampleIsAValue(Parameter<?> parameter) {
        assertThat(parameter.example()).isNotBlank();
        assertThat(parameter.read(parameter.example())).isNotNull();
        assertThat(parameter.description()).endsWith(".");
    }

    private static Filter filter(String... query) {
        return FilterParameters.filter(given(query), filter -> NEWEST);
    }

    private static QueryParameters given(String... query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Arrays.stream(query)
                .map(each -> each.split("=", 2))
                .forEach(each -> values.computeIfAbsent(each[0], name -> new ArrayList<>())
                        .add(each[1]));
        return new QueryParameters(values, Map.of(), OPERATION);
    }
}
