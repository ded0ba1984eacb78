using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class MessageTemplateStore(CrmDb db) : IMessageTemplateStore
{
    private const int Most = 1000;

    public async Task<MessageTemplate?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var wanted = StorableText.Of(key);
        return db.Context.Set<MessageTemplate>().Local.FirstOrDefault(t => t.Key == wanted) ?? await db.LoadAsync<MessageTemplate>(t => t.Key == wanted, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<MessageTemplateSummary>> ListAsync(bool withArchived, CancellationToken cancellationToken) => await db.Context.Set<MessageTemplate>().IgnoreAutoIncludes().AsNoTracking()
        .Where(t => withArchived || t.ArchivedAt == null)
        .OrderBy(t => t.Key)
        .Take(Most)
        .Select(t => new MessageTemplateSummary(t.Id, t.Key, t.Channel, t.Purpose, t.Versions.Count, t.ArchivedAt))
        .ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(MessageTemplate template) => db.Context.Add(template);
}
