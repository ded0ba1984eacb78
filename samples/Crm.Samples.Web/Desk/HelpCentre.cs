using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;

namespace Crm.Samples.Web.Desk;

/// <summary>An article as lists show it.</summary>
public sealed record HelpEntry(KnowledgeItemId Id, string Title, string Text);

/// <summary>What the help centre's pages read.</summary>
public sealed class HelpCentre(KnowledgeSearch search)
{
    public async Task<IReadOnlyList<HelpEntry>> SearchAsync(string text, CancellationToken cancellationToken) =>
    [
        .. (await search.SearchAsync(new KnowledgeCriteria(text) { Take = 20 }, cancellationToken)).Hits.Select(h => new HelpEntry(h.Id, h.Title, h.Snippet)),
    ];

    public async Task<IReadOnlyList<HelpEntry>> NewestAsync(int take, CancellationToken cancellationToken) =>
    [
        .. (await search.ListAsync(KnowledgeListCriteria.All, new PageRequest { Take = take }, cancellationToken)).Items
            .Select(i => new HelpEntry(i.Id, i.Title, i.Summary ?? string.Empty)),
    ];
}
