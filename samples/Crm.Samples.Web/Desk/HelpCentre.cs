using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Web.Desk;

/// <summary>An article as lists show it.</summary>
public sealed record HelpEntry(KnowledgeItemId Id, string Title, string Text);

/// <summary>What the help centre's pages read.</summary>
public sealed class HelpCentre(KnowledgeSearch search, CrmDbContext db, CrmGate gate)
{
    public async Task<IReadOnlyList<HelpEntry>> SearchAsync(string text, CancellationToken cancellationToken) =>
    [
        .. (await search.SearchAsync(new KnowledgeCriteria(text) { Take = 20 }, cancellationToken)).Select(h => new HelpEntry(h.Id, h.Title, h.Snippet)),
    ];

    /// <summary>The articles that were published last.</summary>
    /// <remarks>
    /// No front door lists articles, so this is a query of our own on the CRM's tables. The gate says which audiences may be
    /// read; whoever queries by hand has to ask it.
    /// </remarks>
    public async Task<IReadOnlyList<HelpEntry>> NewestAsync(int take, CancellationToken cancellationToken)
    {
        var audiences = gate.ReadableAudiences;
        return await db.Set<KnowledgeItem>().AsNoTracking()
            .Where(i => i.Status == KnowledgeStatus.Published && audiences.Contains(i.Audience))
            .OrderByDescending(i => i.PublishedAt).ThenBy(i => i.Id)
            .Take(take)
            .Select(i => new HelpEntry(i.Id, i.Title, i.Summary ?? string.Empty))
            .ToListAsync(cancellationToken);
    }
}
