using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseMergeStore(CrmDb crm) : ICaseMergeStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<ServiceCaseId?> TargetOfAsync(ServiceCaseId id, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ServiceCaseId>();
        var at = id;
        while (seen.Add(at))
        {
            // A merge that is not saved yet counts too.
            var step = _db.Context.Set<ServiceCase>().Local.FindEntry(at)?.Entity is { } tracked
                ? new { tracked.MergedIntoId }
                : await _db.Context.Set<ServiceCase>().AsNoTracking().Where(c => c.Id == at).Select(c => new { c.MergedIntoId }).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (step is null)
            {
                return null;
            }

            if (step.MergedIntoId is not { } next)
            {
                return at;
            }

            at = next;
        }

        return at;
    }

    public async Task<IReadOnlyList<ServiceCaseId>> SourcesOfAsync(ServiceCaseId id, CancellationToken cancellationToken)
    {
        var all = new HashSet<ServiceCaseId> { id };
        List<ServiceCaseId> last = [id];
        while (last.Count > 0)
        {
            var wanted = last;
            var found = await _db.Context.Set<ServiceCase>().AsNoTracking().Where(c => c.MergedIntoId != null && wanted.Contains(c.MergedIntoId.Value)).Select(c => c.Id)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            last = found.FindAll(all.Add);
        }

        all.Remove(id);
        return [.. all];
    }

    public async Task<IReadOnlyList<ConversationMessage>> MessagesAsync(
        IReadOnlyCollection<ServiceCaseId> ids, IReadOnlyCollection<CaseMessageKind> kinds, CancellationToken cancellationToken) =>
        await _db.Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => ids.Contains(c.Id))
            .SelectMany(c => c.Messages, (c, m) => new { c.Number, Message = m })
            .Where(m => kinds.Contains(m.Message.Kind))
            .OrderBy(m => m.Message.At).ThenBy(m => m.Message.Id)
            .Select(m => new ConversationMessage(m.Message.Id, m.Number, m.Message.Kind, m.Message.Author, m.Message.Body, m.Message.At))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
}
