using System.Runtime.CompilerServices;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Knowledge;
using Crm.Persistence.EfCore.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>
/// Writes audit, timeline and outbox in the transaction of the save. A singleton: what belongs to one save lies beside its
/// context. Events stay on their aggregates until the save is done, and a refused save leaves nothing of ours behind.
/// </summary>
internal sealed class CrmSaveInterceptor(SaveRecorder recorder, CustomerKeyUpkeep keys, KnowledgeDocumentUpkeep documents) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, SavePass> _passes = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        // Nothing is awaited in the synchronous case.
        BeginAsync(eventData.Context!, isAsync: false, CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BeginAsync(eventData.Context!, isAsync: true, cancellationToken).ConfigureAwait(false);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result) => Complete(eventData.Context!, result);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Complete(eventData.Context!, result));

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Undo(eventData.Context!);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Undo(eventData.Context!);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => Undo(eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Undo(eventData.Context!);
        return Task.CompletedTask;
    }

    private async Task BeginAsync(DbContext context, bool isAsync, CancellationToken cancellationToken)
    {
        var tracker = context.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        if (detects)
        {
            tracker.DetectChanges();
        }

        tracker.AutoDetectChangesEnabled = false;
        try
        {
            // A pass is left over only by SaveChanges(acceptAllChangesOnSuccess: false).
            if (_passes.TryGetValue(context, out var left))
            {
                if (left.Rows.TrueForAll(r => context.Entry(r).State == EntityState.Added))
                {
                    Undo(context);
                }
                else
                {
                    Settle(context, left);
                }
            }

            if (recorder.Record(context) is { } pass)
            {
                _passes.AddOrUpdate(context, pass);
                TechnicianSlotUpkeep.Derive(context, pass);
                await keys.DeriveAsync(context, pass, isAsync, cancellationToken).ConfigureAwait(false);
                await documents.DeriveAsync(context, pass, isAsync, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            // Nobody reports a save that failed before it began.
            Undo(context);
            throw;
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    private int Complete(DbContext context, int result)
    {
        KnowledgeChanges.EndSave(context);
        if (!_passes.TryGetValue(context, out var pass))
        {
            return result;
        }

        // Still added: the host accepts the changes later, and the next save settles or rebuilds this pass.
        if (pass.Rows.Exists(r => context.Entry(r).State != EntityState.Added))
        {
            Settle(context, pass);
        }

        return result - pass.Rows.Count - pass.Changed.Count;
    }

    private void Settle(DbContext context, SavePass pass)
    {
        foreach (var (aggregate, events) in pass.Taken)
        {
            aggregate.AcknowledgeEvents(events);
        }

        Detach(context, pass);
    }

    private void Undo(DbContext context)
    {
        KnowledgeChanges.EndSave(context);
        if (_passes.TryGetValue(context, out var pass))
        {
            Detach(context, pass);
        }
    }

    private void Detach(DbContext context, SavePass pass)
    {
        _passes.Remove(context);
        foreach (var row in pass.Rows.Concat(pass.Changed))
        {
            context.Entry(row).State = EntityState.Detached;
        }
    }
}
