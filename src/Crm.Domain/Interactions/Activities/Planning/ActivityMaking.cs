using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Makes activities of what is known: settles kind, zone and assignee, and resolves customers.</summary>
internal sealed class ActivityMaking(
    IActivityStore activities, ActivityKindCatalog kinds, IChannelCatalog channels, ICustomerQueries customers, IBusinessZone business, CrmActs acts)
{
    /// <summary>Makes an activity and adds it.</summary>
    public async Task<CrmResult<Activity>> PlanAsync(ActivityDetails details, ActivitySeries? series, Instant now, CancellationToken cancellationToken)
    {
        var made = await MakeAsync(details, series, now, cancellationToken).ConfigureAwait(false);
        if (made.TryGetValue(out var activity))
        {
            activities.Add(activity);
        }

        return made;
    }

    /// <summary>Makes an activity without adding it.</summary>
    public async Task<CrmResult<Activity>> MakeAsync(ActivityDetails details, ActivitySeries? series, Instant now, CancellationToken cancellationToken)
    {
        if (!kinds.TryGet(details.Kind, out var kind))
        {
            return acts.Errors.ActivityKindUnknown(details.Kind.Value);
        }

        if (details.Channel is { } channel && !channels.TryGet(channel, out _))
        {
            return acts.Errors.ChannelUnknown(channel.Value);
        }

        // Ids of customers that were merged are those of the survivors.
        var customer = details.CustomerId;
        if (customer is { } named)
        {
            if (await customers.IdentifyAsync(named, cancellationToken).ConfigureAwait(false) is not { } identity)
            {
                return acts.Errors.CustomerNotFound(named.ToString());
            }

            customer = identity.Id;
        }

        var about = details.About;
        if (about is { Kind: SubjectKinds.Customer } && about.Id != Guid.Empty)
        {
            if (await customers.IdentifyAsync(Customers.CustomerId.From(about.Id), cancellationToken).ConfigureAwait(false) is not { } identity)
            {
                return acts.Errors.CustomerNotFound(about.Id.ToString());
            }

            (about, customer) = (identity.Id.ToSubject(), customer ?? identity.Id);
        }

        var isOwn = details.AssigneeId is null && details.TeamId is null && acts.Gate.Actor.Kind == ActorKind.Agent;
        var settled = details with
        {
            CustomerId = customer,
            About = about,
            TimeZone = details.TimeZone ?? business.Zone.Id,
            AssigneeId = isOwn ? acts.Gate.Actor.Id : details.AssigneeId,
        };
        return new Activity(ActivityId.New(now), settled, kind, series, now);
    }

    /// <summary>Plans the next activity of a series, once the one at hand is settled; null where there is none, or it is planned already.</summary>
    public async Task<Activity?> NextAsync(Activity settled, Instant now, CancellationToken cancellationToken)
    {
        if (settled.NextOccurrence() is not { } time || await activities.FindOccurrenceAsync(settled.SeriesId!.Value, time.Start, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        var details = new ActivityDetails(settled.Kind, settled.Subject, time.Start)
        {
            Until = settled.IsTask ? null : time.End,
            TimeZone = settled.TimeZone,
            CustomerId = settled.CustomerId,
            About = settled.About,
            AssigneeId = settled.AssigneeId,
            TeamId = settled.TeamId,
            Description = settled.Description,
            Place = settled.Place,
            Priority = settled.Priority,
            Channel = settled.Channel,
            Audience = settled.Audience,
            Participants = [.. settled.Participants.Select(p => p.ToParty())],
            RemindBefore = [.. settled.Reminders.Select(r => r.Before)],
            Recurrence = settled.Recurrence,
        };
        return (await PlanAsync(details, new ActivitySeries(settled.SeriesId.Value, settled.SeriesStart!.Value), now, cancellationToken).ConfigureAwait(false)).TryGetValue(out var next) ? next : null;
    }

    /// <summary>Who took part, as far as the channel has their roles.</summary>
    public IReadOnlyList<ContactParty> Parties(Activity activity, ChannelKey channel) => channels.TryGet(channel, out var known)
        ? [.. activity.Participants.Where(p => known.Roles.Contains(p.Role)).Select(p => p.ToParty() with { Acceptance = p.Acceptance })]
        : [];

    /// <summary>What follows from a contact, about that contact where nothing else is said.</summary>
    public static ActivityDetails From(ActivityDetails followUp, Interaction contact) =>
        followUp with { CustomerId = followUp.CustomerId ?? contact.CustomerId, About = followUp.About ?? contact.Id.ToSubject() };
}
