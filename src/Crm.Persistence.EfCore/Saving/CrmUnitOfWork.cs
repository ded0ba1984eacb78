using System.Data.Common;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Orders;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sales;
using Crm.Persistence.EfCore.Service;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Saving;

internal sealed class CrmUnitOfWork(CrmDb db, CrmErrorDescriber errors) : ICrmUnitOfWork
{
    private const string Savepoint = "crm_work";

    private static readonly string[] s_numberedParts =
    [
        CustomerKeyConfiguration.Table, EntitlementEntryConfiguration.Table, OpportunityStageVisitConfiguration.Table, OpportunityLogEntryConfiguration.Table,
        OpportunityContactConfiguration.Table, OpportunityCompetitorConfiguration.Table,
        PurchaseFactConfiguration.Table, OrderDeliveryConfiguration.Table, OrderStockMoveConfiguration.Table, PriceListLineConfiguration.Table, ProductComponentConfiguration.Table,
        LeadPointsConfiguration.Table, LeadThresholdConfiguration.Table, LeadQueueMemberConfiguration.Table,
        CampaignCostConfiguration.Table,
    ];

    public async Task<CrmResult> SaveAsync(CancellationToken cancellationToken = default)
    {
        var context = db.Context;
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return CrmResult.Success;
        }
        catch (CrmRuleException refused)
        {
            // A field that the actor may not change: nothing of ours is left to be saved.
            LetGo(context, [.. context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)]);
            return CrmResult.Failed(refused.Errors);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            return CrmResult.Failed([.. LetGo(context, conflict.Entries).Select(errors.VersionConflict)]);
        }
        catch (DbUpdateException overtaken) when (Array.Exists(s_numberedParts, table => UniqueViolation.IsOf(overtaken.InnerException, table)))
        {
            // Derived keys and numbered entries belong to their root alone: whoever wrote the same ones has changed the root meanwhile.
            return CrmResult.Failed([.. LetGo(context, overtaken.Entries).Select(errors.VersionConflict)]);
        }
        catch (DbUpdateException overtaken) when (UniqueViolation.IsOf(overtaken.InnerException, TechnicianSlotConfiguration.Table))
        {
            // Another process booked a technician for the same time.
            return CrmResult.Failed([.. BusyTechnicians(context, overtaken.Entries)]);
        }
        catch (DbUpdateException refused) when (UniqueViolation.Is(refused.InnerException))
        {
            return CrmResult.Failed([.. LetGo(context, refused.Entries).Select(errors.AlreadyExists)]);
        }
        catch (DbUpdateException refused) when (IsOvertaken(context, refused.InnerException) && refused.Entries.All(e => e.Metadata.FindAnnotation(CrmAnnotations.Entity) is not null))
        {
            // What a row of ours points at was merged or removed meanwhile, or two writers waited for each other.
            return CrmResult.Failed([.. LetGo(context, refused.Entries).Select(errors.VersionConflict)]);
        }
    }

    public async Task<CrmResult<T>> InTransactionAsync<T>(Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        var context = db.Context;
        if (context.Database.CurrentTransaction is { } open)
        {
            return await JoinAsync(context, open, work, cancellationToken).ConfigureAwait(false);
        }

        var before = new TrackedBefore(context);
        var attempts = 0;
        return await context.Database.CreateExecutionStrategy().ExecuteAsync(
            token => attempts++ == 0 ? BeginAsync(context, before, work, token) : RepeatAsync(context, before, work, token),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<T>> BeginAsync<T>(
        DbContext context, TrackedBefore before, Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var isCommitted = false;
        try
        {
            var result = await WorkAsync(work, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded)
            {
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                isCommitted = true;
            }

            return result;
        }
        finally
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            if (!isCommitted)
            {
                before.LetGoOfTheRest();
            }
        }
    }

    private Task<CrmResult<T>> RepeatAsync<T>(
        DbContext context, TrackedBefore before, Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken)
        where T : notnull => before.HadChanges
            ? throw new InvalidOperationException("The transaction failed for a moment and cannot be repeated, since changes were made before it began. Save them first, or make them within the work.")
            : BeginAsync(context, before, work, cancellationToken);

    private async Task<CrmResult<T>> JoinAsync<T>(
        DbContext context, IDbContextTransaction open, Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        var before = new TrackedBefore(context);
        await open.CreateSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        var isDone = false;
        try
        {
            var result = await WorkAsync(work, cancellationToken).ConfigureAwait(false);
            isDone = result.Succeeded;
            return result;
        }
        finally
        {
            // Not cancellable: the host goes on with its transaction.
            if (!isDone)
            {
                await open.RollbackToSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
                before.LetGoOfTheRest();
            }

            await open.ReleaseSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<CrmResult<T>> WorkAsync<T>(Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            var result = await work(cancellationToken).ConfigureAwait(false);
            if (!result.Succeeded)
            {
                return result;
            }

            var saved = await SaveAsync(cancellationToken).ConfigureAwait(false);
            return saved.Succeeded ? result : CrmResult<T>.Failed(saved.Errors);
        }
        catch (DbException refused) when (UniqueViolation.Is(refused))
        {
            // Rows written in bulk meet the constraint without EF between.
            return errors.AlreadyExists("A record");
        }
        catch (DbException refused) when (IsOvertaken(db.Context, refused))
        {
            return errors.VersionConflict("A record");
        }
    }

    // A strategy that retries wants to see the failure itself.
    private static bool IsOvertaken(DbContext context, Exception? failure) =>
        (LostReference.Is(failure) || Deadlock.Is(failure)) && !context.Database.CreateExecutionStrategy().RetriesOnFailure;

    /// <summary>Lets the refused aggregates go, parts included, so that the next save does not try them again.</summary>
    private static List<string> LetGo(DbContext context, IReadOnlyList<EntityEntry> refused)
    {
        var ids = refused.Where(SaveRecorder.IsOurs).Select(SaveRecorder.RootIdOf)
            .Concat(refused.Select(e => e.Entity).OfType<CustomerKey>().Select(k => k.CustomerId.Value)).ToHashSet();
        var named = ids.ToHashSet();
        ids.UnionWith(context.ChangeTracker.Entries().Where(e => SaveRecorder.IsOurs(e) && StandsWithAny(e, named)).Select(SaveRecorder.RootIdOf));
        var gone = context.ChangeTracker.Entries().Where(e => SaveRecorder.IsOurs(e) && ids.Contains(SaveRecorder.RootIdOf(e))).ToList();
        var names = gone.Where(e => e.Entity is IAggregateRoot && named.Contains(SaveRecorder.RootIdOf(e))).Select(e => $"{e.Metadata.ClrType.Name} {SaveRecorder.RootIdOf(e)}").ToList();
        foreach (var entry in gone)
        {
            entry.State = EntityState.Detached;
        }

        return names.Count > 0 ? names : [.. refused.Select(e => e.Metadata.ClrType.Name).Distinct().DefaultIfEmpty("A record")];
    }

    private List<CrmError> BusyTechnicians(DbContext context, IReadOnlyList<EntityEntry> refused)
    {
        var slots = refused.Select(e => e.Entity).OfType<TechnicianSlot>().ToList();
        var bookings = slots.Select(s => s.BookingId).ToHashSet();
        LetGo(context, [.. context.ChangeTracker.Entries<VisitBooking>().Where(e => bookings.Contains(e.Entity.Id))]);

        // Customers choose times, not people.
        return context is ICrmDbContext { CrmScope.Actor.IsStaff: false }
            ? [errors.VisitTimeNotFree()]
            : [.. slots.Select(s => s.TechnicianId).Distinct().Select(t => context.Set<Technician>().Local.FindEntry(t)?.Entity.Name ?? t.ToString()).Select(errors.TechnicianBusy)];
    }

    // What was set together with a refused aggregate, such as a new case under an entitlement of which nothing is left.
    private static bool StandsWithAny(EntityEntry entry, HashSet<Guid> refused) => entry.State is EntityState.Added or EntityState.Modified
        && entry.Metadata.GetProperties().Any(p => p.FindAnnotation(CrmAnnotations.StandsWith) is not null
            && (entry.State == EntityState.Added || entry.Property(p.Name).IsModified) && entry.Property(p.Name).CurrentValue is ICrmId id && refused.Contains(id.Value));
}
