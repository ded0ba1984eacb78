using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>The contact history: records contacts over every channel and shows everything that happened around a record.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ContactHistory(IInteractionStore interactions, ITimelineQueries timeline, ICustomerQueries customers, ChannelCatalog channels, CrmActs acts)
{
    /// <summary>Records a contact. A message or call that was recorded before under the same external id is returned as it is.</summary>
    /// <param name="contact">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>
    /// The interaction, or <c>ActNotAllowed</c>, <c>ChannelUnknown</c>, <c>DirectionNotPermitted</c>, <c>RoleNotPermitted</c>, <c>CallNotPermitted</c>,
    /// <c>CustomerNotFound</c>, <c>InvalidValue</c>.
    /// </returns>
    public Task<CrmResult<Interaction>> RecordAsync(ContactDetails contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return acts.MakeAsync<Interaction>("interactions.record", async now =>
        {
            if (CanRecord(contact) is { IsPermitted: false } refused)
            {
                return refused.ToError(acts.Errors);
            }

            // Compared as it is stored: trimmed and composed.
            if (await FindMessageAsync(contact.Channel, contact.ExternalId, nameof(contact.ExternalId), cancellationToken).ConfigureAwait(false) is { } recorded)
            {
                return recorded;
            }

            var (resolved, missing) = await ResolveAsync(contact, cancellationToken).ConfigureAwait(false);
            if (missing is { } unknown)
            {
                return acts.Errors.CustomerNotFound(unknown.ToString());
            }

            var agent = contact.AgentId ?? (acts.Gate.Actor.Kind == ActorKind.Agent ? acts.Gate.Actor.Id : null);
            var answered = contact.ThreadKey is null ? await FindMessageAsync(contact.Channel, contact.InReplyTo, nameof(contact.InReplyTo), cancellationToken).ConfigureAwait(false) : null;
            var interaction = new Interaction(
                InteractionId.New(now),
                resolved with { ThreadKey = contact.ThreadKey ?? answered?.ThreadKey, CountsAsResponse = contact.CountsAsResponse ?? Channel(contact)!.CountsAsResponse },
                agent,
                now);
            interactions.Add(interaction);
            return interaction;
        }, cancellationToken);
    }

    /// <summary>Whether a contact can be recorded, as far as its channel decides.</summary>
    /// <param name="contact">What is known.</param>
    /// <returns>The ruling; refused with <c>ChannelUnknown</c>, <c>DirectionNotPermitted</c>, <c>RoleNotPermitted</c> or <c>CallNotPermitted</c>.</returns>
    public CrmRuling CanRecord(ContactDetails contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Channel(contact)?.CanCarry(contact) ?? CrmRuling.Refused(e => e.ChannelUnknown(contact.Channel.Value));
    }

    /// <summary>Finds a contact by its id.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The interaction; null when there is none or the actor may not read it.</returns>
    public async Task<Interaction?> FindAsync(InteractionId id, CancellationToken cancellationToken = default)
    {
        var found = await interactions.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return found is not null && acts.Gate.MayRead(found.Audience) && acts.Gate.Readable.Includes(found.CustomerId.ToSubject())
            ? found
            : null;
    }

    /// <summary>Finds the contact that a message or call of another system became. For staff.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="externalId">Its id there.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The interaction; null when there is none or the actor may not read it.</returns>
    public async Task<Interaction?> FindByExternalIdAsync(ChannelKey channel, string externalId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return acts.Gate.Readable.Everything ? await interactions.FindByExternalIdAsync(channel, externalId, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Links a record that turned out to be what a contact was about.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="subject">The record.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The interaction, or <c>ActNotAllowed</c>, <c>InteractionNotFound</c>, <c>VersionConflict</c>, <c>InteractionAlreadyLinked</c>.</returns>
    public async Task<CrmResult<Interaction>> LinkAsync(
        InteractionId id, SubjectReference subject, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        if (CustomerOf(subject) is { } customer && await customers.SurvivorOfAsync(customer, cancellationToken).ConfigureAwait(false) is { } survivor)
        {
            subject = new SubjectReference(SubjectKinds.Customer, survivor.Value);
        }

        return await ChangeAsync("interactions.link", id, expectedVersion, i => i.CanLinkTo(subject), (i, now) => i.LinkTo(subject, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes what a participant answered to an invitation, in place of what was answered before.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="participant">Number of the participant.</param>
    /// <param name="acceptance">What was answered.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The interaction, or <c>ActNotAllowed</c>, <c>InteractionNotFound</c>, <c>VersionConflict</c>, <c>ParticipantNotFound</c>, <c>ParticipantNotInvited</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Interaction>> AnswerAsync(
        InteractionId id, int participant, Acceptance acceptance, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("interactions.answer", id, expectedVersion, i => i.CanAnswer(participant), (i, now) => i.Answer(participant, acceptance, now), cancellationToken);

    /// <summary>Takes over what the provider says of a call now: ringing, answered, over, recorded. What is not said stays.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="call">What is known.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The interaction, or <c>ActNotAllowed</c>, <c>InteractionNotFound</c>, <c>VersionConflict</c>, <c>CallMissing</c>, <c>CallTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Interaction>> ProgressCallAsync(
        InteractionId id, CallDetails call, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ChangeAsync("interactions.progress-call", id, expectedVersion, i => i.CanProgress(call.Status), (i, now) => i.Progress(call, now), cancellationToken);
    }

    /// <summary>Reads a page of a record's timeline, newest first: what the actor may see of it.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="criteria">Which rows; every row when null.</param>
    /// <param name="page">Which page; the first 50 rows when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty for a record that does not exist or that the actor may not read.</returns>
    public async Task<Page<TimelineItem>> TimelineAsync(
        SubjectReference subject, TimelineCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!acts.Gate.Readable.Includes(subject))
        {
            return new Page<TimelineItem>([], null);
        }

        var (which, wanted) = (criteria ?? TimelineCriteria.All, page ?? PageRequest.First);
        var found = await timeline.PageAsync(subject, which, acts.Gate.ReadableAudiences, wanted, cancellationToken).ConfigureAwait(false);
        return found.Items.Count == 0 && CustomerOf(subject) is { } customer
            && await customers.SurvivorOfAsync(customer, cancellationToken).ConfigureAwait(false) is { } survivor
                ? await timeline.PageAsync(new(SubjectKinds.Customer, survivor.Value), which, acts.Gate.ReadableAudiences, wanted, cancellationToken).ConfigureAwait(false)
                : found;
    }

    private ChannelDefinition? Channel(ContactDetails contact) => channels.TryGet(contact.Channel, out var channel) ? channel : null;

    private Task<CrmResult<Interaction>> ChangeAsync(
        string act, InteractionId id, long? expectedVersion, Func<Interaction, CrmRuling> may, Action<Interaction, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, interactions.FindAsync(id, cancellationToken), e => e.InteractionNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    private async Task<Interaction?> FindMessageAsync(ChannelKey channel, string? externalId, string name, CancellationToken cancellationToken) =>
        Guard.OptionalLine(externalId, Interaction.MaxExternalIdLength, name) is { } id
            ? await interactions.FindByExternalIdAsync(channel, id, cancellationToken).ConfigureAwait(false)
            : null;

    // Ids of customers that were merged are those of the survivors.
    private async Task<(ContactDetails Resolved, CustomerId? Missing)> ResolveAsync(ContactDetails contact, CancellationToken cancellationToken)
    {
        var known = new Dictionary<CustomerId, CustomerId>();
        foreach (var named in new[] { contact.CustomerId, contact.OrganisationId, CustomerOf(contact.About) }.OfType<CustomerId>())
        {
            if (await customers.IdentifyAsync(named, cancellationToken).ConfigureAwait(false) is { } identity)
            {
                known[named] = identity.Id;
            }
            else if (named == contact.CustomerId || named == contact.OrganisationId)
            {
                return (contact, named);
            }
        }

        var others = contact.Participants.Select(p => p.CustomerId).OfType<CustomerId>().Where(c => !known.ContainsKey(c)).Distinct().ToList();
        if (others.Count > 0)
        {
            var living = await customers.ResolveAsync(others, cancellationToken).ConfigureAwait(false);
            foreach (var other in others)
            {
                // One that is not saved yet is found by itself.
                if ((living.TryGetValue(other, out var id) ? id : (await customers.IdentifyAsync(other, cancellationToken).ConfigureAwait(false))?.Id) is not { } found)
                {
                    return (contact, other);
                }

                known[other] = found;
            }
        }

        return (contact with
        {
            CustomerId = known[contact.CustomerId],
            OrganisationId = contact.OrganisationId is { } organisation ? known[organisation] : null,
            About = CustomerOf(contact.About) is { } about && known.TryGetValue(about, out var customer) ? new(SubjectKinds.Customer, customer.Value) : contact.About,
            Participants = [.. contact.Participants.Select(p => p.CustomerId is { } party ? p with { CustomerId = known[party] } : p)],
        }, null);
    }

    private static CustomerId? CustomerOf(SubjectReference? subject) =>
        subject is { Kind: SubjectKinds.Customer } && subject.Id != Guid.Empty ? CustomerId.From(subject.Id) : null;
}
