using Crm.Analytics.Gaps;
using Crm.Analytics.Purchases;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads what gaps are sought in: from files where they are named, and the rest from the database where no purchase file is.</summary>
internal static class GapInputs
{
    private const int QuestionsAtMost = 100_000;

    private static readonly Dictionary<string, NeedSource> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["requirement"] = NeedSource.Requirement,
        ["search"] = NeedSource.UnansweredSearch,
    };

    public static async Task<(GapQuestion Question, PurchaseInput? Purchases)> ReadAsync(GapSources asked, AnalysisRequest request, CancellationToken cancellationToken)
    {
        var question = OfFiles(asked);
        if (request.Files.Length > 0)
        {
            return (question, await PurchaseInputs.ReadAsync(request, cancellationToken));
        }

        if (!request.NamesDatabase)
        {
            return (question, null);
        }

        await using var host = await CrmHost.OpenAsync(request.Database, cancellationToken);
        await using var session = host.Begin(Terminal.Agent);
        var words = new GapWords(session.Get<TextAnalysers>(), asked.Language);
        return (question with
        {
            Needs = asked.Needs is null ? [.. await RequirementsAsync(session, words, cancellationToken), .. await SearchesAsync(session, asked.Language, cancellationToken)] : question.Needs,
            Products = asked.Products is null ? await ProductsAsync(session, words, cancellationToken) : question.Products,
            Segments = asked.Segments is null ? await SegmentsAsync(session, cancellationToken) : question.Segments,
        }, await PurchaseInputs.ReadAsync(session, request, cancellationToken));
    }

    private static GapQuestion OfFiles(GapSources asked)
    {
        var words = new GapWords(new TextAnalysers([]), asked.Language);
        var (needs, products, segments) = (new List<UnmetNeed>(), new List<OfferedProduct>(), new Dictionary<PurchaseKey, string>());
        Each(asked.Needs, ["text", "customer", "id", "kind"], ["text"], row => needs.Add(new UnmetNeed(
            row.Text("kind") is not { } kind ? NeedSource.Requirement : s_kinds.TryGetValue(kind, out var source) ? source : throw row.Bad("kind", "CellInvalid", "requirement or search is expected."),
            row.Text("id") ?? $"row {needs.Count + 1}",
            words.Of(row.Required("text")))
        {
            Customer = row.Text("customer"),
        }));
        Each(asked.Products, ["product", "name"], ["product", "name"], row => products.Add(new OfferedProduct(row.Required("product"), words.Of(row.Required("name")))));
        Each(asked.Segments, ["customer", "segment"], ["customer", "segment"], row => segments[row.Required("customer")] = row.Required("segment"));
        return new GapQuestion { Needs = needs, Products = products, Segments = segments };
    }

    private static void Each(string? file, string[] names, string[] required, Action<DelimitedText> row)
    {
        if (file is not null)
        {
            DelimitedText.ReadRows(TextSource.Of(file), ColumnMap.Parse(null, names), names, required, row);
        }
    }

    private static async Task<List<UnmetNeed>> RequirementsAsync(CrmSession session, GapWords words, CancellationToken cancellationToken)
    {
        var needs = new List<UnmetNeed>();
        var criteria = new StatementCriteria { Kinds = [StatementKind.Requirement], Statuses = [StatementStatus.Open] };
        for (var page = new PageRequest { Take = PageRequest.MaxTake }; ;)
        {
            var found = await session.Get<CustomerVoice>().ListAsync(criteria, page, cancellationToken);
            needs.AddRange(found.Items.Select(s => new UnmetNeed(NeedSource.Requirement, s.Id.ToString(), words.Of($"{s.Topic} {s.Text}")) { Customer = s.CustomerId.Value }));
            if (found.Next is null)
            {
                return needs;
            }

            page = page with { After = found.Next };
        }
    }

    private static async Task<IEnumerable<UnmetNeed>> SearchesAsync(CrmSession session, string language, CancellationToken cancellationToken) =>
        (await session.Get<IKnowledgeReportQueries>().UnansweredAsync(Instant.FromUtc(1900, 1, 1, 0, 0), session.Get<IClock>().GetCurrentInstant(), language, QuestionsAtMost, cancellationToken))
            .Select(q => new UnmetNeed(NeedSource.UnansweredSearch, q.Id.ToString(), q.Terms) { Visitor = q.Reader.ToString() });

    private static async Task<List<OfferedProduct>> ProductsAsync(CrmSession session, GapWords words, CancellationToken cancellationToken)
    {
        var products = new List<OfferedProduct>();
        for (string? after = null; ;)
        {
            var found = await session.Get<Products>().ListAsync(after, PageRequest.MaxTake, cancellationToken);
            products.AddRange(found.Select(p => new OfferedProduct(p.Sku, words.Of(p.Name))));
            if (found.Count < PageRequest.MaxTake)
            {
                return products;
            }

            after = found[^1].Sku;
        }
    }

    private static async Task<Dictionary<PurchaseKey, string>> SegmentsAsync(CrmSession session, CancellationToken cancellationToken)
    {
        var segments = new Dictionary<PurchaseKey, string>();
        for (var criteria = new InsightCriteria { Take = PageRequest.MaxTake }; ;)
        {
            var found = await session.Get<CustomerInsights>().ListAsync(criteria, cancellationToken);
            foreach (var insight in found.Items.Where(i => i.Segment is not null))
            {
                segments[insight.CustomerId.Value] = insight.Segment!;
            }

            if (found.Next is null)
            {
                return segments;
            }

            criteria = criteria with { After = found.Next };
        }
    }
}
