using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Front door to the work of journeys: takes contacts on whose time has come. A batch of them is one transaction: what their actions did, the steps that are over and where they stand now are
/// written together or not at all, so that whatever was interrupted begins again where it was. A contact whose action fails is tried apart
/// from the others and waits, longer each time.
/// </summary>
[FrontDoor]
public sealed partial class JourneyRunner(
    IJourneyStore store, IJourneyRunStore runs, ISegmentStore segments, CustomerSegments customers, IRecipientZones zones, IJourneySending sending, IEnumerable<IRuleAction> actions,
    MarketingOptions options, ICrmUnitOfWork work, CrmActs acts, ILogger<JourneyRunner>? logger = null)
{
    private readonly JourneyBook _book = new(store);
    private readonly List<IRuleAction> _actions = [.. actions.Where(a => a.Kind is null or SubjectKinds.Customer)];

    /// <summary>Takes a batch on.</summary>
    /// <param name="ids">The runs, at most one of each customer.</param>
    /// <param name="cancellationToken">Cancels the work; nothing of the batch is written then.</param>
    /// <returns>Whether it was written; otherwise the runs go on one by one.</returns>
    public async Task<bool> GoOnAsync(IReadOnlyCollection<JourneyRunId> ids, CancellationToken cancellationToken = default) => (await TryAsync(ids, cancellationToken).ConfigureAwait(false)) is null;

    /// <summary>Takes one run on; a failure is noted with it, and it is tried again later.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>A task that ends when it is done.</returns>
    public async Task GoOnAsync(JourneyRunId id, CancellationToken cancellationToken = default)
    {
        if (await TryAsync([id], cancellationToken).ConfigureAwait(false) is not { } failed || failed.Code == nameof(CrmErrorDescriber.VersionConflict))
        {
            // Whoever was faster has taken it on.
            return;
        }

        await work.InTransactionAsync<int>(
            async token =>
            {
                foreach (var run in (await runs.LoadAsync([id], token).ConfigureAwait(false)).Where(r => r.IsLive == true))
                {
                    run.Fail(failed.Code, options.MaxJourneyAttempts, options.JourneyWaitAfter, acts.Now);
                }

                return 1;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmError?> TryAsync(IReadOnlyCollection<JourneyRunId> ids, CancellationToken cancellationToken)
    {
        acts.Gate.MayAct("marketing.run-journeys").Demand();
        try
        {
            var done = await work.InTransactionAsync<int>(token => WalkAsync(ids, token), cancellationToken).ConfigureAwait(false);
            return done.Succeeded ? null : done.Errors[0];
        }
#pragma warning disable CA1031 // Whatever an action throws holds up this contact alone.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(logger ?? NullLogger<JourneyRunner>.Instance, ids.Count, failure);
            return failure is CrmRuleException { Errors: [var refused, ..] } ? refused : new CrmError(failure.GetType().Name, string.Empty, failure.GetBaseException().GetType().Name);
        }
    }

    private async Task<CrmResult<int>> WalkAsync(IReadOnlyCollection<JourneyRunId> ids, CancellationToken cancellationToken)
    {
        var now = acts.Now;
        var due = (await runs.LoadAsync(ids, cancellationToken).ConfigureAwait(false)).Where(r => r.IsLive == true && r.DueAt <= now).ToList();
        var living = await segments.LivingAsync([.. due.Select(r => r.CustomerId)], cancellationToken).ConfigureAwait(false);
        foreach (var run in due)
        {
            if (!living.Contains(run.CustomerId))
            {
                run.End(JourneyRunStatus.Gone, [], now);
                continue;
            }

            var definition = await _book.DefinitionAsync(run.JourneyKey, run.Number, cancellationToken).ConfigureAwait(false);
            var world = new JourneyWorld(run, now, customers, zones, sending, runs, Action, work, acts.Errors);
            var walk = await JourneyEngine.WalkAsync(definition, run.Position, world, cancellationToken).ConfigureAwait(false);
            foreach (var step in walk.Steps)
            {
                runs.Add(new JourneyStepRecord(run, step, now));
            }

            run.Advance(walk, now);
        }

        return due.Count;
    }

    private IRuleAction? Action(string name) => _actions.Find(a => a.Name == name && a.Kind is not null) ?? _actions.Find(a => a.Name == name);

    [LoggerMessage(EventId = 31, Level = LogLevel.Warning, Message = "Steps of journeys failed for {Contacts} contacts.")]
    private static partial void LogFailure(ILogger logger, int contacts, Exception failure);
}
