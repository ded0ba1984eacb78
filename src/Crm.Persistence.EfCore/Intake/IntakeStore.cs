using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Intake;

internal sealed class IntakeStore(CrmDb db) : IIntakeStore
{
    private const int PerQuery = 500;

    public async Task<IReadOnlySet<string>> ClaimAsync(IReadOnlyCollection<HandledMessage> messages, CancellationToken cancellationToken)
    {
        // In one order everywhere, so that two batches do not wait for each other.
        var rows = messages.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new HandledMessageRow { Key = m.Key, InteractionId = m.InteractionId, TakenAt = m.TakenAt }).ToList();
        return await NewRows.WriteAsync(db.Context, rows, r => r.Key, nameof(HandledMessageRow.Key), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, InteractionId>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, InteractionId>(StringComparer.Ordinal);
        foreach (var chunk in keys.Chunk(PerQuery))
        {
            foreach (var row in await db.Context.Set<HandledMessageRow>().AsNoTracking().Where(m => chunk.Contains(m.Key)).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                found[row.Key] = row.InteractionId;
            }
        }

        return found;
    }

    public async Task ReleaseAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(PerQuery))
        {
            await db.Context.Set<HandledMessageRow>().Where(m => chunk.Contains(m.Key)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<AutomaticAnswer>> AnswersAsync(
        IReadOnlyCollection<string> recipients, IReadOnlyCollection<ServiceCaseId> cases, Instant since, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, AutomaticAnswerRow>();
        var answers = db.Context.Set<AutomaticAnswerRow>().AsNoTracking().Where(a => a.At > since);
        foreach (var chunk in recipients.Chunk(PerQuery))
        {
            await AddAsync(answers.Where(a => chunk.Contains(a.Recipient))).ConfigureAwait(false);
        }

        foreach (var chunk in cases.Chunk(PerQuery))
        {
            await AddAsync(answers.Where(a => a.CaseId != null && chunk.Contains(a.CaseId.Value))).ConfigureAwait(false);
        }

        return [.. found.Values.Select(a => new AutomaticAnswer(a.Recipient, a.CustomerId, a.CaseId, a.At))];

        async Task AddAsync(IQueryable<AutomaticAnswerRow> which)
        {
            foreach (var row in await which.ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                found[row.Id] = row;
            }
        }
    }

    public Task AddAsync(IReadOnlyCollection<AutomaticAnswer> answers, CancellationToken cancellationToken) => BulkInsert.WriteAsync(
        db.Context,
        [.. answers.Select(a => new AutomaticAnswerRow { Id = Version7.Create(a.At), Recipient = a.Recipient, CustomerId = a.CustomerId, CaseId = a.CaseId, At = a.At })],
        cancellationToken);

    public async Task<int> ForgetAsync(Instant handledBefore, Instant answeredBefore, CancellationToken cancellationToken)
    {
        var (messages, answers) = (db.Context.Set<HandledMessageRow>(), db.Context.Set<AutomaticAnswerRow>());
        var forgotten = 0;
        while (await messages.Where(m => m.TakenAt < handledBefore).OrderBy(m => m.TakenAt).Select(m => m.InteractionId).Take(PerQuery).ToListAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } ids)
        {
            forgotten += await messages.Where(m => ids.Contains(m.InteractionId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        while (await answers.Where(a => a.At < answeredBefore).OrderBy(a => a.At).Select(a => a.Id).Take(PerQuery).ToListAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } ids)
        {
            await answers.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        return forgotten;
    }
}
