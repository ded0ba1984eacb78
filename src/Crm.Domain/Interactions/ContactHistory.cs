using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>The contact history: records contacts over every channel and shows everything that happened around a record.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ContactHistory(IInteractionStore interactions, ITimelineQueries timeline, ICustomerQueries customers, ChannelCatalog channels, CrmActs acts)
{
    /// <summary>Records a contact. A message that was recorded before under the same external id is returned as it is.</summary>
    /// <param name="contact">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The interaction, or <c>ActNotAllowed</c>, <c>ChannelUnknown</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Interaction>> RecordAsync(ContactDetails contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return acts.MakeAsync<Interaction>("interactions.record", async now =>
        {
            if (!channels.TryGet(contact.Channel, out _))
            {
                return acts.Errors.ChannelUnknown(contact.Channel.Value);
            }

            // Compared as it is stored: trimmed and composed.
            if (Guard.OptionalLine(contact.ExternalId, 400, nameof(contact.ExternalId)) is { } externalId
                && await interactions.FindByExternalIdAsync(contact.Channel, externalId, cancellationToken).ConfigureAwait(false) is { } recorded)
            {
                return recorded;
            }

            var known = new Dictionary<CustomerId, CustomerId>();
            foreach (var named in new[] { contact.CustomerId, contact.OrganisationId, CustomerOf(contact.About) }.OfType<CustomerId>())
            {
                if (await customers.IdentifyAsync(named, cancellationToken).ConfigureAwait(false) is { } identity)
                {
                    known[named] = identity.Id;
                }
                else if (named == contact.CustomerId || named == contact.OrganisationId)
                {
                    return acts.Errors.CustomerNotFound(named.ToString());
                }
            }

            // Ids of customers that were merged are those of the survivors.
            var resolved = contact with
            {
                CustomerId = known[contact.CustomerId],
                OrganisationId = contact.OrganisationId is { } organisation ? known[organisation] : null,
                About = CustomerOf(contact.About) is { } about && known.TryGetValue(about, out var living) ? new(SubjectKinds.Customer, living.Value) : contact.About,
            };
            var agent = contact.AgentId ?? (acts.Gate.Actor.Kind == ActorKind.Agent ? acts.Gate.Actor.Id : null);
            var interaction = new Interaction(InteractionId.New(now), resolved, agent, now);
            interactions.Add(interaction);
            return interaction;
        }, cancellationToken);
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

        return await acts.ChangeAsync(
            "interactions.link",
            interactions.FindAsync(id, cancellationToken),
            e => e.InteractionNotFound(id.ToString()),
            expectedVersion,
            i => i.CanLinkTo(subject),
            (i, now) => i.LinkTo(subject, now),
            cancellationToken).ConfigureAwait(false);
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

    private static CustomerId? CustomerOf(SubjectReference? subject) =>
        subject is { Kind: SubjectKinds.Customer } && subject.Id != Guid.Empty ? CustomerId.From(subject.Id) : null;
}
