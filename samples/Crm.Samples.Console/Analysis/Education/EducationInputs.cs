using Crm.Analytics.Education;
using Crm.Analytics.Purchases;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads what there is to teach and who may be told.</summary>
internal static class EducationInputs
{
    private const int CustomersAtOnce = 500;

    public static async Task<EducationQuestion> CompleteAsync(EducationQuestion question, EducationSources sources, AnalysisRequest request, CancellationToken cancellationToken)
    {
        var (lessons, agreed) = (new List<Lesson>(), new HashSet<PurchaseKey>());
        Each(sources.Lessons, ["product", "item"], row => lessons.Add(new Lesson(row.Required("product"), row.Required("item"))));
        Each(sources.Consents, ["customer"], row => agreed.Add(row.Required("customer")));
        if (request.Files.Length == 0)
        {
            await using var host = await CrmHost.OpenAsync(request.Database, cancellationToken);
            await using var session = host.Begin(Terminal.Agent);
            if (sources.Lessons is null)
            {
                lessons = await LessonsAsync(session, cancellationToken);
            }

            if (sources.Consents is null)
            {
                agreed = await AgreedAsync(session, question.Owned.Customers, sources.Channel, cancellationToken);
            }
        }

        return question with { Lessons = lessons, MayBeTold = agreed, IncludeWithoutLesson = sources.IncludeWithoutLesson };
    }

    private static void Each(string? file, string[] names, Action<DelimitedText> row)
    {
        if (file is not null)
        {
            DelimitedText.ReadRows(TextSource.Of(file), ColumnMap.Parse(null, names), names, names, row);
        }
    }

    private static async Task<List<Lesson>> LessonsAsync(CrmSession session, CancellationToken cancellationToken)
    {
        var lessons = new List<Lesson>();
        for (var page = new PageRequest { Take = PageRequest.MaxTake }; ;)
        {
            var found = await session.Get<KnowledgeLists>().ListAsync(new KnowledgeItemCriteria { Status = KnowledgeStatus.Published }, page, cancellationToken);
            foreach (var summary in found.Items.Where(item => item.Audience is Audience.Customer or Audience.Public))
            {
                if (await session.Get<KnowledgeBase>().FindAsync(summary.Id, cancellationToken) is { Sku: { } sku })
                {
                    lessons.Add(new Lesson(sku, summary.Title));
                }
            }

            if (found.Next is null)
            {
                return lessons;
            }

            page = page with { After = found.Next };
        }
    }

    private static async Task<HashSet<PurchaseKey>> AgreedAsync(CrmSession session, PurchaseKeys customers, string channel, CancellationToken cancellationToken)
    {
        var agreed = new HashSet<PurchaseKey>();
        var permissions = session.Get<ContactPermissions>();
        foreach (var some in customers.Select(key => CustomerId.From(key.AsGuid())).Chunk(CustomersAtOnce))
        {
            var answers = await permissions.MayContactAllAsync([.. some], Purposes.Marketing, ChannelOf(channel), cancellationToken: cancellationToken).OrFail();
            foreach (var (customer, decision) in answers)
            {
                if (decision.MayContact)
                {
                    agreed.Add(customer.Value);
                }
            }
        }

        return agreed;
    }

    private static ChannelKey ChannelOf(string key)
    {
        try
        {
            return new ChannelKey(key);
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"--channel {key}: the key of a channel is expected.");
        }
    }
}
