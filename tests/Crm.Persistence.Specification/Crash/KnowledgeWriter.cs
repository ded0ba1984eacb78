using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Publishes items, one save each, and then waits until it finds what another process has published.</summary>
public static class KnowledgeWriter
{
    /// <summary>Title of what the other process publishes at the end.</summary>
    public const string Answer = "Quodlibet";

    public static string WordOf(int item) => $"wort{item}x";

    public static string TitleOf(int item) => $"{WordOf(item)} common";

    public static async Task RunAsync(CrmTestHost<SpecificationContext> host, int items, Action<Acknowledgement> acknowledge)
    {
        for (var i = 0; i < items; i++)
        {
            await using var work = host.Work();
            var item = (await work.Knowledge.WriteAsync(new KnowledgeContent(TitleOf(i), "Text.", LanguageTag.Parse("en")), Audience.Public)).Value;
            _ = (await work.Knowledge.PublishAsync(item.Id)).Value;
            await work.SaveAsync();
            acknowledge(new Acknowledgement(item.Id.Value, item.Version));
        }

        while (true)
        {
            await using var work = host.Work();
            if ((await work.Search.SearchAsync(new KnowledgeCriteria(Answer))).Hits.Any(h => h.Title == Answer))
            {
                return;
            }

            await Task.Yield();
        }
    }
}
