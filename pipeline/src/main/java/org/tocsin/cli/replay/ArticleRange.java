package org.tocsin.cli.replay;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Article;
import org.tocsin.stream.Topic;

/** The articles of a range of their topic, each as its latest version says it; the articles are held in memory. */
public final class ArticleRange {
    private final Map<String, Optional<NewsArticle>> articles = new LinkedHashMap<>();
    private final Topic<String, Article> topic;
    private final ArticleIntake intake;
    private final long most;
    private int unreadable;
    private int superseded;

    private ArticleRange(Topic<String, Article> topic, ArticleIntake intake, long most) {
        this.topic = topic;
        this.intake = intake;
        this.most = most;
    }

    /**
     * Reads a range. What stands behind it is looked at too: an article that came again later is left out, since its published
     * events are those of the later version.
     *
     * @param most how many articles are taken at most, the first ones of each partition
     * @throws KafkaException if Kafka or the registry does not answer
     */
    public static ArticleRange read(
            TopicScan scan, Topic<String, Article> topic, ArticleIntake intake, Bound from, Bound to, long most) {
        ArticleRange range = new ArticleRange(topic, intake, most);
        Map<TopicPartition, Long> begin = scan.offsets(topic.name(), from);
        Map<TopicPartition, Long> end = scan.offsets(topic.name(), to);
        Map<TopicPartition, Long> last = scan.offsets(topic.name(), new Bound.End());
        scan.read(begin, last, record -> {
            long behind = end.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
            if (record.offset() < behind) {
                range.take(record);
            } else {
                range.passOver(record);
            }
        });
        return range;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            unreadable++;
            return;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (!articles.containsKey(id) && articles.size() >= most) {
            return;
        }
        if (record.value() == null) {
            articles.put(id, Optional.empty());
            return;
        }
        Optional<NewsArticle> article = decode(id, record.value());
        if (article.isEmpty()) {
            unreadable++; // the pipeline keeps the events of the version before
        } else {
            articles.put(id, article);
        }
    }

    private Optional<NewsArticle> decode(String id, byte[] value) {
        Article article;
        try {
            article = topic.values().deserializer().deserialize(topic.name(), value);
        } catch (SerializationException e) {
            return Optional.empty();
        }
        return article.getId().equals(id) && intake.check(article) instanceof IntakeResult.Accepted accepted
                ? Optional.of(accepted.article())
                : Optional.empty();
    }

    private void passOver(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() != null && articles.containsKey(new String(record.key(), StandardCharsets.UTF_8))) {
            articles.remove(new String(record.key(), StandardCharsets.UTF_8));
            superseded++;
        }
    }

    /** The articles by their ids; empty where the article was deleted. */
    public Map<String, Optional<NewsArticle>> articles() {
        return articles;
    }

    /** How many records of the range are no articles that can be coded; the pipeline has them among its dead letters. */
    public int unreadable() {
        return unreadable;
    }

    /** How many articles were left out since the topic has a later version of them behind the range. */
    public int superseded() {
        return superseded;
    }
}
