using System.Buffers.Binary;
using System.Security.Cryptography;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Whether a contact may enter a journey, and how they do.</summary>
internal sealed class JourneyDoor(
    JourneyBook book, IJourneyRunStore runs, ISegmentStore segments, CustomerSegments customers, ICustomerQueries identities, CrmScopeAccessor scope, IBusinessZone zone, CrmErrorDescriber errors)
{
    public async Task<CrmResult<JourneyRun>> EnterAsync(Journey journey, CustomerId customerId, JourneyEntryKind kind, Guid? eventId, Instant now, CancellationToken cancellationToken)
    {
        if (journey.PublishedNumber is not { } number)
        {
            return errors.JourneyNotPublished(journey.Key);
        }

        if (await LivingAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } living)
        {
            return errors.CustomerNotFound(customerId.ToString());
        }

        var definition = await book.DefinitionAsync(journey.Key, number, cancellationToken).ConfigureAwait(false);
        var before = await runs.OfCustomerAsync(living, [journey.Id], cancellationToken).ConfigureAwait(false);
        if (before.Any(r => r.IsLive == true))
        {
            return errors.JourneyRunning(living.ToString(), journey.Key);
        }

        if (before is [var last, ..] && (!definition.Reentry.Allows(last.EnteredAt, now, zone.Zone) || (eventId is not null && before.Any(r => r.EventId == eventId))))
        {
            return errors.JourneyEnteredBefore(living.ToString(), journey.Key);
        }

        if (definition.Entry.When != Criterion.Everything)
        {
            var asked = await customers.ExplainAsync(definition.Entry.When, living, now, cancellationToken).ConfigureAwait(false);
            if (!asked.TryGetValue(out var answer) || !answer.IsMember)
            {
                return asked.Succeeded ? errors.JourneyEntryRefused(living.ToString(), journey.Key) : CrmResult<JourneyRun>.Failed(asked.Errors);
            }
        }

        var id = JourneyRunId.New(now);
        var isControl = IsControl(journey.Id, living, definition.ControlShare);
        var entered = new JourneyEntered(id, journey.Id, journey.Key, living, kind, definition.Steps[0].Key, isControl, now)
        {
            EventId = eventId,
            GoalUntil = definition.Goal is { } goal ? JourneyDelay.Add(now, goal.Within, zone.Zone) : null,
            Chain = scope.Current?.Cause,
        };
        var run = new JourneyRun(number, entered);
        runs.Add(run);
        return run;
    }

    /// <summary>Whether a contact is only watched: the same answer for one contact and journey always, and independent between journeys.</summary>
    internal static bool IsControl(JourneyId journey, CustomerId customer, decimal share)
    {
        Span<byte> ids = stackalloc byte[32];
        journey.Value.TryWriteBytes(ids);
        customer.Value.TryWriteBytes(ids[16..]);
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(ids)) < share * ((decimal)uint.MaxValue + 1);
    }

    private async Task<CustomerId?> LivingAsync(CustomerId id, CancellationToken cancellationToken) =>
        await identities.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is { } found && (await segments.LivingAsync([found.Id], cancellationToken).ConfigureAwait(false)).Contains(found.Id)
            ? found.Id
            : null;
}
