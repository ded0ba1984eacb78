using Crm.Domain.CustomFields;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private static readonly MergeField[] s_mergeFields =
    [
        new(MergeFields.Language, c => c.Language?.Value, _ => 1, (into, from, _) => into.Language = from.Language),
        AddressField(MergeFields.MainAddress, AddressKind.Main),
        AddressField(MergeFields.BillingAddress, AddressKind.Billing),
        AddressField(MergeFields.ShippingAddress, AddressKind.Shipping),
        new(MergeFields.Lifecycle, c => $"{c.Stage} {InstantPattern.ExtendedIso.Format(c.StageSince)}", c => c._lifecycle.Count, (into, from, _) => into.TakeLifecycle(from)),
        new(
            MergeFields.Specialist,
            c => c.SpecialistId is null && c.TeamId is null ? null : $"{c.SpecialistName} ({c.TeamId})",
            c => (c.SpecialistId is null ? 0 : 1) + (c.TeamId is null ? 0 : 1),
            (into, from, _) => (into.SpecialistId, into.SpecialistName, into.TeamId) = (from.SpecialistId, from.SpecialistName, from.TeamId)),
    ];

    /// <summary>The fields of this kind of customer of which one value survives.</summary>
    private protected abstract IEnumerable<MergeField> KindFields { get; }

    private IEnumerable<MergeField> Fields => KindFields.Concat(s_mergeFields);

    /// <summary>Whose value of each field would survive if this customer absorbed another.</summary>
    internal IReadOnlyList<MergeFieldDecision> DecideMerge(Customer absorbed, MergeOptions options, MergeSide newest) =>
        [.. Fields.Select(f => f.Decide(this, absorbed, options, newest))];

    /// <summary>What this customer would have of everything there can be several of, if it absorbed another.</summary>
    internal IReadOnlyList<MergedItem> UniteWith(Customer absorbed) =>
    [
        .. Unite(absorbed, c => c._contactPoints.Select(p => (CamelCase(p.Kind.ToString()), p.Value, p.Key))),
        .. Unite(absorbed, c => c._addresses.Select(a => ("address", $"{a.Kind}: {a.Address}", $"{a.Kind}: {a.Address}"))),
        .. Unite(absorbed, c => c._references.Select(r => ("reference", r.ToReference().ToString(), r.ToReference().ToString()))),
        .. Unite(absorbed, c => c._tags.Select(t => ("tag", t.Name, t.Name))),
        .. Unite(absorbed, c => c._preferences.Select(p => ("preference", p.Key, p.Key))),
        .. Unite(absorbed, c => c._customFields.Select(f => ("customField", f.Key, f.Key))),
        .. Unite(absorbed, c => c is Person p ? p.Memberships.Select(m => ("membership", m.OrganisationId.ToString(), $"{m.OrganisationId} {m.IsActive}")) : []),
    ];

    /// <summary>Takes over what another customer is and has. The other one is removed with the same save.</summary>
    internal void Absorb(Customer absorbed, MergeId mergeId, IReadOnlyList<MergeFieldDecision> decisions, Instant now)
    {
        foreach (var field in Fields.Where(f => decisions.Any(d => d.Field == f.Name && d.Origin == MergeSide.Absorbed)))
        {
            field.Take(this, absorbed, now);
        }

        CreatedAt = Instant.Min(CreatedAt, absorbed.CreatedAt);
        foreach (var point in absorbed._contactPoints.OrderBy(p => p.Id))
        {
            if (_contactPoints.Find(p => p.Kind == point.Kind && p.Key == point.Key) is { } same)
            {
                same.Restrict(point);
            }
            else
            {
                _contactPoints.Add(point.Copy(now));
            }

            SettlePrimary(point.Kind);
        }

        foreach (var address in absorbed._addresses.Where(a => !_addresses.Exists(own => own.Kind == a.Kind && own.Address == a.Address)).ToList())
        {
            _addresses.Add(address.Copy(now));
            SettlePrimaryAddress(address.Kind);
        }

        _references.AddRange(absorbed._references.Where(r => !_references.Exists(own => own.ToReference() == r.ToReference())).Select(r => new CustomerReference(r.ToReference())).ToList());
        _tags.AddRange(absorbed._tags.Where(t => !_tags.Exists(own => own.Name == t.Name)).Select(t => new CustomerTag(t.Name)).ToList());
        foreach (var preference in absorbed._preferences)
        {
            if (_preferences.Find(p => p.Key == preference.Key) is not { } own)
            {
                _preferences.Add(preference.Copy());
            }
            else if (preference.SetAt > own.SetAt)
            {
                own.Set(preference.Value, preference.Source, preference.SetAt);
            }
        }

        CustomFieldValue.Unite(_customFields, absorbed._customFields, () => new CustomerField());
        AbsorbKind(absorbed, now);
        Raise(new CustomersMerged(Id, absorbed.Id, mergeId, now));
    }

    /// <summary>Notes that a merge was undone, once every row is back; what was added since may need a primary.</summary>
    internal void Separate(CustomerId restoredId, MergeId mergeId, Instant now)
    {
        foreach (var kind in Enum.GetValues<ContactPointKind>())
        {
            SettlePrimary(kind);
        }

        foreach (var kind in Enum.GetValues<AddressKind>())
        {
            SettlePrimaryAddress(kind);
        }

        SeparateKind();
        Raise(new CustomersUnmerged(Id, restoredId, mergeId, now));
    }

    private protected abstract void AbsorbKind(Customer absorbed, Instant now);

    private protected virtual void SeparateKind()
    {
    }

    private static MergeField AddressField(string name, AddressKind kind) => new(
        name,
        c => c.PrimaryAddress(kind)?.Address.ToString(),
        c => c.PrimaryAddress(kind)?.Address is not { } a ? 0 : new object?[] { a.Line1, a.Line2, a.PostalCode, a.City, a.Region, a.Country }.Count(p => p is not null),
        (into, from, now) => into.TakeAddress(kind, from.PrimaryAddress(kind)?.Address, now));

    private static string CamelCase(string name) => string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));

    // Whole, never part by part; the survivor's own becomes one of the others.
    private void TakeAddress(AddressKind kind, PostalAddress? address, Instant now)
    {
        foreach (var own in _addresses.Where(a => a.Kind == kind))
        {
            own.IsPrimary = false;
        }

        if (address is null)
        {
            SettlePrimaryAddress(kind);
        }
        else if (_addresses.Find(a => a.Kind == kind && a.Address == address) is { } same)
        {
            same.IsPrimary = true;
        }
        else
        {
            _addresses.Add(new CustomerAddress(CustomerAddressId.New(now), kind, address, label: null) { IsPrimary = true });
        }
    }

    private IEnumerable<MergedItem> Unite(Customer absorbed, Func<Customer, IEnumerable<(string Kind, string Value, string Key)>> items)
    {
        var theirs = items(absorbed).DistinctBy(i => (i.Kind, i.Key)).ToDictionary(i => (i.Kind, i.Key), i => i.Value);
        foreach (var (kind, value, key) in items(this).DistinctBy(i => (i.Kind, i.Key)))
        {
            yield return new MergedItem(kind, value, theirs.Remove((kind, key)) ? MergeSide.Both : MergeSide.Survivor);
        }

        foreach (var ((kind, _), value) in theirs)
        {
            yield return new MergedItem(kind, value, MergeSide.Absorbed);
        }
    }
}
