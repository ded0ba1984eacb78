using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

internal sealed class ContactBatch(IContactBatchStore store) : IContactBatch
{
    private readonly Dictionary<(ChannelKey Channel, string ExternalId), RecordedContact?> _byExternalId = [];
    private readonly Dictionary<InteractionId, RecordedContact> _byId = [];
    private readonly List<Interaction> _added = [];

    public async Task LoadAsync(ChannelKey channel, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        var missing = externalIds.Where(e => _byExternalId.TryAdd((channel, e), null)).ToList();
        foreach (var found in missing.Count == 0 ? [] : await store.FindAsync(channel, missing, cancellationToken).ConfigureAwait(false))
        {
            Keep(found);
        }
    }

    public async Task LoadAsync(IReadOnlyCollection<InteractionId> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(i => !_byId.ContainsKey(i)).Distinct().ToList();
        foreach (var found in missing.Count == 0 ? [] : await store.FindAsync(missing, cancellationToken).ConfigureAwait(false))
        {
            Keep(found);
        }
    }

    public async Task LoadConversationsAsync(ChannelKey channel, IReadOnlyCollection<CustomerId> customers, Instant since, CancellationToken cancellationToken)
    {
        foreach (var found in customers.Count == 0 ? [] : await store.ConversationsAsync(channel, customers, since, cancellationToken).ConfigureAwait(false))
        {
            Keep(found);
        }
    }

    public IEnumerable<RecordedContact> Conversation(ChannelKey channel, CustomerId customer, Instant since) =>
        _byId.Values.Where(c => c.CustomerId == customer && c.Channel == channel && c.At >= since).OrderByDescending(c => c.At).ThenByDescending(c => c.Id);

    public RecordedContact? Find(ChannelKey channel, string externalId) => _byExternalId.GetValueOrDefault((channel, externalId));

    public RecordedContact? Find(InteractionId id) => _byId.GetValueOrDefault(id);

    public async Task<IReadOnlyList<(SubjectReference Record, string Address)>> AddressesAsync(
        IReadOnlyCollection<(SubjectReference Record, CustomerId CustomerId)> records, CancellationToken cancellationToken)
    {
        var wanted = records.ToHashSet();
        var fresh = _added.Where(i => i.Links.Any(l => wanted.Contains((l.ToSubject(), i.CustomerId))))
            .SelectMany(i => i.Links.SelectMany(l => i.Participants.Select(p => p.Address).Append(i.CustomerAddress).OfType<string>().Select(a => (l.ToSubject(), a))));
        return wanted.Count == 0 ? [] : [.. await store.AddressesAsync(wanted, cancellationToken).ConfigureAwait(false), .. fresh];
    }

    public RecordedContact Add(InteractionId id, ContactDetails contact, Instant now)
    {
        var interaction = new Interaction(id, contact, contact.AgentId, now);
        _added.Add(interaction);
        var recorded = new RecordedContact(
            id, interaction.Channel, interaction.ExternalId, interaction.CustomerId, interaction.Subject, interaction.ThreadKey, [.. interaction.Links.Select(l => l.ToSubject())],
            interaction.At, interaction.CustomerAddress);
        Keep(recorded);
        return recorded;
    }

    public Task WriteAsync(CancellationToken cancellationToken) => store.InsertAsync(_added, cancellationToken);

    private void Keep(RecordedContact contact)
    {
        _byId[contact.Id] = contact;
        if (contact.ExternalId is not null)
        {
            _byExternalId[(contact.Channel, contact.ExternalId)] = contact;
        }
    }
}
