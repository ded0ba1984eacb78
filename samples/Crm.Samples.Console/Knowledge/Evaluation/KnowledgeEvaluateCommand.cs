using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Console.Knowledge.Evaluation;

/// <summary><c>crm knowledge evaluate</c>: how well the search answers questions whose answers are known.</summary>
internal static class KnowledgeEvaluateCommand
{
    private static readonly Dictionary<string, KnowledgeKind?> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["auto"] = null, ["faq"] = KnowledgeKind.Faq, ["article"] = KnowledgeKind.HowTo,
    };

    public static Command Create()
    {
        var docs = new Option<string>("--docs") { Description = "Tab-separated: id, title, body.", Required = true };
        var queries = new Option<string>("--queries") { Description = "Tab-separated: id, text.", Required = true };
        var qrels = new Option<string>("--qrels") { Description = "Tab-separated: query, doc, rel.", Required = true };
        var language = new Option<string>("--language") { Description = "The language of the documents, such as en.", Required = true };
        var kind = new Option<string>("--kind") { Description = "What the documents are: faq, article, or auto to tell from them.", DefaultValueFactory = _ => "auto" };
        var runFile = new Option<string?>("--run") { Description = "Write the rankings to this file: query, doc, rank, score." };
        return new Command("evaluate", "Publish documents, ask judged queries and measure the rankings.").With(docs, queries, qrels, language, kind, runFile).Does(async (run, token) =>
        {
            var tag = KnowledgeOptionTexts.Language(run.Get(language) ?? "");
            var chosen = (run.Get(kind) ?? "").OneOf("--kind", s_kinds);
            var collection = JudgedCollection.Read(run.Get(docs)!, run.Get(queries)!, run.Get(qrels)!);
            using var folder = run.NamesDatabase ? null : new PrivateFolder();
            await using var host = await CrmHost.OpenAsync(folder?.File("evaluation.db") ?? run.Database, token);
            await RefuseWhereThereAreArticlesAsync(host, token);
            var evaluation = await ProgressDisplay.RunAsync("Publishing and asking", progress => EvaluateAsync(host, collection, tag, chosen ?? KindOf(collection), progress, token));
            if (run.Get(runFile) is { } path)
            {
                await WriteAsync(path, evaluation.Answers, token);
            }

            var figures = RankingFigures.Of([.. evaluation.Answers.Select(a => (a.Query, (IReadOnlyList<string>)[.. a.Ranked.Select(r => r.Document)]))]);
            var document = new
            {
                Docs = collection.Documents.Count, Queries = evaluation.Answers.Count, figures.NdcgAt10, figures.RecallAt100, figures.MrrAt10, evaluation.MedianQueryMs, evaluation.IndexBytes,
                evaluation.LoadMs,
            };
            run.Output.Write(document, report => report.Fields(
                ("Documents", document.Docs), ("Queries", document.Queries), ("nDCG@10", document.NdcgAt10), ("Recall@100", document.RecallAt100), ("MRR@10", document.MrrAt10),
                ("Median query, ms", document.MedianQueryMs), ("Index, bytes", document.IndexBytes), ("Load, ms", document.LoadMs)));
        });
    }

    /// <summary>Questions, when most titles end with a question mark.</summary>
    private static KnowledgeKind KindOf(JudgedCollection collection) =>
        collection.Documents.Count(d => d.Title.EndsWith('?')) * 2 > collection.Documents.Count ? KnowledgeKind.Faq : KnowledgeKind.HowTo;

    private static async Task RefuseWhereThereAreArticlesAsync(CrmHost host, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(Terminal.Agent);
        if (await session.Get<CrmDbContext>().Set<KnowledgeItem>().AnyAsync(cancellationToken))
        {
            throw CommandFailure.Refused("KnowledgeNotEmpty", "The database holds knowledge items already; name an empty one, or none.", "--db");
        }
    }

    private static async Task<EvaluationRun> EvaluateAsync(
        CrmHost host, JudgedCollection collection, LanguageTag language, KnowledgeKind kind, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var ids = await EvaluationArticles.PublishAsync(host, collection.Documents, language, kind, progress, cancellationToken);
        await using var session = host.Begin(Actor.Guest);
        var (loadMs, bytes) = await LoadAsync(host, cancellationToken);
        var answers = new List<EvaluatedQuery>();
        foreach (var query in collection.Queries)
        {
            var matches = await session.Search.RankAsync(Asked(query, language, KnowledgeIndex.MaxTake), cancellationToken);
            answers.Add(new EvaluatedQuery(
                query, [.. matches.Select(m => (Document: ids[m.Id], m.Score)).OrderByDescending(m => m.Score).ThenBy(m => m.Document, StringComparer.Ordinal)]));
        }

        return new EvaluationRun(answers, await MedianAsync(session, collection, language, cancellationToken), bytes, loadMs);
    }

    private static KnowledgeCriteria Asked(JudgedQuery query, LanguageTag language, int take) => new(query.Text) { Language = language, Take = take };

    /// <summary>How long it takes to read the stored terms once the code that does so is warm.</summary>
    private static async Task<(double Ms, long Bytes)> LoadAsync(CrmHost host, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(Terminal.Agent);
        await session.Search.DescribeIndexAsync(cancellationToken);
        session.Get<KnowledgeIndexes>().Clear();
        var begun = Stopwatch.GetTimestamp();
        var states = await session.Search.DescribeIndexAsync(cancellationToken);
        return (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, states.Sum(s => s.ByteSize));
    }

    /// <summary>The median time of a ranking of ten from question to checked ids, after all questions were asked before.</summary>
    private static async Task<double> MedianAsync(CrmSession session, JudgedCollection collection, LanguageTag language, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        foreach (var query in collection.Queries)
        {
            var begun = Stopwatch.GetTimestamp();
            await session.Search.RankAsync(Asked(query, language, 10), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        return (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
    }

    private static async Task WriteAsync(string path, IReadOnlyList<EvaluatedQuery> answers, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new StreamWriter(path);
            await file.WriteLineAsync("query\tdoc\trank\tscore".AsMemory(), cancellationToken);
            foreach (var answer in answers)
            {
                foreach (var (rank, (document, score)) in answer.Ranked.Index())
                {
                    await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{answer.Query.Id}\t{document}\t{rank + 1}\t{score:R}").AsMemory(), cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, path, inner: exception);
        }
    }

    private sealed record EvaluationRun(IReadOnlyList<EvaluatedQuery> Answers, double MedianQueryMs, long IndexBytes, double LoadMs);

    private sealed record EvaluatedQuery(JudgedQuery Query, IReadOnlyList<(string Document, double Score)> Ranked);
}
