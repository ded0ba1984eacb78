using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

internal sealed class SenderBatch(ISenderStore senders, ICustomerImportStore customers) : ISenderBatch
{
    private readonly Dictionary<SenderAddress, List<SenderMatch>> _byAddress = [];
    private readonly Dictionary<CustomerId, SenderMatch> _byId = [];
    private readonly Dictionary<CustomerId, Customer> _changed = [];
    private readonly List<Customer> _recorded = [];

    public async Task LoadAsync(IReadOnlyCollection<SenderAddress> addresses, IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var fresh = addresses.Where(a => !_byAddress.ContainsKey(a)).Distinct().ToList();
        await LoadAsync(fresh, cancellationToken).ConfigureAwait(false);
        if (fresh.FindAll(a => _byAddress[a].Count == 0) is { Count: > 0 } unknown
            && await senders.HoldAsync(unknown, cancellationToken).ConfigureAwait(false))
        {
            await LoadAsync(unknown, cancellationToken).ConfigureAwait(false);
        }

        if (ids.Where(i => !_byId.ContainsKey(i)).Distinct().ToList() is { Count: > 0 } named)
        {
            foreach (var (id, match) in await senders.FindAsync(named, cancellationToken).ConfigureAwait(false))
            {
                _byId[id] = match;
            }
        }
    }

    public IReadOnlyList<SenderMatch> Find(SenderAddress address) => _byAddress.GetValueOrDefault(address) ?? [];

    public SenderMatch? Find(CustomerId id) => _byId.GetValueOrDefault(id);

    public SenderMatch Record(PersonName name, SenderAddress address, Instant now)
    {
        var person = new Person(CustomerId.New(now), name, now);
        switch (address.Kind)
        {
            case SenderAddressKind.Email:
                person.AddEmail(EmailAddress.Parse(address.Value), now);
                break;
            case SenderAddressKind.Number:
                person.AddPhone(PhoneNumber.Parse(address.Value), now);
                break;
            default:
                person.AddReference(new ExternalReference(address.System!, address.Value), now);
                break;
        }

        _recorded.Add(person);
        var match = new SenderMatch(person.Id, CustomerKind.Person, person.DisplayName, null, IsPrimary: true, null, now);
        _byAddress[address] = [match];
        _byId[person.Id] = match;
        return match;
    }

    public async Task<IReadOnlyList<SenderMatch>> MarkUnreachableAsync(EmailAddress email, string? reason, Instant now, CancellationToken cancellationToken)
    {
        var address = SenderAddress.Of(email);
        if (!_byAddress.ContainsKey(address))
        {
            await LoadAsync([address], cancellationToken).ConfigureAwait(false);
        }

        var matches = Find(address);
        if (reason is null)
        {
            return matches;
        }

        var missing = matches.Select(m => m.CustomerId).Where(i => !_changed.ContainsKey(i) && !_recorded.Exists(r => r.Id == i)).ToList();
        foreach (var loaded in await customers.LoadAsync(missing, cancellationToken).ConfigureAwait(false))
        {
            _changed.Add(loaded.Id, loaded);
        }

        foreach (var match in matches)
        {
            var customer = _changed.GetValueOrDefault(match.CustomerId) ?? _recorded.Find(r => r.Id == match.CustomerId);
            if (customer?.ContactPoints.FirstOrDefault(p => p.Kind == ContactPointKind.Email && p.Key == address.Key) is { IsInvalid: false } point)
            {
                customer.MarkContactPointInvalid(point.Id, reason, now);
            }
        }

        return matches;
    }

    public Task WriteAsync(CancellationToken cancellationToken) => customers.InsertAsync(_recorded, cancellationToken);

    private async Task LoadAsync(List<SenderAddress> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            _byAddress[address] = [];
        }

        foreach (var (address, match) in addresses.Count == 0 ? [] : await senders.FindAsync(addresses, cancellationToken).ConfigureAwait(false))
        {
            _byAddress[address].Add(match);
            _byId[match.CustomerId] = match;
        }
    }
}
