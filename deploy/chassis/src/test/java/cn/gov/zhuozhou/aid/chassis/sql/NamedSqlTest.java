package cn.gov.zhuozhou.aid.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedSqlTest {
    @Test
    void namesBecomePlacesInTheirOrder() {
        NamedSql named = NamedSql.of("select a from t where b = :second and c > :first1");

        assertThat(named.sql()).isEqualTo("select a from t where b = ? and c > ?");
        assertThat(named.names()).containsExactly("second", "first1");
    }

    @Test
    void aNameUsedTwiceIsTwoPlaces() {
        NamedSql named = NamedSql.of("where (:town is null or town = :town)");

        assertThat(named.sql()).isEqualTo("where (? is null or town = ?)");
        assertThat(named.names()).containsExactly("town", "town");
    }

    @Test
    void aCastIsNoName() {
        NamedSql named = NamedSql.of("select :detail::jsonb, now()::date, '1'::text[]");

        assertThat(named.sql()).isEqualTo("select ?::jsonb, now()::date, '1'::text[]");
        assertThat(named.names()).containsExactly("detail");
    }

    @Test
    void aTextIsLeftAlone() {
        NamedSql named = NamedSql.of("select 'at :noon, it''s :late' where kind = 'x' and code = :code");

        assertThat(named.sql()).isEqualTo("select 'at :noon, it''s :late' where kind = 'x' and code = ?");
        assertThat(named.names()).containsExactly("code");
    }

    @Test
    void aQuotedIdentifierIsLeftAlone() {
        assertThat(NamedSql.of("select \"odd :name\" from t").names()).isEmpty();
    }

    @Test
    void commentsAreLeftAlone() {
        NamedSql named = NamedSql.of("""
                select a -- not :this, nor a '
                from t /* nor :that,
                over two lines */ where b = :b
                """);

        assertThat(named.sql())
                .contains("-- not :this, nor a '")
                .contains("nor :that")
                .contains("b = ?");
        assertThat(named.names()).containsExactly("b");
    }

    @Test
    void aDollarInATextDoesNotConfuse() {
        assertThat(NamedSql.of("select '$1 \\ ' where a ~ '^x$' and b = :b").sql())
                .isEqualTo("select '$1 \\ ' where a ~ '^x$' and b = ?");
    }
}
