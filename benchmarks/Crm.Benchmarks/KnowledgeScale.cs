using System.Diagnostics;
using System.Globalization;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>
/// The knowledge search against FTS5 of SQLite on the same articles and questions, its load and memory, one publication among all, and
/// readers while a writer publishes. <c>knowledge 63000 sqlite</c>.
/// </summary>
internal static class KnowledgeScale
{
    private const int Questions = 300;
    private const int Publications = 50;
    private const int Readers = 8;

    public static async Task RunAsync(int articles, Database kind)
    {
        await using var host = await BenchmarkHost.StartAsync(kind);
        using var fts = new SqliteConnection("Data Source=:memory:");
        fts.Open();
        Execute(fts, "create virtual table articles using fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2')");
        var samples = new KnowledgeSamples();
        await WriteAsync(host, fts, samples, articles);
        string[] questions = [.. Enumerable.Range(0, Questions).Select(samples.Question)];
        var (loadMs, bytes, vectors) = await LoadAsync(host);
        var (index, search, hits) = await AskAsync(host, questions);
        var byFts = Ask(fts, questions);
        var ((save, found), (read, searches)) = (await PublishAsync(host, samples), await ReadWhileWritingAsync(host, samples, questions));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            articles                      {articles:N0}, {kind}
            load                          {loadMs:N0} ms
            memory                        {bytes / 1048576d:N1} MiB, stored terms {vectors / 1048576d:N1} MiB, ratio {bytes / (double)vectors:N2}
            median, index alone           {index:N3} ms
            median, RankAsync to the end  {search:N3} ms ({hits:N1} of 10 found)
            median, FTS5                  {byFts:N3} ms, {byFts / index:N0} and {byFts / search:N0} times as long
            one publication               saved in {save:N2} ms, found by the next search in {found:N2} ms
            {Readers} readers and a writer        {searches:N0} searches a second, median {read:N2} ms
            """));
    }

    private static async Task WriteAsync(BenchmarkHost host, SqliteConnection fts, KnowledgeSamples samples, int articles)
    {
        using var transaction = fts.BeginTransaction();
        using var insert = fts.CreateCommand();
        insert.CommandText = "insert into articles (title, body) values ($title, $body)";
        var (title, body) = (insert.Parameters.Add("$title", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text));
        for (var written = 0; written < articles;)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var context = ContextOf(scope);
            for (var end = Math.Min(articles, written + 500); written < end; written++)
            {
                var sample = samples.Next();
                (title.Value, body.Value) = sample;
                insert.ExecuteNonQuery();
                context.Add(KnowledgeSamples.Item(sample.Title, sample.Body, Instant.FromUtc(2026, 1, 1, 0, 0)));
            }

            await context.SaveChangesAsync();
        }

        transaction.Commit();
    }

    private static async Task<(double Ms, long Bytes, long Vectors)> LoadAsync(BenchmarkHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (search, indexes) = (scope.ServiceProvider.GetRequiredService<KnowledgeSearch>(), scope.ServiceProvider.GetRequiredService<KnowledgeIndexes>());
        var best = double.MaxValue;
        var bytes = 0L;
        for (var round = 0; round < 5; round++)
        {
            indexes.Clear();
            GC.Collect();
            var begun = Stopwatch.GetTimestamp();
            bytes = (await search.DescribeIndexAsync()).Sum(s => s.ByteSize);
            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return (best, bytes, await ContextOf(scope).Set<KnowledgeSearchDocument>().Where(d => d.Vector != null).SumAsync(d => (long)d.Vector!.Length));
    }

    private static async Task<(double Index, double Search, double Hits)> AskAsync(BenchmarkHost host, string[] questions)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var index = new KnowledgeIndex(scope.ServiceProvider.GetRequiredService<TextAnalysers>().For("en"));
        index.Update((await ContextOf(scope).Set<KnowledgeSearchDocument>().AsNoTracking().ToListAsync()).Select(d => d.ToEntry()!));
        var search = scope.ServiceProvider.GetRequiredService<KnowledgeSearch>();
        var now = Instant.FromUtc(2026, 6, 1, 0, 0);
        KnowledgeIndexQuery Query(string text) => new(text, [Audience.Public], now);
        var found = 0;
        for (var round = 0; round < 3; round++)
        {
            foreach (var question in questions)
            {
                index.Search(Query(question));
                found += (await search.RankAsync(new KnowledgeCriteria(question))).Count;
            }
        }

        var (alone, whole) = (new List<double>(), new List<double>());
        foreach (var question in questions)
        {
            var begun = Stopwatch.GetTimestamp();
            index.Search(Query(question));
            alone.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            begun = Stopwatch.GetTimestamp();
            await search.RankAsync(new KnowledgeCriteria(question));
            whole.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return (Median(alone), Median(whole), found / 3.0 / questions.Length);
    }

    private static double Ask(SqliteConnection fts, string[] questions)
    {
        using var command = fts.CreateCommand();
        command.CommandText = "select rowid, bm25(articles, 2.0, 1.0) as score from articles where articles match $words order by score limit 10";
        var words = command.Parameters.Add("$words", SqliteType.Text);
        var times = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            foreach (var question in questions)
            {
                var begun = Stopwatch.GetTimestamp();
                words.Value = string.Join(" OR ", question.TrimEnd('?').Split(' ').Distinct().Select(w => $"\"{w}\""));
                using (var reader = command.ExecuteReader())
                {
                    while (reader.Read())
                    {
                    }
                }

                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        return Median(times);
    }

    private static async Task<(double Save, double Found)> PublishAsync(BenchmarkHost host, KnowledgeSamples samples)
    {
        var (saves, searches) = (new List<double>(), new List<double>());
        for (var i = 0; i < Publications; i++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var (title, body) = samples.Next();
            var word = $"neologism{i}x";
            ContextOf(scope).Add(KnowledgeSamples.Item($"{title} {word}", body, Instant.FromUtc(2026, 1, 1, 0, 0)));
            var begun = Stopwatch.GetTimestamp();
            await ContextOf(scope).SaveChangesAsync();
            saves.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            begun = Stopwatch.GetTimestamp();
            if ((await scope.ServiceProvider.GetRequiredService<KnowledgeSearch>().RankAsync(new KnowledgeCriteria(word))).Count == 0)
            {
                throw new InvalidOperationException("What was published is not found.");
            }

            searches.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return (Median(saves), Median(searches));
    }

    private static async Task<(double Median, double Rate)> ReadWhileWritingAsync(BenchmarkHost host, KnowledgeSamples samples, string[] questions)
    {
        using var done = new CancellationTokenSource();
        var times = new List<double>[Readers];
        var readers = Enumerable.Range(0, Readers).Select(n => Task.Run(async () =>
        {
            times[n] = [];
            for (var i = n; !done.IsCancellationRequested; i++)
            {
                await using var scope = host.Services.CreateAsyncScope();
                var begun = Stopwatch.GetTimestamp();
                await scope.ServiceProvider.GetRequiredService<KnowledgeSearch>().RankAsync(new KnowledgeCriteria(questions[i % questions.Length]));
                times[n].Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        })).ToList();
        var started = Stopwatch.GetTimestamp();
        await PublishAsync(host, samples);
        await done.CancelAsync();
        await Task.WhenAll(readers);
        var all = times.SelectMany(t => t).ToList();
        return (Median(all), all.Count / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static CrmDbContext ContextOf(AsyncServiceScope scope)
    {
        var context = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        context.CrmScope = scope.ServiceProvider.GetRequiredService<Domain.Access.CrmScopeAccessor>().Current;
        return context;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
