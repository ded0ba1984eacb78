using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ContactBatchStore(CrmDb db, AggregateInsertion insertion) : IContactBatchStore
{
    private const int PerQuery = 500;

    public async Task<IReadOnlyList<RecordedContact>> FindAsync(ChannelKey channel, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        var found = new List<RecordedContact>();
        foreach (var chunk in externalIds.Select(StorableText.Of).Chunk(PerQuery))
        {
            found.AddRange(await ReadAsync(Contacts.Where(i => i.Channel == channel && chunk.Contains(i.ExternalId)), cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public async Task<IReadOnlyList<RecordedContact>> FindAsync(IReadOnlyCollection<InteractionId> ids, CancellationToken cancellationToken)
    {
        var found = new List<RecordedContact>();
        foreach (var chunk in ids.Chunk(PerQuery))
        {
            found.AddRange(await ReadAsync(Contacts.Where(i => chunk.Contains(i.Id)), cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public async Task<IReadOnlyList<RecordedContact>> ConversationsAsync(
        ChannelKey channel, IReadOnlyCollection<CustomerId> customers, Instant since, CancellationToken cancellationToken)
    {
        var found = new List<RecordedContact>();
        foreach (var chunk in customers.Chunk(PerQuery))
        {
            var recent = Contacts.Where(i => chunk.Contains(i.CustomerId) && i.At >= since && i.Channel == channel && i.Links.Any(l => l.SubjectKind == SubjectKinds.Case));
            found.AddRange(await ReadAsync(recent, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public async Task<IReadOnlyList<(SubjectReference Record, string Address)>> AddressesAsync(
        IReadOnlyCollection<(SubjectReference Record, CustomerId CustomerId)> records, CancellationToken cancellationToken)
    {
        var found = new List<(SubjectReference, string)>();
        foreach (var chunk in records.Chunk(PerQuery))
        {
            var (subjects, customers) = (chunk.Select(r => r.Record.Id).ToList(), chunk.Select(r => r.CustomerId).Distinct().ToList());
            var about = Contacts.Where(i => customers.Contains(i.CustomerId)).SelectMany(i => i.Links, (i, l) => new { Contact = i, Link = l }).Where(i => subjects.Contains(i.Link.SubjectId));
            var own = await about.Where(i => i.Contact.CustomerAddress != null)
                .Select(i => new { i.Link.SubjectKind, i.Link.SubjectId, i.Contact.CustomerId, Address = i.Contact.CustomerAddress! }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
            var others = await about.SelectMany(i => i.Contact.Participants, (i, p) => new { i.Link.SubjectKind, i.Link.SubjectId, i.Contact.CustomerId, p.Address }).Where(p => p.Address != null)
                .Select(p => new { p.SubjectKind, p.SubjectId, p.CustomerId, Address = p.Address! }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(own.Concat(others).Select(a => (Record: new SubjectReference(a.SubjectKind, a.SubjectId), a.CustomerId, a.Address))
                .Where(a => chunk.Contains((a.Record, a.CustomerId))).Select(a => (a.Record, a.Address)));
        }

        return found;
    }

    public Task InsertAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken) =>
        insertion.WriteAsync<Interaction, InteractionId>(db.Context, interactions, [i => i.Links, i => i.Participants, i => i.Attachments], cancellationToken);

    private IQueryable<Interaction> Contacts => db.Context.Set<Interaction>().IgnoreAutoIncludes().AsNoTracking();

    private static async Task<IEnumerable<RecordedContact>> ReadAsync(IQueryable<Interaction> contacts, CancellationToken cancellationToken) =>
        (await contacts.AsSplitQuery()
            .Select(i => new { i.Id, i.Channel, i.ExternalId, i.CustomerId, i.Subject, i.ThreadKey, i.At, i.CustomerAddress, Links = i.Links.Select(l => new { l.SubjectKind, l.SubjectId }).ToList() })
            .ToListAsync(cancellationToken).ConfigureAwait(false))
        .Select(i => new RecordedContact(i.Id, i.Channel, i.ExternalId, i.CustomerId, i.Subject, i.ThreadKey, [.. i.Links.Select(l => new SubjectReference(l.SubjectKind, l.SubjectId))], i.At, i.CustomerAddress));
}
