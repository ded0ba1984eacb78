using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Front door for events: what one means for journeys: contacts enter, decisions are answered, goals are reached.</summary>
[FrontDoor]
public sealed class JourneyReactions(
    IJourneyStore store, IJourneyRunStore runs, ISegmentStore segments, CustomerSegments customers, ICustomerQueries identities, CrmScopeAccessor scope, IAutomationEvents events,
    IEnumerable<IRuleSubject> subjects, IBusinessZone zone, ICrmUnitOfWork work, CrmActs acts)
{
    private const int Tries = 5;

    private readonly JourneyBook _book = new(store);
    private readonly JourneyDoor _door = new(new JourneyBook(store), runs, segments, customers, identities, scope, zone, acts.Errors);
    private readonly IHappenedEvents _events = HappenedEvents.Of(events, subjects, acts.Errors);

    /// <summary>Takes note of an event, once however often it is delivered.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is noted then.</param>
    /// <returns>A task that ends when it is done.</returns>
    /// <exception cref="CrmRuleException">Others changed the same runs again and again; the event is delivered later.</exception>
    public async Task HappenedAsync(HappenedEvent happened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        acts.Gate.MayAct("marketing.run-journeys").Demand();
        for (var tries = 1; ; tries++)
        {
            var noted = await work.InTransactionAsync<int>(token => NoteAsync(happened, token), cancellationToken).ConfigureAwait(false);
            if (noted.Succeeded)
            {
                return;
            }

            if (tries == Tries)
            {
                throw new CrmRuleException(noted.Errors);
            }
        }
    }

    private async Task<CrmResult<int>> NoteAsync(HappenedEvent happened, CancellationToken cancellationToken)
    {
        if (await _events.ReadAsync(happened, new CriteriaMoment(acts.Now, zone.Zone), cancellationToken).ConfigureAwait(false) is not { } about)
        {
            return 0;
        }

        var (customer, now) = (CustomerId.From(about.Customer.Id), acts.Now);
        var journeys = new List<Journey>();
        foreach (var key in await store.AwaitingAsync(happened.Name, cancellationToken).ConfigureAwait(false))
        {
            journeys.Add((await _book.FindAsync(key, cancellationToken).ConfigureAwait(false))!);
        }

        var going = journeys.Count == 0 ? [] : await runs.OfCustomerAsync(customer, [.. journeys.Select(j => j.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var run in going)
        {
            await NoteAsync(run, happened, about.Suits, now, cancellationToken).ConfigureAwait(false);
        }

        foreach (var journey in journeys.Where(j => j.PublishedNumber is not null))
        {
            var entry = (await _book.DefinitionAsync(journey.Key, journey.PublishedNumber!.Value, cancellationToken).ConfigureAwait(false)).Entry;
            if (entry.Event == happened.Name && about.Suits(entry.Where))
            {
                // Whoever may not enter does not: nothing to report.
                await _door.EnterAsync(journey, customer, JourneyEntryKind.Event, happened.EventId, now, cancellationToken).ConfigureAwait(false);
            }
        }

        return 1;
    }

    private async Task NoteAsync(JourneyRun run, HappenedEvent happened, Func<Criterion, bool> suits, Instant now, CancellationToken cancellationToken)
    {
        var definition = await _book.DefinitionAsync(run.JourneyKey, run.Number, cancellationToken).ConfigureAwait(false);
        if (definition.Goal is { } goal && goal.Event == happened.Name && run is { ReachedAt: null, GoalUntil: { } until }
            && happened.OccurredAt >= run.EnteredAt && happened.OccurredAt <= until && run.EventId != happened.EventId && suits(goal.Where))
        {
            run.Reach(happened.OccurredAt, now);
        }

        if (run.IsLive != true || happened.OccurredAt < run.EnteredAt)
        {
            return;
        }

        // Also for decisions that the contact has not come to: a transaction that takes them there may not be over yet.
        var awaiting = definition.Steps.OfType<JourneyDecisionStep>().Where(d => d.Event == happened.Name && suits(d.Where)).ToList();
        if (awaiting.Count == 0 || await runs.IsNotedAsync(run.Id, happened.EventId, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        foreach (var decision in awaiting)
        {
            runs.Add(new JourneySignal(run.Id, decision.Key, happened.EventId, happened.OccurredAt));
        }

        run.Wake(awaiting[0].Key, now);
    }
}
