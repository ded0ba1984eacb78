using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;

namespace Crm.Domain.Marketing;

/// <summary>Front door to entries by segment: lets members enter, those who were there before the journey began included.</summary>
[FrontDoor]
public sealed class JourneyIntake(
    IJourneyStore store, IJourneyRunStore runs, ISegmentStore segments, CustomerSegments customers, ICustomerQueries identities, CrmScopeAccessor scope, IBusinessZone zone, ICrmUnitOfWork work, CrmActs acts)
{
    private readonly JourneyBook _book = new(store);
    private readonly JourneyDoor _door = new(new JourneyBook(store), runs, segments, customers, identities, scope, zone, acts.Errors);

    /// <summary>Lets members enter, a portion in each transaction.</summary>
    /// <param name="portion">How many customers in one transaction.</param>
    /// <param name="cancellationToken">Cancels the work; portions that are written stay.</param>
    /// <returns>How many entered.</returns>
    public async Task<int> TakeInAsync(int portion = 200, CancellationToken cancellationToken = default)
    {
        acts.Gate.MayAct("marketing.run-journeys").Demand();
        var entered = 0;
        foreach (var key in await store.BySegmentAsync(cancellationToken).ConfigureAwait(false))
        {
            for (CustomerId? after = null; ;)
            {
                var members = await PortionAsync(key, after, portion, cancellationToken).ConfigureAwait(false);
                entered += members.Entered;
                if (members.Last is null)
                {
                    break;
                }

                after = members.Last;
            }
        }

        return entered;
    }

    private async Task<(int Entered, CustomerId? Last)> PortionAsync(string key, CustomerId? after, int portion, CancellationToken cancellationToken)
    {
        CustomerId? last = null;
        var done = await work.InTransactionAsync<int>(
            async token =>
            {
                if (await _book.FindAsync(key, token).ConfigureAwait(false) is not { PublishedNumber: { } number, SegmentKey: { } segment } journey)
                {
                    return 0;
                }

                var definition = await _book.DefinitionAsync(key, number, token).ConfigureAwait(false);
                var members = await runs.NewMembersAsync(journey.Id, segment, !definition.Reentry.IsAllowed, after, portion, token).ConfigureAwait(false);
                last = members.Count == portion ? members[^1] : null;
                var entered = 0;
                foreach (var member in members)
                {
                    entered += (await _door.EnterAsync(journey, member, JourneyEntryKind.Segment, null, acts.Now, token).ConfigureAwait(false)).Succeeded ? 1 : 0;
                }

                return entered;
            },
            cancellationToken).ConfigureAwait(false);

        // Another process lets the same ones enter: the next round sees who is left.
        return done.TryGetValue(out var count) ? (count, last) : (0, null);
    }
}
