package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.serve.query.HeldRecords;

class AggregatesTest {
    private final HeldRecords records = new HeldRecords();
    private final Api api = new Api(records.holdings());

    @BeforeEach
    void fill() {
        records.add(News.incident("i1", "2024-11-18", "UA", 9, 11).build());
        records.add(News.incident("i2", "2024-11-19", "LB", 3, 20).build());
        records.add(News.incident("i3", "2024-11-10", "UA", 5, 0).build());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void rowsAreTheLargestFirstAndCarryEveryMetric() throws Exception {
        JsonNode answer = api.json("/v1/aggregates?datetime=P7D/..&group_by=country&metric=killed");

        assertThat(answer.at("/data")).hasSize(2);
        assertThat(answer.at("/data/0/country").asText()).isEqualTo("UA");
        assertThat(answer.at("/data/0/value").asInt()).isEqualTo(9);
        assertThat(answer.at("/data/0/killed").asInt()).isEqualTo(9);
        assertThat(answer.at("/data/0/injured").asInt()).isEqualTo(11);
        assertThat(answer.at("/meta/from").asText()).isEqualTo("2024-11-13");
        assertThat(answer.at("/meta/to").asText()).isEqualTo("2024-11-19");
        assertThat(answer.at("/meta/metric").asText()).isEqualTo("killed");
    }

    @Test
    void withoutAnythingAllIsOneRow() throws Exception {
        JsonNode answer = api.json("/v1/aggregates");

        assertThat(answer.at("/data")).hasSize(1);
        assertThat(answer.at("/data/0/bucket").asText()).isEqualTo("all");
        assertThat(answer.at("/data/0/value").asInt()).isEqualTo(3);
        assertThat(answer.at("/data/0/killed").asInt()).isEqualTo(17);
    }

    @Test
    void bucketsFollowTimeAndTopKeepsTheLargestGroupsOfAll() throws Exception {
        JsonNode days = api.json("/v1/aggregates?bucket=day&group_by=country&metric=injured");
        JsonNode top = api.json("/v1/aggregates?bucket=month&group_by=country&metric=injured&top=1");
        JsonNode hours = api.json("/v1/aggregates?bucket=hour&clock=reported&datetime=2024-11-18");

        assertThat(Api.ids(days, "bucket")).containsExactly("2024-11-10", "2024-11-18", "2024-11-19");
        assertThat(Api.ids(top, "bucket")).containsExactly("2024-11");
        assertThat(Api.ids(top, "country")).containsExactly("LB");
        assertThat(Api.ids(hours, "bucket")).containsExactly("2024-11-18T09");
    }

    @Test
    void limitCutsAndMatchedSaysSo() throws Exception {
        JsonNode answer = api.json("/v1/aggregates?bucket=day&limit=1");

        assertThat(answer.at("/data")).hasSize(1);
        assertThat(answer.at("/meta/matched").asInt()).isEqualTo(3);
    }

    @Test
    void divisionsCarryCodeNameAndPosition() throws Exception {
        JsonNode answer = api.json("/v1/aggregates?group_by=admin1");

        assertThat(answer.at("/data/0/admin1").asText()).isEqualTo("UA-59");
        assertThat(answer.at("/data/0/name").asText()).isEqualTo("Sumy Oblast");
        assertThat(answer.at("/data/0/lat").asDouble()).isEqualTo(51.67);
        assertThat(api.json("/v1/aggregates?admin1=UA-59").at("/data/0/events").asInt())
                .isEqualTo(2);
    }

    @Test
    void cellsLieWhereTheirIncidentsDo() throws Exception {
        JsonNode rows = api.json("/v1/aggregates?group_by=cell&zoom=4");
        JsonNode features = api.json("/v1/aggregates?group_by=cell&zoom=4&f=geojson");

        assertThat(rows.at("/data")).hasSize(2);
        assertThat(rows.at("/data/0/cell").asText()).startsWith("6/");
        assertThat(features.at("/features/0/geometry/coordinates").toString()).isEqualTo("[33.92,51.67]");
        assertThat(features.at("/features/0/properties/value").asInt()).isEqualTo(2);
    }

    @Test
    void aTableHasAColumnForEachField() throws Exception {
        String table = api.get("/v1/aggregates?bucket=year&group_by=country,event_type&f=csv")
                .body();

        assertThat(table.split("\r\n")[0])
                .isEqualTo("bucket,country,event_type,value,events,killed,killed_low,killed_high,injured,"
                        + "injured_low,injured_high,intercepted,launched");
        assertThat(table.split("\r\n")[1]).isEqualTo("2024,UA,strike,2,2,14,14,14,11,11,11,0,0");
    }

    @Test
    void changeSaysOfFewEventsThatTheyAreTooFew() throws Exception {
        JsonNode answer = api.json("/v1/aggregates/change?group_by=country");

        assertThat(answer.at("/data/0/country").asText()).isEqualTo("UA");
        assertThat(answer.at("/data/0/change").asText()).isEqualTo("too_few");
        assertThat(answer.at("/data/0/recent").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/0/baseline").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/0/ratio").isNull()).isTrue();
        assertThat(answer.at("/meta/to").asText()).isEqualTo("2024-11-19");
        assertThat(answer.at("/meta/from").asText()).isEqualTo("2024-11-13");
        assertThat(answer.at("/meta/baseline_from").asText()).isEqualTo("2024-10-16");
    }

    @Test
    void changeComparesTheLastDaysWithTheDaysBefore() throws Exception {
        for (int i = 0; i < 15; i++) {
            records.add(News.incident("s" + i, "2024-12-" + (10 + i % 5), "SD", 2, 0)
                    .build());
        }

        JsonNode answer = api.json("/v1/aggregates/change?recent=7&baseline=28&datetime=../2024-12-14");

        assertThat(answer.at("/data/0/country").asText()).isEqualTo("SD");
        assertThat(answer.at("/data/0/change").asText()).isEqualTo("up");
        assertThat(answer.at("/data/0/recent").asInt()).isEqualTo(15);
        assertThat(answer.at("/data/0/probability").asDouble()).isLessThan(0.001);
        assertThat(answer.at("/data/0/ratio").isNull()).isTrue();
        assertThat(api.json("/v1/aggregates/change?country=LB&datetime=../2024-12-14")
                        .at("/data/0/country")
                        .asText())
                .isEqualTo("LB");
    }

    @Test
    void changeLeavesOutTheDayThatIsNotOver() throws Exception {
        records.add(News.incident("today", "2024-12-24", "UA", 1, 0).build());

        assertThat(api.json("/v1/aggregates/change").at("/meta/to").asText()).isEqualTo("2024-11-19");
        assertThat(api.json("/v1/aggregates?datetime=P7D/..").at("/meta/to").asText())
                .isEqualTo("2024-12-24");
    }
}
