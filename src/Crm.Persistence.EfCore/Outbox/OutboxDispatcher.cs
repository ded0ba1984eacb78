using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

internal sealed partial class OutboxDispatcher(
    ICrmScopeFactory scopes,
    EventCatalog catalog,
    IEnumerable<IEventFollower> followers,
    IClock clock,
    IOptions<CrmPersistenceOptions> options,
    ILogger<OutboxDispatcher> logger,
    IServiceProviderIsService? registrations = null) : IOutboxDispatcher
{
    private const int MaxErrorLength = 1000;
    private const int MaxDoublings = 12;
    private static readonly Actor s_actor = Actor.System("outbox");
    private readonly EventDelivery _delivery = new(scopes, catalog, registrations);

    private Instant Now => clock.GetCurrentInstant().ToMicroseconds();

    public async Task<int> DispatchAsync(CancellationToken cancellationToken = default)
    {
        var scope = scopes.Create(new CrmScope(s_actor));
        await using (scope.ConfigureAwait(false))
        {
            var now = Now;
            var lease = Duration.FromTimeSpan(options.Value.LeaseDuration);
            var claim = new OutboxClaim(Context(scope), Version7.Create(now), now);
            if (!await claim.TakeAsync(now + lease, options.Value.BatchSize, cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }

            var delivered = new List<Guid>();
            var failed = 0;
            try
            {
                var messages = await claim.ReadAsync(cancellationToken).ConfigureAwait(false);
                var awaited = new List<(IEventFollower Follower, HashSet<Guid> Events)>();
                foreach (var follower in followers)
                {
                    awaited.Add((follower, await follower.AwaitedAsync(Context(scope), messages, cancellationToken).ConfigureAwait(false)));
                }

                foreach (var aggregate in messages.GroupBy(m => m.AggregateId))
                {
                    failed += await DeliverAsync(claim, aggregate, awaited, now + (lease / 2), delivered, cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                // What was delivered is marked even when the round is cancelled, so that it is not delivered again.
                await claim.MarkDoneAsync(delivered, Now, CancellationToken.None).ConfigureAwait(false);
                await claim.ReleaseAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return delivered.Count + failed;
        }
    }

    public async Task<int> CleanAsync(CancellationToken cancellationToken = default)
    {
        var scope = scopes.Create(new CrmScope(s_actor));
        await using (scope.ConfigureAwait(false))
        {
            return await OutboxCleaning.RunAsync(Context(scope), Now - Duration.FromTimeSpan(options.Value.Memory), cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<bool> ReplayAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        var now = Now;
        var scope = scopes.Create(new CrmScope(s_actor));
        await using (scope.ConfigureAwait(false))
        {
            return await Context(scope).Set<OutboxMessage>().Where(m => m.Id == eventId && m.DoneAt == null && m.ParkedAt != null)
                .ExecuteUpdateAsync(u => u.SetProperty(m => m.ParkedAt, (Instant?)null).SetProperty(m => m.Attempts, 0).SetProperty(m => m.DueAt, now), cancellationToken)
                .ConfigureAwait(false) == 1;
        }
    }

    private static DbContext Context(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<CrmDb>().Context;

    /// <summary>Delivers one aggregate's events in order, up to one that waits, fails for now, or would begin too late for the lease.</summary>
    /// <returns>How many failed.</returns>
    private async Task<int> DeliverAsync(
        OutboxClaim claim, IEnumerable<OutboxMessage> aggregate, List<(IEventFollower Follower, HashSet<Guid> Events)> awaited, Instant lastStart, List<Guid> delivered, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var message in aggregate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = Now;
            if (now > lastStart || (message.Attempts > 0 && message.DueAt > now))
            {
                break;
            }

            try
            {
                await _delivery.DeliverAsync(message, now, cancellationToken).ConfigureAwait(false);
                foreach (var (follower, _) in awaited.Where(a => a.Events.Contains(message.Id)))
                {
                    await follower.RunAsync(message, cancellationToken).ConfigureAwait(false);
                }

                delivered.Add(message.Id);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failed++;
                if (!await ParkOrDelayAsync(claim, message, failure, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }
            }
        }

        return failed;
    }

    /// <returns>Whether the event was parked, so that those behind it go on.</returns>
    private async Task<bool> ParkOrDelayAsync(OutboxClaim claim, OutboxMessage message, Exception failure, CancellationToken cancellationToken)
    {
        var now = Now;
        var parked = message.Attempts + 1 >= options.Value.MaxAttempts;
        var wait = Duration.FromSeconds(1L << Math.Min(message.Attempts, MaxDoublings));
        await claim.MarkFailedAsync(message, Reason(failure), now + wait, parked ? now : null, cancellationToken).ConfigureAwait(false);
        LogFailure(logger, message.EventName, message.Id, message.Attempts + 1, parked, failure);
        return parked;
    }

    // EF Core's own message says only that a save failed; what went wrong stands in the innermost one.
    private static string Reason(Exception failure)
    {
        var text = $"{failure.GetType().Name}: {failure.Message}";
        var cause = failure.GetBaseException();
        return RowFactory.Cut(ReferenceEquals(cause, failure) ? text : $"{text} {cause.GetType().Name}: {cause.Message}", MaxErrorLength)!;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Delivery of {EventName} {EventId} failed at attempt {Attempt}; parked: {IsParked}.")]
    private static partial void LogFailure(ILogger logger, string eventName, Guid eventId, int attempt, bool isParked, Exception failure);
}
